import { expect, test } from 'vitest'
import { boxOfPath, labelsOf, layoutFlame } from '../../../src/index.ts'
import { profileOf } from '../../../src/profile.fixture.ts'
import type { FlameWindow } from './flameWindow.ts'
import { hitBoxes, isInView, nearestOutside } from './hitStrip.ts'

const profile = profileOf(`
  main 0 -> left x1, right x1
  left  6 -> hit x1
  right 2 -> hit x1
  hit   2`)
const table = layoutFlame(profile, { cut: 1e-4, path: [] })
const at = (...path: string[]) => boxOfPath(table, profile, labelsOf(profile), path)
const hits = Uint8Array.from(profile.functions.name, name => Number(name === 'hit'))
const window: FlameWindow = { x0: 0, x1: 1, top: 0, width: 1000, height: 100, ratio: 1, row: 18, upward: 0 }
const both = [at('main', 'left', 'hit'), at('main', 'right', 'hit')]

test('all boxes of a function that was found are found', () => {
  expect(hitBoxes(table, hits)).toEqual([...both].sort((a, b) => a - b))
  expect(hitBoxes(table, null)).toEqual([])
})

test('a box is out of view beside the window, below it, and where it is narrower than a pixel', () => {
  const seen = (change: Partial<FlameWindow>) => both.map(box => isInView(table, { ...window, ...change }, box))
  expect(seen({})).toEqual([true, true])
  expect(seen({ x1: 0.65 })).toEqual([true, false])
  expect(seen({ height: 30 })).toEqual([false, false])
  expect(seen({ width: 5 })).toEqual([false, false])
})

test('the strip leads to the nearest box that is out of view', () => {
  expect(nearestOutside(table, both, { ...window, x1: 0.65 }, 0.1)).toBe(both[1])
  expect(nearestOutside(table, both, { ...window, height: 30 }, 0.1)).toBe(both[0])
  expect(nearestOutside(table, both, window, 0.1)).toBe(-1)
})
