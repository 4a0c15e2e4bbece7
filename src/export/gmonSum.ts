// gmon.sum, the file of `gprof -s`: the sum of several runs as one gmon.out, with the addresses of functions in place
// of those of calls.

import type { GprofRun } from '../analyse/gprofRun.ts'
import { rowsOf } from '../analyse/groupRows.ts'
import { forEachUsed } from '../parse/bins.ts'
import type { ByteForm } from '../parse/byteReader.ts'
import type { Histogram } from '../parse/gmonRecords.ts'

/** The sum as GNU gmon.out, version 1, all of it at the rate of the first histogram. Counters keep their 16 and 32 lowest bits, as gprof's do. */
export function writeGmonSum(run: GprofRun, histograms: Histogram[], form: ByteForm): Uint8Array {
  const { wide, littleEndian } = form
  const head = 1 + (wide ? 16 : 8) + 8 + 16
  const record = 1 + (wide ? 16 : 8) + 4
  const size = 20 + histograms.reduce((sum, { bins }) => sum + head + 2 * bins.length, 0) + record * run.arcs.length
  const view = new DataView(new ArrayBuffer(size))
  let at = 0
  const text = (characters: string, length: number) => {
    for (let i = 0; i < Math.min(length, characters.length); i++) view.setUint8(at + i, characters.charCodeAt(i))
    at += length
  }
  const u8 = (value: number) => view.setUint8(at++, value)
  const u32 = (value: number) => {
    view.setUint32(at, value % 2 ** 32, littleEndian)
    at += 4
  }
  const address = (value: bigint) => {
    if (wide) view.setBigUint64(at, BigInt.asUintN(64, value), littleEndian)
    else view.setUint32(at, Number(BigInt.asUintN(32, value)), littleEndian)
    at += wide ? 8 : 4
  }
  text('gmon', 4)
  u32(1)
  at = 20
  for (const { low, high, bins, dimension, abbreviation } of histograms) {
    u8(0)
    address(low)
    address(high)
    u32(bins.length)
    u32(run.rate)
    text(dimension, 15)
    text(abbreviation, 1)
    const first = at
    forEachUsed(bins, (bin, n) => view.setUint16(first + 2 * bin, n % 0x10000, littleEndian))
    at += 2 * bins.length
  }
  const addressOf = (fn: number) => run.functions.origin + BigInt(run.functions.address[fn])
  for (let caller = 0; caller < run.functions.length; caller++) {
    const arcs = rowsOf(run.callees, caller)
    for (let i = arcs.length - 1; i >= 0; i--) {
      u8(1)
      address(addressOf(caller))
      address(addressOf(run.arcs.callee[arcs[i]]))
      u32(run.arcs.count[arcs[i]])
    }
  }
  return new Uint8Array(view.buffer)
}

/** How many bins hold more than their counters in a gmon.sum can. */
export function overflowing(histograms: readonly Histogram[]): number {
  let bins = 0
  for (const histogram of histograms)
    forEachUsed(histogram.bins, (_, ticks) => {
      if (ticks >= 0x10000) bins++
    })
  return bins
}
