import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameRate } from '../compare/counts.ts'
import { poissonCount } from '../compare/simulation.fixture.ts'
import { profileFrom, profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { totalOf } from '../query/totals.ts'
import { randomNumbers } from '../randomNumbers.fixture.ts'
import { totalPlacesOf } from './totalPlaces.ts'

const told = (profile: Profile) =>
  profile.functions.name
    .map((name, fn) => {
      const places = totalPlacesOf(profile, fn)
      return `${name} ${places?.first === places?.last ? places?.first : `${places?.first}-${places?.last}`}`
    })
    .join(', ')

test('callers stand before what they alone call, however few samples there are', () => {
  expect(told(profileOf('main 0.01 -> run x1\n run 0.01 -> work x9\n work 0.02'))).toBe('main 1, run 2, work 3')
})

test('what two functions have in common does not blur which has more', () => {
  // 20 and 8 samples of their own, and half of 400 each: 220 ± 11 against 208 ± 11.
  const drawing = 'main 0 -> a x1, b x1\n a 0.20 -> g x1\n b 0.04 -> g x1\n g 4.00'
  expect(told(profileOf(drawing))).toBe('main 1, a 3, b 4, g 2')
  expect(told(profileOf('a 2.20\n b 2.04'))).toBe('a 1-2, b 1-2')
})

test('callers of one function that have most of it are told apart by their parts', () => {
  expect(told(profileOf('a 0 -> g x1\n b 0 -> g x3\n g 0.40'))).toBe('a 3, b 2, g 1')
  expect(told(profileOf('a 0 -> g x4\n b 0 -> g x5\n g 0.40'))).toBe('a 3, b 2, g 1')
  expect(told(profileOf('a 0 -> g x4\n b 0 -> g x4\n g 0.40'))).toBe('a 2-3, b 2-3, g 1')
})

test('a cycle is held by those who call it, and its members are compared by their own', () => {
  expect(told(profileOf('main 0.01 -> a x1\n a 3.00 -> b x5\n b 1.00 -> a x4'))).toBe('main 1, a 2, b 3')
  expect(told(profileOf('main 0.01 -> a x1\n a 0.09 -> b x5\n b 0.08 -> a x4'))).toBe('main 1, a 2-3, b 2-3')
})

test('where no samples are known, there are no places', () => {
  const profile = profileOf('main 1 -> a x1\n a 2')
  expect(totalPlacesOf({ ...profile, samplePeriod: Number.NaN }, 0)).toBeNull()
})

test('without calls, places are those that exact tests of counts give', () => {
  const count = fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: 400 }))
  fc.assert(
    fc.property(fc.array(count, { minLength: 1, maxLength: 12 }), counts => {
      const profile = profileFrom(
        counts.map((_, fn) => `f${fn}`),
        counts.map(each => each / 100),
        [],
      )
      counts.forEach((own, fn) => {
        const others = counts
          .filter((_, other) => other !== fn)
          .map(each => ({ p: sameRate(own, each, 1, 1), isLarger: each > own }))
          .sort((a, b) => a.p - b.p)
        const passed = others.findIndex(({ p }, place) => p > 0.05 / (others.length - place))
        const apart = passed < 0 ? others : others.slice(0, passed)
        const larger = apart.filter(each => each.isLarger).length
        expect(totalPlacesOf(profile, fn)).toEqual({
          first: larger + 1,
          last: counts.length - (apart.length - larger),
        })
      })
    }),
  )
})

const program = (self: (mean: number) => number) => {
  const means: [string, number][] = [
    ['main', 2],
    ['read', 40],
    ['parse', 60],
    ['work', 90],
    ['hash', 120],
    ['copy', 80],
    ['log', 3],
    ['close', 0],
  ]
  return profileFrom(
    means.map(([name]) => name),
    means.map(([, mean]) => self(mean) / 100),
    [
      [0, 1, 1],
      [0, 2, 1],
      [0, 3, 4],
      [0, 7, 1],
      [1, 5, 30],
      [2, 4, 10],
      [2, 5, 10],
      [3, 4, 30],
      [3, 6, 2],
      [2, 6, 1],
      [4, 5, 7],
    ],
  )
}

test('of 4,000 runs, the range of each function holds its true place in 95 of 100 at least', () => {
  const truth = totalOf(program(mean => mean))
  const placeOf = [...truth].map(total => 1 + truth.filter(other => other > total).length)
  const random = randomNumbers(5)
  const held = placeOf.map(() => 0)
  const RUNS = 4000
  let width = 0
  for (let run = 0; run < RUNS; run++) {
    const profile = program(mean => poissonCount(random, mean))
    placeOf.forEach((place, fn) => {
      const { first, last } = totalPlacesOf(profile, fn)!
      if (first <= place && place <= last) held[fn]++
      width += last - first + 1
    })
  }
  for (const count of held) expect(count / RUNS).toBeGreaterThan(0.95)
  // A range that says nothing would hold it too.
  expect(width / RUNS / placeOf.length).toBeLessThan(2)
})
