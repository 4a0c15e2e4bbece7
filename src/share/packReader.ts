// A cursor over the unpacked bytes of a profile, which may come from anybody. It never reads outside of its bytes and
// never throws: the first thing that cannot be marks it as faulty, and from then on everything reads as zero. So every
// count is 0 after a fault, loops come to an end, and whoever reads asks once, at the end.

import { TEXT_LIMIT } from './format.ts'
import type { packedParts } from './sentences.ts'

/** What is wrong, where, and in what. */
export interface Fault {
  /** `ends`: bytes that should follow are missing. `wrong`: there is something that cannot be. */
  kind: 'ends' | 'wrong'
  /** What was being read. */
  what: keyof typeof packedParts
  at: number
}

export class PackReader {
  readonly bytes: Uint8Array
  /** Where the next read begins. */
  offset = 0
  /** What is being read; set by whoever reads, before each part. */
  what: keyof typeof packedParts = 'title'
  fault: Fault | null = null
  /** Characters of text that may still come. */
  textLeft = TEXT_LIMIT

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  /** Bytes from the cursor to the end; none after a fault. */
  get left(): number {
    return this.fault ? 0 : this.bytes.length - this.offset
  }

  /** Marks the reader as faulty, unless it is already. */
  fail(kind: Fault['kind']): void {
    this.fault ??= { kind, what: this.what, at: this.offset }
  }

  u8(): number {
    if (this.left < 1) this.fail('ends')
    return this.fault ? 0 : this.bytes[this.offset++]
  }

  /** A whole number from 0 to 2⁵³ - 1. */
  varint(): number {
    let value = 0
    for (let unit = 1; ; unit *= 0x80) {
      const byte = this.u8()
      value += (byte & 0x7f) * unit
      if (value > Number.MAX_SAFE_INTEGER) this.fail('wrong')
      if (this.fault) return 0
      if (byte < 0x80) return value
    }
  }

  f64(): number {
    if (this.left < 8) this.fail('ends')
    if (this.fault) return 0
    this.offset += 8
    return new DataView(this.bytes.buffer, this.bytes.byteOffset + this.offset - 8, 8).getFloat64(0, true)
  }

  /** A number below a limit, such as a row of a table. */
  below(limit: number): number {
    const value = this.varint()
    if (value < limit) return value
    this.fail('wrong')
    return 0
  }

  /** How many of something follow, each of which takes so many bytes at least: no more than there can be. */
  count(bytesEach: number, most = Number.MAX_SAFE_INTEGER): number {
    const value = this.varint()
    if (value * bytesEach > this.left) this.fail('ends')
    else if (value > most) this.fail('wrong')
    return this.fault ? 0 : value
  }

  /** So many bytes, not copied. */
  take(length: number): Uint8Array {
    if (length > this.left) this.fail('ends')
    if (this.fault) return this.bytes.subarray(0, 0)
    this.offset += length
    return this.bytes.subarray(this.offset - length, this.offset)
  }
}
