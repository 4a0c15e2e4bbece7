import { doubled } from '../doubled.ts'

/** Bytes that grow as they are written. */
export interface ByteWriter {
  u8(value: number): void
  /** A whole number from 0 to 2⁵³ - 1 in groups of seven bits, lowest first; the highest bit says that another follows. */
  varint(value: number): void
  /** A float64, lowest byte first. */
  f64(value: number): void
  bytes(bytes: Uint8Array): void
  /** Something of another kind follows: a good place for a piece to end. */
  mark(): void
  /** What another writer wrote, marks included. */
  append(other: ByteWriter): void
  marks: number[]
  /** What has been written so far. */
  written(): Uint8Array
}

export function byteWriter(): ByteWriter {
  let buffer = new Uint8Array(256)
  let length = 0
  const marks: number[] = []
  const room = (wanted: number) => {
    while (length + wanted > buffer.length) buffer = doubled(buffer)
  }
  const u8 = (value: number) => {
    room(1)
    buffer[length++] = value
  }
  const bytes = (more: Uint8Array) => {
    room(more.length)
    buffer.set(more, length)
    length += more.length
  }
  return {
    u8,
    varint(value) {
      let rest = value
      while (rest >= 0x80) {
        u8((rest % 0x80) | 0x80)
        rest = Math.floor(rest / 0x80)
      }
      u8(rest)
    },
    f64: value => bytes(new Uint8Array(littleEndian(value))),
    bytes,
    mark() {
      marks.push(length)
    },
    append(other) {
      for (const at of other.marks) marks.push(length + at)
      bytes(other.written())
    },
    marks,
    written: () => buffer.slice(0, length),
  }
}

function littleEndian(value: number): ArrayBuffer {
  const eight = new DataView(new ArrayBuffer(8))
  eight.setFloat64(0, value, true)
  return eight.buffer
}

/** A whole number of either sign as one that is not negative: 0, -1, 1, -2 … become 0, 1, 2, 3 …; less than 2⁵² in size. */
export const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value)

/** The reverse of {@link zigzag}. */
export const unzigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2)

/** Whichever of several ways of writing the same will be packed shortest, by how often each byte occurs in it. */
export function shortestOf(tried: ByteWriter[]): ByteWriter {
  const bits = tried.map(({ written }) => entropyOf(written()))
  return tried[bits.indexOf(Math.min(...bits))]
}

/** Bits that bytes take if each takes what its frequency is worth, and some for telling the frequencies. */
function entropyOf(bytes: Uint8Array): number {
  const counts = new Uint32Array(256)
  for (const byte of bytes) counts[byte]++
  let bits = 0
  for (const count of counts) if (count > 0) bits += count * Math.log2(bytes.length / count) + 4
  return bits
}
