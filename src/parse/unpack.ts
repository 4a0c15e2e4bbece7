// The bytes of a file, unpacked if they are gzip. How much a container unpacks to is known only afterwards, and its
// own word for it is not to be trusted; so the output is counted while it comes, and ends at a limit.

import type { Issue, Result } from '../issue.ts'

/** The most bytes that are taken from one file, unpacked: 1 GiB, a hundred times the largest listing met so far. */
export const SIZE_LIMIT = 2 ** 30

const tooLarge = (name: string, limit: number): Issue => ({
  code: 'too-large',
  message: `“${name}” holds more than ${limit / 2 ** 20} MiB, which is more than a page can keep. A listing without the functions that were never called is far smaller: leave out gprof's options -z and -l.`,
})

/** All bytes of a file. `limit` is in bytes. */
export async function unpack(name: string, blob: Blob, limit: number = SIZE_LIMIT): Promise<Result<Uint8Array>> {
  if (blob.size > limit) return { ok: false, errors: [tooLarge(name, limit)] }
  const start = new Uint8Array(await blob.slice(0, 2).arrayBuffer())
  if (start[0] !== 0x1f || start[1] !== 0x8b)
    return { ok: true, value: new Uint8Array(await blob.arrayBuffer()), warnings: [] }

  const chunks: Uint8Array[] = []
  let length = 0
  const reader = blob.stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.length
      if (length > limit) {
        await reader.cancel()
        return { ok: false, errors: [tooLarge(name, limit)] }
      }
      chunks.push(value)
    }
  } catch {
    return {
      ok: false,
      errors: [
        {
          code: 'damaged',
          message: `“${name}” is packed with gzip, but it cannot be unpacked beyond byte ${length.toLocaleString('en-US')} of its contents: the file is damaged or was not copied to its end. Copy it again; \`gzip -t\` tells whether it is whole.`,
        },
      ],
    }
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return { ok: true, value: bytes, warnings: [] }
}
