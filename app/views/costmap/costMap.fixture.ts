// Maps of costs, and windows on them, for tests.

import fc from 'fast-check'
import { layoutCostMap } from '../../../src/index.ts'

/** Of functions with self time and calls. */
export const mapOf = (rows: readonly [time: number, calls: number][]) => {
  const time = Float64Array.from(rows, row => row[0])
  return layoutCostMap({ self: time, total: time, calls: Float64Array.from(rows, row => row[1]) }, 'self')
}

export const anyWindow = fc.record({
  width: fc.integer({ min: 300, max: 2000 }),
  height: fc.integer({ min: 200, max: 1200 }),
  zoom: fc.record({
    k: fc.integer({ min: 1, max: 50 }),
    x: fc.integer({ min: -900, max: 0 }),
    y: fc.integer({ min: -900, max: 0 }),
  }),
})
