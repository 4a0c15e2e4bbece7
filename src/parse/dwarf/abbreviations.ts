// .debug_abbrev: entries of .debug_info do not say what they consist of. Each gives a number, under which a table of the
// unit says what kind of entry it is, and which attributes it has in which forms.

import { ByteReader } from '../byteReader.ts'
import { type Elf, readRange } from '../elf.ts'
import { debugSection } from './debugSections.ts'
import { readSigned, readUnsigned } from './numbers.ts'

export interface Attribute {
  /** DW_AT_… */
  name: number
  /** DW_FORM_… */
  form: number
  /** The value, for the form that has it here. */
  constant: number
}

export interface Abbreviation {
  /** DW_TAG_… */
  tag: number
  hasChildren: boolean
  attributes: Attribute[]
}

export type Abbreviations = Map<number, Abbreviation>

const implicitConstant = 0x21
/** More attributes than any compiler gives to one entry. */
const mostAttributes = 512
const firstLength = 1 << 14

/** Reads tables by their offset, each once. Null for one that is damaged. */
export async function abbreviationReader(elf: Elf): Promise<(offset: number) => Promise<Abbreviations | null>> {
  const source = await debugSection(elf, '.debug_abbrev')
  const tables = new Map<number, Abbreviations | null>()
  return async offset => {
    const known = tables.get(offset)
    if (known !== undefined) return known
    // A table does not say how long it is.
    let table: Abbreviations | null = null
    for (let length = firstLength; ; length *= 8) {
      const reader = new ByteReader(await readRange(source, offset, offset + length), elf.form)
      table = readTable(reader)
      if (!reader.cut || offset + length >= source.size) break
    }
    tables.set(offset, table)
    return table
  }
}

function readTable(reader: ByteReader): Abbreviations | null {
  const table: Abbreviations = new Map()
  while (reader.left > 0) {
    const number = readUnsigned(reader)
    if (number === 0 || table.has(number)) break
    const tag = readUnsigned(reader)
    const hasChildren = reader.u8() !== 0
    const attributes: Attribute[] = []
    for (;;) {
      const name = readUnsigned(reader)
      const form = readUnsigned(reader)
      const constant = form === implicitConstant ? readSigned(reader) : 0
      if (name === 0 || reader.cut) break
      if (attributes.length === mostAttributes) return null
      attributes.push({ name, form, constant })
    }
    if (reader.cut) return null
    table.set(number, { tag, hasChildren, attributes })
  }
  return table
}
