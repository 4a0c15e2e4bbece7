// Whether two counts differ by more than chance. gprof's samples are counts: of a function that is at work for the same
// time in two runs, one run may well catch 9 samples and the other 15. Counts of rare, independent events follow
// Poisson's law, whose spread is the root of the count; that is what is assumed of samples here, and what the ± √n of
// the views says.
//
// Counts may be fractions, since gprof divides a tick between the functions of one bin; all functions here go through
// them without a step.

import { logGamma, regularisedBeta, regularisedGamma } from './specialFunctions.ts'

/** A count of less is none: so small a part of a tick that its p-value is 1 to eight digits, or is lost in rounding. */
const NOTHING = 1e-9

/**
 * How likely two counts are to lie as far apart as this, or farther, when both come from one rate: the two-sided
 * p-value, twice the shorter tail. Exact, not by a normal curve: of `a + b` events in all, each is in the second with
 * the chance `weightB / (weightA + weightB)`. 1 where nothing was counted.
 *
 * @param weightA How much of whatever the rate is by was watched: samples to the second, or calls.
 * @see J. Przyborowski and H. Wilenski, Homogeneity of results in testing samples from Poisson series, Biometrika 1940
 */
export function sameRate(a: number, b: number, weightA: number, weightB: number): number {
  if (!(a + b > NOTHING) || !(weightA > 0) || !(weightB > 0)) return 1
  const chance = weightB / (weightA + weightB)
  // Towards the side that has more than its part, the tail is the shorter one, or both are longer than a half: the median
  // of the binomial law is next to its mean.
  return Math.min(
    1,
    2 * (b > (a + b) * chance ? regularisedBeta(chance, b, a + 1) : regularisedBeta(1 - chance, a, b + 1)),
  )
}

/**
 * The same for two shares of two totals, `a` of `totalA` and `b` of `totalB`. Given how many there are in all of each
 * kind and on each side, what falls into one corner of the table follows the hypergeometric law. Counts are rounded.
 *
 * @see R. A. Fisher, The logic of inductive inference, Journal of the Royal Statistical Society 1935
 */
export function sameShare(a: number, totalA: number, b: number, totalB: number): number {
  const [first, second] = [Math.round(a), Math.round(b)]
  const [allA, allB] = [Math.max(first, Math.round(totalA)), Math.max(second, Math.round(totalB))]
  const kind = first + second
  if (kind === 0 || kind === allA + allB) return 1
  const least = Math.max(0, kind - allB)
  const most = Math.min(kind, allA)
  const here = Math.exp(logChoose(allA, first) + logChoose(allB, second) - logChoose(allA + allB, kind))
  // From one corner to the next the chance changes by a simple ratio.
  let below = here
  for (let k = first, term = here; k > least && term > below * 1e-17; k--) {
    term *= (k * (allB - kind + k)) / ((allA - k + 1) * (kind - k + 1))
    below += term
  }
  let above = here
  for (let k = first, term = here; k < most && term > above * 1e-17; k++) {
    term *= ((allA - k) * (kind - k)) / ((k + 1) * (allB - kind + k + 1))
    above += term
  }
  return Math.min(1, 2 * Math.min(below, above))
}

const logChoose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)

/** From and to. */
export type Interval = readonly [low: number, high: number]

const known = new Map<number, Interval>()

/**
 * The means between which a count is not surprising: in 95 of 100 runs or more they hold the true one. Never empty, and
 * reaching down to nought where nothing was counted.
 *
 * @see F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 1936
 */
export function limitsOf(count: number): Interval {
  let limits = known.get(count)
  if (!limits) {
    limits = [count > 0 ? meanWith(count, 0.025) : 0, meanWith(count + 1, 0.975)]
    if (known.size > 10_000) known.clear()
    known.set(count, limits)
  }
  return limits
}

/** The mean of which at least `count` is counted with this chance. */
function meanWith(count: number, chance: number): number {
  // Near enough at first, by Wilson and Hilferty's cube; then Newton's steps, whose slope is the density.
  const z = chance < 0.5 ? -1.96 : 1.96
  let mean = count * Math.max(0.02, 1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3
  for (let step = 0; step < 50; step++) {
    const slope = Math.exp((count - 1) * Math.log(mean) - mean - logGamma(count))
    const next = mean - (regularisedGamma(count, mean) - chance) / slope
    const change = Math.abs(next - mean)
    mean = next > 0 ? next : mean / 2
    if (change <= 1e-12 * mean) break
  }
  return mean
}

/**
 * The range of the true difference of two figures that are known to lie in ranges of their own, each 95 %: neither end
 * takes both to be at their worst at once.
 *
 * @see G. Y. Zou and A. Donner, Construction of confidence limits about effect measures, Statistics in Medicine 2008
 */
export function differenceOf(a: number, [lowA, highA]: Interval, b: number, [lowB, highB]: Interval): Interval {
  const difference = b - a
  return [difference - Math.hypot(b - lowB, highA - a), difference + Math.hypot(highB - b, a - lowA)]
}

/**
 * Of several tests at once, how large a share of those that are at least as sure are to be expected false: to take
 * those with 0.05 or less for changes is to be wrong about one in twenty of them. The same order as p; 1 at most.
 *
 * @param isTested 0 for those that are no tests, because nothing could have been found: their rate is 1.
 * @see Y. Benjamini and Y. Hochberg, Controlling the false discovery rate, Journal of the Royal Statistical Society B 1995
 */
export function falseDiscoveryRates(p: Float64Array, isTested: Uint8Array): Float64Array {
  const sorted = p.filter((_, test) => isTested[test] === 1).sort()
  const rateOf = new Float64Array(sorted.length)
  let least = 1
  for (let rank = sorted.length; rank > 0; rank--) {
    least = Math.min(least, (sorted[rank - 1] * sorted.length) / rank)
    rateOf[rank - 1] = least
  }
  // Equal ones have one rate, so that any place of theirs will do.
  return p.map((chance, test) => (isTested[test] ? rateOf[placeOf(sorted, chance)] : 1))
}

/** Where a value that is there is among sorted ones. */
function placeOf(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}
