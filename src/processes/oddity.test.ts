import { expect, test } from 'vitest'
import { randomNumbers } from '../randomNumbers.fixture.ts'
import { oddityOf, orderByOddity } from './oddity.ts'
import type { ProcessTicks } from './processColumns.ts'

/** Ticks by process and function. */
function processes(rows: number[][]): ProcessTicks {
  const cells = rows.map(row => row.map((ticks, fn) => ({ fn, ticks })).filter(({ ticks }) => ticks > 0))
  const start = new Uint32Array(rows.length + 1)
  cells.forEach((row, i) => {
    start[i + 1] = start[i] + row.length
  })
  return {
    start,
    fn: Int32Array.from(cells.flat(), ({ fn }) => fn),
    ticks: Float32Array.from(cells.flat(), ({ ticks }) => ticks),
  }
}

const shares = Array.from({ length: 200 }, (_, fn) => 1 / (fn + 1))
const whole = shares.reduce((sum, share) => sum + share)

/** So many samples, drawn by the shares. */
function drawn(samples: number, random: () => number): number[] {
  const row = shares.map(() => 0)
  for (let i = 0; i < samples; i++) {
    let at = random() * whole
    let fn = 0
    while (fn < shares.length - 1 && at > shares[fn]) at -= shares[fn++]
    row[fn]++
  }
  return row
}

test('processes that do the same are seldom odd, however few samples they have', () => {
  const random = randomNumbers(11)
  const sizes = Array.from({ length: 400 }, (_, i) => [1, 2, 5, 20, 80, 300][i % 6])
  const oddity = oddityOf(processes(sizes.map(size => drawn(size, random))), shares.length)
  expect(oddity.filter(each => each > 0).length).toBeLessThan(0.05 * sizes.length)
})

test('what is elsewhere is found, as far as there are samples to tell', () => {
  const random = randomNumbers(12)
  const usual = Array.from({ length: 50 }, () => drawn(200, random))
  const elsewhere = (samples: number) => shares.map((_, fn) => (fn === 150 ? samples : 0))
  const [few, some, many] = [1, 20, 2000].map(
    samples => oddityOf(processes([...usual, elsewhere(samples)]), shares.length)[50],
  )
  expect(few).toBeLessThan(0.3)
  expect(some).toBeGreaterThan(0.3)
  expect(many).toBeGreaterThan(0.9)
  expect(many).toBeLessThan(1)
})

test('with samples in functions of its own only, and many of them, nothing is left in doubt', () => {
  const usual = Array.from({ length: 9 }, () => [10_000, 10_000, 0])
  expect(oddityOf(processes([...usual, [0, 0, 20_000]]), 3)[9]).toBeCloseTo(1, 2)
  expect(Math.max(...oddityOf(processes(usual), 3))).toBeLessThan(0.001)
})

test('the more of its time is elsewhere, the odder', () => {
  const random = randomNumbers(13)
  const usual = Array.from({ length: 20 }, () => drawn(2000, random))
  const oddity = [0, 200, 500, 1000, 2000].map(samples => {
    const row = drawn(2000 - samples, random)
    row[199] += samples
    return oddityOf(processes([...usual, row]), shares.length)[20]
  })
  expect(oddity).toEqual(oddity.toSorted((a, b) => a - b))
  expect(oddity[0]).toBeLessThan(0.01)
  expect(oddity[1]).toBeGreaterThan(0.02)
})

test('longer is not odder', () => {
  const random = randomNumbers(14)
  const rows = [...Array.from({ length: 20 }, () => drawn(100, random)), drawn(20_000, random)]
  expect(oddityOf(processes(rows), shares.length)[20]).toBeLessThan(0.05)
})

test('the oddest are first, and those that say nothing last', () => {
  const rows = [[10, 10, 0], [12, 9, 0], [], [0, 0, 30], [9, 11, 0]]
  const oddity = oddityOf(processes(rows), 3)
  expect(Number.isNaN(oddity[2])).toBe(true)
  const ticks = Float64Array.from(rows, row => row.reduce((sum, each) => sum + each, 0))
  const order = [...orderByOddity({ oddity, ticks })]
  expect([order[0], order[4]]).toEqual([3, 2])
  expect(oddityOf(processes([[5, 5]]), 2)).toEqual(Float64Array.of(Number.NaN))
})
