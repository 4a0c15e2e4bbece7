// Several runs of one program, added up as gprof adds them: bins of equal ranges, and counts of equal arcs. A file whose
// ticks cannot be added is left out, and the reason is given. One file is needed at a time: the sum is all that is kept.

import type { Issue } from '../issue.ts'
import { allBins, forEachUsed } from '../parse/bins.ts'
import type { ArcRecords, GmonOut, Histogram } from '../parse/gmonRecords.ts'
import type { Said } from '../saying.ts'
import { hex } from './addressName.ts'
import { scaleOf } from './assignSamples.ts'
import { say } from './sentences.ts'
import { arcSum } from './sumArcs.ts'

export interface NamedGmon {
  name: string
  gmon: GmonOut
}

/** A bin is a counter of 16 bits. */
export const FULL_BIN = 65535

export interface SummedGmon {
  histograms: Histogram[]
  /** Of several files, one row for each pair of addresses. */
  arcs: ArcRecords
  /** Whether gprof prints a call graph: a BSD file counts as having one even where it holds no arc. */
  hasArcs: boolean
  /** Whether a bin of one of the files has reached {@link FULL_BIN}. */
  hasFullBin: boolean
  /** Rows of {@link arcs} that all files have with the same count; none of a single file. */
  alike: Int32Array
  /** Names of the files that were added, in order. */
  added: string[]
  /** One for each file that was left out. */
  leftOut: Issue[]
  warnings: Issue[]
}

/** Adds up files in the order given; the first decides what the others must agree with. */
export function gmonSum() {
  const histograms: Histogram[] = []
  const arcs = arcSum()
  const added: string[] = []
  const leftOut: Issue[] = []
  const warnings: Issue[] = []
  let hasArcs = false
  let hasFullBin = false
  return {
    /** Adds a file, unless it does not agree with the sum; says which. */
    add({ name, gmon }: NamedGmon): boolean {
      const reason = disagreement(histograms, gmon)
      if (reason !== null) {
        leftOut.push({ code: 'inconsistent', ...say('leftOutOfSum', { name, reason }), file: name })
        return false
      }
      for (const histogram of gmon.histograms) if (addBins(histograms, histogram)) hasFullBin = true
      const rate = gmon.histograms.find(histogram => histogram.rate !== histograms[0].rate)?.rate
      if (rate !== undefined)
        warnings.push({
          code: 'inconsistent',
          ...say('otherRate', { name, rate, first: histograms[0].rate }),
          file: name,
        })
      arcs.add(gmon.arcs)
      hasArcs ||= gmon.form !== 'gnu' || gmon.arcs.length > 0
      added.push(name)
      return true
    },
    take: (): SummedGmon => ({
      histograms,
      arcs: arcs.take(),
      alike: arcs.alike(added.length),
      hasArcs,
      hasFullBin,
      added,
      leftOut,
      warnings,
    }),
  }
}

/** The sentence that says why a file cannot be added to the sum; null where it can. */
function disagreement(sum: Histogram[], gmon: GmonOut): Said | null {
  const joined = [...sum]
  for (const histogram of gmon.histograms) {
    const reason = joined.length > 0 ? differs(joined, histogram, gmon.form) : null
    if (reason !== null) return reason
    joined.push(histogram)
  }
  return null
}

function differs(sum: Histogram[], histogram: Histogram, form: GmonOut['form']): Said | null {
  const first = sum[0]
  if (histogram.dimension !== first.dimension || histogram.abbreviation !== first.abbreviation)
    return say('unitDiffers', {
      unit: histogram.dimension,
      sign: histogram.abbreviation,
      first: first.dimension,
      firstSign: first.abbreviation,
    })
  if (Math.abs(scaleOf(histogram) - scaleOf(first)) > 1e-6)
    return say('binsDiffer', { bytes: bytesPerBin(histogram), first: bytesPerBin(first) })
  const alike = sum.find(known => sameRange(known, histogram))
  if (alike ? alike.bins.length !== histogram.bins.length : sum.some(known => overlaps(known, histogram)))
    return say('rangesOverlap', { range: sayRange(histogram), first: sayRange(first) })
  if (form === 'gnu') return null
  if (histogram.rate !== first.rate) return say('rateDiffers', { rate: histogram.rate, first: first.rate })
  return sameRange(first, histogram)
    ? null
    : say('rangeDiffers', { range: sayRange(histogram), first: sayRange(first) })
}

/** Adds bins to those of the same range. Those of a file are left as they are. Returns whether a bin is full. */
function addBins(sum: Histogram[], histogram: Histogram): boolean {
  let most = 0
  const row = sum.findIndex(known => sameRange(known, histogram))
  if (row < 0) {
    sum.push(histogram)
    forEachUsed(histogram.bins, (_, ticks) => {
      most = Math.max(most, ticks)
    })
  } else {
    const known = sum[row]
    const bins = known.bins instanceof Float64Array ? known.bins : allBins(known.bins)
    forEachUsed(histogram.bins, (bin, ticks) => {
      bins[bin] += ticks
      most = Math.max(most, ticks)
    })
    const { offset: _, ...ofBoth } = known
    sum[row] = { ...ofBoth, bins }
  }
  return most >= FULL_BIN
}

const overlaps = (a: Histogram, b: Histogram) => a.low < b.high && b.low < a.high

const sameRange = (a: Histogram, b: Histogram) => a.low === b.low && a.high === b.high

const bytesPerBin = (histogram: Histogram) => 2 * scaleOf(histogram)

/** From where to where a histogram goes. */
export const sayRange = ({ low, high }: Histogram): Said => say('range', { low: hex(low), high: hex(high) })
