import { expect, test } from 'vitest'
import { runGprof } from './gprofRun.ts'

const functions = {
  length: 3,
  origin: 0x1000n,
  address: Float64Array.of(0, 16, 32),
  end: Float64Array.of(15, 31, 47),
  name: ['main', 'work', 'end'],
  isFunction: Uint8Array.of(1, 1, 1),
  isStatic: Uint8Array.of(0, 0, 0),
}

const ticksOf = (low: bigint, high: bigint, bins: number[]) => {
  const histogram = { low, high, rate: 100, dimension: 'seconds', abbreviation: 's', bins: Uint16Array.from(bins) }
  const arcs = { length: 0, from: new BigUint64Array(0), self: new BigUint64Array(0), count: new Float64Array(0) }
  const { samples } = runGprof(functions, { histograms: [histogram], arcs, hasArcs: false })
  return [...samples.ticks]
}

test('a bin that two functions share is divided by the bytes that each has of it', () => {
  expect(ticksOf(0x1000n, 0x1020n, [4, 6])).toEqual([4, 6, 0])
  expect(ticksOf(0x1008n, 0x1018n, [10])).toEqual([5, 5, 0])
})

test('a range of a single byte has no room for samples, which are then in no function', () => {
  expect(ticksOf(0x1000n, 0x1001n, [7])).toEqual([0, 0, 0])
})
