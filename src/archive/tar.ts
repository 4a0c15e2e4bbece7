// tar: entries one after the other, each a header of 512 bytes and its contents, filled up to a whole number of blocks. Of
// the forms in use, the ustar header with its prefix, the long names of GNU and the records of POSIX (pax) are read; all of
// them are in files that people make with nothing but `tar c`.

import { textOf } from '../parse/byteReader.ts'

/** Where the bytes of an archive come from: a file that can be skipped in, or a stream that passes once. */
export interface TarInput {
  /** The next bytes; fewer where the archive ends. */
  take(length: number): Promise<Uint8Array>
  /** Steps over bytes. */
  skip(length: number): Promise<void>
}

export interface TarEntry {
  path: string
  size: number
}

const BLOCK = 512
/** Headers whose contents are about the next entry are never longer, but in archives meant to do harm. */
const LONGEST_NOTE = 1 << 20

/** Whether a file begins with the header of a tar archive: its checksum is right. */
export const isTar = (bytes: Uint8Array): boolean => bytes.length >= BLOCK && isHeader(bytes.subarray(0, BLOCK))

/**
 * Goes from file to file. At each the input stands at the beginning of its contents, and whoever goes along takes or skips
 * just these. Null, at the end, says that the archive is cut, or no tar from some point on.
 */
export async function* readTar(input: TarInput): AsyncGenerator<TarEntry | null> {
  let note: Partial<TarEntry> = {}
  for (;;) {
    const header = await input.take(BLOCK)
    if (header.every(byte => byte === 0)) return
    const type = String.fromCharCode(header[156])
    const size = note.size ?? numberAt(header, 124, 12)
    if (header.length < BLOCK || !isHeader(header) || !(size >= 0)) return yield null
    if (type === 'L' || type === 'x') {
      const bytes = await input.take(Math.min(size, LONGEST_NOTE))
      if (bytes.length < size) return yield null
      note = { ...note, ...(type === 'L' ? { path: textIn(bytes) } : paxNote(bytes)) }
    } else {
      // Links, folders and devices have no contents that would be of use.
      if (type === '0' || type === '\0' || type === '7') yield { path: note.path ?? pathIn(header), size }
      else await input.skip(size)
      note = {}
    }
    await input.skip((BLOCK - (size % BLOCK)) % BLOCK)
  }
}

/** The sum of all bytes, those of the checksum itself taken for blanks, is in the header. */
function isHeader(header: Uint8Array): boolean {
  let sum = 8 * 32
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += header[i]
  return header[0] !== 0 && numberAt(header, 148, 8) === sum
}

function pathIn(header: Uint8Array): string {
  const name = textIn(header.subarray(0, 100))
  const isPosix = textOf(header.subarray(257, 263)) === 'ustar'
  const prefix = isPosix ? textIn(header.subarray(345, 500)) : ''
  return prefix === '' ? name : `${prefix}/${name}`
}

/** Octal digits, or, of numbers that are too large for these, big-endian bytes behind 0x80. NaN where it is neither. */
function numberAt(header: Uint8Array, at: number, length: number): number {
  const field = header.subarray(at, at + length)
  if (field[0] === 0x80) return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0)
  const digits = textOf(field).trim()
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : Number.NaN
}

/** Records of `LENGTH KEY=VALUE\n`. */
function paxNote(bytes: Uint8Array): Partial<TarEntry> {
  const note: Partial<TarEntry> = {}
  for (let at = 0; at < bytes.length; ) {
    const length = Number.parseInt(textOf(bytes.subarray(at, at + 12)), 10)
    if (!(length > 0)) break
    const [, key, value] = /^\d+ ([^=]+)=(.*)\n$/s.exec(decode(bytes.subarray(at, at + length))) ?? []
    if (key === 'path') note.path = value
    else if (key === 'size') note.size = Number(value)
    at += length
  }
  return note
}

const decoder = new TextDecoder()
const decode = (bytes: Uint8Array) => decoder.decode(bytes)

/** Text up to the first zero byte. */
function textIn(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  return decode(end < 0 ? bytes : bytes.subarray(0, end))
}
