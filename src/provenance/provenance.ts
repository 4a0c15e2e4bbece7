// Where the figures of a function or of an arc come from: lines of the report, and where executable and gmon.out were
// read, the bins and the records that were counted. Times that are passed along arcs come from other figures, whose own
// origin can be asked for in turn.

import { profileRowsOf } from '../analyse/profileOfRun.ts'
import type { ReportText } from '../export/reportText.ts'
import { type ArcRow, type FunctionRow, NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import type { ProfileRead } from '../profileRead.ts'
import { calleeArcs, callerArcs } from '../query/adjacency.ts'
import { allCalls, isInner } from '../query/entry.ts'
import { functionByLabel, labelsOf } from '../query/names.ts'
import { totalOf } from '../query/totals.ts'
import type { PairRead } from '../readRun.ts'
import { type ArcRecords, arcRecords } from './arcRecords.ts'
import { type Heaviest, heaviest } from './heaviest.ts'
import { type ProcessShares, processShares } from './processShares.ts'
import { type FigureLine, linesOfArc, linesOfFunction } from './reportFigures.ts'
import { type SymbolBins, symbolBins } from './symbolBins.ts'

/** Whose figures: those of a function, by its label, or with a caller those of the arc between the two. */
export interface FiguresAsked {
  fn: string
  caller: string | null
}

export type Provenance = FunctionProvenance | ArcProvenance

interface Common {
  /** Labels. */
  fn: string
  unit: Profile['unit']
  /** What the lines are of. */
  origin: ReportText['origin']
  lines: FigureLine[]
  /** What bins and records hold is divided by this: more than 1 for the mean of so many processes. */
  meanOf: number
}

/** Where the figures of a function come from. Times are in the unit of the profile. */
export interface FunctionProvenance extends Common {
  about: 'function'
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
  total: {
    time: number
    arcs: Heaviest<ArcTerm>
    /** What self time and arcs do not add up to: where lines of a listing are missing, or times are as rounded as printed. */
    difference: number
  }
}

/** An arc that a figure is a sum of. */
export interface ArcTerm {
  /** The label at its other end. */
  other: string
  count: number
  /** NaN where gprof has none. */
  time: number
}

/** Where count and time of an arc come from. */
export interface ArcProvenance extends Common {
  about: 'arc'
  caller: string
  count: number
  /** Null where no gmon.out was read. */
  records: ArcRecords | null
  /** Null within a cycle, where gprof passes no time. */
  time: ArcTime | null
}

/**
 * gprof's assumption: of the time of the callee, a caller has the part that it has of the calls. The callee of a cycle stands
 * for all of it.
 */
export interface ArcTime {
  time: number
  self: number
  children: number
  calls: number
  /** N of `<cycle N>` where it is a cycle's; 0 for none. */
  cycle: number
  /** Whether it is as printed, since too much is missing to work it out. */
  isPrinted: boolean
}

/**
 * Where figures come from; null where the profile does not have them.
 *
 * @param report The report of the same profile without switches.
 */
export function provenanceOf(read: ProfileRead, report: ReportText, { fn, caller }: FiguresAsked): Provenance | null {
  const { profile } = read
  const row = functionByLabel(profile, fn)
  if (row < 0) return null
  if (caller === null) return ofFunction(read, report, row)
  const from = functionByLabel(profile, caller)
  for (const arc of callerArcs(profile, row))
    if (from >= 0 && profile.arcs.caller[arc] === from) return ofArc(read, report, arc)
  return null
}

function ofFunction(read: ProfileRead, report: ReportText, fn: FunctionRow): FunctionProvenance {
  const { profile, pair, processes } = read
  const { functions } = profile
  const callers = termsOf(profile, callerArcs(profile, fn), 'caller').sort((a, b) => b.count - a.count)
  const callees = termsOf(profile, calleeArcs(profile, fn), 'callee')
    .filter(({ time }) => !Number.isNaN(time))
    .sort((a, b) => b.time - a.time || b.count - a.count)
  const time = totalOf(profile)[fn]
  const passed = callees.reduce((sum, term) => sum + term.time, 0)
  return {
    about: 'function',
    ...commonOf(read, report, fn, linesOfFunction(report, fn)),
    self: {
      time: functions.self[fn],
      printed: profile.printed?.functionSelf[fn] ?? Number.NaN,
      bins: pair ? binsOf(pair, profile, fn) : null,
      processes: processes && processShares(processes.table, profile, fn),
    },
    calls: {
      count: functions.calls[fn],
      own: functions.selfCalls[fn],
      arcs: heaviest(callers, ({ count }) => count),
    },
    total: {
      time,
      arcs: heaviest(callees, term => term.time),
      difference: time - functions.self[fn] - passed,
    },
  }
}

function ofArc(read: ProfileRead, report: ReportText, arc: ArcRow): ArcProvenance {
  const { profile, pair } = read
  const { arcs, functions, cycles } = profile
  const caller = arcs.caller[arc]
  const callee = arcs.callee[arc]
  const cycle = functions.cycle[callee]
  const { self, children } = cycle === NO_CYCLE ? functions : cycles
  const unitRow = cycle === NO_CYCLE ? callee : cycle
  return {
    about: 'arc',
    ...commonOf(read, report, callee, linesOfArc(report, caller, callee)),
    caller: labelsOf(profile)[caller],
    count: arcs.count[arc],
    records: pair ? recordsOf(pair, profile, caller, callee) : null,
    time: isInner(profile, arc)
      ? null
      : {
          time: arcs.self[arc] + arcs.children[arc],
          self: self[unitRow],
          children: children[unitRow],
          calls: allCalls(profile, arc),
          cycle: cycle === NO_CYCLE ? 0 : cycles.number[cycle],
          isPrinted: profile.times === 'printed',
        },
  }
}

const commonOf = (
  { profile, meanOf = 1 }: ProfileRead,
  { origin }: ReportText,
  fn: FunctionRow,
  lines: FigureLine[],
) => ({
  fn: labelsOf(profile)[fn],
  unit: profile.unit,
  origin,
  lines,
  meanOf,
})

/** Arcs with the label at one of their ends, those that gprof only infers left out. */
function termsOf(profile: Profile, rows: Iterable<ArcRow>, end: 'caller' | 'callee'): ArcTerm[] {
  const { arcs } = profile
  const labels = labelsOf(profile)
  return [...rows]
    .filter(arc => arcs.caller[arc] !== SPONTANEOUS && arcs.caller[arc] !== arcs.callee[arc])
    .map(arc => ({
      other: labels[arcs[end][arc]],
      count: arcs.count[arc],
      time: arcs.self[arc] + arcs.children[arc],
    }))
}

function binsOf(pair: PairRead, profile: Profile, fn: FunctionRow): SymbolBins {
  const rows = profileRowsOf(pair.run)
  return symbolBins(pair, rows[fn], namesIn(pair, profile, rows))
}

function recordsOf(pair: PairRead, profile: Profile, caller: FunctionRow, callee: FunctionRow): ArcRecords {
  const rows = profileRowsOf(pair.run)
  return arcRecords(pair, rows[caller], rows[callee], namesIn(pair, profile, rows))
}

/** Names of functions of a run, as the profile has them; of those that it does not have, as the symbol table does. */
const namesIn =
  ({ functions }: PairRead, profile: Profile, rows: Int32Array) =>
  (fn: number) => {
    const row = rows.indexOf(fn)
    return row < 0 ? functions.name[fn] : profile.functions.name[row]
  }
