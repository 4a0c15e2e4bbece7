// The comparison of two profiles in the rows of the one that has the functions and calls of both: what a page shows.

import { type FunctionRow, NO_CYCLE, type Profile } from '../profile.ts'
import { totalOf } from '../query/totals.ts'
import type { Side, Sides } from './bothProfiles.ts'
import { type ComparedFigures, type Comparison, compareProfiles, rangeOfTime } from './compareProfiles.ts'
import { compareTimesOfRuns, compareWholeRuns, type MatchedRun } from './compareRepeated.ts'
import { differenceOf, type Interval } from './counts.ts'
import { pairFunctions } from './pairFunctions.ts'
import type { Normalisation, TimeKind } from './weigh.ts'

/** What one side has. Columns are by row of both; where the side lacks the function or the call, it is 0, and calls are NaN. */
export interface SideFigures {
  title: string
  /** 1 where the side has the function. */
  has: Uint8Array
  self: Float64Array
  /** With what callees took. */
  total: Float64Array
  /** Without those from the function to itself; NaN where none was recorded. */
  calls: Float64Array
  selfCalls: Float64Array
  /** Its own cycles, by their rows there: each lies within one of both. */
  cycle: Int32Array
  /** 1 where the side has the arc. */
  hasArc: Uint8Array
  count: Float64Array
  /** Time that gprof passes along it; NaN within a cycle. */
  time: Float64Array
  /** All the time there is, and what one sample counts of it. */
  all: number
  samplePeriod: number
}

/** Two profiles compared, by row of both. */
export interface ComparedSides extends Omit<Comparison, 'pairs'> {
  a: SideFigures
  b: SideFigures
  /** The repeated runs that tell how sure changes of functions and of the whole are; null where sampling alone does. */
  runs: JudgingRuns | null
}

/** How many runs there are on each side, and what follows from how they differ, by row of both. */
export interface JudgingRuns {
  a: number
  b: number
  /** 95 % ranges of the changes, normalised as the figures are; of `perCall`, those of the total time of a call. */
  ranges: { self: Ranges; total: Ranges; perCall: Ranges }
}

interface Ranges {
  low: Float64Array
  high: Float64Array
}

export function compareSides({ a, b }: Sides, normalisation: Normalisation): ComparedSides {
  const { pairs, self, total, parts, ...found } = compareProfiles(a.profile, b.profile, normalisation)
  const length = a.fn.length
  const [rowsA, rowsB] = [rowsOfBoth(a), rowsOfBoth(b)]
  const row = pairs.b.map((rowB, pair) => (rowB >= 0 ? rowsB[rowB] : rowsA[pairs.a[pair]]))
  const byRow = (column: Float64Array, absent: number) => {
    const moved = new Float64Array(length).fill(absent)
    for (let pair = 0; pair < row.length; pair++) if (row[pair] >= 0) moved[row[pair]] = column[pair]
    return moved
  }
  const figures = ({ a, b, p, rate }: typeof self) => ({
    a: byRow(a, 0),
    b: byRow(b, 0),
    p: byRow(p, 1),
    rate: byRow(rate, 1),
  })
  return {
    ...found,
    self: figures(self),
    total: figures(total),
    parts: {
      oftener: byRow(parts.oftener, Number.NaN),
      elsewhere: byRow(parts.elsewhere, Number.NaN),
      slower: byRow(parts.slower, Number.NaN),
    },
    a: figuresOf(a),
    b: figuresOf(b),
    runs: null,
  }
}

/**
 * The same of two means, where the runs that each is of tell how sure a change is: see {@link compareRepeated}. What is
 * shown are the figures of the means. gprof passes time on by counts of calls, and does so in the sum of runs, too: a total
 * time there is not quite the mean of those of the runs. So ranges lie about the difference that is shown.
 */
export function compareMeans(
  { a, b }: Sides,
  normalisation: Normalisation,
  runs: Record<'a' | 'b', readonly Profile[]>,
): ComparedSides {
  const compared = compareSides({ a, b }, normalisation)
  const [before, after] = [matchRuns(a, runs.a), matchRuns(b, runs.b)]
  const judge = (kind: TimeKind, by: Normalisation, shownA: Float64Array, shownB: Float64Array) => {
    const { p, rate, low, high, ...means } = compareTimesOfRuns(before, after, kind, by)
    const about = (column: Float64Array) =>
      column.map((end, row) => end + (shownB[row] - shownA[row]) - (means.b[row] - means.a[row]))
    return { p, rate, range: { low: about(low), high: about(high) } }
  }
  const self = judge('self', normalisation, compared.self.a, compared.self.b)
  const total = judge('total', normalisation, compared.total.a, compared.total.b)
  const perCall = judge('total', 'perCall', totalPerCall(compared.a), totalPerCall(compared.b))
  const judged = (figures: ComparedFigures, { p, rate }: typeof self) => ({ ...figures, p, rate })
  const all = compareWholeRuns(runs.a, runs.b)
  const offOfAll = compared.all.b - compared.all.a - (all.b - all.a)
  return {
    ...compared,
    self: judged(compared.self, self),
    total: judged(compared.total, total),
    all: { ...compared.all, p: all.p, interval: [all.interval[0] + offOfAll, all.interval[1] + offOfAll] },
    runs: {
      a: runs.a.length,
      b: runs.b.length,
      ranges: { self: self.range, total: total.range, perCall: perCall.range },
    },
  }
}

/** The functions of runs by row of both: each is what it is in the mean of its side. */
const matchRuns = ({ profile, fn }: Side, runs: readonly Profile[]): MatchedRun[] =>
  runs.map(run => {
    const pairs = pairFunctions(profile, run)
    const ownRow = new Int32Array(profile.functions.length).fill(-1)
    for (let pair = 0; pair < pairs.paired; pair++) ownRow[pairs.a[pair]] = pairs.b[pair]
    return { profile: run, rows: fn.map(row => (row < 0 ? -1 : ownRow[row])) }
  })

const totalPerCall = ({ total, calls, selfCalls }: SideFigures) =>
  total.map((time, row) => time / (calls[row] + selfCalls[row]))

/** The 95 % range of the change of a function, normalised as the figures are. */
export function rangeOfChange(
  { a, b, normalisation, runs }: ComparedSides,
  which: 'self' | 'total',
  row: FunctionRow,
): Interval {
  return runs ? rangeAt(runs.ranges[which], row) : rangeBySampling({ a, b }, which, row, normalisation)
}

/** The 95 % range of the change of what a call of a function takes with its callees, whatever the figures are by. */
export const rangeOfCall = ({ a, b, runs }: ComparedSides, row: FunctionRow): Interval =>
  runs ? rangeAt(runs.ranges.perCall, row) : rangeBySampling({ a, b }, 'total', row, 'perCall')

const rangeAt = ({ low, high }: Ranges, row: FunctionRow): Interval => [low[row], high[row]]

function rangeBySampling(
  { a, b }: Pick<ComparedSides, 'a' | 'b'>,
  which: 'self' | 'total',
  row: FunctionRow,
  normalisation: Normalisation,
): Interval {
  const timed = (side: SideFigures): Timed => ({
    ...{ time: side[which][row], calls: side.calls[row] + side.selfCalls[row] },
    ...{ all: side.all, samplePeriod: side.samplePeriod },
  })
  return rangeBetween(timed(a), timed(b), normalisation)
}

/** A time of one side, and what it takes to weigh it. */
export interface Timed extends Pick<SideFigures, 'all' | 'samplePeriod'> {
  time: number
  calls: number
}

/** The 95 % range of the difference of two times, second less first, normalised. */
export function rangeBetween(a: Timed, b: Timed, normalisation: Normalisation): Interval {
  const range = ({ time, calls, all, samplePeriod }: Timed): [number, Interval] => {
    const [low, high] = rangeOfTime(time, samplePeriod)
    const unit = { time: 1, share: all, perCall: calls }[normalisation]
    return [time / unit, [low / unit, high / unit]]
  }
  return differenceOf(...range(a), ...range(b))
}

function rowsOfBoth({ profile, fn }: Side): Int32Array {
  const rows = new Int32Array(profile.functions.length).fill(-1)
  for (let row = 0; row < fn.length; row++) if (fn[row] >= 0) rows[fn[row]] = row
  return rows
}

function figuresOf({ profile, fn, arc }: Side): SideFigures {
  const { functions, arcs } = profile
  const totals = totalOf(profile)
  const ofFunctions = (column: Float64Array, absent: number) =>
    Float64Array.from(fn, row => (row < 0 ? absent : column[row]))
  const ofArcs = (of: (arc: number) => number) => Float64Array.from(arc, row => (row < 0 ? 0 : of(row)))
  return {
    title: profile.title,
    has: Uint8Array.from(fn, row => (row < 0 ? 0 : 1)),
    self: ofFunctions(functions.self, 0),
    total: ofFunctions(totals, 0),
    calls: ofFunctions(functions.calls, Number.NaN),
    selfCalls: ofFunctions(functions.selfCalls, 0),
    cycle: fn.map(row => (row < 0 ? NO_CYCLE : functions.cycle[row])),
    hasArc: Uint8Array.from(arc, row => (row < 0 ? 0 : 1)),
    count: ofArcs(row => arcs.count[row]),
    time: ofArcs(row => arcs.self[row] + arcs.children[row]),
    all: profile.total,
    samplePeriod: profile.samplePeriod,
  }
}
