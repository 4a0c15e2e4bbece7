// Deflate without a header, as browsers and Node have it. How much it unpacks to is known only afterwards: the output is
// counted while it comes, and ends at a limit.

/** Packed bytes. */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** What came out before the end, or before what is no deflate, or before the limit. */
export interface Inflated {
  bytes: Uint8Array
  stopped: 'end' | 'damaged' | 'limit'
}

/** Bytes that are handed over at a time: of a bomb, no more is unpacked at once than this makes. */
const PIECE = 4096

/** Unpacks no more than `limit` bytes. */
export async function inflate(packed: Uint8Array, limit: number): Promise<Inflated> {
  const stream = new DecompressionStream('deflate-raw')
  const reader = stream.readable.getReader()
  const writing = feed(stream.writable.getWriter(), packed)
  const chunks: Uint8Array[] = []
  let length = 0
  let stopped: Inflated['stopped'] = 'end'
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length
      if (length > limit) {
        stopped = 'limit'
        break
      }
      chunks.push(next.value)
    }
  } catch {
    stopped = 'damaged'
  }
  await Promise.all([reader.cancel().catch(() => {}), writing])
  return { bytes: joined(chunks), stopped }
}

/** Hands over bytes piece by piece. A stream that wants no more has said why to whoever reads from it. */
async function feed(writer: WritableStreamDefaultWriter<BufferSource>, bytes: Uint8Array): Promise<void> {
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      await writer.ready
      await writer.write(bytes.slice(at, at + PIECE))
    }
    await writer.close()
  } catch {}
}

function joined(chunks: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
