import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOfEqualTime } from '../../../src/index.ts'
import { placeLineTimes } from './costLines.ts'
import { anyWindow, mapOf } from './costMap.fixture.ts'
import { controlsIn, MARGIN, onScreen, radiusOf, type TakenBox } from './costScene.ts'

const timesOn = (map: ReturnType<typeof mapOf>, window: Parameters<typeof onScreen>[0], width = 60) => {
  const radius = map.time.map(time => radiusOf(time / 100))
  return placeLineTimes(linesOfEqualTime(map), map, window, radius, () => width)
}
const apart = ([l, t, r, b]: TakenBox, [left, top, right, bottom]: TakenBox) =>
  l >= right || r <= left || t >= bottom || b <= top

const anyRows = fc.array(fc.tuple(fc.double({ min: 1e-4, max: 90, noNaN: true }), fc.integer({ min: 1, max: 1e9 })), {
  minLength: 1,
  maxLength: 60,
})

test('times of lines stand on their lines, within the plot, and cover neither one another nor points nor buttons', () => {
  fc.assert(
    fc.property(anyRows, anyWindow, (rows, window) => {
      const map = mapOf(rows)
      const times = timesOn(map, window)
      for (const [i, { line, x, y, box }] of times.entries()) {
        const [startX, startY] = onScreen(window, ...line.from)
        const [endX, endY] = onScreen(window, ...line.to)
        const off = (x - startX) * (endY - startY) - (y - startY) * (endX - startX)
        expect(off / Math.hypot(endX - startX, endY - startY)).toBeCloseTo(0, 3)
        expect(box[0]).toBeGreaterThanOrEqual(MARGIN.left)
        expect(box[1]).toBeGreaterThanOrEqual(MARGIN.top)
        expect(box[2]).toBeLessThanOrEqual(window.width - MARGIN.right)
        expect(box[3]).toBeLessThanOrEqual(window.height - MARGIN.bottom)
        expect(apart(box, controlsIn(window))).toBe(true)
        for (const other of times.slice(0, i)) expect(apart(box, other.box)).toBe(true)
        for (let point = 0; point < map.fn.length; point++) {
          const [left, top] = onScreen(window, map.x[point], map.y[point])
          const r = radiusOf(map.time[point] / 100)
          expect(apart(box, [left - r, top - r, left + r, top + r])).toBe(true)
        }
      }
    }),
  )
})

test('where lines are close their times stand higher up rather than not at all', () => {
  const map = mapOf([
    [10, 1],
    [0.1, 1e9],
    [0.1, 1],
  ])
  const window = { width: 420, height: 700, zoom: { k: 1, x: 0, y: 0 } }
  expect(timesOn(map, window).map(({ line }) => line.time)).toEqual(linesOfEqualTime(map).map(({ time }) => time))
})
