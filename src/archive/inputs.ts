import { joined } from '../parse/readStream.ts'
import type { TarInput } from './tar.ts'

/** A tar that lies there as it is. `at` is where its next byte is taken from. */
export interface BlobInput extends TarInput {
  at: number
}

export function blobInput(blob: Blob): BlobInput {
  const input: BlobInput = {
    at: 0,
    async take(length) {
      const bytes = new Uint8Array(await blob.slice(input.at, input.at + length).arrayBuffer())
      input.at += bytes.length
      return bytes
    },
    async skip(length) {
      input.at += length
    },
  }
  return input
}

/** A tar that passes once. `left` is what has come and was not taken yet. Rejects as the stream does. */
export function streamInput(reader: ReadableStreamDefaultReader<Uint8Array>): TarInput {
  let left = new Uint8Array(0)
  /** Hands over the next bytes, piece by piece. */
  const pass = async (length: number, hand: (bytes: Uint8Array) => void) => {
    for (let wanted = length; wanted > 0; ) {
      if (left.length === 0) {
        const next = await reader.read()
        if (next.done) return
        left = next.value as Uint8Array<ArrayBuffer>
      }
      const bytes = left.subarray(0, wanted)
      hand(bytes)
      wanted -= bytes.length
      left = left.subarray(bytes.length)
    }
  }
  return {
    async take(length) {
      const pieces: Uint8Array[] = []
      await pass(length, bytes => pieces.push(bytes))
      return joined(pieces)
    },
    skip: length => pass(length, () => {}),
  }
}
