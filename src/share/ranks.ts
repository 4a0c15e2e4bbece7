// gprof's numbers, the `[n]`, of rows in the order of their rank: each is one more than the last, but where functions were
// counted that are not there, or where the rank is not quite what it was to gprof.

import type { ByteWriter } from './byteWriter.ts'
import { readNumbers, writeNumbers } from './numbers.ts'
import type { PackReader } from './packReader.ts'

/** How far each is from the one after the last. */
export function writeRanks(out: ByteWriter, numbers: ArrayLike<number>): void {
  const steps = Float64Array.from(numbers, (number, rank) => number - (rank > 0 ? numbers[rank - 1] : 0) - 1)
  writeNumbers(out, steps, new Uint8Array(steps.length))
}

export function readRanks(input: PackReader, length: number): Int32Array {
  let number = 0
  return Int32Array.from(readNumbers(input, length, new Uint8Array(length)), step => {
    number += step + 1
    return number
  })
}
