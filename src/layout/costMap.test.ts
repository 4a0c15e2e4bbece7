import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CostColumns, layoutCostMap, linesOfEqualTime, placeOnMap, pointBeside } from './costMap.ts'

/** Rows of self time, total and calls. */
const columnsOf = (rows: [self: number, total: number, calls: number][]): CostColumns => ({
  self: Float64Array.from(rows, row => row[0]),
  total: Float64Array.from(rows, row => row[1]),
  calls: Float64Array.from(rows, row => row[2]),
})

const some = columnsOf([
  [0.01, 0.1, 10],
  [0.01, 0.01, 10_000],
  [0, 0.02, 100],
  [0.5, 0.5, Number.NaN],
  [0, 0, 7],
  [Number.NaN, Number.NaN, 1],
  [0, 0, Number.NaN],
])

test('functions stand where their calls and their time per call are, in whole decades, heaviest first', () => {
  const map = layoutCostMap(some, 'self')
  expect([...map.fn]).toEqual([0, 1])
  expect([map.calls, map.cost]).toEqual([
    [1, 4],
    [-6, -3],
  ])
  expect([...map.x]).toEqual([0, 1])
  expect([...map.y]).toEqual([1, 0])
  expect([...map.pointOf]).toEqual([0, 1, -1, -1, -1, -1, -1])
  expect(placeOnMap(map, 10, 0.01)).toEqual([map.x[0], map.y[0]])
})

test('who has no place is counted with what it has', () => {
  expect(layoutCostMap(some, 'self').left).toEqual({
    timeless: { functions: 3, calls: 108 },
    uncalled: { functions: 1, time: 0.5 },
    idle: 1,
  })
  expect(layoutCostMap(some, 'total').left).toEqual({
    timeless: { functions: 2, calls: 8 },
    uncalled: { functions: 1, time: 0.5 },
    idle: 1,
  })
})

test('nothing at all has a map of one decade', () => {
  const map = layoutCostMap(columnsOf([]), 'self')
  expect([map.fn.length, map.calls, map.cost]).toEqual([0, [0, 1], [0, 1]])
})

test('one function alone is not drawn out to a corner of nothing', () => {
  const map = layoutCostMap(columnsOf([[1, 1, 1]]), 'self')
  expect([map.calls, map.cost, map.x[0], map.y[0]]).toEqual([[0, 1], [0, 1], 0, 0])
})

const anyRow = fc.tuple(
  fc.oneof(fc.constantFrom(0, Number.NaN), fc.double({ min: 1e-9, max: 1e4, noNaN: true })),
  fc.oneof(fc.constantFrom(0, Number.NaN), fc.double({ min: 1e-9, max: 1e4, noNaN: true })),
  fc.oneof(fc.constantFrom(0, Number.NaN), fc.integer({ min: 1, max: 2 ** 40 })),
)
const anyMap = fc
  .tuple(fc.array(anyRow, { maxLength: 30 }), fc.constantFrom('self' as const, 'total' as const))
  .map(([rows, kind]) => ({ rows, kind, map: layoutCostMap(columnsOf(rows), kind) }))

test('every function is a point or is counted, and every point is on the map', () => {
  fc.assert(
    fc.property(anyMap, ({ rows, map: { fn, x, y, time, left } }) => {
      expect(fn.length + left.timeless.functions + left.uncalled.functions + left.idle).toBe(rows.length)
      for (const part of [...x, ...y]) {
        expect(part).toBeGreaterThanOrEqual(-1e-9)
        expect(part).toBeLessThanOrEqual(1 + 1e-9)
      }
      for (let point = 1; point < fn.length; point++) expect(time[point - 1]).toBeGreaterThanOrEqual(time[point])
    }),
  )
})

test('what stands on a line took the time of the line', () => {
  fc.assert(
    fc.property(anyMap, fc.double({ min: 0, max: 1, noNaN: true }), ({ map }, part) => {
      const at = (range: readonly [number, number], place: number) => range[0] + place * (range[1] - range[0])
      for (const { time, from, to } of linesOfEqualTime(map)) {
        const [x, y] = [0, 1].map(i => from[i] + part * (to[i] - from[i]))
        expect(at(map.calls, x) + at(map.cost, y)).toBeCloseTo(Math.log10(time), 6)
        for (const place of [...from, ...to]) {
          expect(place).toBeGreaterThanOrEqual(0)
          expect(place).toBeLessThanOrEqual(1)
        }
      }
    }),
  )
})

test('lines stand around what there is, by powers of ten', () => {
  const times = (rows: Parameters<typeof columnsOf>[0]) =>
    linesOfEqualTime(layoutCostMap(columnsOf(rows), 'self')).map(({ time }) => Number(time.toPrecision(3)))
  expect(
    times([
      [0.02, 0.02, 10],
      [0.5, 0.5, 1000],
    ]),
  ).toEqual([0.01, 0.1, 1])
  expect(times([])).toEqual([])
})

test('arrows lead to what is nearest on that side, and stay where nothing is', () => {
  const map = layoutCostMap(
    columnsOf([
      [1, 1, 1],
      [0.9, 0.9, 1000],
      [0.8, 0.8, 100],
      [1e-4, 1e-4, 1],
    ]),
    'self',
  )
  const from = (row: number, direction: Parameters<typeof pointBeside>[2]) =>
    map.fn[pointBeside(map, map.pointOf[row], direction)]
  expect(from(1, 'left')).toBe(2)
  expect(from(1, 'right')).toBe(1)
  expect(from(0, 'down')).toBe(3)
  expect(from(3, 'up')).toBe(0)
  expect(from(3, 'down')).toBe(3)
})
