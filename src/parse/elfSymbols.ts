// The symbol table of an ELF file: columns, in the order of the file.

import { type ByteForm, ByteReader } from './byteReader.ts'

/** One row for each symbol. The first, which is always empty, is row 0. */
export interface ElfSymbols {
  length: number
  value: BigUint64Array
  /** Bytes of code or data; 0 where the table does not say. */
  size: Float64Array
  /** Where the name begins in {@link names}; may lie outside. */
  nameOffset: Uint32Array
  /** STB_…: local 0, global 1, weak 2. */
  binding: Uint8Array
  /** STT_…: none 0, object 1, function 2. */
  type: Uint8Array
  /** STV_…: default 0, hidden 2. */
  visibility: Uint8Array
  /** Row of the section; {@link undefinedSection}, {@link absoluteSection} or {@link commonSection} for none. */
  section: Int32Array
  /** All names, each ended by a zero byte. */
  names: Uint8Array
  /** Which table they come from, `none` where there is none. gprof reads `symtab` only. */
  source: 'symtab' | 'dynsym' | 'none'
}

export const undefinedSection = -1
export const absoluteSection = -2
export const commonSection = -3

interface Parts {
  form: ByteForm
  table: Uint8Array
  names: Uint8Array
  /** Section rows too large for the 16 bits of a symbol. */
  extendedIndexes: Uint8Array | null
  source: ElfSymbols['source']
}

/** Reads as many whole symbols as the bytes hold. */
export function readSymbols({ form, table, names, extendedIndexes, source }: Parts): ElfSymbols {
  const entry = form.wide ? 24 : 16
  const length = Math.floor(table.length / entry)
  const value = new BigUint64Array(length)
  const size = new Float64Array(length)
  const nameOffset = new Uint32Array(length)
  const binding = new Uint8Array(length)
  const type = new Uint8Array(length)
  const visibility = new Uint8Array(length)
  const section = new Int32Array(length)
  // Whole symbols only, so every read below is within the table.
  const view = new DataView(table.buffer, table.byteOffset, length * entry)
  const extended = extendedIndexes && new ByteReader(extendedIndexes, form)
  const { littleEndian } = form
  const place = form.wide
    ? { info: 4, other: 5, section: 6, value: 8, size: 16 }
    : { value: 4, size: 8, info: 12, other: 13, section: 14 }
  for (let row = 0; row < length; row++) {
    const at = row * entry
    nameOffset[row] = view.getUint32(at, littleEndian)
    const info = view.getUint8(at + place.info)
    binding[row] = info >> 4
    type[row] = info & 15
    visibility[row] = view.getUint8(at + place.other) & 3
    section[row] = sectionOf(view.getUint16(at + place.section, littleEndian), extended?.u32() ?? 0)
    value[row] = form.wide
      ? view.getBigUint64(at + place.value, littleEndian)
      : BigInt(view.getUint32(at + place.value, littleEndian))
    size[row] = form.wide
      ? Number(view.getBigUint64(at + place.size, littleEndian))
      : view.getUint32(at + place.size, littleEndian)
  }
  return { length, value, size, nameOffset, binding, type, visibility, section, names, source }
}

function sectionOf(index: number, extended: number): number {
  if (index === 0) return undefinedSection
  if (index === 0xffff) return extended
  if (index === 0xfff2) return commonSection
  return index >= 0xff00 ? absoluteSection : index
}
