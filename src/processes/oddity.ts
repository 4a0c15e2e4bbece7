// Which processes are unlike the others. Not those that took longer: those that spent their time elsewhere.

import { logGamma } from '../compare/specialFunctions.ts'
import type { ProcessTicks } from './processColumns.ts'

/** A normal variable is farther above its mean than so many deviations with a chance of 5 %. */
const ONE_IN_TWENTY = 1.645
/** Moments are worked out for so many parts to each halving of the part, and between these in a straight line. */
const STEPS = 8
/** Of functions with more than a hundred samples, so many digits of the number count for the moments. */
const DIGITS = 2

/**
 * How odd each process is: the part, 0..1, of the doubt whether a sample is of this process or of another that is taken
 * away by knowing which function it was in. 0: its samples lie in the same functions, by the same shares, as those of all
 * others; 1: in none that another has. Chance is taken off, so that few samples are not taken for oddity, and what is left
 * is there with some certainty; where it is below 0, there need be nothing. NaN where the process or all others have no
 * samples.
 *
 * It is Theil's uncertainty coefficient of the table with two rows, the process and all others, and a column for each
 * function: G / (2 T H), with G the likelihood ratio statistic of the table, T its total, and H the entropy of its row
 * sums. Were there no difference, G would be near its expectation E, with a variance V; both are summed over the
 * columns, whose cells then follow binomial laws, for in tables as sparse as these G is far from the χ² that it becomes
 * with many samples. What is returned is (G − E − 1.645 √V) / (2 T H).
 *
 * @see H. Theil, Statistical Decomposition Analysis, 1972
 * @see K. J. Koehler and K. Larntz, An empirical investigation of goodness-of-fit statistics for sparse multinomials,
 * Journal of the American Statistical Association 1980, on the moments of G there
 */
export function oddityOf({ start, fn, ticks }: ProcessTicks, functions: number): Float64Array {
  const all = new Float64Array(functions)
  for (let cell = 0; cell < fn.length; cell++) all[fn[cell]] += ticks[cell]
  const total = all.reduce((sum, each) => sum + each, 0)
  const momentsFor = momentsOf(all)
  return Float64Array.from({ length: start.length - 1 }, (_, process) => {
    let own = 0
    for (let cell = start[process]; cell < start[process + 1]; cell++) own += ticks[cell]
    const part = own / total
    if (!(own > 0.5) || !(total - own > 0.5)) return Number.NaN
    let g = 0
    let rest = total
    for (let cell = start[process]; cell < start[process + 1]; cell++) {
      g += deviance(ticks[cell], all[fn[cell]], part)
      rest -= all[fn[cell]]
    }
    g += deviance(0, Math.max(0, rest), part) // of all functions together that the process has no samples in
    const { mean, variance } = momentsFor(part)
    const entropy = -part * Math.log(part) - (1 - part) * Math.log1p(-part)
    return (g - mean - ONE_IN_TWENTY * Math.sqrt(variance)) / (2 * total * entropy)
  })
}

/** What one function adds to G, that has `all` samples, of them `own` in the process, where a `part` is expected. */
function deviance(own: number, all: number, part: number): number {
  const term = (count: number, expected: number) => (count > 0 ? count * Math.log(count / expected) : 0)
  return 2 * (term(own, all * part) + term(all - own, all * (1 - part)))
}

interface Moments {
  mean: number
  variance: number
}

/** Of G, for a process that has a part of the samples. */
function momentsOf(all: Float64Array) {
  const counts = new Map<number, number>()
  for (const ticks of all) {
    const samples = ticks > 100 ? Number(ticks.toPrecision(DIGITS)) : Math.round(ticks)
    if (samples > 0) counts.set(samples, (counts.get(samples) ?? 0) + 1)
  }
  const known = new Map<number, Moments>()
  const atStep = (step: number): Moments => {
    const found = known.get(step)
    if (found) return found
    const sum: Moments = { mean: 0, variance: 0 }
    for (const [samples, functions] of counts) {
      const { mean, variance } = momentsOfOne(samples, 2 ** (-step / STEPS))
      sum.mean += functions * mean
      sum.variance += functions * variance
    }
    known.set(step, sum)
    return sum
  }
  return (part: number): Moments => {
    const step = -STEPS * Math.log2(Math.min(part, 1 - part)) // the two rows of a table are alike
    const [low, high] = [atStep(Math.floor(step)), atStep(Math.floor(step) + 1)]
    const weight = step - Math.floor(step)
    const between = (a: number, b: number) => a + weight * (b - a)
    return { mean: between(low.mean, high.mean), variance: between(low.variance, high.variance) }
  }
}

/** With so many samples expected on either side, a deviance is χ² with one degree of freedom as closely as is needed. */
const MANY = 30

/** Of {@link deviance}, for a binomial number of a function's samples. */
function momentsOfOne(all: number, part: number): Moments {
  const expected = all * part
  const spread = Math.sqrt(expected * (1 - part))
  if (expected > MANY && all - expected > MANY) return { mean: 1, variance: 2 }
  const first = Math.max(0, Math.floor(expected - 8 * spread - 8))
  const last = Math.min(all, Math.ceil(expected + 8 * spread + 8))
  const choices = logGamma(all + 1)
  let mean = 0
  let square = 0
  for (let own = first; own <= last; own++) {
    const choose = choices - logGamma(own + 1) - logGamma(all - own + 1)
    const chance = Math.exp(choose + own * Math.log(part) + (all - own) * Math.log1p(-part))
    const value = deviance(own, all, part)
    mean += chance * value
    square += chance * value * value
  }
  return { mean, variance: Math.max(0, square - mean * mean) }
}

/** Rows of processes, the oddest first; those of which that cannot be said last, and of equal ones that with more samples first. */
export function orderByOddity({ oddity, ticks }: { oddity: Float64Array; ticks: Float64Array }): Int32Array {
  const measure = (row: number) => (Number.isNaN(oddity[row]) ? Number.NEGATIVE_INFINITY : oddity[row])
  const rows = Int32Array.from(oddity, (_, row) => row)
  return rows.sort((a, b) => (measure(a) === measure(b) ? ticks[b] - ticks[a] || a - b : measure(b) - measure(a)))
}
