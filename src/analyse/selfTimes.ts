// The self time of each function, as closely as a listing tells.
//
// Two decimals of seconds are little for a short run: half a sample, 0.005 s, is printed as 0.01, and eight such
// functions make a program of 1.83 s look as if it took 1.87 s. But the flat profile tells each time twice, in seconds
// and as a percentage of the whole, and a hundredth of a percent of 1.83 s is fifty times finer than a hundredth of a
// second. So a time is taken as printed if its percentage agrees with it, and from the percentage otherwise.

import type { FlatRows, Listing } from '../parse/listing.ts'
import type { Holes } from './findHoles.ts'
import type { FoundFunctions } from './matchFunctions.ts'
import type { Entries } from './readEntries.ts'
import { roundingOf } from './rounding.ts'

/** Columns over functions. */
export interface SelfTimes {
  /** NaN where the listing does not tell; 0 for functions that it would show if they had any. */
  self: Float64Array
  /** The most by which the time may be off. */
  rounding: Float64Array
}

export function selfTimes(
  listing: Listing,
  found: FoundFunctions,
  entries: Entries,
  calls: Float64Array,
  holes: Holes,
): SelfTimes {
  const { flat, graph } = listing
  const last = roundingOf(listing)
  const flatTimes = flat && (holes.flatWhole ? refine(flat, listing, last) : asPrinted(flat, last))
  const self = new Float64Array(found.length)
  const rounding = new Float64Array(found.length)
  const passesTime = callersWithTime(entries, found.length)
  for (let fn = 0; fn < found.length; fn++) {
    const row = found.flatRow[fn]
    if (flatTimes && row >= 0) {
      self[fn] = flatTimes.self[row]
      rounding[fn] = flatTimes.rounding[row]
    } else if (!Number.isNaN(entries.self[fn])) {
      // An entry with time of its own would be in a whole flat profile.
      self[fn] = entries.self[fn]
      rounding[fn] = last
    } else if (!holes.flatWhole) {
      // gprof prints no entry for a function without time and without calls, which is only mentioned as a caller.
      const omitted = graph && holes.graphWhole && !(calls[fn] > 0) && !passesTime[fn] && !entries.excluded[fn]
      if (!omitted) self[fn] = Number.NaN
    }
  }
  return { self, rounding }
}

function callersWithTime({ arcs }: Entries, functions: number): Uint8Array {
  const passes = new Uint8Array(functions)
  for (let arc = 0; arc < arcs.length; arc++)
    if (arcs.self[arc] > 0 || arcs.children[arc] > 0) passes[arcs.caller[arc]] = 1
  return passes
}

const asPrinted = ({ self }: FlatRows, last: number): SelfTimes => ({
  self,
  rounding: new Float64Array(self.length).fill(last),
})

/** Self times by row of a whole flat profile, from seconds and percentages together. */
function refine(flat: FlatRows, { samplePeriod, flatTotal }: Listing, last: number): SelfTimes {
  const whole = wholeTime(flatTotal, samplePeriod, totalRange(flat, last))
  if (whole === null) return asPrinted(flat, last)
  const [least, most] = whole
  const half = halfStep(flat)
  const self = flat.self.slice()
  const rounding = new Float64Array(flat.length)
  for (let row = 0; row < flat.length; row++) {
    const low = Math.max(flat.self[row] - last, ((flat.percent[row] - half) / 100) * least)
    const high = Math.min(flat.self[row] + last, ((flat.percent[row] + half) / 100) * most)
    // gprof divides a sample that hits two functions between them, often in halves.
    const halves = Math.round((low + high) / samplePeriod) * (samplePeriod / 2)
    const isHalves = halves >= low && halves <= high && Number(halves.toFixed(2)) === flat.self[row]
    // A percentage that was rounded from just between two stands on the very edge of its range.
    const edge = 1e-9 * most
    if (self[row] < low - edge || self[row] > high + edge) self[row] = isHalves ? halves : (low + high) / 2
    rounding[row] = Math.max(self[row] - low, high - self[row], 0)
  }
  return { self, rounding }
}

/** What 100 % can be, if each row's time and percentage are roundings of one figure. Empty (low > high) if they are not. */
function totalRange(flat: FlatRows, last: number): [low: number, high: number] {
  const half = halfStep(flat)
  let low = 0
  let high = Number.POSITIVE_INFINITY
  for (let row = 0; row < flat.length; row++) {
    low = Math.max(low, (100 * (flat.self[row] - last)) / (flat.percent[row] + half))
    if (flat.percent[row] > half) high = Math.min(high, (100 * (flat.self[row] + last)) / (flat.percent[row] - half))
  }
  return [low, high]
}

/** Half of the last digit of the percentages: BSD style prints one decimal, GNU style two. */
const halfStep = ({ percent }: FlatRows): number =>
  percent.every(share => Math.abs(share * 10 - Math.round(share * 10)) < 1e-6) ? 0.05 : 0.005

/**
 * 100 %, from least to most: a whole number of samples that the percentages allow, the sum of the rows if that is one.
 * Else it may be any of them: samples that hit no function count too, so it may be larger than the sum, and of scaled bins
 * gprof gives functions a little more than there is, so it may be smaller. Null if the percentages allow none.
 */
function wholeTime(
  sum: number,
  samplePeriod: number,
  [low, high]: [number, number],
): [least: number, most: number] | null {
  const period = samplePeriod > 0 ? samplePeriod : high * 1e-6 // BSD style does not print the period
  const fewest = Math.ceil(low / period - 1e-9)
  const most = Math.floor(high / period + 1e-9)
  if (!(fewest <= most)) return null
  const samples = Math.round(sum / period)
  if (samples >= fewest && samples <= most) return [samples * period, samples * period]
  return [fewest * period, most * period]
}
