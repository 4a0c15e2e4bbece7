import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cover } from './cover.ts'

const intervals = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: -2, max: 15 }), fc.nat(5)), { maxLength: 25 })

test('at each place the interval that comes first in the order counts', () => {
  fc.assert(
    fc.property(intervals, drawn => {
      const low = drawn.map(([from]) => from)
      const high = drawn.map(([from, length]) => from + length)
      const compare = (a: number, b: number) => drawn[a][2] - drawn[b][2] || a - b
      const { start, end, row } = cover(low, high, compare)
      for (let at = 0; at < 60; at++) {
        const around = drawn.map((_, i) => i).filter(i => low[i] <= at && at < high[i])
        const piece = start.findIndex((from, i) => from <= at && at < end[i])
        expect(row[piece]).toBe(around.sort(compare)[0])
      }
    }),
  )
})

test('pieces ascend, do not overlap and are not empty', () => {
  fc.assert(
    fc.property(intervals, drawn => {
      const low = drawn.map(([from]) => from)
      const { start, end } = cover(
        low,
        drawn.map(([from, length]) => from + length),
        (a, b) => a - b,
      )
      for (let i = 0; i < start.length; i++) {
        expect(start[i]).toBeLessThan(end[i])
        if (i > 0) expect(start[i]).toBeGreaterThanOrEqual(end[i - 1])
      }
    }),
  )
})
