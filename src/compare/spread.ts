// Several runs on a side tell by themselves how much a figure varies from run to run, which is more than the chance of
// sampling alone: other load, other data, another order. Then nothing need be assumed of counts.

import type { Interval } from './counts.ts'
import { logGamma, regularisedBeta } from './specialFunctions.ts'

/** How far the means of two sets of runs lie apart, against how much runs of one set do. */
export interface Spread {
  /** Of the means, second less first. */
  difference: number
  /** Its standard error. */
  error: number
  /** Degrees of freedom of Student's law that the difference follows. */
  freedom: number
  /** Two-sided p-value of the two sides having one mean. */
  p: number
}

/**
 * Compares the means of two sets of runs, which may vary more on one side than on the other. One of them needs two runs or
 * more. A single run tells nothing of how much its side varies: it is taken to vary as much as the other side does.
 *
 * @see B. L. Welch, The generalization of Student's problem when several different population variances are involved,
 * Biometrika 1947; degrees of freedom by F. E. Satterthwaite, 1946. Of a single run: Student, The probable error of a mean,
 * Biometrika 1908, for one new observation
 */
export function compareRuns(a: ArrayLike<number>, b: ArrayLike<number>): Spread {
  const [meanA, varianceA] = momentsOf(a)
  const [meanB, varianceB] = momentsOf(b)
  const difference = meanB - meanA
  const [errorA, errorB] = [(varianceA ?? varianceB ?? 0) / a.length, (varianceB ?? varianceA ?? 0) / b.length]
  const variance = errorA + errorB
  if (!(variance > 0)) return { difference, error: 0, freedom: 1, p: difference === 0 ? 1 : 0 }
  const isSingle = varianceA === null || varianceB === null
  const freedom = isSingle
    ? Math.max(a.length, b.length) - 1
    : variance ** 2 / (errorA ** 2 / (a.length - 1) + errorB ** 2 / (b.length - 1))
  const error = Math.sqrt(variance)
  return { difference, error, freedom, p: studentTails(difference / error, freedom) }
}

/** The 95 % range of the difference of the means. */
export function rangeOfSpread({ difference, error, freedom }: Spread): Interval {
  const margin = error > 0 ? studentQuantile(freedom) * error : 0
  return [difference - margin, difference + margin]
}

/** Mean and variance; no variance of a single run. */
function momentsOf(values: ArrayLike<number>): [mean: number, variance: number | null] {
  const list = Array.from(values)
  const mean = list.reduce((sum, value) => sum + value, 0) / list.length
  const squares = list.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return [mean, list.length > 1 ? squares / (list.length - 1) : null]
}

/** Chance of Student's t lying as far from nought as this, on either side. (DLMF 8.17; Abramowitz and Stegun 26.7.1) */
const studentTails = (t: number, freedom: number) => regularisedBeta(freedom / (freedom + t * t), freedom / 2, 0.5)

/** The t beyond which 5 % lie, both sides together. */
function studentQuantile(freedom: number): number {
  const half = logGamma((freedom + 1) / 2) - logGamma(freedom / 2) - 0.5 * Math.log(freedom * Math.PI)
  // Newton's steps from the quantile of the normal law, which is less: the tails are convex, so that no step leads too far.
  let t = 1.96
  for (let step = 0; step < 50; step++) {
    const slope = 2 * Math.exp(half - ((freedom + 1) / 2) * Math.log1p((t * t) / freedom))
    const change = (studentTails(t, freedom) - 0.05) / slope
    t += change
    if (Math.abs(change) <= 1e-12 * t) break
  }
  return t
}
