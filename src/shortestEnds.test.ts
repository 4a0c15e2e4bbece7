import { expect, test } from 'vitest'
import { shortestEnds } from './shortestEnds.ts'

test.each([
  ['a.txt, b/c.txt', 'a.txt, c.txt'],
  ['before/gmon.txt, after/gmon.txt', 'before/gmon.txt, after/gmon.txt'],
  ['x/1/out/gmon.txt, x/2/out/gmon.txt, x/2/out/other.txt', '1/out/gmon.txt, 2/out/gmon.txt, other.txt'],
  ['gmon.txt, old/gmon.txt', 'gmon.txt, old/gmon.txt'],
  ['a.txt, a.txt', 'a.txt, a.txt'],
])('the shortest ends of %s are %s', (paths, ends) => {
  expect(shortestEnds(paths.split(', ')).join(', ')).toBe(ends)
})
