// Packed files as nobody makes them who means well: any payload, with a check that fits it.

import { type ByteWriter, byteWriter } from './byteWriter.ts'
import { checkOf, FIRST_VERSION, HEADER, MAGIC } from './format.ts'
import { readPieces, writePieces } from './pieces.ts'

/** A file around a payload that is given without its check. */
export async function fileAround(payload: Uint8Array, version?: number): Promise<Uint8Array<ArrayBuffer>> {
  const out = byteWriter()
  out.bytes(payload)
  const check = checkOf(payload)
  for (let byte = 0; byte < 4; byte++) out.u8((check >>> (8 * byte)) & 0xff)
  return fileOf(await writePieces(out), version)
}

/** A file around whatever is given for its pieces. */
export const fileOf = (pieces: Uint8Array, version: number = FIRST_VERSION): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...MAGIC, version, ...pieces])

/** The payload of a file, without its check. */
export async function payloadOf(file: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const { payload } = await readPieces(file.subarray(HEADER))
  return payload.slice(0, -4)
}

/** A file around what is written. */
export function fileWith(write: (out: ByteWriter) => void): Promise<Uint8Array<ArrayBuffer>> {
  const out = byteWriter()
  write(out)
  return fileAround(out.written())
}
