import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backwardArcs, type Digraph } from './digraph.ts'
import { feedbackArcs } from './feedbackArcs.ts'
import { goodOrder } from './goodOrder.ts'

const anyGraph: fc.Arbitrary<Digraph> = fc
  .uniqueArray(fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 1, max: 1000 })), {
    minLength: 1,
    maxLength: 50,
    selector: ([from, to]) => `${from} ${to}`,
  })
  .map(calls => calls.filter(([from, to]) => from !== to))
  .map(calls => ({
    nodes: 12,
    from: Int32Array.from(calls, ([from]) => from),
    to: Int32Array.from(calls, ([, to]) => to),
    weight: Float64Array.from(calls, ([, , weight]) => weight),
  }))

const weigh = ({ weight }: Digraph, arcs: readonly number[]) => arcs.reduce((sum, arc) => sum + weight[arc], 0)

test('the order that is looked for in greater graphs is the best one in small ones, where that is known', () => {
  fc.assert(
    fc.property(anyGraph, graph => {
      const { arcs, isLeast } = feedbackArcs(graph)
      expect(isLeast).toBe(true)
      const position = goodOrder(graph)
      expect([...position].sort((a, b) => a - b)).toEqual([...position.keys()])
      expect(weigh(graph, backwardArcs(graph, position))).toBe(weigh(graph, arcs))
    }),
    { numRuns: 40 },
  )
})

test('graphs without a cycle lose no arc, and arcs between cycles are none of theirs', () => {
  const graph = (...arcs: [number, number][]): Digraph => ({
    nodes: 6,
    from: Int32Array.from(arcs, ([from]) => from),
    to: Int32Array.from(arcs, ([, to]) => to),
    weight: Float64Array.from(arcs, (_, i) => 1 + i),
  })
  expect(feedbackArcs(graph([0, 1], [1, 2], [0, 2]))).toEqual({ arcs: [], isLeast: true })
  expect(feedbackArcs(graph([0, 1], [1, 0], [1, 2], [2, 3], [3, 2], [4, 5])).arcs).toEqual([0, 3])
})

test('150,000 nodes that one calls and that call it back overflow no stack', () => {
  const n = 150_000
  const others = Int32Array.from({ length: n }, (_, i) => i + 1)
  const hub = new Int32Array(n)
  const graph: Digraph = {
    nodes: n + 1,
    from: Int32Array.from([...hub, ...others]),
    to: Int32Array.from([...others, ...hub]),
    weight: Float64Array.from({ length: 2 * n }, (_, arc) => 1 + (arc % 7)),
  }
  const { arcs, isLeast } = feedbackArcs(graph)
  expect(isLeast).toBe(true)
  expect(arcs.length).toBe(n)
  expect(new Set(arcs.map(arc => graph.from[arc] + graph.to[arc])).size).toBe(n)
  for (const arc of arcs) expect(graph.weight[arc]).toBeLessThanOrEqual(graph.weight[(arc + n) % (2 * n)])
})
