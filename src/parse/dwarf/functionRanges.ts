// The functions of a unit of .debug_info, those that were inlined included, with the addresses they are at: of which
// function is an address, and what is its name? The rules are those of gprof's reader (dwarf2.c of BFD), whose answer
// is the function with the shortest range around an address, whatever is nested in what.

import { ByteReader } from '../byteReader.ts'
import type { Abbreviation } from './abbreviations.ts'
import { Form, readValue, sizeOfForm, type UnitForm, type Value } from './attributeForms.ts'
import { type Cover, cover } from './cover.ts'
import { type FunctionName, nameReader } from './functionNames.ts'
import { At, type InfoUnit } from './infoUnits.ts'
import { readUnsigned } from './numbers.ts'
import type { ReadRanges } from './rangeLists.ts'

/** Functions of all units, one row for each that has addresses. */
export interface DebugFunctions {
  name: FunctionName[]
  /** Where the first of its ranges begins. */
  low: number[]
}

const Tag = { entryPoint: 0x03, inlinedSubroutine: 0x1d, subprogram: 0x2e }

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
