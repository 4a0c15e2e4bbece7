import { expect, test } from 'vitest'
import { tellApart } from './tellApart.ts'

const titled = (title: string, ...facts: string[]) => ({ title, facts })

test('titles that no other has need nothing beside them', () => {
  expect(tellApart([titled('a', 'before'), titled('b', 'after')])).toEqual(['', ''])
})

test('of one title, the first fact that all differ in tells them apart', () => {
  expect(tellApart([titled('a', 'x', '10:00', '1 s'), titled('b', 'x'), titled('a', 'x', '10:05', '1 s')])).toEqual([
    '10:00',
    '',
    '10:05',
  ])
  expect(tellApart([titled('a', 'x', '1 s'), titled('a', '', '2 s')])).toEqual(['1 s', '2 s'])
  expect(tellApart([titled('a', '1', 'p'), titled('a', '1', 'q'), titled('a', '2', 'r')])).toEqual(['p', 'q', 'r'])
})

test('what nothing tells apart stays as it is', () => {
  expect(tellApart([titled('a', 'x'), titled('a', 'x')])).toEqual(['', ''])
})
