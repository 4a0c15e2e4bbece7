import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SIGNIFICANT } from '../compare/compareProfiles.ts'
import { limitsOf } from '../compare/counts.ts'
import { poissonCount } from '../compare/simulation.fixture.ts'
import type { Normalisation } from '../compare/weigh.ts'
import { profileFrom, profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { randomNumbers } from '../randomNumbers.fixture.ts'
import { orderByMovement, rangeOfValue, type Trend, type TrendFigures, trendOf } from './trendOf.ts'

/** Six runs: `work` takes half as long again from the fourth on, `cache` is new with the third, `parse` stays as it was. */
const runs = [4.0, 3.9, 4.1, 6.0, 6.2, 5.9].map((work, run) =>
  profileOf(`
    main  0.01 -> work x${run < 3 ? 10 : 15}, parse x5
    work  ${work} ${run < 2 ? '' : '-> cache x3'}
    parse ${[1.0, 1.1, 0.95, 1.05, 1.0, 0.97][run]}
    ${run < 2 ? '' : 'cache 0.8'}`),
)

const rowOf = ({ functions }: Trend, name: string) => functions.label.indexOf(name)
const valuesOf = (figures: TrendFigures, fn: number, of = runs.length) => [
  ...figures.value.subarray(fn * of, (fn + 1) * of),
]
/** First run and level of each stretch. */
const stretchesOf = ({ start, firstRun, level }: TrendFigures, fn: number) =>
  Array.from({ length: start[fn + 1] - start[fn] }, (_, i) => [
    firstRun[start[fn] + i],
    Number(level[start[fn] + i].toFixed(6)),
  ])

test('functions are followed through all runs; those that moved are told, with where and by how much', () => {
  const trend = trendOf(runs, 'time')
  const { self, total, all } = trend
  const [work, parse, cache, main] = ['work', 'parse', 'cache', 'main'].map(name => rowOf(trend, name))
  expect(valuesOf(self, work)).toEqual([4.0, 3.9, 4.1, 6.0, 6.2, 5.9])
  expect(valuesOf(self, cache)).toEqual([0, 0, 0.8, 0.8, 0.8, 0.8])
  expect(stretchesOf(self, work)).toEqual([
    [0, 4],
    [3, 6.033333],
  ])
  expect(stretchesOf(self, cache)).toEqual([
    [0, 0],
    [2, 0.8],
  ])
  expect(stretchesOf(self, parse)).toEqual([[0, 1.011667]])
  expect([...orderByMovement(self)].slice(0, 2)).toEqual([work, cache])
  expect([self.size[work], self.size[parse]].map(size => Number(size.toFixed(6)))).toEqual([2.033333, 0])
  for (const stretches of [stretchesOf(total, main), stretchesOf(all, 0)])
    expect(stretches.map(([first]) => first)).toEqual([0, 2, 3])
})

test('for each call, what is called oftener is as fast as before, and runs that do not call it tell nothing', () => {
  const trend = trendOf(runs, 'perCall')
  const [work, cache] = ['work', 'cache'].map(name => rowOf(trend, name))
  expect(trend.self.rate[work]).toBeGreaterThan(SIGNIFICANT)
  expect(valuesOf(trend.self, cache).map(value => Number(value.toFixed(6)))).toEqual([
    Number.NaN,
    Number.NaN,
    ...[0.266667, 0.266667, 0.266667, 0.266667],
  ])
  expect(rangeOfValue(trend.self, cache * runs.length)).toEqual([Number.NaN, Number.NaN])
  expect(trend.self.rate[cache]).toBe(1)
})

test('as shares of all time, a program that is slower throughout has not moved', () => {
  const slower = [1, 1, 1, 2, 2, 2].map(times => profileOf(`main ${0.5 * times} -> f x1\n f ${3 * times}`))
  const moved = (by: Normalisation) => trendOf(slower, by).self.rate.every(rate => rate <= SIGNIFICANT)
  expect([moved('time'), moved('share')]).toEqual([true, false])
  expect([...trendOf(slower, 'share').self.rate]).toEqual([1, 1])
})

test('ranges are those of the counts, in the unit of the figures', () => {
  const trend = trendOf(runs, 'share')
  const at = rowOf(trend, 'parse') * runs.length
  const [low, high] = limitsOf(100)
  const total = runs[0].total * 100
  expect(rangeOfValue(trend.self, at).map(each => each * total)).toEqual([
    expect.closeTo(low, 6),
    expect.closeTo(high, 6),
  ])
})

test('runs in other units are told', () => {
  const [{ message }] = trendOf([runs[0], { ...runs[1], unit: 'calls' }, runs[2]], 'share').warnings
  expect(message).toContain('One profile counts seconds, another calls')
})

const profiles = fc.array(
  fc
    .array(fc.tuple(fc.nat({ max: 200 }), fc.nat({ max: 9 }), fc.integer({ min: 1, max: 20 })), {
      minLength: 1,
      maxLength: 6,
    })
    .map(list =>
      profileFrom(
        ['main', ...list.map(([, name]) => `f${name}`)],
        [0.5, ...list.map(([ticks]) => ticks / 100)],
        list.map(([, , calls], i) => [0, i + 1, calls]),
      ),
    ),
  { minLength: 2, maxLength: 6 },
)
const normalisations = fc.constantFrom<Normalisation[]>('time', 'share', 'perCall')

test('every figure of every profile is somewhere in the trend, once', () => {
  fc.assert(
    fc.property(profiles, (all: Profile[]) => {
      const { self, functions } = trendOf(all, 'time')
      all.forEach((profile, run) => {
        const values = Array.from(functions.rows[run], (row, fn) => [row, self.value[fn * all.length + run]])
        const there = values.filter(([row]) => row >= 0).sort(([a], [b]) => a - b)
        expect(there).toEqual(Array.from(profile.functions.self, (time, row) => [row, time]))
        expect(values.filter(([row, time]) => row < 0 && time !== 0)).toEqual([])
      })
    }),
  )
})

test('of one profile again and again nothing moves', () => {
  fc.assert(
    fc.property(profiles, normalisations, ([profile], by) => {
      const { self, total, all } = trendOf([profile, profile, profile], by)
      for (const { rate, start, size } of [self, total, all]) {
        expect(rate.every(each => each === 1)).toBe(true)
        expect(size.every(each => each === 0)).toBe(true)
        expect([...start]).toEqual([...start.keys()])
      }
    }),
  )
})

test('of runs of one program, in one of twenty trends at most does any function move', () => {
  const random = randomNumbers(31)
  const means = [400, 100, 60, 30, 10, 5, 2, 1, 0.5, 0.5]
  let moved = 0
  for (let trend = 0; trend < 500; trend++) {
    const some = Array.from({ length: 8 }, () =>
      profileFrom(
        means.map((_, i) => `f${i}`),
        means.map(mean => poissonCount(random, mean) / 100),
        [],
      ),
    )
    if (trendOf(some, 'time').self.rate.some(rate => rate <= SIGNIFICANT)) moved++
  }
  expect(moved / 500).toBeLessThanOrEqual(0.06)
})
