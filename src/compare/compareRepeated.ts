// Several runs of one program before a change, several after it: what changed by more than runs of one side differ among
// themselves.

import type { Issue } from '../issue.ts'
import type { Profile } from '../profile.ts'
import type { ComparedFigures } from './compareProfiles.ts'
import { differenceOf, falseDiscoveryRates, type Interval, limitsOf, sameRate, sameShare } from './counts.ts'
import { type MatchedFunctions, matchAll } from './matchAll.ts'
import { compareRuns, rangeOfSpread } from './spread.ts'
import {
  exposureOf,
  type Normalisation,
  normalised,
  otherUnits,
  type TimeKind,
  type WeighedTimes,
  weigh,
} from './weigh.ts'

/** Means over the runs of each side, by row of the functions. */
export interface RepeatedFigures extends ComparedFigures {
  /** 95 % range of the difference of the means, second less first. */
  low: Float64Array
  high: Float64Array
}

export interface RepeatedComparison {
  /** Of the runs before, then of those after. */
  functions: MatchedFunctions
  normalisation: Normalisation
  self: RepeatedFigures
  total: RepeatedFigures
  /** Mean self times, in the profiles' unit whatever the normalisation. */
  selfTime: { a: Float64Array; b: Float64Array }
  /** Means of the programs as a whole, in the profiles' unit. */
  all: { a: number; b: number; p: number; interval: Interval }
  /** What stands in the way of comparing: other units. */
  warnings: Issue[]
}

/**
 * Compares runs before with runs after: one side or both need two runs or more. A difference is a change where neither the
 * spread between runs (see {@link compareRuns}) nor the chance of sampling (as of two single profiles, on the sums of each
 * side) brings it about. The latter matters where few samples fall: the runs of a side may then agree by chance, and would
 * seem not to vary at all. So p is the greater of two, and a range holds both ranges.
 *
 * @see R. L. Berger, Multiparameter hypothesis testing and acceptance sampling, Technometrics 1982: a test that both of two
 * tests must agree on errs no oftener than either
 */
export function compareRepeated(
  before: readonly Profile[],
  after: readonly Profile[],
  normalisation: Normalisation,
): RepeatedComparison {
  const profiles = [...before, ...after]
  const functions = matchAll(profiles)
  const sidesOf = (kind: TimeKind) => profiles.map((profile, i) => weigh(profile, kind, functions.rows[i]))
  const split = before.length
  const self = sidesOf('self')
  const times = self.map(({ time }) => time)
  const whole = profiles.map(wholeOf)
  const all = compareRow(whole.slice(0, split), whole.slice(split), 0, 'time')
  return {
    functions,
    normalisation,
    self: compareSides(self, split, normalisation),
    total: compareSides(sidesOf('total'), split, normalisation),
    selfTime: { a: meansOf(times.slice(0, split)), b: meansOf(times.slice(split)) },
    all: { a: all.a, b: all.b, p: all.p, interval: all.range },
    warnings: otherUnits(profiles),
  }
}

/** A side's figures, and what they are made of. */
interface Run extends WeighedTimes {
  figures: Float64Array
}

/** The whole program as if it were one function. */
const wholeOf = ({ total, samplePeriod }: Profile): Run => {
  const time = Float64Array.of(total)
  return { time, figures: time, calls: Float64Array.of(Number.NaN), total, period: samplePeriod }
}

function compareSides(sides: WeighedTimes[], split: number, normalisation: Normalisation): RepeatedFigures {
  const runs = sides.map((side): Run => ({ ...side, figures: normalised(side, normalisation) }))
  const [before, after] = [runs.slice(0, split), runs.slice(split)]
  const length = runs[0].time.length
  const [a, b, p] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)]
  const [low, high] = [new Float64Array(length), new Float64Array(length)]
  const isSampled = new Uint8Array(length)
  for (let row = 0; row < length; row++) {
    const found = compareRow(before, after, row, normalisation)
    a[row] = found.a
    b[row] = found.b
    p[row] = found.p
    low[row] = found.range[0]
    high[row] = found.range[1]
    if (runs.some(({ time }) => time[row] > 0)) isSampled[row] = 1
  }
  return { a, b, p, rate: falseDiscoveryRates(p, isSampled), low, high }
}

/** One function on both sides. Runs that tell nothing of it, as none of time per call where it was not called, do not count. */
function compareRow(before: Run[], after: Run[], row: number, normalisation: Normalisation) {
  const [known, knownAfter] = [before, after].map(runs => runs.filter(({ figures }) => Number.isFinite(figures[row])))
  const [a, b] = [known, knownAfter].map(runs => runs.map(({ figures }) => figures[row]))
  const means = { a: mean(a), b: mean(b) }
  if (a.length === 0 || b.length === 0 || a.length + b.length < 3)
    return { ...means, p: 1, range: [Number.NaN, Number.NaN] as const }
  const counts = [known, knownAfter].map(runs => countedIn(runs, row, normalisation))
  const spread = compareRuns(a, b)
  const [low, high] = rangeOfSpread(spread)
  const [least, most] = differenceOf(...rangeOfCounts(counts[0]), ...rangeOfCounts(counts[1]))
  const p = Math.max(spread.p, chanceOfCounts(counts, normalisation))
  return { ...means, p, range: [Math.min(low, least), Math.max(high, most)] as const }
}

/** Samples of all runs of a side, and what they were watched by. */
interface Counted {
  samples: number
  exposure: number
}

const countedIn = (runs: Run[], row: number, normalisation: Normalisation): Counted => ({
  samples: runs.reduce((sum, { time, period }) => sum + time[row] / period, 0),
  exposure: runs.reduce((sum, run) => sum + exposureOf(run, row, normalisation), 0),
})

const chanceOfCounts = ([a, b]: Counted[], normalisation: Normalisation) =>
  normalisation === 'share'
    ? sameShare(a.samples || 0, a.exposure, b.samples || 0, b.exposure)
    : sameRate(a.samples, b.samples, a.exposure, b.exposure)

function rangeOfCounts({ samples, exposure }: Counted): [number, Interval] {
  const [low, high] = limitsOf(samples)
  return [samples / exposure, [low / exposure, high / exposure]]
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const meansOf = (columns: Float64Array[]) =>
  columns[0].map((_, row) => columns.reduce((sum, column) => sum + column[row], 0) / columns.length)
