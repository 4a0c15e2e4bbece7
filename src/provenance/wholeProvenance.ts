// Where the totals of a profile come from: the sum of all self times, and all that gmon.out has in its bins and records.

import type { ReportText } from '../export/reportText.ts'
import { forEachUsed } from '../parse/bins.ts'
import type { ProfileRead } from '../profileRead.ts'
import { labelsOf } from '../query/names.ts'
import type { PairRead } from '../readRun.ts'
import { type FigureLines, figureLines } from './figureLines.ts'
import type { Heaviest } from './heaviest.ts'
import { type ProcessShares, timeShares } from './processShares.ts'
import { linesOfWhole } from './reportFigures.ts'
import { type FunctionTerm, selfTerms } from './selfTerms.ts'
import { type HistogramRecord, histogramRecord } from './symbolBins.ts'

/** Where the totals of a profile come from. Times are in its unit. */
export interface WholeProvenance extends FigureLines {
  about: 'whole'
  time: number
  functions: Heaviest<FunctionTerm>
  /** What the functions do not add up to: where lines of a listing are missing, or rounded. */
  difference: number
  /** Null where no gmon.out was read. */
  records: WholeRecords | null
  /** Null for one process. */
  processes: ProcessShares | null
}

/** All that gmon.out, or the sum of several, holds. */
export interface WholeRecords {
  files: number
  /** In all bins, and those that functions have of them. gprof leaves out those of profiling itself, and of no function. */
  ticks: number
  ofFunctions: number
  /** Samples to the unit of time; 0 where the file says nothing sensible. */
  rate: number
  histograms: HistogramRecord[]
  /** Of arcs: all there are, and those between addresses of no function, which gprof drops. */
  arcs: { records: number; calls: number; droppedRecords: number; droppedCalls: number }
}

export function ofWhole(read: ProfileRead, report: ReportText): WholeProvenance {
  const { profile, pair, processes } = read
  const { self, length } = profile.functions
  const { firstLine, lastLine } = profile.completeness
  const functions = selfTerms(labelsOf(profile), self, Array(length).keys())
  const sum = functions.listed.reduce((all, { time }) => all + time, functions.rest.weight)
  return {
    about: 'whole',
    ...figureLines(read, report, linesOfWhole(report, firstLine || 1, lastLine || report.length)),
    time: profile.total,
    functions,
    difference: profile.total - sum,
    records: pair ? recordsOf(pair) : null,
    processes: processes && timeShares(processes.table, profile, null),
  }
}

function recordsOf({ run, sum }: PairRead): WholeRecords {
  const { samples, arcs } = run
  let ticks = 0
  for (const { bins } of sum.histograms)
    forEachUsed(bins, (_, n) => {
      ticks += n
    })
  return {
    files: sum.added.length,
    ticks,
    ofFunctions: samples.ticks.reduce((all, n) => all + n, 0),
    rate: run.rate,
    histograms: sum.histograms.map((_, histogram) => histogramRecord(sum, histogram)),
    arcs: {
      records: sum.arcs.length,
      calls: sum.arcs.count.reduce((all, count) => all + count, 0),
      droppedRecords: arcs.droppedRecords,
      droppedCalls: arcs.droppedCalls,
    },
  }
}
