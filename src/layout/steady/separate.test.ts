import fc from 'fast-check'
import { expect, test } from 'vitest'
import { separate } from './separate.ts'

test('what keeps its distance stays where it is', () => {
  expect(separate([0, 50], [1, 1], [{ a: 0, b: 1, distance: 40 }])).toEqual([0, 50])
})

test('two that are too near each other part in the middle, if they weigh the same', () => {
  const [a, b] = separate([0, 10], [1, 1], [{ a: 0, b: 1, distance: 30 }])
  expect(a).toBeCloseTo(-10, 1)
  expect(b).toBeCloseTo(20, 1)
})

test('the heavier one moves less', () => {
  const [a, b] = separate([0, 0], [9, 1], [{ a: 0, b: 1, distance: 10 }])
  expect(a).toBeCloseTo(-1, 1)
  expect(b).toBeCloseTo(9, 1)
})

test('whatever is asked, all distances are kept, and no shift of all at once would come nearer to what is wanted', () => {
  const anyNumbers = (min: number, max: number) => fc.array(fc.integer({ min, max }), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(
      anyNumbers(-200, 200),
      anyNumbers(1, 20),
      fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.nat(60)), { maxLength: 30 }),
      (wanted, weights, pairs) => {
        const separations = pairs.flatMap(([a, b, distance]) => (a < b ? [{ a, b, distance }] : []))
        const places = separate(wanted, weights, separations)
        for (const { a, b, distance } of separations)
          expect(places[b] - places[a]).toBeGreaterThanOrEqual(distance - 1e-6)
        const pull = places.reduce((sum, place, i) => sum + weights[i] * (place - wanted[i]), 0)
        expect(Math.abs(pull) / weights.reduce((a, b) => a + b)).toBeLessThan(2)
      },
    ),
  )
})
