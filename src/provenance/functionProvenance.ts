// Where self time, calls and total of a function come from.

import { profileRowsOf } from '../analyse/profileOfRun.ts'
import type { ReportText } from '../export/reportText.ts'
import type { FunctionRow, Profile } from '../profile.ts'
import type { ProfileRead } from '../profileRead.ts'
import { calleeArcs, callerArcs } from '../query/adjacency.ts'
import { labelsOf } from '../query/names.ts'
import { totalOf } from '../query/totals.ts'
import type { PairRead } from '../readRun.ts'
import { type ArcTerm, byCount, byTime, termsOf } from './arcTerms.ts'
import { type FigureLines, figureLines } from './figureLines.ts'
import { type Heaviest, heaviest } from './heaviest.ts'
import { namesInRun } from './namesInRun.ts'
import { type ProcessShares, timeShares } from './processShares.ts'
import { linesOfFunction } from './reportFigures.ts'
import { type SymbolBins, symbolBins } from './symbolBins.ts'

/** Where the figures of a function come from. Times are in the unit of the profile. */
export interface FunctionProvenance extends FigureLines {
  about: 'function'
  /** Its label. */
  fn: string
  self: {
    time: number
    /** As the listing has it, rounded; NaN where there is none, or it has no entry of the function. */
    printed: number
    /** Null where no gmon.out was read. */
    bins: SymbolBins | null
    /** Null for one process. */
    processes: ProcessShares | null
  }
  /** NaN where no call was recorded. */
  calls: { count: number; own: number; arcs: Heaviest<ArcTerm> }
  total: TotalTerms
}

/** What a total is the sum of. */
export interface TotalTerms {
  time: number
  arcs: Heaviest<ArcTerm>
  /** What self time and arcs do not add up to: where lines of a listing are missing, or times are as rounded as printed. */
  difference: number
}

export function ofFunction(read: ProfileRead, report: ReportText, fn: FunctionRow): FunctionProvenance {
  const { profile, pair, processes } = read
  const { functions } = profile
  return {
    about: 'function',
    fn: labelsOf(profile)[fn],
    ...figureLines(read, report, linesOfFunction(report, fn)),
    self: {
      time: functions.self[fn],
      printed: profile.printed?.functionSelf[fn] ?? Number.NaN,
      bins: pair ? binsOf(pair, profile, fn) : null,
      processes: processes && timeShares(processes.table, profile, fn),
    },
    calls: {
      count: functions.calls[fn],
      own: functions.selfCalls[fn],
      arcs: heaviest(termsOf(profile, callerArcs(profile, fn)).sort(byCount), ({ count }) => count),
    },
    total: totalTerms(totalOf(profile)[fn], functions.self[fn], termsOf(profile, calleeArcs(profile, fn))),
  }
}

/** A total with its parts: self time, and what arcs pass. */
export function totalTerms(time: number, self: number, arcs: ArcTerm[]): TotalTerms {
  const passing = arcs.filter(term => !Number.isNaN(term.time)).sort(byTime)
  const passed = passing.reduce((sum, term) => sum + term.time, 0)
  return { time, arcs: heaviest(passing, term => term.time), difference: time - self - passed }
}

function binsOf(pair: PairRead, profile: Profile, fn: FunctionRow): SymbolBins {
  const rows = profileRowsOf(pair.run)
  return symbolBins(pair, rows[fn], namesInRun(pair, profile, rows))
}
