import { expect, test } from 'vitest'
import { countChanges, onlySideOf, orderCompared, ratioOf } from './comparedRows.ts'
import type { ComparedFigures } from './compareProfiles.ts'
import type { SideFigures } from './compareSides.ts'

/** By row: grown surely, shrunk a lot but by chance perhaps, new, gone, never sampled. */
const figures: ComparedFigures = {
  a: Float64Array.of(1, 5, 0, 2, 0),
  b: Float64Array.of(3, 2, 4, 0, 0),
  p: Float64Array.of(0.001, 0.2, 0.001, 0.002, 1),
  rate: Float64Array.of(0.002, 0.2, 0.001, 0.003, 1),
}

test('by change, sure ones come before large ones, and the other way round they come last', () => {
  expect([...orderCompared(figures, 'change', true)]).toEqual([2, 0, 3, 1, 4])
  expect([...orderCompared(figures, 'change', false)]).toEqual([4, 1, 3, 0, 2])
})

test('by ratio, what is new comes first and what was never sampled last', () => {
  expect([...orderCompared(figures, 'ratio', true)]).toEqual([2, 0, 1, 3, 4])
  expect([...orderCompared(figures, 'ratio', false)]).toEqual([3, 1, 0, 2, 4])
  expect([0, 2, 3, 4].map(row => ratioOf(figures, row))).toEqual([3, Number.POSITIVE_INFINITY, 0, Number.NaN])
})

test('each side sorts by its own figure', () => {
  expect([...orderCompared(figures, 'before', true)].slice(0, 3)).toEqual([1, 3, 0])
  expect([...orderCompared(figures, 'after', true)].slice(0, 3)).toEqual([2, 0, 1])
})

test('changes are counted among the functions that were sampled', () => {
  expect(countChanges(figures)).toEqual({ sure: 3, tested: 4 })
})

test('what one side has alone is told from what both have', () => {
  const sides = { a: { has: Uint8Array.of(1, 1, 0) }, b: { has: Uint8Array.of(1, 0, 1) } } as Record<
    'a' | 'b',
    SideFigures
  >
  expect([0, 1, 2].map(row => onlySideOf(sides, row))).toEqual([null, 'a', 'b'])
})
