// An order of things that have an order already, which is often the same, or nearly.
//
//   order = 0                 the same
//         | 1 step…           for each thing: how far it stands behind the place after the last one's (zigzag)

import { type ByteWriter, unzigzag, zigzag } from './byteWriter.ts'
import type { PackReader } from './packReader.ts'

/** Writes where in the order that is there each thing of the other one stands. */
export function writeOrder(out: ByteWriter, places: Uint32Array): void {
  const isSame = places.every((place, i) => place === i)
  out.varint(isSame ? 0 : 1)
  if (isSame) return
  let last = -1
  for (const place of places) {
    out.varint(zigzag(place - last - 1))
    last = place
  }
}

/** The places of so many things, each once. */
export function readOrder(input: PackReader, length: number): Uint32Array {
  const places = new Uint32Array(length)
  const isSame = input.below(2) === 0
  const seen = new Uint8Array(length)
  for (let i = 0, last = -1; i < length; i++) {
    const place = isSame ? i : last + 1 + unzigzag(input.varint())
    if (!(place >= 0 && place < length) || seen[place]) input.fail('wrong')
    if (input.fault) return new Uint32Array(length)
    seen[place] = 1
    places[i] = last = place
  }
  return places
}
