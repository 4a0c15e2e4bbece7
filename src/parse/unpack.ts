// The bytes of a file, unpacked if they are gzip. How much a container unpacks to is known only afterwards, and its
// own word for it is not to be trusted; so the output is counted while it comes, and ends at a limit.

import type { Issue, Result } from '../issue.ts'
import { readStream } from './readStream.ts'
import { say } from './sentences.ts'

/** The most bytes that are taken from one file, unpacked: 1 GiB, a hundred times the largest listing met so far. */
export const SIZE_LIMIT = 2 ** 30

export const tooLarge = (name: string, limit: number): Issue => ({
  code: 'too-large',
  ...say('tooLarge', { name, mib: limit / 2 ** 20 }),
})

/** The first bytes of what gzip packed, or what there is of them before it cannot be unpacked. */
export const peekGzip = async (blob: Blob, length: number): Promise<Uint8Array> =>
  (await readStream(gunzip(blob), length)).bytes.subarray(0, length)

/** All bytes of a file. `limit` is in bytes. */
export async function unpack(name: string, blob: Blob, limit: number = SIZE_LIMIT): Promise<Result<Uint8Array>> {
  if (blob.size > limit) return { ok: false, errors: [tooLarge(name, limit)] }
  const start = new Uint8Array(await blob.slice(0, 2).arrayBuffer())
  if (start[0] !== 0x1f || start[1] !== 0x8b)
    return { ok: true, value: new Uint8Array(await blob.arrayBuffer()), warnings: [] }

  const { bytes, stopped } = await readStream(gunzip(blob), limit)
  if (stopped === 'limit') return { ok: false, errors: [tooLarge(name, limit)] }
  if (stopped === 'damaged') return { ok: false, errors: [damaged(name, bytes.length)] }
  return { ok: true, value: bytes, warnings: [] }
}

export const gunzip = (blob: Blob): ReadableStream<Uint8Array> =>
  blob.stream().pipeThrough(new DecompressionStream('gzip'))

const damaged = (name: string, length: number): Issue => ({
  code: 'damaged',
  ...say('gzipDamaged', { name, byte: length }),
})
