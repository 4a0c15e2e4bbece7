// The comparison of two profiles in the rows of the one that has the functions and calls of both: what a page shows.

import { type FunctionRow, NO_CYCLE } from '../profile.ts'
import { totalOf } from '../query/totals.ts'
import type { Side, Sides } from './bothProfiles.ts'
import { type Comparison, compareProfiles, rangeOfTime } from './compareProfiles.ts'
import { differenceOf, type Interval } from './counts.ts'
import type { Normalisation } from './weigh.ts'

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
  }
}

/** The 95 % range of the change of a function, normalised as the figures are. */
export function rangeOfChange(
  { a, b, normalisation }: ComparedSides,
  which: 'self' | 'total',
  row: FunctionRow,
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
