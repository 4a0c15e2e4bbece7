// Where functions begin and end by the unwind table (.eh_frame), which is what debuggers and exceptions find their way out
// of a function by. It is loaded with the program, so `strip` leaves it alone. It is a list of entries for functions
// (FDE), each of which points to one that many share (CIE) and that says how addresses are written.
// (Format: Linux Standard Base Core, chapter 10; DWARF 5, section 6.4.1.)

import { type ByteForm, ByteReader } from './byteReader.ts'
import { readSigned, readUnitLength, readUnsigned } from './dwarf/numbers.ts'
import { type Elf, readRange } from './elf.ts'

/** Stretches of code, each of one function or of a part that the compiler split off. In the order of the file. */
export interface CodeRanges {
  start: BigUint64Array
  /** Bytes; more than 0. */
  size: Float64Array
}

/** DW_EH_PE_…: how a pointer is written, in the lower half of a byte, and what it counts from, in the upper one. */
const pointer = { format: 0x0f, base: 0xf0, absolute: 0x00, relative: 0x10, aligned: 0x50, omitted: 0xff }

/** The stretches that the table tells of; none where there is no table. Entries that make no sense are passed over. */
export async function readUnwindTable(elf: Pick<Elf, 'form' | 'sections' | 'sectionSource'>): Promise<CodeRanges> {
  const section = elf.sections.find(({ name }) => name === '.eh_frame')
  if (!section) return { start: new BigUint64Array(0), size: new Float64Array(0) }
  const source = elf.sectionSource(section)
  return unwindRanges(await readRange(source, 0, source.size), section.address, elf.form)
}

/** The same of the bytes of a table that lies at an address. */
export function unwindRanges(bytes: Uint8Array, address: bigint, form: ByteForm): CodeRanges {
  const start: bigint[] = []
  const size: number[] = []
  const encodings = new Map<number, number>() // of each CIE, by where it begins
  const addressBits = form.wide ? 64 : 32
  const reader = new ByteReader(bytes, form)
  while (reader.left >= 4 && !reader.cut) {
    const head = readUnitLength(reader)
    const at = reader.offset
    if (!(head.length <= reader.left)) break
    const end = at + head.length
    // Objects that are linked may bring the mark of an end with them: behind it the table goes on.
    const distance = head.length < 4 ? 0 : reader.u32()
    if (distance > 0) {
      const encoding = encodingOf(at - distance)
      const place = address + BigInt(reader.offset)
      const first = readPointer(reader, encoding & pointer.format)
      const length = readPointer(reader, encoding & pointer.format)
      const base = encoding & pointer.base
      const isKnown = base === pointer.absolute || base === pointer.relative
      if (isKnown && first !== null && length !== null && reader.offset <= end && !reader.cut) {
        const bytesOfCode = Number(BigInt.asUintN(addressBits, length))
        if (bytesOfCode > 0) {
          start.push(BigInt.asUintN(addressBits, base === pointer.relative ? place + first : first))
          size.push(bytesOfCode)
        }
      }
    }
    reader.offset = end
  }
  return { start: BigUint64Array.from(start), size: Float64Array.from(size) }

  function encodingOf(at: number): number {
    let encoding = encodings.get(at)
    if (encoding === undefined) {
      encoding = at < 0 ? pointer.omitted : encodingIn(bytes.subarray(at), form)
      encodings.set(at, encoding)
    }
    return encoding
  }
}

/** How the entries of a CIE write addresses; `omitted` where it does not say so in a way that is known. */
function encodingIn(bytes: Uint8Array, form: ByteForm): number {
  const all = new ByteReader(bytes, form)
  const { length } = readUnitLength(all)
  const reader = new ByteReader(all.take(length), form)
  if (length < 4 || reader.u32() !== 0) return pointer.omitted
  const version = reader.u8()
  const from = reader.offset
  reader.skipText()
  const augmentation = String.fromCharCode(...reader.bytes.subarray(from, Math.min(reader.offset - 1, from + 16)))
  if (augmentation.startsWith('eh')) reader.skip(form.wide ? 8 : 4)
  readUnsigned(reader) // what code addresses are multiples of
  readSigned(reader) // and places on the stack
  if (version === 1) reader.skip(1)
  else readUnsigned(reader) // the register of return addresses
  if (!augmentation.startsWith('z')) return reader.cut ? pointer.omitted : pointer.absolute
  readUnsigned(reader) // how many bytes follow
  for (const letter of augmentation.slice(1)) {
    if (letter === 'R') return reader.has(1) ? reader.u8() : pointer.omitted
    if (letter === 'L') reader.skip(1)
    else if (letter === 'P') {
      const encoding = reader.u8()
      const isReadable = (encoding & pointer.base & 0x70) !== pointer.aligned
      if (!isReadable || readPointer(reader, encoding & pointer.format) === null) return pointer.omitted
    }
    // Other letters (S, B) bring no bytes.
  }
  return reader.cut ? pointer.omitted : pointer.absolute
}

/** A number as it is written, without what it counts from; null for a way that there is not. */
function readPointer(reader: ByteReader, format: number): bigint | null {
  switch (format) {
    case 0x00:
      return reader.address()
    case 0x01:
      return BigInt(readUnsigned(reader))
    case 0x02:
      return BigInt(reader.u16())
    case 0x03:
      return BigInt(reader.u32())
    case 0x04:
      return reader.u64()
    case 0x09:
      return BigInt(readSigned(reader))
    case 0x0a:
      return BigInt.asIntN(16, BigInt(reader.u16()))
    case 0x0b:
      return BigInt.asIntN(32, BigInt(reader.u32()))
    case 0x0c:
      return BigInt.asIntN(64, reader.u64())
    default:
      return null
  }
}
