// Two profiles of one program, function by function: what changed, by how much, and how sure that is.

import type { Issue } from '../issue.ts'
import type { FunctionRow, Profile } from '../profile.ts'
import { totalOf } from '../query/totals.ts'
import { differenceOf, falseDiscoveryRates, type Interval, limitsOf, sameRate, sameShare } from './counts.ts'
import { type FunctionPairs, pairFunctions } from './pairFunctions.ts'
import { type ChangeParts, splitChanges } from './splitChange.ts'
import {
  exposureOf,
  type Normalisation,
  normalised,
  otherUnits,
  type TimeKind,
  type WeighedTimes,
  weigh,
} from './weigh.ts'

/** A difference that chance brings about with one of this probability or more is no change. */
export const SIGNIFICANT = 0.05

/** One figure of both profiles, by row of the pairs; NaN where it cannot be known, 0 where one lacks the function. */
export interface ComparedFigures {
  a: Float64Array
  b: Float64Array
  /** Chance of such a difference between two runs that are the same; 1 where nothing was counted. */
  p: Float64Array
  /** False discovery rate over all functions that were sampled: a change where it is at most {@link SIGNIFICANT}. */
  rate: Float64Array
}

export interface Comparison {
  pairs: FunctionPairs
  normalisation: Normalisation
  self: ComparedFigures
  /**
   * Self time with that of callees. Its samples are counted as if each were wholly its own; what gprof's assumption adds
   * to the uncertainty is not in it.
   */
  total: ComparedFigures
  /** Of the change of self time, in the profiles' unit whatever the normalisation. */
  parts: ChangeParts
  /** Of the programs as a whole, in the profiles' unit; chances are those of equal times. */
  all: { a: number; b: number; p: number; interval: Interval }
  /** What stands in the way of comparing: other units, other periods. */
  warnings: Issue[]
}

/** Compares the first profile, before, with the second, after. Everything is worked out but {@link intervalOf}. */
export function compareProfiles(a: Profile, b: Profile, normalisation: Normalisation): Comparison {
  const pairs = pairFunctions(a, b)
  const compare = (kind: TimeKind) => compareFigures(weigh(a, kind, pairs.a), weigh(b, kind, pairs.b), normalisation)
  return {
    pairs,
    normalisation,
    self: compare('self'),
    total: compare('total'),
    parts: splitChanges(a, b, pairs),
    all: {
      a: a.total,
      b: b.total,
      p: sameRate(a.total / a.samplePeriod, b.total / b.samplePeriod, 1 / a.samplePeriod, 1 / b.samplePeriod),
      interval: differenceOf(
        a.total,
        rangeOfTime(a.total, a.samplePeriod),
        b.total,
        rangeOfTime(b.total, b.samplePeriod),
      ),
    },
    warnings: otherUnits([a, b]),
  }
}

/** Compares row by row. The false discovery rate is over these rows. */
export function compareFigures(a: WeighedTimes, b: WeighedTimes, normalisation: Normalisation): ComparedFigures {
  const length = a.time.length
  const p = new Float64Array(length)
  const isSampled = new Uint8Array(length)
  for (let row = 0; row < length; row++) {
    p[row] = chanceOf(a, b, row, normalisation)
    if (a.time[row] > 0 || b.time[row] > 0) isSampled[row] = 1
  }
  const rate = falseDiscoveryRates(p, isSampled)
  return { a: normalised(a, normalisation), b: normalised(b, normalisation), p, rate }
}

function chanceOf(a: WeighedTimes, b: WeighedTimes, row: number, normalisation: Normalisation): number {
  const [ticksA, ticksB] = [a.time[row] / a.period, b.time[row] / b.period]
  const [watchedA, watchedB] = [exposureOf(a, row, normalisation), exposureOf(b, row, normalisation)]
  return normalisation === 'share'
    ? sameShare(ticksA || 0, watchedA, ticksB || 0, watchedB)
    : sameRate(ticksA, ticksB, watchedA, watchedB)
}

/** 95 % range of a time of which one sample counts `samplePeriod`. */
export const rangeOfTime = (time: number, samplePeriod: number): Interval => {
  const [low, high] = limitsOf(time / samplePeriod)
  return [low * samplePeriod, high * samplePeriod]
}

/** The 95 % range of the difference of a pair's figures, second less first, normalised as they are. */
export function intervalOf(
  a: Profile,
  b: Profile,
  comparison: Pick<Comparison, 'pairs' | 'normalisation'>,
  which: TimeKind,
  row: number,
): Interval {
  const range = (profile: Profile, fn: FunctionRow): [number, Interval] => {
    const { functions, total } = profile
    const time = fn < 0 ? 0 : (which === 'self' ? functions.self : totalOf(profile))[fn]
    const [low, high] = rangeOfTime(time, profile.samplePeriod)
    const calls = fn < 0 ? Number.NaN : functions.calls[fn] + functions.selfCalls[fn]
    const unit = { time: 1, share: total, perCall: calls }[comparison.normalisation]
    return [time / unit, [low / unit, high / unit]]
  }
  const [figureA, limitsA] = range(a, comparison.pairs.a[row])
  const [figureB, limitsB] = range(b, comparison.pairs.b[row])
  return differenceOf(figureA, limitsA, figureB, limitsB)
}

/** Rows of the pairs, changes before noise, each by the size of the difference; what cannot be compared comes last. */
export function orderByChange({ a, b, rate }: ComparedFigures): Uint32Array {
  const weight = a.map((before, row) => Math.abs(b[row] - before) || 0)
  const [changes, noise, equal]: number[][] = [[], [], []]
  for (let row = 0; row < a.length; row++)
    (rate[row] <= SIGNIFICANT ? changes : weight[row] > 0 ? noise : equal).push(row)
  const bySize = (i: number, j: number) => weight[j] - weight[i] || i - j
  return Uint32Array.from([...changes.sort(bySize), ...noise.sort(bySize), ...equal])
}
