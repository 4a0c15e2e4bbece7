// A table of names. Each has in common with the one before it what the two begin with, and only the rest is written.
//
//   names = (shared length)… rest…     for each name: bytes it shares with the last one, and how many follow
//
// so that lengths stand together, and text stands together: deflate finds more in either by itself.

import type { ByteWriter } from './byteWriter.ts'
import { NAMES_LIMIT } from './format.ts'
import type { PackReader } from './packReader.ts'
import { bytesOfText, textOfBytes } from './text.ts'

/** Writes names; the reader must know how many. */
export function writeNames(out: ByteWriter, names: string[]): void {
  const rests: Uint8Array[] = []
  let last = new Uint8Array()
  for (const name of names) {
    const bytes = bytesOfText(name)
    let shared = 0
    while (shared < last.length && shared < bytes.length && last[shared] === bytes[shared]) shared++
    rests.push(bytes.subarray(shared))
    out.varint(shared)
    out.varint(bytes.length - shared)
    last = bytes as Uint8Array<ArrayBuffer>
  }
  for (const rest of rests) out.bytes(rest)
}

/** Reads so many names. However many share however much, they are no longer in all than {@link NAMES_LIMIT}. */
export function readNames(input: PackReader, length: number): string[] {
  const shared = new Uint32Array(length)
  const own = new Uint32Array(length)
  let all = 0
  for (let row = 0; row < length; row++) {
    shared[row] = input.below(row === 0 ? 1 : shared[row - 1] + own[row - 1] + 1)
    own[row] = input.below(NAMES_LIMIT)
    all += shared[row] + own[row]
    if (all > NAMES_LIMIT) input.fail('wrong')
    if (input.fault) return []
  }
  const names: string[] = []
  let last = new Uint8Array()
  for (let row = 0; row < length; row++) {
    const bytes = new Uint8Array(shared[row] + own[row])
    bytes.set(last.subarray(0, shared[row]))
    bytes.set(input.take(own[row]), shared[row])
    const name = textOfBytes(bytes)
    if (name === null) input.fail('wrong')
    if (input.fault || name === null) return []
    names.push(name)
    last = bytes
  }
  return names
}
