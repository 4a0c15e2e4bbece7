// Numbers as DWARF writes them.

import type { ByteReader } from '../byteReader.ts'

/** The length with which each unit begins: of how many bytes it tells, how many it took, and how long offsets in the unit are. */
export function readUnitLength(reader: ByteReader): { length: number; size: number; offsetLength: 4 | 8 } {
  const first = reader.u32()
  if (first !== 0xffffffff) return { length: first, size: 4, offsetLength: 4 }
  return { length: Number(reader.u64()), size: 12, offsetLength: 8 }
}

/** An offset or length, of 4 bytes or, in the 64-bit form of DWARF, of 8. */
export function readOffset(reader: ByteReader, length: 4 | 8): number {
  return length === 4 ? reader.u32() : Number(reader.u64())
}

/** Bits beyond this are left out of a number, so that a damaged one does not become infinite. */
const highestBit = 2 ** 64

/** A number of any length, seven bits to the byte (LEB128). */
export function readUnsigned(reader: ByteReader): number {
  let value = 0
  let scale = 1
  for (;;) {
    const byte = reader.u8()
    if (scale <= highestBit) value += (byte & 0x7f) * scale
    if (byte < 0x80) return value
    scale *= 128
  }
}

/** The same with a sign. */
export function readSigned(reader: ByteReader): number {
  let value = 0
  let scale = 1
  for (;;) {
    const byte = reader.u8()
    if (scale > highestBit) {
      if (byte < 0x80) return value
      continue
    }
    value += (byte & 0x7f) * scale
    scale *= 128
    if (byte < 0x80) return byte & 0x40 ? value - scale : value
  }
}
