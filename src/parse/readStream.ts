/** What came of a stream before its end, before what cannot be unpacked, or before the limit. */
export interface StreamRead {
  bytes: Uint8Array<ArrayBuffer>
  stopped: 'end' | 'damaged' | 'limit'
}

/** Reads no more than the piece in which `limit` bytes are exceeded; there it stops, and what has come is a little more. */
export async function readStream(stream: ReadableStream<Uint8Array>, limit: number): Promise<StreamRead> {
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  let stopped: StreamRead['stopped'] = 'end'
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value)
      length += next.value.length
      if (length > limit) {
        stopped = 'limit'
        break
      }
    }
  } catch {
    stopped = 'damaged'
  }
  await reader.cancel().catch(() => {})
  return { bytes: joined(chunks), stopped }
}

/** One array of all pieces. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
