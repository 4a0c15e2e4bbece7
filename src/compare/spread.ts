// Several runs on each side tell by themselves how much a figure varies from run to run, which is more than the chance of
// sampling alone: other load, other data, another order. Then nothing need be assumed of counts.

import type { Interval } from './counts.ts'
import { regularisedBeta } from './specialFunctions.ts'

export interface Spread {
  /** Two-sided p-value of the two sides having one mean. */
  p: number
  /** The 95 % range of the difference of the means, second minus first. */
  interval: Interval
}

/**
 * Compares the means of two sets of runs, which may vary more on one side than on the other. Both need two runs or more.
 *
 * @see B. L. Welch, The generalization of Student's problem when several different population variances are involved,
 * Biometrika 1947; degrees of freedom by F. E. Satterthwaite, 1946
 */
export function compareRuns(a: ArrayLike<number>, b: ArrayLike<number>): Spread {
  const [meanA, errorA] = meanOf(a)
  const [meanB, errorB] = meanOf(b)
  const difference = meanB - meanA
  const variance = errorA + errorB
  if (!(variance > 0)) return { p: difference === 0 ? 1 : 0, interval: [difference, difference] }
  const freedom = variance ** 2 / (errorA ** 2 / (a.length - 1) + errorB ** 2 / (b.length - 1))
  const error = Math.sqrt(variance)
  const margin = studentQuantile(freedom) * error
  return { p: studentTails(difference / error, freedom), interval: [difference - margin, difference + margin] }
}

/** Mean, and the square of its standard error. */
function meanOf(values: ArrayLike<number>): [mean: number, squaredError: number] {
  const list = Array.from(values)
  const mean = list.reduce((sum, value) => sum + value, 0) / list.length
  const squares = list.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return [mean, squares / (list.length - 1) / list.length]
}

/** Chance of Student's t lying as far from nought as this, on either side. (DLMF 8.17; Abramowitz and Stegun 26.7.1) */
const studentTails = (t: number, freedom: number) => regularisedBeta(freedom / (freedom + t * t), freedom / 2, 0.5)

/** The t beyond which 5 % lie, both sides together. */
function studentQuantile(freedom: number): number {
  let low = 0
  let high = 2
  while (studentTails(high, freedom) > 0.05) high *= 2
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (studentTails(middle, freedom) > 0.05) low = middle
    else high = middle
  }
  return high
}
