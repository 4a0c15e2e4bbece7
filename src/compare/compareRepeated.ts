// Several runs of one program before a change, several after it: what changed by more than runs of one side differ among
// themselves.

import type { Issue } from '../issue.ts'
import type { Profile } from '../profile.ts'
import type { ComparedFigures } from './compareProfiles.ts'
import { differenceOf, falseDiscoveryRates, type Interval, limitsOf, sameRate, sameShare } from './counts.ts'
import { type MatchedFunctions, matchAll } from './matchAll.ts'
import { compareRuns, rangeOfSpread } from './spread.ts'
import {
  divisorOf,
  exposureOf,
  type Normalisation,
  otherUnits,
  type TimeKind,
  type WeighedTimes,
  weigh,
} from './weigh.ts'

/** A run, and the row in it of each function that is compared; -1 for one that it lacks. */
export interface MatchedRun {
  profile: Profile
  rows: Int32Array
}

/** Those of the mean of the runs of each side, by row of the functions. */
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
  const runs = profiles.map((profile, i): MatchedRun => ({ profile, rows: functions.rows[i] }))
  const [a, b] = [runs.slice(0, before.length), runs.slice(before.length)]
  const meansOf = (side: MatchedRun[]) => {
    const times = side.map(({ profile, rows }) => weigh(profile, 'self', rows).time)
    return times[0].map((_, row) => mean(times.map(time => time[row])))
  }
  return {
    functions,
    normalisation,
    self: compareTimesOfRuns(a, b, 'self', normalisation),
    total: compareTimesOfRuns(a, b, 'total', normalisation),
    selfTime: { a: meansOf(a), b: meansOf(b) },
    all: compareWholeRuns(before, after),
    warnings: otherUnits(profiles),
  }
}

/** The programs as a whole, as {@link compareRepeated} does it. */
export function compareWholeRuns(before: readonly Profile[], after: readonly Profile[]): RepeatedComparison['all'] {
  const [a, b] = [before, after].map(runs => runs.map(wholeOf))
  const { range, ...found } = compareRow(a, b, 0, 'time')
  return { ...found, interval: range }
}

/** The whole program as if it were one function. */
const wholeOf = ({ total, samplePeriod }: Profile): WeighedTimes => ({
  time: Float64Array.of(total),
  calls: Float64Array.of(Number.NaN),
  total,
  period: samplePeriod,
})

/** One time of all functions, as {@link compareRepeated} does it. The false discovery rate is over these rows. */
export function compareTimesOfRuns(
  before: readonly MatchedRun[],
  after: readonly MatchedRun[],
  kind: TimeKind,
  normalisation: Normalisation,
): RepeatedFigures {
  const [runsA, runsB] = [before, after].map(runs => runs.map(({ profile, rows }) => weigh(profile, kind, rows)))
  const { length } = runsA[0].time
  const [a, b, p] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)]
  const [low, high] = [new Float64Array(length), new Float64Array(length)]
  const isSampled = new Uint8Array(length)
  for (let row = 0; row < length; row++) {
    const found = compareRow(runsA, runsB, row, normalisation)
    a[row] = found.a
    b[row] = found.b
    p[row] = found.p
    low[row] = found.range[0]
    high[row] = found.range[1]
    if ([runsA, runsB].some(runs => runs.some(({ time }) => time[row] > 0))) isSampled[row] = 1
  }
  return { a, b, p, rate: falseDiscoveryRates(p, isSampled), low, high }
}

/** One function on both sides. Runs that tell nothing of it, as none of time per call where it was not called, do not count. */
function compareRow(before: WeighedTimes[], after: WeighedTimes[], row: number, normalisation: Normalisation) {
  const [known, knownAfter] = [before, after].map(runs =>
    runs.filter(run => Number.isFinite(run.time[row] / divisorOf(run, row, normalisation))),
  )
  const [a, b] = [known, knownAfter].map(runs => figuresOf(runs, row, normalisation))
  const means = { a: a.ofMean, b: b.ofMean }
  if (known.length === 0 || knownAfter.length === 0 || known.length + knownAfter.length < 3)
    return { ...means, p: 1, range: [Number.NaN, Number.NaN] as const }
  const counts = [known, knownAfter].map(runs => countedIn(runs, row, normalisation))
  const spread = compareRuns(a.ofRuns, b.ofRuns)
  const [low, high] = rangeOfSpread(spread)
  const [least, most] = differenceOf(...rangeOfCounts(counts[0]), ...rangeOfCounts(counts[1]))
  const p = Math.max(spread.p, chanceOfCounts(counts, normalisation))
  return { ...means, p, range: [Math.min(low, least), Math.max(high, most)] as const }
}

/**
 * The figure of the mean of runs, and how far each run takes it. Of a share or a time per call, a long run says more than a
 * short one, so that the mean of the runs' own figures is another one. With times x and divisors d of n runs, the ratio
 * R = Σx ÷ Σd varies as the mean of (n − 1) (x − R d) ÷ (Σd − d) does, which is what R would be off without the run; of
 * times as they are, that is how far each lies from the mean.
 *
 * @see J. W. Tukey, Bias and confidence in not quite large samples, Annals of Mathematical Statistics 1958: the jackknife
 */
function figuresOf(runs: WeighedTimes[], row: number, normalisation: Normalisation) {
  const divisors = runs.map(run => divisorOf(run, row, normalisation))
  const sum = divisors.reduce((sum, divisor) => sum + divisor, 0)
  const ofMean = runs.reduce((sum, { time }) => sum + time[row], 0) / sum
  if (runs.length === 1) return { ofMean, ofRuns: [ofMean] }
  const off = runs.map(
    ({ time }, run) => ((runs.length - 1) * (time[row] - ofMean * divisors[run])) / (sum - divisors[run]),
  )
  const centre = mean(off)
  return { ofMean, ofRuns: off.map(each => ofMean + (each - centre)) }
}

/** Samples of all runs of a side, and what they were watched by. */
interface Counted {
  samples: number
  exposure: number
}

const countedIn = (runs: WeighedTimes[], row: number, normalisation: Normalisation): Counted => ({
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
