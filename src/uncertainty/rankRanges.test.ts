import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limitsOf, sameRate } from '../compare/counts.ts'
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

test('where samples are few, those that were never caught cannot all have more', () => {
  const counts = [8, 4, 2, ...new Array(40).fill(1), ...new Array(1500).fill(0)]
  const { first, last } = rankRanges(Float64Array.from(counts))
  expect([...first.slice(0, 3)]).toEqual([1, 1, 1])
  expect(last[0]).toBeLessThan(55)
  expect(last[1]).toBeLessThan(100)
  expect(last[2]).toBeLessThan(400)
  expect(last[3]).toBe(counts.length)
})

test('a function whose self time is not known has no place', () => {
  expect(told([Number.NaN, 50, 900])).toBe('0 2 1')
  const unknown = { ...profileOf('main 1 -> a x1\n a 2'), samplePeriod: Number.NaN }
  expect(rankRangesOf(unknown)).toEqual({ first: new Uint32Array(2), last: new Uint32Array(2) })
})

/** Of so many throws that hit with a chance, at most so many hits. */
function chanceOfAtMost(hits: number, throws: number, hit: number): number {
  let [term, sum] = [(1 - hit) ** throws, 0]
  for (let k = 0; k <= hits; k++) {
    sum += term
    term *= ((throws - k) / (k + 1)) * (hit / (1 - hit))
  }
  return sum
}

/** Holm's procedure as it is told in books: the tests of one function in order, until one fails. */
function placeByHolm(counts: number[], row: number): [number, number] {
  const others = counts
    .map((count, other) => ({ p: sameRate(count, counts[row], 1, 1), larger: count > counts[row], other }))
    .filter(({ other }) => other !== row)
    .sort((a, b) => a.p - b.p)
  const passed = others.findIndex(({ p }, place) => p > 0.02 / (others.length - place))
  const apart = passed < 0 ? others : others.slice(0, passed)
  const larger = apart.filter(other => other.larger).length
  const last = counts.length - (apart.length - larger)
  const seen = counts.filter(count => count > 0).length
  if (counts[row] === 0 || last <= seen) return [larger + 1, last]
  // So many throws at most, as hits were no more than these with half a percent of chance at least.
  const hit = 1 - Math.exp(-limitsOf(counts[row])[0])
  let throws = last - 1
  while (throws > seen - 1 && chanceOfAtMost(seen - 1, throws, hit) < 0.005) throws--
  return [larger + 1, throws + 1]
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

test.each([
  ['with many samples', [620, 300, 280, 270, 110, 104, 99, 60, 31, 12, 9, 4, 1, 0.5, 0.2]],
  ['with few', [7, 5, 4.5, 3, 2, 1.5, ...Array.from({ length: 60 }, (_, row) => 1 / (row + 2))]],
])('of 10,000 runs %s, the range of each function holds its true place in 93 of 100 at least', (_, means) => {
  const random = randomNumbers(3)
  const held = means.map(() => 0)
  const RUNS = 10_000
  let width = 0
  for (let run = 0; run < RUNS; run++) {
    const { first, last } = rankRanges(Float64Array.from(means, mean => poissonCount(random, mean)))
    width += last[0] - first[0] + 1
    means.forEach((_, row) => {
      if (first[row] <= row + 1 && row + 1 <= last[row]) held[row]++
    })
  }
  for (const count of held) expect(count / RUNS).toBeGreaterThan(0.93)
  // A range that says nothing would hold it too.
  expect(width / RUNS).toBeLessThan(0.6 * means.length)
})
