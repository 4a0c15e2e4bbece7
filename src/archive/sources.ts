// Files that are not there as they are: packed ones, and those in archives. Each is unpacked anew whenever it is read, and
// no longer held than whoever reads it needs it; so any number of them takes no more room than one.

import type { ByteSource } from '../parse/elf.ts'
import { readStream } from '../parse/readStream.ts'
import { gunzip } from '../parse/unpack.ts'
import type { Said } from '../saying.ts'
import { say } from './sentences.ts'

/** Where the bytes of a file come from, from its first on, as often as it is asked. */
export type OpenStream = () => Promise<ReadableStream<Uint8Array>>

/** Why the bytes of a file cannot be had. */
export class DamagedFile extends Error {
  readonly said: Said

  constructor(said: Said) {
    super(said.message)
    this.said = said
  }
}

/**
 * A file behind a stream, of which the range that is asked for is read from the beginning.
 *
 * @param size Bytes of the file: it is never read beyond them, whatever comes.
 * @param damaged What to say of one that ends too early or cannot be unpacked: reading rejects with {@link DamagedFile}.
 */
export const streamedSource = (size: number, open: OpenStream, damaged: Said): ByteSource => ({
  size,
  slice: (start, end) => ({
    async arrayBuffer() {
      const { bytes, stopped } = await readStream(await open(), Math.min(end, size))
      if (stopped === 'damaged' || (stopped === 'end' && bytes.length < Math.min(end, size)))
        throw new DamagedFile(damaged)
      return start === 0 && bytes.length === end ? bytes.buffer : bytes.slice(start, end).buffer
    },
  }),
})

/** Bytes that are there already: a Blob of them would copy them twice. */
export const heldSource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  slice: (start, end) => ({ arrayBuffer: async () => (bytes as Uint8Array<ArrayBuffer>).slice(start, end).buffer }),
})

/** Smaller files are kept as they are. */
const WORTH_PACKING = 1 << 16

/**
 * Where to keep bytes: packed, if that makes them less than half as large, as it does with a gmon.out. An executable is
 * read in ranges, and stays as it is.
 */
export async function kept(bytes: Uint8Array, isRanged: boolean): Promise<{ source: ByteSource; room: number }> {
  if (bytes.length >= WORTH_PACKING && !isRanged) {
    const packed = await packedBlob(bytes)
    if (packed.size < bytes.length / 2) return { source: gunzipped(bytes.length, packed), room: packed.size }
  }
  return { source: new Blob([bytes as Uint8Array<ArrayBuffer>]), room: bytes.length }
}

const packedBlob = (bytes: Uint8Array): Promise<Blob> =>
  new Response(new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new CompressionStream('gzip'))).blob()

/** A file of so many bytes out of what gzip made of it. */
export const gunzipped = (size: number, blob: Blob): ByteSource =>
  streamedSource(size, async () => gunzip(blob), say('noLongerUnpacks'))
