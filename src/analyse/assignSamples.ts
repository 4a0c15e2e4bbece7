// Ticks to functions. A bin of the histogram covers a few bytes, often four; where it straddles two functions, each
// gets its part by the bytes it has in the bin. gprof reckons with addresses halved and with one scale for all
// histograms, which puts bins slightly off towards the end of a program; the figures here are off in the same way.
// (Formulae: hist.c of GNU gprof.)

import { forEachUsed } from '../parse/bins.ts'
import type { Histogram } from '../parse/gmonRecords.ts'
import { isProfilingRoutine } from './profilingRoutines.ts'
import type { Functions } from './selectSymbols.ts'

export interface AssignedSamples {
  /** Ticks of each function. Fractions where a bin was divided. */
  ticks: Float64Array
  /** Ticks in all, those outside of every function included, those of profiling routines not. */
  total: number
  /** Halved bytes to the bin. */
  scale: number
  /** Bins that are not empty. */
  usedBins: number
}

/** Gives every bin's ticks to the functions it covers. The last function never gets any: gprof takes it for an end mark. */
export const assignSamples = (histograms: Histogram[], functions: Functions): AssignedSamples =>
  sampleAssigner(functions)(histograms)

/** The same for many runs of one program. */
export function sampleAssigner({ length, origin, address, name }: Functions) {
  const halved = address.map(at => Math.floor(at / 2))
  const routine = name.map(isProfilingRoutine)
  return (histograms: Histogram[]) => assign(histograms, { length, origin, halved, routine })
}

/** Functions by address halved, and whether they belong to profiling itself. */
interface Halved extends Pick<Functions, 'length' | 'origin'> {
  halved: Float64Array
  routine: boolean[]
}

function assign(histograms: Histogram[], { length, origin, halved, routine }: Halved): AssignedSamples {
  const ticks = new Float64Array(length)
  const scale = histograms.length > 0 ? scaleOf(histograms[0]) : 0
  let total = 0
  let usedBins = 0
  for (const { low, bins } of histograms) {
    const base = Math.floor(Number(low - origin) / 2)
    let first = 0 // functions before it end before this bin begins
    forEachUsed(bins, (bin, n) => {
      usedBins++
      const binLow = base + Math.trunc(scale * bin)
      const binHigh = base + Math.trunc(scale * (bin + 1))
      total += n
      if (length > 0 && halved[first] < binLow) first = skipTo(halved, first, binLow)
      for (let fn = first; fn < length - 1 && binHigh >= halved[fn]; fn++) {
        const credit = partOfBin(n, scale, binLow, binHigh, halved[fn], halved[fn + 1])
        if (credit <= 0) continue
        if (routine[fn]) total -= credit
        else ticks[fn] += credit
      }
    })
  }
  return { ticks, total, scale, usedBins }
}

/** The ticks of a bin that a function gets: by the bytes of the bin that it has. Addresses are halved; 0 for none. */
export const partOfBin = (
  ticks: number,
  scale: number,
  binLow: number,
  binHigh: number,
  low: number,
  high: number,
): number => {
  const overlap = Math.min(binHigh, high) - Math.max(binLow, low)
  return overlap > 0 ? (overlap * ticks) / scale : 0 // a range of one byte has a scale of 0
}

/** Halved bytes to the bin of a histogram, as gprof reckons it: the range is halved and cut to a whole number first. */
export function scaleOf({ low, high, bins }: Histogram): number {
  return Number(BigInt.asUintN(64, high - low) / 2n) / bins.length
}

/** The last function at or after `from` that begins at or before the address; `from` if there is none. O(log n). */
function skipTo(begin: Float64Array, from: number, at: number): number {
  let low = from
  let high = begin.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (begin[middle] <= at) low = middle + 1
    else high = middle
  }
  return Math.max(from, low - 1)
}
