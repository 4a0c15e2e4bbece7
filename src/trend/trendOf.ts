// Many runs of one program in order, as after each change of it: which functions moved, where, and by how much.

import { SIGNIFICANT } from '../compare/compareProfiles.ts'
import { falseDiscoveryRates, type Interval, limitsOf } from '../compare/counts.ts'
import { type MatchedFunctions, matchAll } from '../compare/matchAll.ts'
import {
  exposureOf,
  type Normalisation,
  normalised,
  otherUnits,
  type TimeKind,
  type WeighedTimes,
  weigh,
} from '../compare/weigh.ts'
import type { Issue } from '../issue.ts'
import type { FunctionRow, Profile } from '../profile.ts'
import { changePoints } from './changePoints.ts'
import { type CountSeries, stretchOf } from './countSeries.ts'
import { sameThroughout } from './homogeneity.ts'

/** One figure of every function in every run: that of function f in run r is at `f * runs + r`. {@link rangeOfValue} is its range. */
export interface TrendFigures {
  /** As normalised; NaN where it cannot be known, 0 where the run lacks the function. */
  value: Float64Array
  /** How many samples make one of a value; 0 where that cannot be known. */
  exposure: Float64Array
  /** By function: chance of such differences among runs that are the same; 1 where nothing was counted. */
  p: Float64Array
  /** By function: false discovery rate over all that were sampled. It moved where that is at most {@link SIGNIFICANT}. */
  rate: Float64Array
  /** The stretches of function f, between which it changed, are those from `start[f]` up to `start[f + 1]`: one if it did not. */
  start: Uint32Array
  /** By stretch: its first run. That of all but the first of a function is a change point. */
  firstRun: Uint32Array
  /** By stretch: the figure over all its runs. */
  level: Float64Array
  /**
   * By function: by how much it moved, from its least level to its greatest, or, where it moved and no change point tells how,
   * from its least value to its greatest.
   */
  size: Float64Array
}

export interface Trend {
  /** Those of all profiles. */
  functions: MatchedFunctions
  runs: number
  normalisation: Normalisation
  self: TrendFigures
  /** Self time with that of callees. Its samples are counted as if each were wholly its own. */
  total: TrendFigures
  /** The program as a whole, as one function, in the profiles' unit. */
  all: TrendFigures
  /** What stands in the way of comparing: other units. */
  warnings: Issue[]
}

/**
 * Follows every function through profiles of one program, in the order given. {@link sameThroughout} tells which moved, and
 * of those, {@link changePoints} tells where.
 */
export function trendOf(profiles: readonly Profile[], normalisation: Normalisation): Trend {
  const functions = matchAll(profiles)
  return {
    functions,
    runs: profiles.length,
    normalisation,
    self: followTime(profiles, functions.rows, 'self', normalisation),
    total: followTime(profiles, functions.rows, 'total', normalisation),
    all: followAll(profiles),
    warnings: otherUnits(profiles),
  }
}

/** One time of functions, in these rows of each profile; -1 where a profile lacks one. */
export const followTime = (
  profiles: readonly Profile[],
  rows: readonly ArrayLike<FunctionRow>[],
  kind: TimeKind,
  normalisation: Normalisation,
): TrendFigures =>
  followSides(
    profiles.map((profile, run) => weigh(profile, kind, rows[run])),
    normalisation,
  )

/** Each program as a whole, as one function. */
export const followAll = (profiles: readonly Profile[]): TrendFigures => followSides(profiles.map(wholeOf), 'time')

/** The whole program as if it were one function. */
const wholeOf = ({ total, samplePeriod }: Profile): WeighedTimes => ({
  time: Float64Array.of(total),
  calls: Float64Array.of(Number.NaN),
  total,
  period: samplePeriod,
})

function followSides(sides: WeighedTimes[], normalisation: Normalisation): TrendFigures {
  const runs = sides.length
  const length = sides[0].time.length
  const values = sides.map(side => normalised(side, normalisation))
  const value = new Float64Array(length * runs)
  const exposure = new Float64Array(length * runs)
  const series = allSeries(sides, normalisation)
  const p = new Float64Array(length)
  const isSampled = new Uint8Array(length)
  for (let fn = 0; fn < length; fn++) {
    const ofFunction = series(fn)
    exposure.set(ofFunction.exposure, fn * runs)
    for (let run = 0; run < runs; run++) {
      value[fn * runs + run] = values[run][fn]
      if (ofFunction.counts[run] > 0) isSampled[fn] = 1
    }
    p[fn] = sameThroughout(ofFunction)
  }
  const rate = falseDiscoveryRates(p, isSampled)
  return { value, exposure, p, rate, ...stretchesOf(series, rate, value, runs) }
}

/** Samples of a function by run. What is not known of a run is as if the run had not been. */
function allSeries(sides: WeighedTimes[], normalisation: Normalisation): (fn: FunctionRow) => CountSeries {
  const counts = new Float64Array(sides.length)
  const exposure = new Float64Array(sides.length)
  const series = { counts, exposure, isPart: normalisation === 'share' }
  return fn => {
    sides.forEach((side, run) => {
      const samples = side.time[fn] / side.period
      const watched = exposureOf(side, fn, normalisation)
      const isKnown = samples >= 0 && watched > 0
      counts[run] = isKnown ? samples : 0
      exposure[run] = isKnown ? watched : 0
    })
    return series
  }
}

type Stretches = Pick<TrendFigures, 'start' | 'firstRun' | 'level' | 'size'>

function stretchesOf(
  seriesOf: (fn: FunctionRow) => CountSeries,
  rate: Float64Array,
  value: Float64Array,
  runs: number,
): Stretches {
  const start = new Uint32Array(rate.length + 1)
  const firstRun: number[] = []
  const level: number[] = []
  const size = new Float64Array(rate.length)
  for (let fn = 0; fn < rate.length; fn++) {
    const series = seriesOf(fn)
    const hasMoved = rate[fn] <= SIGNIFICANT
    const first = hasMoved ? [0, ...changePoints(series)] : [0]
    const levels = first.map((from, i) => {
      const { count, exposure } = stretchOf(series, from, first[i + 1])
      return count / exposure
    })
    firstRun.push(...first)
    level.push(...levels)
    start[fn + 1] = firstRun.length
    if (hasMoved) size[fn] = rangeOf(levels.length > 1 ? levels : value.subarray(fn * runs, (fn + 1) * runs))
  }
  return { start, firstRun: Uint32Array.from(firstRun), level: Float64Array.from(level), size }
}

/** From the least to the greatest of those that are known. */
function rangeOf(values: ArrayLike<number>): number {
  const known = Array.from(values).filter(Number.isFinite)
  return known.length > 0 ? Math.max(...known) - Math.min(...known) : 0
}

/**
 * The 95 % range of one value, by where it is among them: the figures of which its samples are not surprising. NaN where
 * nothing is known of what a sample counts. ({@link limitsOf})
 */
export function rangeOfValue({ value, exposure }: TrendFigures, at: number): Interval {
  if (!(exposure[at] > 0)) return [Number.NaN, Number.NaN]
  const [low, high] = limitsOf(value[at] * exposure[at])
  return [low / exposure[at], high / exposure[at]]
}

/** Functions that moved first, each by how much; then the others, by how likely it is that they did. */
export function orderByMovement({ rate, size }: TrendFigures): Uint32Array {
  const rows = Array.from(rate, (_, fn) => fn)
  const moved = rows.filter(fn => rate[fn] <= SIGNIFICANT)
  const others = rows.filter(fn => rate[fn] > SIGNIFICANT)
  moved.sort((i, j) => size[j] - size[i] || rate[i] - rate[j] || i - j)
  others.sort((i, j) => rate[i] - rate[j] || i - j)
  return Uint32Array.from([...moved, ...others])
}
