// .debug_info: what the compiler knows of a program, unit by unit. A unit belongs to one file that was compiled, and
// begins with an entry about all of it.

import { type ByteForm, ByteReader } from '../byteReader.ts'
import { type ByteSource, type Elf, readRange } from '../elf.ts'
import { type Abbreviations, abbreviationReader } from './abbreviations.ts'
import { readValue, type UnitForm, type Value } from './attributeForms.ts'
import { debugSection, inPieces } from './debugSections.ts'
import { readOffset, readUnitLength, readUnsigned } from './numbers.ts'
import type { ReadRanges } from './rangeLists.ts'
import type { TextId, Texts } from './texts.ts'

/** One unit. Offsets in it count from its first byte. */
export interface InfoUnit extends UnitForm {
  /** Where it begins in .debug_info. */
  at: number
  bytes: Uint8Array
  form: ByteForm
  abbreviations: Abbreviations
  /** Where its entries begin, behind the one about the unit; at its end where there are none. */
  entries: number
  /** DW_LANG_… */
  language: number
  /** Where the compiler ran. */
  directory: TextId
  /** Where its line table is in .debug_line; -1 for none. */
  lines: number
  /** The addresses it says it has, in pairs. */
  ranges: [low: number, high: number][]
  /** What its lists of ranges count from; null for what addresses count from in the file. */
  base: number | null
}

export const At = {
  name: 0x03,
  stmtList: 0x10,
  lowPc: 0x11,
  highPc: 0x12,
  language: 0x13,
  compDir: 0x1b,
  abstractOrigin: 0x31,
  specification: 0x47,
  ranges: 0x55,
  linkageName: 0x6e,
  strOffsetsBase: 0x72,
  addrBase: 0x73,
  mipsLinkageName: 0x2007,
} as const

const unitType = { type: 2, skeleton: 4 }
const compileUnit = 0x11
const mips = 8

/** Reads units one after the other, or the one that holds an offset which has been gone by. */
export interface InfoReader {
  /** Bytes of .debug_info. */
  size: number
  /** The next unit; null at the end, and where one is damaged, behind which nothing can be trusted. */
  next(): Promise<InfoUnit | null>
  /** The unit that holds the offset in .debug_info; null for none. */
  unitAt(offset: number): Promise<InfoUnit | null>
}

export async function infoReader(elf: Elf, origin: bigint, texts: Texts, readRanges: ReadRanges): Promise<InfoReader> {
  const source = await debugSection(elf, '.debug_info')
  const fetch = inPieces(source)
  const abbreviationsAt = await abbreviationReader(elf)
  const tables = {
    addresses: await debugSection(elf, '.debug_addr'),
    texts: await debugSection(elf, '.debug_str_offsets'),
  }
  const starts: number[] = []
  let nextAt = 0

  async function read(at: number): Promise<InfoUnit | null> {
    const head = readUnitLength(new ByteReader(await fetch(at, 12), elf.form))
    const size = head.size + head.length
    if (head.length === 0 || !(at + size <= source.size)) return null
    const bytes = (await fetch(at, size)).subarray(0, size)
    const reader = new ByteReader(bytes, elf.form)
    reader.offset = head.size
    const version = reader.u16()
    if (version < 2 || version > 5) return null
    const type = version === 5 ? reader.u8() : 0
    let addressLength = version === 5 ? reader.u8() : 0
    const abbreviations = await abbreviationsAt(readOffset(reader, head.offsetLength))
    if (version < 5) addressLength = reader.u8()
    if (type === unitType.type) reader.skip(8 + head.offsetLength)
    else if (type === unitType.skeleton) reader.skip(8)
    if (!abbreviations || (addressLength !== 4 && addressLength !== 8)) return null
    const unit: InfoUnit = {
      at,
      bytes,
      form: elf.form,
      abbreviations,
      entries: 0,
      version,
      addressLength,
      offsetLength: head.offsetLength,
      origin,
      signedAddresses: elf.machine === mips,
      texts,
      addresses: null,
      textOffsets: null,
      language: 0,
      directory: 0,
      lines: -1,
      ranges: [],
      base: null,
    }
    const entry = reader.offset
    const bases = { addresses: 0, texts: 0 }
    const isWhole = readUnitEntry(reader, unit, (name, { value }) => {
      if (name === At.addrBase) bases.addresses = value
      if (name === At.strOffsetsBase) bases.texts = value
    })
    if (!isWhole) return null
    unit.addresses = await readIndexed(elf, tables.addresses, bases.addresses, unit.offsetLength)
    unit.textOffsets = await readIndexed(elf, tables.texts, bases.texts, unit.offsetLength)
    reader.offset = entry
    let ranges = -1
    const place = { low: Number(-origin), high: Number.NaN }
    readUnitEntry(reader, unit, (name, value, tag) => {
      describe(unit, name, value, tag)
      if (value.kind !== 'number' && value.kind !== 'address') return
      if (name === At.ranges) ranges = value.value
      if (name === At.lowPc) place.low = value.value
      if (name === At.highPc) place.high = value.value + (value.kind === 'number' ? place.low : 0)
    })
    unit.entries = reader.offset
    // Where gprof's reader cannot read the ranges, it takes the unit for damaged.
    if (ranges >= 0 && !(await readRanges(unit, ranges, (low, high) => unit.ranges.push([low, high])))) return null
    if (place.low < place.high) unit.ranges.push([place.low, place.high])
    return unit
  }

  return {
    size: source.size,
    async next() {
      if (nextAt >= source.size) return null
      const unit = await read(nextAt)
      starts.push(nextAt)
      nextAt = unit ? nextAt + unit.bytes.length : source.size
      return unit
    },
    async unitAt(offset) {
      let low = 0
      let high = starts.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if (starts[middle] <= offset) low = middle + 1
        else high = middle
      }
      const unit = low > 0 ? await read(starts[low - 1]) : null
      return unit && offset < unit.at + unit.bytes.length ? unit : null
    },
  }
}

/** Reads the entry about a unit; false where it is damaged. */
function readUnitEntry(
  reader: ByteReader,
  unit: InfoUnit,
  tell: (name: number, value: Value, tag: number) => void,
): boolean {
  const abbreviation = unit.abbreviations.get(readUnsigned(reader))
  if (!abbreviation) return false
  const value: Value = { form: 0, kind: 'other', value: 0 }
  for (const attribute of abbreviation.attributes) {
    if (!readValue(reader, attribute, unit, value) || reader.cut) return false
    tell(attribute.name, value, abbreviation.tag)
  }
  return true
}

function describe(unit: InfoUnit, name: number, { kind, value }: Value, tag: number): void {
  if (name === At.compDir && kind === 'text') unit.directory = value
  else if (kind !== 'number' && kind !== 'address') return
  else if (name === At.stmtList) unit.lines = value
  else if (name === At.language) unit.language = value
  else if (name === At.lowPc && tag === compileUnit) unit.base = value === Number(-unit.origin) ? null : value
}

/** A table from where a unit says that its own part of it begins, to the end of that part; null where it says nothing. */
async function readIndexed(
  elf: Elf,
  source: ByteSource,
  base: number,
  offsetLength: 4 | 8,
): Promise<ByteReader | null> {
  const headLength = offsetLength === 4 ? 8 : 16
  if (base < headLength) return null
  const head = readUnitLength(new ByteReader(await readRange(source, base - headLength, base), elf.form))
  const length = head.length - (headLength - head.size)
  return new ByteReader(await readRange(source, base, base + Math.max(0, length)), elf.form)
}
