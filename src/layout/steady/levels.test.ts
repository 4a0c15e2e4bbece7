import { expect, test } from 'vitest'
import { heightsOf, levelsOf } from './levels.ts'

const NEW = Number.NaN

test('a new node goes to the level below its caller, and above its callee', () => {
  expect(levelsOf([0, NEW], [[0, 1]], 3)).toEqual([0, 1])
  expect(levelsOf([1, NEW], [[1, 0]], 3)).toEqual([1, 0])
})

test('between caller and callee on neighbouring levels a level is put in', () => {
  const edges = [
    [0, 2],
    [2, 1],
  ] as const
  expect(levelsOf([1, 2, NEW], edges, 4)).toEqual([1, 2, 1.5])
  expect(levelsOf([0, 2, NEW], edges, 4)).toEqual([0, 2, 1])
})

test('a level that has lost its nodes is used again', () => {
  expect(levelsOf([2, NEW], [[1, 0]], 3)).toEqual([2, 1])
})

test('beyond the first and the last level there is room', () => {
  expect(levelsOf([0, NEW], [[1, 0]], 1)).toEqual([0, -1])
  expect(
    levelsOf(
      [0, NEW, NEW],
      [
        [0, 1],
        [1, 2],
      ],
      1,
    ),
  ).toEqual([0, 1, 2])
})

test('what nothing leads to stands at the top, and what hangs on it below', () => {
  expect(levelsOf([1, NEW, NEW], [[1, 2]], 2)).toEqual([1, 0, 1])
})

test('levels keep their heights, and those below a new one make room', () => {
  const node = (level: number) => ({ level, up: 20, down: 20 })
  expect([...heightsOf([20, 100, 180], [node(0), node(2)], [], 'down').values()]).toEqual([20, 100, 180])
  const heights = heightsOf([20, 100], [node(0), node(0.5), node(1)], [], 'down')
  expect([0, 0.5, 1].map(level => heights.get(level))).toEqual([20, 92, 164])
})

test('the title of a cycle has room above its first level', () => {
  const heights = heightsOf(
    [20],
    [
      { level: 0, up: 20, down: 20 },
      { level: 1, up: 20, down: 20 },
    ],
    [{ level: 1, up: 70, down: 0 }],
    'down',
  )
  expect(heights.get(1)).toBe(20 + 20 + 4 + 70)
})
