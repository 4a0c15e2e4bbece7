import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logGamma, regularisedBeta, regularisedGamma } from './specialFunctions.ts'

/** P(X ≥ least) for X of `trials` trials with chance `numerator` in `denominator`, in whole numbers: exact. */
function binomialTail(least: number, trials: number, numerator: number, denominator: number): number {
  let sum = 0n
  let ways = 1n
  for (let k = 0; k <= trials; k++) {
    if (k >= least) sum += ways * BigInt(numerator) ** BigInt(k) * BigInt(denominator - numerator) ** BigInt(trials - k)
    ways = (ways * BigInt(trials - k)) / BigInt(k + 1)
  }
  const scale = 10n ** 40n
  return Number((sum * scale) / BigInt(denominator) ** BigInt(trials)) / 1e40
}

/** Within some units of the twelfth digit. */
const near = (actual: number, expected: number) => expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-11)

test('logarithms of the gamma function are those of factorials', () => {
  let factorial = 1
  for (let n = 1; n < 100; n++) {
    expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 11)
    factorial *= n
  }
  expect(logGamma(0.25)).toBeCloseTo(Math.log(3.625609908221908), 13)
})

test('the beta function tells binomial tails, to the digits of exact whole numbers', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.nat(),
      fc.integer({ min: 1, max: 99 }),
      (trials, seed, percent) => {
        const least = 1 + (seed % trials)
        const exact = binomialTail(least, trials, percent, 100)
        fc.pre(exact > 1e-25)
        near(regularisedBeta(percent / 100, least, trials - least + 1), exact)
      },
    ),
  )
})

test('the gamma function tells Poisson tails', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 150 }), fc.double({ min: 0.01, max: 200, noNaN: true }), (least, mean) => {
      // The shorter of the two tails, term by term.
      let term = Math.exp(-mean)
      let below = 0
      for (let k = 0; k < least; k++) {
        below += term
        term *= mean / (k + 1)
      }
      let above = 0
      for (let k = least; term > above * 1e-17 || k < mean; k++) {
        above += term
        term *= mean / (k + 1)
      }
      const expected = above < below ? above : 1 - below
      expect(Math.abs(regularisedGamma(least, mean) - expected)).toBeLessThan(
        1e-12 * Math.max(1, 0.1 / (expected + 1e-3)),
      )
    }),
  )
})

test('both are 0 and 1 at their ends, and rise between', () => {
  expect([regularisedBeta(0, 3, 4), regularisedBeta(1, 3, 4), regularisedBeta(0.5, 0, 4)]).toEqual([0, 1, 1])
  expect([regularisedGamma(3, 0), regularisedGamma(0, 2)]).toEqual([0, 1])
  for (let i = 1; i < 100; i++) {
    expect(regularisedBeta(i / 100, 2.5, 3.75)).toBeGreaterThan(regularisedBeta((i - 1) / 100, 2.5, 3.75))
    expect(regularisedGamma(2.5, i / 10)).toBeGreaterThan(regularisedGamma(2.5, (i - 1) / 10))
  }
})

test('where both sides converge alike, rounding does not send one to the other for ever', () => {
  const third = 1 - 2 / 3 // a little more than 1/3
  for (let hundredths = 1; hundredths < 1000; hundredths++) {
    const a = hundredths / 100
    const [left, right] = [regularisedBeta(third, a, 2 * a + 1), regularisedBeta(1 - third, 2 * a + 1, a)]
    expect(left + right).toBeCloseTo(1, 12)
  }
})

test('large counts are no trouble', () => {
  expect(regularisedBeta(0.5, 1e9, 1e9)).toBeCloseTo(0.5, 4)
  expect(regularisedGamma(1e6, 1e6)).toBeCloseTo(0.5, 3)
})
