import { expect, test } from 'vitest'
import { suspectsOf } from './suspects.ts'

/** A process for each path, with ticks in two functions and calls. */
function suspects(...processes: [path: string, ticks: [number, number], calls: number][]): (string | undefined)[][] {
  const table = {
    length: processes.length,
    path: processes.map(([path]) => path),
    ticks: Float64Array.from(processes, ([, [a, b]]) => a + b),
    calls: Float64Array.from(processes, ([, , calls]) => calls),
    self: {
      start: Uint32Array.from({ length: processes.length + 1 }, (_, row) => 2 * row),
      fn: Int32Array.from({ length: 2 * processes.length }, (_, i) => i % 2),
      ticks: Float32Array.from(processes.flatMap(([, ticks]) => ticks)),
    },
  }
  return suspectsOf(table).map(({ file = '', message }) => [file, message])
}

const pids = [1, 2, 3, 4].map(
  pid => [`gprof/${pid}/gmon.out`, [100 * pid, 7], pid] as [string, [number, number], number],
)

test('processes with a number each raise no doubt', () => {
  expect(suspects(...pids)).toEqual([])
})

test('a file without a number among those with one may have been overwritten', () => {
  const [[file, message], ...others] = suspects(...pids, ['gprof/avworker/gmon.out', [3, 4], 5])
  expect(others).toEqual([])
  expect(file).toBe('gprof/avworker/gmon.out')
  expect(message).toMatch(/autovacuum workers all write this file/)
  expect(suspects(...pids, ['gmon.out', [3, 4], 5])[0][1]).toMatch(/no process number in its name/)
})

test('files without numbers are runs by other names', () => {
  expect(suspects(['before', [3, 4], 5], ['after', [3, 5], 5], ['run.3', [3, 9], 5])).toEqual([])
})

test('two files of one process are named, unless most are there twice', () => {
  const again: [string, [number, number], number] = ['old/gprof/2/gmon.out', [5, 1], 9]
  expect(suspects(...pids, again)).toEqual([[again[0], expect.stringContaining('of process 2 both')]])
  const elsewhere = pids.map(
    ([path, [a, b], calls]) => [`b/${path}`, [a, b + 1], calls] as [string, [number, number], number],
  )
  expect(suspects(...pids, ...elsewhere)).toEqual([])
})

test('a copy is known by its samples', () => {
  expect(suspects(...pids, ['gprof/9/gmon.out', [200, 7], 2])).toEqual([
    ['gprof/9/gmon.out', expect.stringContaining('a copy of the other')],
  ])
  expect(suspects(...pids, ['gprof/9/gmon.out', [201, 6], 2])).toEqual([])
})

test('of two that are the same, a gmon.sum is the copy, wherever it stands', () => {
  const one: [string, [number, number], number] = ['gmon.out', [200, 7], 2]
  const sum: [string, [number, number], number] = ['gmon.sum', [200, 7], 2]
  expect(suspects(one, sum)[0][0]).toBe('gmon.sum')
  expect(suspects(sum, one)[0][0]).toBe('gmon.sum')
})

test('a copy is not named again for the number that it has, too', () => {
  const copy: [string, [number, number], number] = ['old/gprof/2/gmon.out', [200, 7], 2]
  expect(suspects(...pids, copy)).toEqual([[copy[0], expect.stringContaining('a copy of the other')]])
})

test('a sum among its parts is known by its samples and calls', () => {
  expect(suspects(...pids, ['gprof/9/gmon.sum', [1000, 28], 10])[0]).toEqual([
    'gprof/9/gmon.sum',
    expect.stringContaining('probably their sum'),
  ])
})
