import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameRate } from '../compare/counts.ts'
import { poissonCount } from '../compare/simulation.fixture.ts'
import { profileOf } from '../profile.fixture.ts'
import { randomNumbers } from '../randomNumbers.fixture.ts'
import { rankRanges, rankRangesOf } from './rankRanges.ts'

const told = (counts: number[]) => {
  const { first, last } = rankRanges(Float64Array.from(counts))
  return counts.map((_, row) => (first[row] === last[row] ? `${first[row]}` : `${first[row]}-${last[row]}`)).join(' ')
}

test('places whose order is not significant are a range', () => {
  expect(told([500, 100, 95, 90, 4])).toBe('1 2-4 2-4 2-4 5')
  expect(told([9, 15])).toBe('1-2 1-2')
  expect(told([7])).toBe('1')
  expect(told([])).toBe('')
})

test('what has no sample stands behind what has many, anywhere among its like', () => {
  expect(told([0, 40, 0, 0])).toBe('2-4 1 2-4 2-4')
  expect(told([0, 0])).toBe('1-2 1-2')
})

test('thousands that were never caught do not blur the order of those that were', () => {
  const { first, last } = rankRanges(Float64Array.from([900, 700, 600, ...new Array(50_000).fill(0)]))
  expect([first[0], last[0], first[1], last[1], first[2], last[2]]).toEqual([1, 1, 2, 2, 3, 3])
})

test('a function whose self time is not known has no place', () => {
  expect(told([Number.NaN, 50, 900])).toBe('0 2 1')
  const unknown = { ...profileOf('main 1 -> a x1\n a 2'), samplePeriod: Number.NaN }
  expect(rankRangesOf(unknown)).toEqual({ first: new Uint32Array(2), last: new Uint32Array(2) })
})

/** Holm's procedure as it is told in books: the tests of one function in order, until one fails. */
function placeByHolm(counts: number[], row: number): [number, number] {
  const others = counts
    .map((count, other) => ({ p: sameRate(count, counts[row], 1, 1), larger: count > counts[row], other }))
    .filter(({ other }) => other !== row)
    .sort((a, b) => a.p - b.p)
  const passed = others.findIndex(({ p }, place) => p > 0.05 / (others.length - place))
  const apart = passed < 0 ? others : others.slice(0, passed)
  const larger = apart.filter(other => other.larger).length
  return [larger + 1, counts.length - (apart.length - larger)]
}

test('all at once are the same as one after the other', () => {
  const count = fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 60 }), fc.nat({ max: 2000 }))
  fc.assert(
    fc.property(fc.array(count, { minLength: 1, maxLength: 40 }), counts => {
      const { first, last } = rankRanges(Float64Array.from(counts))
      expect(counts.map((_, row) => [first[row], last[row]])).toEqual(counts.map((_, row) => placeByHolm(counts, row)))
    }),
  )
})

test('of 10,000 runs of one program, the range of each function holds its true place in 93 of 100 at least', () => {
  const means = [620, 300, 280, 270, 110, 104, 99, 60, 31, 12, 9, 4, 1, 0.5, 0.2]
  const random = randomNumbers(3)
  const held = means.map(() => 0)
  const RUNS = 10_000
  let width = 0
  for (let run = 0; run < RUNS; run++) {
    const { first, last } = rankRanges(Float64Array.from(means, mean => poissonCount(random, mean)))
    means.forEach((_, row) => {
      width += last[row] - first[row] + 1
      if (first[row] <= row + 1 && row + 1 <= last[row]) held[row]++
    })
  }
  for (const count of held) expect(count / RUNS).toBeGreaterThan(0.93)
  // A range that says nothing would hold it too.
  expect(width / (RUNS * means.length)).toBeLessThan(means.length / 2)
})
