// A payload is packed in pieces. Names, calls and counts have little in common, and deflate tells the frequencies of
// bytes once for many thousands of them: so it packs each kind better by itself, where there is enough of it.
//
//   pieces = (length piece)… 0 piece       length in bytes, packed; the last one goes to the end

import { type ByteWriter, byteWriter } from './byteWriter.ts'
import { deflate, inflate } from './deflate.ts'
import { PAYLOAD_LIMIT, PIECES_LIMIT } from './format.ts'
import { PackReader } from './packReader.ts'

/** Packs what was written: whole, with the names by themselves, or all kinds by themselves, whichever is shortest. */
export async function writePieces(out: ByteWriter): Promise<Uint8Array> {
  const bytes = out.written()
  const [first] = out.marks
  const cuts = [[], [first], out.marks].filter(marks => marks[0] !== undefined || marks.length === 0)
  const tried = await Promise.all(cuts.map(marks => packAt(bytes, marks)))
  return tried.reduce((best, next) => (next.length < best.length ? next : best))
}

async function packAt(bytes: Uint8Array, marks: number[]): Promise<Uint8Array> {
  const ends = [...marks, bytes.length]
  const pieces = await Promise.all(ends.map((end, i) => deflate(bytes.subarray(ends[i - 1] ?? 0, end))))
  const out = byteWriter()
  pieces.forEach((piece, i) => {
    out.varint(i < pieces.length - 1 ? piece.length : 0)
    out.bytes(piece)
  })
  return out.written()
}

/** What came of pieces: all of them, or those before one that could not be unpacked, and as far as that one could. */
export interface PiecesRead {
  payload: Uint8Array
  /** `cut`: the file ends within a piece, as it says how long it is. */
  stopped: 'end' | 'cut' | 'damaged' | 'limit'
}

export async function readPieces(packed: Uint8Array): Promise<PiecesRead> {
  const input = new PackReader(packed)
  const payload = byteWriter()
  let stopped: PiecesRead['stopped'] = 'end'
  for (let piece = 0, isLast = false; !isLast && stopped === 'end'; piece++) {
    const length = input.varint()
    isLast = length === 0
    if (input.fault || length > input.left) stopped = 'cut'
    if (piece >= PIECES_LIMIT) stopped = 'damaged'
    const from = input.offset
    input.take(isLast ? input.left : Math.min(length, input.left))
    const read = await inflate(packed.subarray(from, input.offset), PAYLOAD_LIMIT - payload.written().length)
    payload.bytes(read.bytes)
    if (stopped === 'end') stopped = read.stopped
  }
  return { payload: payload.written(), stopped }
}
