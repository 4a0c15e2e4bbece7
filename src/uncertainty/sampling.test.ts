import fc from 'fast-check'
import { expect, test } from 'vitest'
import { poissonCount } from '../compare/simulation.fixture.ts'
import { profileFrom, profileOf } from '../profile.fixture.ts'
import { randomNumbers } from '../randomNumbers.fixture.ts'
import { sampledArc, sampledCycle, sampledPart, sampledSelf, sampledTotal, totalErrorsOf } from './sampling.ts'

/** Of profiles of which one sample counts 0.01 s. */
const PERIOD = 0.01

test('a self time of n samples is good to √n, and its range is the exact one', () => {
  const profile = profileOf('main 1 -> idle x1\n idle 0')
  const self = sampledSelf(profile, 0)!
  expect(self.error).toBeCloseTo(0.1)
  expect(self.range[0]).toBeCloseTo(0.8136, 4)
  expect(self.range[1]).toBeCloseTo(1.2163, 4)
  const none = sampledSelf(profile, 1)!
  expect(none.error).toBe(0)
  expect(none.range[1]).toBeCloseTo(0.0369, 4) // may have run for three samples and more, and was not caught
})

test('where it is not known what a sample counts, or how long a function took, nothing is said of errors', () => {
  const profile = { ...profileOf('main 1'), samplePeriod: Number.NaN }
  expect([sampledSelf(profile, 0), sampledTotal(profile, 0)]).toEqual([null, null])
  expect(totalErrorsOf(profile).most).toEqual(Float64Array.of(Number.NaN))
  const cut = profileOf('main 1')
  cut.functions.self[0] = Number.NaN
  expect([sampledSelf(cut, 0), sampledTotal(cut, 0)]).toEqual([null, null])
})

test('half of a time has half of its error, and halves that meet again have all of it', () => {
  const profile = profileOf('f 0 -> a x1, b x1\n h 0 -> g x2\n a 0 -> g x1\n b 0 -> g x1\n g 0.32')
  const errorOf = (name: string) => sampledTotal(profile, profile.functions.name.indexOf(name))!.error / PERIOD
  expect(errorOf('g')).toBeCloseTo(Math.sqrt(32))
  expect(errorOf('h')).toBeCloseTo(Math.sqrt(32) / 2)
  expect(errorOf('a')).toBeCloseTo(Math.sqrt(32) / 4)
  expect(errorOf('f')).toBeCloseTo(Math.sqrt(32) / 2)
  const { least, most } = totalErrorsOf(profile)
  expect(least[0] / PERIOD).toBeCloseTo(Math.sqrt(4)) // as if a and b had nothing in common
  expect(most[0] / PERIOD).toBeCloseTo(Math.sqrt(32) / 2)
})

test('what is passed along an arc has the part of its error', () => {
  const profile = profileOf('main 0 -> g x1, other x1\n other 0 -> g x3\n g 0.16')
  expect(sampledArc(profile, 0)!.error).toBeCloseTo(PERIOD)
  expect(sampledArc(profile, 2)!.error).toBeCloseTo(3 * PERIOD)
  expect(sampledPart({ time: 2, error: 0.5, range: [1, 3] }, 1, profile)!.error).toBe(0.25)
})

test('a cycle is one function, and within it arcs pass nothing', () => {
  const profile = profileOf('main 0 -> a x1\n a 0.09 -> b x1, leaf x1\n b 0.07 -> a x1, leaf x1\n leaf 0.04')
  expect(sampledCycle(profile, 0)!.error).toBeCloseTo(Math.sqrt(20) * PERIOD)
  expect(sampledTotal(profile, 0)!.error).toBeCloseTo(Math.sqrt(20) * PERIOD)
  expect(sampledTotal(profile, 1)!.error).toBeCloseTo(Math.sqrt(9 + 4 / 4) * PERIOD)
  expect(sampledArc(profile, 1)).toBeNull()
})

const program = fc.record({
  ticks: fc.array(fc.nat({ max: 50 }), { minLength: 2, maxLength: 9 }),
  calls: fc.array(fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 8 }), fc.integer({ min: 1, max: 9 })), { maxLength: 20 }),
})

/** Calls with their self times, no pair twice. */
function drawn(ticks: number[], calls: [number, number, number][]) {
  const pairs = new Map(
    calls
      .map(([from, to, count]): [number, number, number] => [from % ticks.length, to % ticks.length, count])
      .map(call => [`${call[0]} ${call[1]}`, call]),
  )
  return profileFrom(
    ticks.map((_, row) => `f${row}`),
    ticks.map(count => count * PERIOD),
    [...pairs.values()],
  )
}

test('the variance of a total is the sum of what each function alone adds to it, between the limits of all', () => {
  fc.assert(
    fc.property(program, ({ ticks, calls }) => {
      const profile = drawn(ticks, calls)
      const totals = ticks.map(() => 0)
      ticks.forEach((count, own) => {
        const { functions } = drawn(
          ticks.map((_, row) => (row === own ? 1 : 0)),
          calls,
        )
        totals.forEach((_, fn) => {
          totals[fn] += ((functions.self[fn] + functions.children[fn]) / PERIOD) ** 2 * count
        })
      })
      const { least, most } = totalErrorsOf(profile)
      totals.forEach((variance, fn) => {
        const { error } = sampledTotal(profile, fn)!
        expect(error).toBeCloseTo(Math.sqrt(variance) * PERIOD, 9)
        expect(least[fn]).toBeLessThanOrEqual(error + 1e-9)
        expect(most[fn]).toBeGreaterThanOrEqual(error - 1e-9)
      })
    }),
  )
})

test('of 10,000 runs of one program, 95 % ranges hold the true time in 93 to 97 of 100, for self, total, arcs and calls', () => {
  // A shared callee, a chain with one caller each, halves that meet again, and a cycle.
  const names = ['main', 'parse', 'match', 'read', 'copy', 'up', 'down', 'leaf']
  const means = [24, 90, 45, 160, 33, 60, 38, 400]
  const calls: [number, number, number][] = [
    ...([
      [0, 1, 2],
      [0, 2, 1],
      [1, 3, 5],
      [2, 3, 3],
      [1, 4, 9],
      [3, 4, 1],
    ] as [number, number, number][]),
    ...([
      [2, 5, 2],
      [5, 6, 4],
      [6, 5, 4],
      [6, 7, 10],
      [4, 7, 30],
    ] as [number, number, number][]),
  ]
  const runOf = (ticks: number[]) =>
    profileFrom(
      names,
      ticks.map(count => count * PERIOD),
      calls,
    )
  const truth = runOf(means)
  const arcs = calls.map((_, arc) => arc).filter(arc => sampledArc(truth, arc))
  const times = (run: typeof truth) => [
    ...names.map((_, fn) => sampledSelf(run, fn)!),
    ...names.map((_, fn) => sampledTotal(run, fn)!),
    ...names.map(
      (_, fn) => sampledPart(sampledTotal(run, fn)!, (run.functions.self[fn] + run.functions.children[fn]) / 7, run)!,
    ),
    ...arcs.map(arc => sampledArc(run, arc)!),
    sampledCycle(run, 0)!,
  ]
  const actual = times(truth).map(({ time }) => time)
  const held = actual.map(() => 0)
  const random = randomNumbers(8)
  const RUNS = 10_000
  for (let run = 0; run < RUNS; run++)
    times(runOf(means.map(mean => poissonCount(random, mean)))).forEach(({ range: [low, high] }, which) => {
      if (low <= actual[which] && actual[which] <= high) held[which]++
    })
  for (const count of held) {
    expect(count / RUNS).toBeGreaterThan(0.93)
    expect(count / RUNS).toBeLessThan(0.97)
  }
})
