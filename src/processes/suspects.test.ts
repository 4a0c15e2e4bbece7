import { expect, test } from 'vitest'
import { suspectsOf } from './suspects.ts'

type Process = [path: string, ticks: number[], calls: number]

/** A process for each path, with ticks in the same number of functions and calls. */
function suspects(...processes: Process[]): (string | undefined)[][] {
  const functions = processes[0][1].length
  const table = {
    length: processes.length,
    path: processes.map(([path]) => path),
    ticks: Float64Array.from(processes, ([, ticks]) => ticks.reduce((sum, each) => sum + each)),
    calls: Float64Array.from(processes, ([, , calls]) => calls),
    self: {
      start: Uint32Array.from({ length: processes.length + 1 }, (_, row) => functions * row),
      fn: Int32Array.from({ length: functions * processes.length }, (_, i) => i % functions),
      ticks: Float32Array.from(processes.flatMap(([, ticks]) => ticks)),
    },
  }
  return suspectsOf(table).map(({ file = '', message }) => [file, message])
}

const pids = [1, 2, 3, 4].map((pid): Process => [`gprof/${pid}/gmon.out`, [100 * pid, 7, 40, 50], pid])

test('processes with a number each raise no doubt', () => {
  expect(suspects(...pids)).toEqual([])
})

test('a file without a number among those with one may have been overwritten', () => {
  const [[file, message], ...others] = suspects(...pids, ['gprof/avworker/gmon.out', [3, 4, 0, 0], 5])
  expect(others).toEqual([])
  expect(file).toBe('gprof/avworker/gmon.out')
  expect(message).toMatch(/autovacuum workers all write this file/)
  expect(suspects(...pids, ['gmon.out', [3, 4, 0, 0], 5])[0][1]).toMatch(/no process number in its name/)
})

test('files without numbers are runs by other names', () => {
  expect(suspects(['before', [3, 4, 0, 0], 5], ['after', [3, 5, 0, 0], 5], ['run.3', [3, 9, 0, 0], 5])).toEqual([])
})

test('two files of one process are named, unless most are there twice', () => {
  const again: Process = ['old/gprof/2/gmon.out', [5, 1, 0, 0], 9]
  expect(suspects(...pids, again)).toEqual([[again[0], expect.stringContaining('of process 2 both')]])
  const elsewhere = pids.map(([path, [a, ...others], calls]): Process => [`b/${path}`, [a + 1, ...others], calls])
  expect(suspects(...pids, ...elsewhere)).toEqual([])
})

test('a copy is known by its samples', () => {
  expect(suspects(...pids, ['gprof/9/gmon.out', [200, 7, 40, 50], 2])).toEqual([
    ['gprof/9/gmon.out', expect.stringContaining('a copy of the other')],
  ])
  expect(suspects(...pids, ['gprof/9/gmon.out', [201, 6, 40, 50], 2])).toEqual([])
})

test('runs that spend their time in one function are equal by chance, and no copies', () => {
  expect(suspects(['run.1', [100, 3], 5], ['run.2', [100, 3], 5])).toEqual([])
  expect(suspects(['gmon.out', [100, 3], 5], ['gmon.sum', [100, 3], 5])).toHaveLength(1)
})

test('of two that are the same, a gmon.sum is the copy, wherever it stands', () => {
  const one: Process = ['gmon.out', [200, 7, 40, 50], 2]
  const sum: Process = ['gmon.sum', [200, 7, 40, 50], 2]
  expect(suspects(one, sum)[0][0]).toBe('gmon.sum')
  expect(suspects(sum, one)[0][0]).toBe('gmon.sum')
})

test('a copy is not named again for the number that it has, too', () => {
  const copy: Process = ['old/gprof/2/gmon.out', [200, 7, 40, 50], 2]
  expect(suspects(...pids, copy)).toEqual([[copy[0], expect.stringContaining('a copy of the other')]])
})

test('a sum among its parts is known by its samples and calls', () => {
  expect(suspects(...pids, ['gprof/9/gmon.sum', [1000, 28, 160, 200], 10])[0]).toEqual([
    'gprof/9/gmon.sum',
    expect.stringContaining('probably their sum'),
  ])
})
