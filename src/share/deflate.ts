// Deflate without a header, as browsers and Node have it. How much it unpacks to is known only afterwards: the output is
// counted while it comes, and ends at a limit.

import { readStream, type StreamRead } from '../parse/readStream.ts'

/** Packed bytes. */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Bytes that are handed over at a time: of a bomb, no more is unpacked at once than this makes. */
const PIECE = 4096

/** Unpacks no more than `limit` bytes and the rest of a piece. */
export async function inflate(packed: Uint8Array, limit: number): Promise<StreamRead> {
  const stream = new DecompressionStream('deflate-raw')
  const writing = feed(stream.writable.getWriter(), packed)
  const read = await readStream(stream.readable, limit)
  await writing
  return read
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
