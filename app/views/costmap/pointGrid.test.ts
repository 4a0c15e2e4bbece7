import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gridOf } from './pointGrid.ts'

test('the nearest point is found as if all had been looked at', () => {
  const place = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 90 }))
  const anywhere = fc.tuple(fc.integer({ min: -40, max: 240 }), fc.integer({ min: -40, max: 130 }))
  fc.assert(
    fc.property(
      fc.array(place, { maxLength: 40 }),
      anywhere,
      fc.integer({ min: 0, max: 60 }),
      (points, [x, y], within) => {
        let expected = -1
        for (const [point, [px, py]] of points.entries()) {
          const distance = Math.hypot(px - x, py - y)
          const [bx, by] = points[expected] ?? []
          if (distance <= within && (expected < 0 || distance < Math.hypot(bx - x, by - y))) expected = point
        }
        expect(gridOf(Float64Array.from(points.flat()), 200, 90)(x, y, within)).toBe(expected)
      },
    ),
    { numRuns: 500 },
  )
})
