import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyWindow, mapOf } from './costMap.fixture.ts'
import { inView, MARGIN, onScreen, placeLabels, plotOf, radiusOf, ticksOf } from './costScene.ts'

test('what is in view reaches from edge to edge of the plot', () => {
  fc.assert(
    fc.property(anyWindow, window => {
      const { x, y } = inView(window)
      const { width, height } = plotOf(window)
      const [left, bottom] = onScreen(window, x[0], y[0])
      const [right, top] = onScreen(window, x[1], y[1])
      for (const [edge, expected] of [
        [left, MARGIN.left],
        [top, MARGIN.top],
        [right, MARGIN.left + width],
        [bottom, MARGIN.top + height],
      ])
        expect(edge).toBeCloseTo(expected, 6)
    }),
  )
})

test('without zoom all points are in view, whole', () => {
  const map = mapOf([
    [1, 1],
    [0.001, 1e6],
    [3, 1e6],
  ])
  const window = { width: 400, height: 300, zoom: { k: 1, x: 0, y: 0 } }
  for (let point = 0; point < 3; point++) {
    const [x, y] = onScreen(window, map.x[point], map.y[point])
    expect(x).toBeGreaterThan(MARGIN.left + 10)
    expect(y).toBeGreaterThan(MARGIN.top + 10)
    expect(x).toBeLessThan(400 - MARGIN.right - 10)
    expect(y).toBeLessThan(300 - MARGIN.bottom - 10)
  }
})

test('areas of points are as their shares, between the smallest that is seen and the largest there is room for', () => {
  expect(radiusOf(0.04) / radiusOf(0.01)).toBeCloseTo(2, 9)
  expect([radiusOf(0), radiusOf(1)]).toEqual([1.75, 26])
})

test('ticks are powers of ten, with two between them where there is room, and fewer where there is not', () => {
  const values = (from: number, to: number, length: number) =>
    ticksOf([0, 4], from, to, length).map(({ value }) => Number(value.toPrecision(3)))
  expect(values(0, 1, 400)).toEqual([1, 10, 100, 1000, 10000])
  expect(values(0, 1, 100)).toEqual([1, 100, 10000])
  expect(values(0.25, 0.5, 400)).toEqual([10, 20, 50, 100])
})

test('names cover neither one another nor what is written, and go to the heaviest and those asked for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ min: 0.01, max: 9, noNaN: true }), fc.integer({ min: 1, max: 1e6 })), {
        minLength: 1,
        maxLength: 60,
      }),
      anyWindow,
      (rows, window) => {
        const map = mapOf(rows)
        const radius = map.time.map(time => radiusOf(time / 100))
        const written: [number, number, number, number] = [100, 60, 180, 80]
        const last = map.fn.length - 1
        const labels = placeLabels(map, window, radius, () => 60, [last], [written])
        const boxes = labels.map(({ left, top }) => [left, top - 6.5, left + 60, top + 6.5])
        for (const [i, [left, top, right, bottom]] of boxes.entries()) {
          expect(left).toBeGreaterThanOrEqual(MARGIN.left)
          expect(right).toBeLessThanOrEqual(window.width - MARGIN.right)
          for (const other of [written, ...boxes.slice(0, i)])
            expect(right <= other[0] || left >= other[2] || bottom <= other[1] || top >= other[3]).toBe(true)
        }
        expect(new Set(labels.map(({ point }) => point)).size).toBe(labels.length)
      },
    ),
  )
  const two = mapOf([
    [1, 100],
    [0.9, 100],
  ])
  const window = { width: 400, height: 300, zoom: { k: 1, x: 0, y: 0 } }
  const named = (first: number[]) =>
    placeLabels(two, window, Float64Array.of(1, 1), () => 140, first, []).map(({ point }) => point)
  expect(named([1])[0]).toBe(1)
  expect(named([])[0]).toBe(0)
})

test('a name goes above or below its point where there is no room beside it', () => {
  const map = mapOf([
    [1, 1000],
    [0.5, 500],
  ])
  const window = { width: 400, height: 300, zoom: { k: 1, x: 0, y: 0 } }
  const [label] = placeLabels(map, window, Float64Array.of(20, 20), () => 140, [], [])
  const [x, y] = onScreen(window, map.x[0], map.y[0])
  expect(label.point).toBe(0)
  expect(label.left + 140).toBe(Math.min(400 - MARGIN.right, x + 70))
  expect(Math.abs(label.top - y)).toBeGreaterThanOrEqual(20 + 6.5)
})
