// Some of the rows of a table, ascending: of each how many lie between it and the last one.

import type { ByteWriter } from './byteWriter.ts'
import type { PackReader } from './packReader.ts'

export function writeGaps(out: ByteWriter, rows: Int32Array): void {
  rows.forEach((row, i) => {
    out.varint(row - (i > 0 ? rows[i - 1] : -1) - 1)
  })
}

/** So many rows, all below a limit. */
export function readGaps(input: PackReader, length: number, limit: number): Int32Array {
  let last = -1
  if (length > input.left) input.fail('ends')
  return Int32Array.from({ length: input.fault ? 0 : length }, () => {
    last += 1 + input.below(Math.max(0, limit - last - 1))
    return last
  })
}
