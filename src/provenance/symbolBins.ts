// From the self time of a function back to the bins of the histogram whose ticks it is made of: the same arithmetic as in
// assignSamples.ts, for one function, with every bin kept.

import { hex } from '../analyse/addressName.ts'
import { partOfBin, scaleOf } from '../analyse/assignSamples.ts'
import { forEachUsed } from '../parse/bins.ts'
import type { PairRead } from '../readRun.ts'
import { type Heaviest, heaviest } from './heaviest.ts'

/** A bin with ticks, some of them the function's. Addresses are in hexadecimal, as gprof reckons them; `high` is exclusive. */
export interface SymbolBin {
  /** Row of {@link SymbolBins.histograms}. */
  histogram: number
  /** Which bin of the histogram it is, from 0. */
  bin: number
  low: string
  high: string
  ticks: number
  /** The ticks that the function has of them. */
  part: number
  /** Whether bytes of it are not the function's. */
  isShared: boolean
  /** With whom it is shared: other functions that lie in it. Names, the first few; none where the rest of it is no function's. */
  sharedWith: string[]
}

/** A record of the file that holds bins. */
export interface HistogramRecord {
  /** Which histogram of the file it is, from 1. */
  number: number
  low: string
  high: string
  bins: number
  rate: number
  /** Where its bins begin in the file, two bytes each; -1 where several files were added up. */
  offset: number
}

/** Ticks along the addresses of a function, from the first to the last, in columns of equal width. */
export interface TickStrip {
  /** The function's own, and those of the same bins that others have. */
  own: number[]
  others: number[]
}

/** What the self time of a function was counted from. */
export interface SymbolBins {
  /** Where the function begins, and where the next one does: its length is not known to gprof. */
  low: string
  high: string
  /** The function's ticks: those of its bins, and its part of bins that it shares. */
  ticks: number
  /** Samples to the unit of time; 0 where the file says nothing sensible. */
  rate: number
  bytesPerBin: number
  /** How many files the histograms are the sum of. */
  files: number
  /** Bins with ticks of the function, those that it shares among them. */
  count: number
  shared: number
  /** The heaviest of them, by address. Weights are parts. */
  bins: Heaviest<SymbolBin>
  strip: TickStrip
  /** Those that bins are in. */
  histograms: HistogramRecord[]
}

const COLUMNS = 96
/** Names of others that are in a bin. */
const MOST_NAMED = 3

/** The bins of a function of the run, by its row there. */
export function symbolBins({ functions, run, sum }: PairRead, fn: number, nameOf: (fn: number) => string): SymbolBins {
  const { origin, address, length } = functions
  const begin = halfOf(address[fn])
  // gprof takes the last function for an end mark, and gives it nothing.
  const end = fn < length - 1 ? halfOf(address[fn + 1]) : begin
  const scale = sum.histograms.length > 0 ? scaleOf(sum.histograms[0]) : 0
  const at = (half: number) => hex(origin + 2n * BigInt(half))
  const bins: SymbolBin[] = []
  const histograms: HistogramRecord[] = []
  const columns = Math.max(1, Math.min(COLUMNS, Math.ceil((end - begin) / Math.max(scale, 1))))
  const strip: TickStrip = { own: new Array(columns).fill(0), others: new Array(columns).fill(0) }
  let shared = 0
  for (const [record, { low, bins: all }] of sum.histograms.entries()) {
    const base = halfOf(Number(low - origin))
    const before = bins.length
    forEachUsed(all, (bin, ticks) => {
      const binLow = base + Math.trunc(scale * bin)
      const binHigh = base + Math.trunc(scale * (bin + 1))
      const part = partOfBin(ticks, scale, binLow, binHigh, begin, end)
      if (!(part > 0)) return
      const isShared = binLow < begin || binHigh > end
      if (isShared) shared++
      const column = Math.floor(((Math.max(binLow, begin) - begin) / (end - begin)) * columns)
      strip.own[column] += part
      if (isShared) strip.others[column] += Math.max(0, ticks - part)
      bins.push({
        histogram: histograms.length,
        bin,
        low: at(binLow),
        high: at(binHigh),
        ticks,
        part,
        isShared,
        sharedWith: isShared ? othersIn(address, fn, binLow, binHigh).map(nameOf) : [],
      })
    })
    if (bins.length > before) histograms.push(histogramRecord(sum, record))
  }
  return {
    low: at(begin),
    high: at(end),
    ticks: run.ticks[fn],
    rate: run.rate,
    bytesPerBin: 2 * scale,
    files: sum.added.length,
    count: bins.length,
    shared,
    bins: heaviest(bins, ({ part }) => part),
    strip,
    histograms,
  }
}

/** Of a histogram of a file, or of a sum of several. */
export function histogramRecord({ histograms, added }: PairRead['sum'], record: number): HistogramRecord {
  const { low, high, bins, rate, offset = -1 } = histograms[record]
  return {
    number: record + 1,
    low: hex(low),
    high: hex(high),
    bins: bins.length,
    rate,
    offset: added.length === 1 ? offset : -1,
  }
}

const halfOf = (address: number) => Math.floor(address / 2)

/** Other functions that have bytes in a bin, the nearest first. */
function othersIn(address: Float64Array, fn: number, binLow: number, binHigh: number): number[] {
  const others: number[] = []
  const end = (each: number) => halfOf(address[each + 1])
  for (let each = fn - 1; each >= 0 && end(each) > binLow && others.length < MOST_NAMED; each--)
    if (end(each) > halfOf(address[each])) others.push(each)
  for (let each = fn + 1; each < address.length - 1 && halfOf(address[each]) < binHigh; each++) {
    if (others.length === MOST_NAMED) break
    others.push(each)
  }
  return others
}
