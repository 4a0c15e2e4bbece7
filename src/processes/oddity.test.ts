import { expect, test } from 'vitest'
import { poissonCount } from '../compare/simulation.fixture.ts'
import { randomNumbers } from '../randomNumbers.fixture.ts'
import { oddityOf, orderByOddity } from './oddity.ts'
import type { ProcessTable } from './processTable.ts'

const tableOf = (ticks: number[][]): ProcessTable => {
  const entries = ticks.map(row => [...row.entries()].filter(([, n]) => n > 0))
  const start = [0]
  for (const row of entries) start.push(start[start.length - 1] + row.length)
  return {
    length: ticks.length,
    name: ticks.map((_, row) => String(row)),
    path: ticks.map((_, row) => `${row}/gmon.out`),
    title: ticks.map(() => ''),
    group: ticks.map(() => ''),
    ticks: Float64Array.from(ticks, row => row.reduce((sum, n) => sum + n, 0)),
    calls: new Float64Array(ticks.length),
    self: {
      start: Uint32Array.from(start),
      fn: Int32Array.from(entries.flat(), ([fn]) => fn),
      ticks: Float32Array.from(entries.flat(), ([, n]) => n),
    },
    issues: [],
  }
}

test('whoever does something else than all others is odd; whoever only has more samples is not', () => {
  const table = tableOf([
    [50, 30, 20],
    [500, 300, 200],
    [5, 5, 90],
    [48, 32, 20],
  ])
  expect(orderByOddity(table)[0]).toBe(2)
  expect([...oddityOf(table)].map(each => each > 0.1)).toEqual([false, false, true, false])
})

test('few samples are not taken for oddity: of processes of one truth hardly any comes near one that differs', () => {
  const random = randomNumbers(11)
  const shares = [0.3, 0.2, 0.15, 0.1, 0.1, 0.05, 0.05, 0.05]
  const rows = Array.from({ length: 200 }, (_, i) => {
    const samples = i % 2 === 0 ? 10 : 1000
    return shares.map(share => poissonCount(random, share * samples))
  })
  rows.push(shares.map((_, fn) => (fn < 4 ? 1 : 20)))
  const table = tableOf(rows)
  expect(orderByOddity(table)[0]).toBe(200)
  expect([...oddityOf(table)].filter(each => each > 0.15).length).toBeLessThan(20)
})

test('without samples nobody is odd', () => {
  expect([
    ...oddityOf(
      tableOf([
        [0, 0],
        [0, 0],
      ]),
    ),
  ]).toEqual([0, 0])
  expect(orderByOddity(tableOf([[0], [0]]))).toEqual([0, 1])
})
