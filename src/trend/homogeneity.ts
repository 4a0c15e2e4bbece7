import { sameRate, sameShare } from '../compare/counts.ts'
import { regularisedGamma } from '../compare/specialFunctions.ts'
import { type CountSeries, likelihoodOf, type Stretch, stretchOf } from './countSeries.ts'

/** Samples to be expected in each run for the chi-square law to hold far out in its tail. */
const ENOUGH = 20

/**
 * How likely runs are to differ as much as this, or more, when all come from one rate. Three tests look for what a trend may
 * be, and the surest counts, at as many times its p-value as there are tests (Bonferroni):
 *
 * - a step: the runs before some run against those from it on,
 * - one odd run against all others,
 * - any other difference: Pearson's chi-square, only where 20 samples or more are to be expected in each run.
 *
 * Of the first two, the likeliest place is tested by the exact test of two counts, and its p-value is taken as many times as
 * there were places to choose from. So they hold at any count, and err on the side of no change.
 *
 * @see K. J. Worsley, The power of likelihood ratio and cumulative sum tests for a change in a binomial probability,
 * Biometrika 1983; K. Pearson, Philosophical Magazine 1900
 */
export function sameThroughout(series: CountSeries): number {
  const { exposure, isPart } = series
  const whole = stretchOf(series)
  const runs = exposure.reduce((known, each) => known + Number(each > 0), 0)
  if (!(whole.count > 0) || runs < 2) return 1
  const tests = [
    (runs - 1) * chanceOfPart(likeliestStep(series, whole), whole, isPart),
    runs * chanceOfPart(oddestRun(series, whole), whole, isPart),
  ]
  const square = chiSquare(series, whole)
  if (square !== null) tests.push(1 - regularisedGamma((runs - 1) / 2, square / 2))
  return Math.min(1, tests.length * Math.min(...tests))
}

/** Of a part and the rest having one rate. */
function chanceOfPart(part: Stretch, whole: Stretch, isPart: boolean): number {
  const rest = without(whole, part)
  return isPart
    ? sameShare(part.count, part.exposure, rest.count, rest.exposure)
    : sameRate(part.count, rest.count, part.exposure, rest.exposure)
}

/** What is left. Differences of sums may end a little below nought. */
const without = (whole: Stretch, part: Stretch): Stretch => ({
  count: Math.max(0, whole.count - part.count),
  exposure: Math.max(0, whole.exposure - part.exposure),
})

const gainOf = (part: Stretch, whole: Stretch, isPart: boolean) =>
  likelihoodOf(part, isPart) + likelihoodOf(without(whole, part), isPart)

/** The runs before the likeliest change. */
function likeliestStep({ counts, exposure, isPart }: CountSeries, whole: Stretch): Stretch {
  const part = { count: 0, exposure: 0 }
  let best: Stretch = part
  let most = Number.NEGATIVE_INFINITY
  for (let run = 0; run + 1 < counts.length; run++) {
    part.count += counts[run]
    part.exposure += exposure[run]
    const gain = gainOf(part, whole, isPart)
    if (gain > most) {
      most = gain
      best = { ...part }
    }
  }
  return best
}

function oddestRun({ counts, exposure, isPart }: CountSeries, whole: Stretch): Stretch {
  let best: Stretch = { count: 0, exposure: 0 }
  let most = Number.NEGATIVE_INFINITY
  for (let run = 0; run < counts.length; run++) {
    const part = { count: counts[run], exposure: exposure[run] }
    const gain = gainOf(part, whole, isPart)
    if (gain > most) {
      most = gain
      best = part
    }
  }
  return best
}

/** Null where too little is to be expected of some run. */
function chiSquare({ counts, exposure, isPart }: CountSeries, whole: Stretch): number | null {
  const rate = whole.count / whole.exposure
  let sum = 0
  for (let run = 0; run < counts.length; run++) {
    if (exposure[run] === 0) continue
    const expected = exposure[run] * rate
    const expectedRest = isPart ? exposure[run] - expected : Number.POSITIVE_INFINITY
    if (expected < ENOUGH || expectedRest < ENOUGH) return null
    const square = (counts[run] - expected) ** 2
    sum += square / expected + square / expectedRest
  }
  return sum
}
