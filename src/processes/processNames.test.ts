import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparePaths, numberOfProcess, processNames } from './processNames.ts'

test.each<[string, string[], string[]]>([
  [
    'folders by PID',
    ['gprof/8723/gmon.out', 'gprof/8724/gmon.out', 'gprof/avworker/gmon.out'],
    ['8723', '8724', 'avworker'],
  ],
  ['ranks', ['gmon.out.0', 'gmon.out.11'], ['0', '11']],
  ['ranks in a folder', ['run/gmon.out.0', 'run/gmon.out.11'], ['0', '11']],
  ['a prefix and PIDs', ['forker.14661', 'forker.14662'], ['forker.14661', 'forker.14662']],
  ['packed files', ['gmon.out.0.gz', 'gmon.out.1.gz'], ['0', '1']],
  ['hosts', ['a/gprof/7/gmon.out', 'b/gprof/7/gmon.out'], ['a', 'b']],
  ['hosts with several each', ['a/gprof/7/gmon.out', 'b/gprof/8/gmon.out'], ['a/gprof/7', 'b/gprof/8']],
  ['a file beside ranks', ['gmon.out', 'gmon.out.1'], ['gmon.out', 'gmon.out.1']],
  ['a file beside a folder', ['gmon.out', 'later/gmon.out'], ['gmon.out', 'later/gmon.out']],
  ['files without their folders', ['gmon.out', 'gmon.out'], ['gmon.out', 'gmon.out #2']],
  ['one file', ['gprof/8723/gmon.out'], ['gmon.out']],
  ['no file', [], []],
])('%s are called by what their paths differ in', (_, paths, names) => {
  expect(processNames(paths)).toEqual(names)
})

test('no two processes have one name', () => {
  const part = fc.constantFrom('a', 'b', 'gmon.out', 'gmon.out.1', '1', 'a #2', 'gmon.out #2')
  fc.assert(
    fc.property(fc.array(fc.array(part, { minLength: 1, maxLength: 3 })), paths => {
      const names = processNames(paths.map(parts => parts.join('/')))
      expect(new Set(names).size).toBe(paths.length)
      expect(names.every(name => name !== '')).toBe(true)
    }),
  )
})

test.each([
  ['gprof/8723/gmon.out', 8723],
  ['8723/gmon.out.gz', 8723],
  ['run.2026/forker.14661', 14661],
  ['gmon.out.12', 12],
  ['2026/gprof/avworker/gmon.out', -1],
  ['gmon.out', -1],
  ['standby1', -1],
])('the number of %s is %d', (path, number) => {
  expect(numberOfProcess(path)).toBe(number)
})

test('paths are ordered by their numbers', () => {
  expect(['r/10/gmon.out', 'r/9/gmon.out', 'r/09/gmon.out'].sort(comparePaths)).toEqual([
    'r/09/gmon.out',
    'r/9/gmon.out',
    'r/10/gmon.out',
  ])
})
