import { expect, test } from 'vitest'
import { randomNumbers } from '../randomNumbers.fixture.ts'
import { poissonCount } from './simulation.fixture.ts'
import { compareRuns, rangeOfSpread } from './spread.ts'

test('runs that vary are compared by how much they vary', () => {
  expect(compareRuns([1, 2, 3, 4, 5], [2, 3, 4, 5, 6]).p).toBeCloseTo(0.3466, 4)
  const clear = compareRuns([10.1, 9.9, 10.0, 10.2], [11.0, 11.3, 10.9, 11.1])
  expect(clear.p).toBeLessThan(0.001)
  expect(rangeOfSpread(clear)[0]).toBeGreaterThan(0.7)
  const none = compareRuns([1, 1], [1, 1])
  expect([none.p, ...rangeOfSpread(none)]).toEqual([1, 0, 0])
})

test('ranges are as wide as tables of Student’s law say', () => {
  for (const [runs, quantile] of [
    [2, 4.3027],
    [3, 2.7764],
    [6, 2.2281],
    [31, 2.0003],
  ]) {
    const side = Array.from({ length: runs }, (_, i) => i % 2)
    const spread = compareRuns(side, side)
    expect(spread.freedom).toBeCloseTo(2 * (runs - 1), 9)
    expect(rangeOfSpread(spread)[1] / spread.error).toBeCloseTo(quantile, 4)
  }
  const one = compareRuns([0, 1], [0.5])
  expect(rangeOfSpread(one)[1] / one.error).toBeCloseTo(12.7062, 4)
})

test('a single run is taken to vary as those of the other side do', () => {
  // Mean 10, deviation 1, so that a run at 13 is 3 ÷ √(1 + 1/3) deviations off, with two degrees of freedom.
  const { p, freedom } = compareRuns([9, 10, 11], [13])
  expect(freedom).toBe(2)
  expect(p).toBeCloseTo(1 - 2.598076 / Math.sqrt(2 + 2.598076 ** 2), 6)
  expect(compareRuns([13], [9, 10, 11]).p).toBeCloseTo(p, 12)
})

test('of 10,000 pairs of runs of one truth 5 % are called different, and the range holds the true difference', () => {
  const random = randomNumbers(4)
  const runs = (length: number) => Array.from({ length }, () => poissonCount(random, 100))
  for (const [many, few] of [
    [5, 5],
    [6, 1],
    [2, 3],
  ]) {
    let called = 0
    for (let pair = 0; pair < 10_000; pair++) {
      const spread = compareRuns(runs(many), runs(few))
      const [low, high] = rangeOfSpread(spread)
      if (spread.p <= 0.05) called++
      expect(low <= 0 && 0 <= high).toBe(spread.p > 0.05)
    }
    expect(called / 10_000).toBeGreaterThan(0.02)
    expect(called / 10_000).toBeLessThanOrEqual(0.06)
  }
})
