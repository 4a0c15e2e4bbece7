// The names of functions in .debug_info. One may have several entries, which refer to one another: where it was declared,
// where it was defined, where it was inlined; any of them may hold the name, and one that linkers know besides.

import { ByteReader } from '../byteReader.ts'
import { Form, readValue, type Value } from './attributeForms.ts'
import { At, type InfoReader, type InfoUnit } from './infoUnits.ts'
import { readUnsigned } from './numbers.ts'
import type { TextId } from './texts.ts'

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

/** DW_LANG_… of languages whose names linkers know as they are. */
const plainLanguages = new Set(
  [0x01, 0x02, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0c, 0x0f, 0x12, 0x1d].concat([0x8001, 0x8004, 0x8006, 0x8007, 0x8765]),
)
/** Entries that refer to one another before that is taken for a ring. */
const longestChain = 100

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

export interface NameReader {
  /** The name of the entry at an offset in the unit, by way of the entries it refers to; null where one is not there. */
  at(offset: number): FunctionName | null
}

/** Reads names of a unit, of each entry once. */
export function nameReader(unit: InfoUnit): NameReader {
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
