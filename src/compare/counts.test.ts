import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomNumbers } from '../randomNumbers.fixture.ts'
import { differenceOf, falseDiscoveryRates, limitsOf, sameRate, sameShare } from './counts.ts'
import { poissonCount } from './simulation.fixture.ts'
import { regularisedBeta } from './specialFunctions.ts'

test('what was counted the same on both sides is no change', () => {
  expect(sameRate(12, 12, 1, 1)).toBe(1)
  expect(sameRate(0, 0, 1, 1)).toBe(1)
  expect(sameShare(12, 100, 12, 100)).toBe(1)
})

test('p-values are those of the textbooks', () => {
  // 11 and 31 events: twice the chance of 11 heads or fewer in 42 throws.
  expect(sameRate(11, 31, 1, 1)).toBeCloseTo(0.002887247974, 11)
  // Fisher's tea: 3 of 4 right, one tail 17/70.
  expect(sameShare(3, 4, 1, 4)).toBeCloseTo(34 / 70, 12)
  expect(sameShare(1, 12, 9, 12)).toBeCloseTo(2 * 0.001379728, 8)
})

test('a p-value is twice the shorter of both tails', () => {
  const count = fc.nat({ max: 60 })
  const weight = fc.double({ min: 0.05, max: 20, noNaN: true })
  fc.assert(
    fc.property(count, count, weight, weight, (a, b, wa, wb) => {
      fc.pre(a + b > 0)
      const chance = wb / (wa + wb)
      const tails = [regularisedBeta(1 - chance, a, b + 1), regularisedBeta(chance, b, a + 1)]
      expect(sameRate(a, b, wa, wb)).toBe(Math.min(1, 2 * Math.min(...tails)))
    }),
  )
})

test('limits of a count are those that Garwood tabled', () => {
  const rounded = (count: number) => limitsOf(count).map(limit => Number(limit.toFixed(3)))
  expect(rounded(0)).toEqual([0, 3.689])
  expect(rounded(1)).toEqual([0.025, 5.572])
  expect(rounded(10)).toEqual([4.795, 18.39])
  expect(rounded(50)).toEqual([37.111, 65.919])
})

test('next to nothing on one side is no difference, whichever side that is', () => {
  expect([sameRate(0, 5e-324, 0.2, 0.1), sameRate(5e-324, 0, 0.1, 0.2)]).toEqual([1, 1])
  expect(sameRate(0, 1e-8, 0.2, 0.1)).toBeCloseTo(1, 6)
  expect(sameRate(1e-8, 0, 0.1, 0.2)).toBeCloseTo(1, 6)
})

test('the two sides are treated alike', () => {
  const count = fc.double({ min: 0, max: 500, noNaN: true })
  const weight = fc.double({ min: 0.1, max: 10, noNaN: true })
  fc.assert(
    fc.property(count, count, weight, weight, (a, b, wa, wb) => {
      expect(sameRate(a, b, wa, wb)).toBeCloseTo(sameRate(b, a, wb, wa), 9)
      const [low, high] = differenceOf(a, limitsOf(a), b, limitsOf(b))
      const [low2, high2] = differenceOf(b, limitsOf(b), a, limitsOf(a))
      expect([low, high]).toEqual([-high2, -low2])
      expect(low).toBeLessThanOrEqual(b - a)
      expect(high).toBeGreaterThanOrEqual(b - a)
    }),
  )
})

test('shares are treated alike whichever side, and whichever part of the total', () => {
  const nat = fc.nat({ max: 300 })
  fc.assert(
    fc.property(nat, nat, nat, nat, (a, restA, b, restB) => {
      fc.pre(a + restA > 0 && b + restB > 0)
      const p = sameShare(a, a + restA, b, b + restB)
      expect(sameShare(b, b + restB, a, a + restA)).toBeCloseTo(p, 9)
      expect(sameShare(restA, a + restA, restB, b + restB)).toBeCloseTo(p, 9)
    }),
  )
})

test('rates of false discovery keep the order of p-values, and the surest of n is n times its own', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 }), list => {
      const rates = falseDiscoveryRates(Float64Array.from(list), new Uint8Array(list.length).fill(1))
      for (let i = 0; i < list.length; i++) {
        expect(rates[i]).toBeGreaterThanOrEqual(list[i] * (1 - 1e-12))
        expect(rates[i]).toBeLessThanOrEqual(1)
        for (let j = 0; j < list.length; j++) if (list[i] < list[j]) expect(rates[i]).toBeLessThanOrEqual(rates[j])
      }
    }),
  )
  const four = Float64Array.of(0.01, 0.5, 0.001, 0.04)
  expect([...falseDiscoveryRates(four, Uint8Array.of(1, 1, 0, 1))]).toEqual([0.03, 0.5, 1, 0.06])
})

test('of 10,000 pairs of one truth at most 5 % are called different, at any count', () => {
  const random = randomNumbers(1)
  for (const mean of [1, 5, 20, 100, 1000]) {
    let called = 0
    for (let pair = 0; pair < 10_000; pair++)
      if (sameRate(poissonCount(random, mean), poissonCount(random, 2 * mean), 1, 2) <= 0.05) called++
    expect(called / 10_000).toBeLessThanOrEqual(0.06)
  }
})

test('the range of a difference holds the true one in 95 of 100 pairs', () => {
  const random = randomNumbers(2)
  for (const [a, b] of [
    [3, 3],
    [10, 25],
    [200, 240],
  ]) {
    let held = 0
    for (let pair = 0; pair < 10_000; pair++) {
      const [countA, countB] = [poissonCount(random, a), poissonCount(random, b)]
      const [low, high] = differenceOf(countA, limitsOf(countA), countB, limitsOf(countB))
      if (low <= b - a && b - a <= high) held++
    }
    expect(held / 10_000).toBeGreaterThanOrEqual(0.94)
  }
})

/** Chance that the test finds a difference between Poisson means, summed over all counts that matter. */
function powerOf(a: number, b: number): number {
  const lawOf = (mean: number) => {
    const law: number[] = [Math.exp(-mean)]
    while (law.length < mean + 12 * Math.sqrt(mean) + 12) law.push((law[law.length - 1] * mean) / law.length)
    return law
  }
  const [lawA, lawB] = [lawOf(a), lawOf(b)]
  let power = 0
  lawA.forEach((chanceA, i) => {
    lawB.forEach((chanceB, j) => {
      if (chanceA * chanceB > 1e-10 && sameRate(i, j, 1, 1) <= 0.05) power += chanceA * chanceB
    })
  })
  return power
}

test('a change of 20 % is found as often as theory says', () => {
  const random = randomNumbers(3)
  for (const ticks of [50, 200, 500]) {
    let found = 0
    for (let pair = 0; pair < 10_000; pair++)
      if (sameRate(poissonCount(random, ticks), poissonCount(random, 1.2 * ticks), 1, 1) <= 0.05) found++
    const power = powerOf(ticks, 1.2 * ticks)
    expect(Math.abs(found / 10_000 - power)).toBeLessThan(4 * Math.sqrt((power * (1 - power)) / 10_000))
  }
  expect(powerOf(500, 600)).toBeGreaterThan(0.8)
}, 120_000)
