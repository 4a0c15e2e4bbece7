// A cursor over bytes that nobody may trust. It never reads outside its bytes and never throws: the first read that
// does not fit marks the reader as cut, remembers what was being read, and from then on everything reads as zero.
// Whoever reads asks once for each record, not once for each field.

/** How numbers are laid out. Both come from the executable: gmon.out does not say. */
export interface ByteForm {
  littleEndian: boolean
  /** Addresses of 8 bytes; else of 4. */
  wide: boolean
}

/** What may be being read; the words for it are in sentences.ts. */
export type ReadPart = 'header' | 'histogramHead' | 'bins' | 'histogram' | 'arc' | 'blocks'

/** Where the bytes ended too early. */
export interface Cut {
  /** What was being read. */
  what: ReadPart
  /** Offset of the read that did not fit. */
  at: number
  /** Bytes it wanted, and bytes there were. */
  wanted: number
  left: number
}

export class ByteReader {
  readonly bytes: Uint8Array
  readonly form: ByteForm
  /** Where the next read begins. */
  offset = 0
  /** What is being read; set by the caller before each record. */
  what: ReadPart = 'header'
  /** The first read that did not fit, or null. */
  cut: Cut | null = null
  readonly #view: DataView

  constructor(bytes: Uint8Array, form: ByteForm) {
    this.bytes = bytes
    this.form = form
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** Bytes from the cursor to the end. */
  get left(): number {
    return this.bytes.length - this.offset
  }

  /** Whether so many bytes are there; if not, marks the reader as cut. */
  has(wanted: number): boolean {
    if (this.cut) return false
    if (wanted >= 0 && wanted <= this.left) return true
    this.cut = { what: this.what, at: this.offset, wanted, left: this.left }
    return false
  }

  skip(length: number): void {
    if (this.has(length)) this.offset += length
  }

  u8(): number {
    return this.has(1) ? this.bytes[this.offset++] : 0
  }

  u16(): number {
    if (!this.has(2)) return 0
    this.offset += 2
    return this.#view.getUint16(this.offset - 2, this.form.littleEndian)
  }

  u32(): number {
    if (!this.has(4)) return 0
    this.offset += 4
    return this.#view.getUint32(this.offset - 4, this.form.littleEndian)
  }

  u64(): bigint {
    if (!this.has(8)) return 0n
    this.offset += 8
    return this.#view.getBigUint64(this.offset - 8, this.form.littleEndian)
  }

  /** A number of the executable's address size. */
  address(): bigint {
    return this.form.wide ? this.u64() : BigInt(this.u32())
  }

  /** So many bytes, not copied; empty when they are not there. */
  take(length: number): Uint8Array {
    if (!this.has(length)) return this.bytes.subarray(0, 0)
    this.offset += length
    return this.bytes.subarray(this.offset - length, this.offset)
  }

  /** Text in a field of fixed length, up to the first zero byte; one character for each byte. */
  text(length: number): string {
    return textOf(this.take(length))
  }

  /** Steps over a text that ends with a zero byte. */
  skipText(): void {
    const end = this.bytes.indexOf(0, this.offset)
    this.skip(end < 0 ? this.left + 1 : end + 1 - this.offset)
  }
}

/** Characters that are made of bytes at once: as arguments of one call, which are limited in number. */
const chunkLength = 8192

/**
 * Bytes up to the first zero as text, one character for each byte, so that nothing is lost and order is byte order. Of
 * a text that many others overlap with, `most` characters are taken.
 */
export function textOf(bytes: Uint8Array, start = 0, most = Number.POSITIVE_INFINITY): string {
  const limit = Math.min(bytes.length, start + most)
  let end = start
  while (end < limit && bytes[end] !== 0) end++
  let text = ''
  for (let at = start; at < end; at += chunkLength)
    text += Reflect.apply(String.fromCharCode, null, bytes.subarray(at, Math.min(at + chunkLength, end)))
  return text
}
