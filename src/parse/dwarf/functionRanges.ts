// The functions of a unit of .debug_info, those that were inlined included, with the addresses they are at: of which
// function is an address, and what is its name? The rules are those of gprof's reader (dwarf2.c of BFD), whose answer
// is the function with the shortest range around an address, whatever is nested in what.

import { ByteReader } from '../byteReader.ts'
import type { Abbreviation } from './abbreviations.ts'
import { Form, readValue, sizeOfForm, type UnitForm, type Value } from './attributeForms.ts'
import { type Cover, cover } from './cover.ts'
import { At, type InfoReader, type InfoUnit } from './infoUnits.ts'
import { readUnsigned } from './numbers.ts'
import type { ReadRanges } from './rangeLists.ts'
import type { TextId } from './texts.ts'

/** Functions of all units, one row for each that has addresses. */
export interface DebugFunctions {
  name: FunctionName[]
  /** Where the first of its ranges begins. */
  low: number[]
}

/** What is known of a name. */
export interface FunctionName {
  text: TextId
  /** The linker knows the function by it: another is only what the source says. */
  isLinkage: boolean
  /** It was given as the linker's name, so that it counts for more than the source's. */
  isGiven: boolean
  /** Offset in .debug_info of an entry in another unit that has more to say of the name; -1 for none. */
  elsewhere: number
}

const Tag = { entryPoint: 0x03, inlinedSubroutine: 0x1d, subprogram: 0x2e }
/** DW_LANG_… of languages whose names linkers know as they are. */
const plainLanguages = new Set(
  [0x01, 0x02, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0c, 0x0f, 0x12, 0x1d].concat([0x8001, 0x8004, 0x8006, 0x8007, 0x8765]),
)
/** Entries that refer to one another before that is taken for a ring. */
const longestChain = 100

/**
 * Adds the functions of a unit to `functions`, and tells which row each address belongs to, and all ranges in order. Null
 * for a unit that is damaged.
 */
export async function readFunctions(
  unit: InfoUnit,
  functions: DebugFunctions,
  readRanges: ReadRanges,
  tellRange: (low: number, high: number) => void,
): Promise<Cover | null> {
  const found = scanEntries(unit)
  if (!found) return null
  const low: number[] = []
  const high: number[] = []
  const row: number[] = []
  const names = nameReader(unit)
  let room = unit.bytes.length
  for (const entry of found) {
    const ranges: Range[] = []
    if (entry.ranges >= 0) {
      const isWhole = await readRanges(unit, entry.ranges, (low, high) => {
        if (room-- > 0) addRange(ranges, low, high)
      })
      if (!isWhole || room < 0) return null
    }
    if (entry.high !== null) addRange(ranges, entry.low, entry.high)
    if (ranges.length === 0) continue
    const name = names.at(entry.offset)
    if (!name) return null
    const fn = functions.name.push(name) - 1
    functions.low.push(ranges[0].low)
    for (const range of ranges) {
      tellRange(range.low, range.high)
      low.push(range.low)
      high.push(range.high)
      row.push(fn)
    }
  }
  const length = (i: number) => high[i] - low[i]
  const pieces = cover(low, high, (a, b) => length(a) - length(b) || row[b] - row[a])
  return { ...pieces, row: pieces.row.map(i => row[i]) }
}

/** Names of functions that other units had more to say of. */
export async function completeNames(names: FunctionName[], info: InfoReader): Promise<void> {
  for (let step = 0; step < longestChain; step++) {
    const open = names.filter(({ elsewhere }) => elsewhere >= 0).sort((a, b) => a.elsewhere - b.elsewhere)
    if (open.length === 0) return
    let unit: InfoUnit | null = null
    let reader: NameReader | null = null
    for (const name of open) {
      const offset = name.elsewhere
      name.elsewhere = -1
      if (!unit || offset >= unit.at + unit.bytes.length) {
        unit = await info.unitAt(offset)
        reader = unit && nameReader(unit)
      }
      const more = unit && reader?.at(offset - unit.at)
      if (more) join(name, more)
    }
  }
}

interface Range {
  low: number
  high: number
}

/** Puts a range with the others of a function, to one that it touches if there is one. */
function addRange(ranges: Range[], low: number, high: number): void {
  if (low === high) return
  for (const range of ranges)
    if (low === range.high) {
      range.high = high
      return
    } else if (high === range.low) {
      range.low = low
      return
    }
  ranges.splice(1, 0, { low, high })
}

interface Entry {
  /** In the unit. */
  offset: number
  low: number
  /** Null for none. */
  high: number | null
  /** Offset of a list of ranges; -1 for none. */
  ranges: number
}

/** All functions that have addresses, in order; null for a unit whose entries do not end as they should. */
function scanEntries(unit: InfoUnit): Entry[] | null {
  const reader = new ByteReader(unit.bytes, unit.form)
  reader.offset = unit.entries
  const plans = planReader(unit)
  const value: Value = { form: 0, kind: 'other', value: 0 }
  const entries: Entry[] = []
  const zero = Number(-unit.origin)
  for (let depth = reader.left > 0 ? 0 : -1; depth >= 0; ) {
    if (reader.left <= 0 || reader.cut) return null
    const offset = reader.offset
    const number = readUnsigned(reader)
    if (number === 0) {
      depth--
      continue
    }
    const abbreviation = unit.abbreviations.get(number)
    if (!abbreviation) return null
    const plan = plans(abbreviation)
    if (plan.size >= 0) reader.skip(plan.size)
    else if (!plan.isFunction) {
      if (!skipValues(reader, abbreviation, plan, unit, value)) return null
    } else {
      const entry: Entry = { offset, low: zero, high: null, ranges: -1 }
      if (!readPlace(reader, abbreviation, plan, unit, value, entry)) return null
      if (entry.ranges >= 0 || entry.high !== null) entries.push(entry)
    }
    if (abbreviation.hasChildren) depth++
  }
  return reader.cut ? null : entries
}

/** How to get over an entry. */
interface Plan {
  isFunction: boolean
  /** Bytes it takes; -1 where that differs, and for functions that have addresses. */
  size: number
  /** The same by attribute. */
  sizes: Int8Array
}

const isPlace = ({ name }: { name: number }) => name === At.lowPc || name === At.highPc || name === At.ranges

function planReader(unit: UnitForm): (abbreviation: Abbreviation) => Plan {
  const plans = new Map<Abbreviation, Plan>()
  return abbreviation => {
    let plan = plans.get(abbreviation)
    if (!plan) {
      const { tag, attributes } = abbreviation
      const isFunction =
        (tag === Tag.subprogram || tag === Tag.entryPoint || tag === Tag.inlinedSubroutine) && attributes.some(isPlace)
      const sizes = Int8Array.from(attributes, ({ form }) => sizeOfForm(form, unit))
      const size = isFunction || sizes.includes(-1) ? -1 : sizes.reduce((sum, each) => sum + each, 0)
      plan = { isFunction, size, sizes }
      plans.set(abbreviation, plan)
    }
    return plan
  }
}

function skipValues(
  reader: ByteReader,
  { attributes }: Abbreviation,
  { sizes }: Plan,
  unit: UnitForm,
  value: Value,
): boolean {
  for (let i = 0; i < attributes.length; i++) if (!skipValue(reader, attributes[i], sizes[i], unit, value)) return false
  return true
}

function skipValue(
  reader: ByteReader,
  attribute: Abbreviation['attributes'][number],
  size: number,
  unit: UnitForm,
  value: Value,
): boolean {
  if (size >= 0) reader.skip(size)
  else if (attribute.form === Form.string) reader.skipText()
  else if (attribute.form === Form.strx || attribute.form === Form.addrx) readUnsigned(reader)
  else return readValue(reader, attribute, unit, value)
  return true
}

function readPlace(
  reader: ByteReader,
  { attributes }: Abbreviation,
  { sizes }: Plan,
  unit: UnitForm,
  value: Value,
  entry: Entry,
): boolean {
  let isRelative = false
  for (let i = 0; i < attributes.length; i++) {
    const attribute = attributes[i]
    if (!isPlace(attribute)) {
      if (!skipValue(reader, attribute, sizes[i], unit, value)) return false
      continue
    }
    if (!readValue(reader, attribute, unit, value)) return false
    if (value.kind !== 'number' && value.kind !== 'address') continue
    if (attribute.name === At.ranges) entry.ranges = value.value
    else if (attribute.name === At.lowPc) entry.low = value.value
    else {
      entry.high = value.value
      isRelative = value.kind === 'number'
    }
  }
  if (isRelative) entry.high! += entry.low
  return true
}

interface NameReader {
  /** The name of the entry at an offset in the unit, by way of the entries it refers to; null where one is not there. */
  at(offset: number): FunctionName | null
}

function nameReader(unit: InfoUnit): NameReader {
  const known = new Map<number, FunctionName | null>()
  const value: Value = { form: 0, kind: 'other', value: 0 }
  const reader = new ByteReader(unit.bytes, unit.form)
  const isPlain = plainLanguages.has(unit.language)

  function nameAt(offset: number, step: number): FunctionName | null {
    let name = known.get(offset)
    if (name === undefined) {
      name = readName(offset, step)
      known.set(offset, name)
    }
    return name && { ...name }
  }

  function readName(offset: number, step: number): FunctionName | null {
    if (step > longestChain || offset <= 0 || offset >= unit.bytes.length) return null
    const result: FunctionName = { text: 0, isLinkage: false, isGiven: false, elsewhere: -1 }
    reader.offset = offset
    const number = readUnsigned(reader)
    if (number === 0) return result
    const abbreviation = unit.abbreviations.get(number)
    if (!abbreviation) return null
    for (const attribute of abbreviation.attributes) {
      const { name } = attribute
      if (!readValue(reader, attribute, unit, value) || reader.cut) return null
      if (value.kind === 'text') {
        if (name === At.linkageName || name === At.mipsLinkageName)
          join(result, { text: value.value, isLinkage: true, isGiven: true, elsewhere: -1 })
        else if (name === At.name)
          join(result, { text: value.value, isLinkage: isPlain, isGiven: false, elsewhere: -1 })
      } else if ((name === At.abstractOrigin || name === At.specification) && value.kind === 'number') {
        if (value.form === Form.gnuRefAlt) continue
        if (value.form === Form.refAddr && isElsewhere(value.value)) {
          result.elsewhere = value.value
          continue
        }
        const next = reader.offset
        const more = nameAt(value.form === Form.refAddr ? value.value - unit.at : value.value, step + 1)
        if (!more) return null
        join(result, more)
        reader.offset = next
      }
    }
    return result
  }

  const isElsewhere = (offset: number) => offset < unit.at || offset >= unit.at + unit.bytes.length
  return { at: offset => nameAt(offset, 0) }
}

/** Adds what another entry says of a name: what is given as the linker's counts, else the first that was met. */
function join(name: FunctionName, more: FunctionName): void {
  if (more.isGiven || name.text === 0) {
    name.text = more.text
    name.isLinkage ||= more.isLinkage
    name.isGiven = more.isGiven
  }
  if (more.elsewhere >= 0) name.elsewhere = more.elsewhere
}
