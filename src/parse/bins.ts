// Bins of a histogram: millions of them for a large program, and nearly all of them 0. So of a file those are kept that are
// not, and bytes are looked through sixteen at a time.

import { doubled } from '../doubled.ts'

/** Counters of ticks: all of them, as in a sum, or those of a file that are not 0. */
export type Bins = Float64Array | Uint16Array | UsedBins

export interface UsedBins {
  /** Of all bins. */
  length: number
  /** Ascending. */
  used: Uint32Array
  /** Of each that is used. */
  ticks: Uint16Array
}

/** 16-bit counters out of bytes. */
export function binsOf(bytes: Uint8Array, littleEndian: boolean): UsedBins {
  const { buffer, byteOffset } = bytes
  const length = bytes.length >> 1
  const low = littleEndian ? 0 : 1
  let used = new Uint32Array(256)
  let ticks = new Uint16Array(256)
  let found = 0
  let next = 0
  /** Takes the bins that have a byte before `end`, and were not taken yet. */
  const take = (from: number, end: number) => {
    for (let bin = Math.max(next, from >> 1); bin < length && 2 * bin < end; bin++, next = bin) {
      const value = bytes[2 * bin + low] | (bytes[2 * bin + 1 - low] << 8)
      if (value === 0) continue
      if (found === used.length) {
        used = doubled(used)
        ticks = doubled(ticks)
      }
      used[found] = bin
      ticks[found++] = value
    }
  }
  const before = -byteOffset & 3 // to where numbers of 4 bytes may lie
  const rest = bytes.length - before
  take(0, Math.min(before, bytes.length))
  const words = rest > 0 ? new Int32Array(buffer, byteOffset + before, rest >> 2) : new Int32Array(0)
  let word = 0
  for (; word + 4 <= words.length; word += 4)
    if ((words[word] | words[word + 1] | words[word + 2] | words[word + 3]) !== 0)
      take(before + 4 * word, before + 4 * word + 16)
  take(before + 4 * word, bytes.length)
  return { length, used: used.slice(0, found), ticks: ticks.slice(0, found) }
}

/** Calls back with each bin that is not 0, ascending. */
export function forEachUsed(bins: Bins, use: (bin: number, ticks: number) => void): void {
  if ('used' in bins) for (let i = 0; i < bins.used.length; i++) use(bins.used[i], bins.ticks[i])
  else for (let bin = 0; bin < bins.length; bin++) if (bins[bin] !== 0) use(bin, bins[bin])
}

/** All bins. */
export function allBins(bins: Bins): Float64Array {
  const all = new Float64Array(bins.length)
  forEachUsed(bins, (bin, ticks) => {
    all[bin] = ticks
  })
  return all
}
