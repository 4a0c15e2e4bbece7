import { expect, test } from 'vitest'
import { poissonCount } from '../compare/simulation.fixture.ts'
import { logGamma } from '../compare/specialFunctions.ts'
import { randomNumbers } from '../randomNumbers.fixture.ts'
import { changePoints } from './changePoints.ts'
import { type CountSeries, likelihoodOf } from './countSeries.ts'
import { sameThroughout } from './homogeneity.ts'

const seriesOf = (counts: number[], exposure = counts.map(() => 100), isPart = false): CountSeries => ({
  counts: Float64Array.from(counts),
  exposure: Float64Array.from(exposure),
  isPart,
})

test('a step, two steps, a slope and a run that stands out are cut where they are', () => {
  expect(changePoints(seriesOf([50, 48, 55, 51, 90, 99, 95]))).toEqual([4])
  expect(changePoints(seriesOf([50, 48, 0, 0, 0, 95, 99, 91]))).toEqual([2, 5])
  expect(changePoints(seriesOf([50, 52, 47, 200, 49, 51]))).toEqual([3, 4])
  expect(changePoints(seriesOf([200, 50, 52, 47, 49, 51]))).toEqual([1])
  expect(changePoints(seriesOf([0, 100, 200, 300]))).toEqual([1, 2, 3])
  expect(changePoints(seriesOf([50, 52, 47, 55, 49]))).toEqual([])
})

test('counts are judged by what they were watched by, and runs that tell nothing do not matter', () => {
  expect(changePoints(seriesOf([50, 100, 48, 205, 51], [100, 200, 100, 400, 100]))).toEqual([])
  expect(changePoints(seriesOf([50, 50, 50, 50, 50, 50], [100, 100, 100, 200, 200, 200]))).toEqual([3])
  expect(changePoints(seriesOf([50, 0, 48, 0, 99, 0, 101], [100, 0, 100, 0, 100, 0, 100]))).toHaveLength(1)
  expect(changePoints(seriesOf([0, 0, 0], [0, 0, 0]))).toEqual([])
})

test('of shares, what is left of the totals counts as well', () => {
  const totals = [1000, 1000, 1000, 1000]
  const [most, rest] = [
    [990, 989, 960, 962],
    [10, 11, 40, 38],
  ]
  expect(changePoints(seriesOf(rest, totals, true))).toEqual([2])
  expect(changePoints(seriesOf(most, totals, true))).toEqual([2])
  expect(changePoints(seriesOf(most, totals))).toEqual([]) // as free counts they are much the same
  expect(sameThroughout(seriesOf(most, totals, true))).toBeCloseTo(sameThroughout(seriesOf(rest, totals, true)), 9)
  expect(sameThroughout(seriesOf(totals, totals, true))).toBe(1)
})

test('of 5,000 series of one truth at most 5 % are said to change, at any count and number of runs', () => {
  const random = randomNumbers(21)
  for (const runs of [2, 3, 5, 10, 20])
    for (const mean of [0.3, 1, 3, 10, 50]) {
      const called = { cut: 0, moved: 0 }
      for (let i = 0; i < 5000; i++) {
        const series = seriesOf(Array.from({ length: runs }, () => poissonCount(random, mean)))
        if (changePoints(series).length > 0) called.cut++
        if (sameThroughout(series) <= 0.05) called.moved++
      }
      expect(called.cut / 5000).toBeLessThanOrEqual(0.06)
      expect(called.moved / 5000).toBeLessThanOrEqual(0.06)
    }
}, 120_000)

test('so are shares of totals, and times of calls that differ from run to run', () => {
  const random = randomNumbers(22)
  const totals = [300, 500, 400, 800, 350, 420]
  for (const isPart of [true, false])
    for (const share of [0.01, 0.1, 0.5, 0.95]) {
      const called = { cut: 0, moved: 0 }
      for (let i = 0; i < 2000; i++) {
        const countOf = (total: number) =>
          isPart
            ? Array.from({ length: total }, random).filter(n => n < share).length
            : poissonCount(random, total * share)
        const series = seriesOf(totals.map(countOf), totals, isPart)
        if (changePoints(series).length > 0) called.cut++
        if (sameThroughout(series) <= 0.05) called.moved++
      }
      expect(called.cut / 2000).toBeLessThanOrEqual(0.06)
      expect(called.moved / 2000).toBeLessThanOrEqual(0.06)
    }
}, 120_000)

const RUNS = 20
/** What one cut among twenty runs has to gain: the chi-square of one degree of freedom that 5 % ÷ 20 exceed. */
const PRICE = 9.1406

/** Chance that a step in the middle gains its price, summed over all counts that matter: it is found at least so often. */
function powerOf(before: number, after: number): number {
  const lawOf = (mean: number) => {
    const length = Math.ceil(mean + 9 * Math.sqrt(mean))
    return Array.from({ length }, (_, count) => Math.exp(count * Math.log(mean) - mean - logGamma(count + 1)))
  }
  const half = RUNS / 2
  const laws = [lawOf(half * before), lawOf(half * after)]
  let power = 0
  laws[0].forEach((chanceA, a) => {
    laws[1].forEach((chanceB, b) => {
      if (chanceA * chanceB < 1e-10) return
      const of = (count: number, runs: number) => likelihoodOf({ count, exposure: runs }, false)
      if (of(a, half) + of(b, half) - of(a + b, RUNS) > PRICE) power += chanceA * chanceB
    })
  })
  return power
}

test('a step is found as often as theory says, and where it is, give or take a run', () => {
  const random = randomNumbers(23)
  for (const [before, after, located] of [
    [10, 13, 0.5],
    [10, 20, 0.9],
    [50, 65, 0.8],
    [100, 150, 0.98],
  ]) {
    let found = 0
    let near = 0
    for (let i = 0; i < 4000; i++) {
      const counts = Array.from({ length: RUNS }, (_, run) => poissonCount(random, run < RUNS / 2 ? before : after))
      const points = changePoints(seriesOf(counts))
      if (points.length > 0) found++
      if (points.some(point => Math.abs(point - RUNS / 2) <= 1)) near++
    }
    const power = powerOf(before, after)
    const error = Math.sqrt((power * (1 - power)) / 4000)
    // Somewhere near the step, chance may gain what is missing at the step itself.
    expect(found / 4000).toBeGreaterThan(power - 4 * error)
    expect(found / 4000).toBeLessThan(power + 0.15)
    expect(near / found).toBeGreaterThan(located)
  }
}, 120_000)
