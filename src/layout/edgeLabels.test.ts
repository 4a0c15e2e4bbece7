import { expect, test } from 'vitest'
import { placeEdgeLabels } from './edgeLabels.ts'
import type { EdgePlacement, GraphPlacement, NodePlacement } from './graph.ts'

/** A straight line downwards from (x, 0) to (x, 100). */
const down = (edge: number, x: number): EdgePlacement => ({
  edge,
  points: [0, 30, 60, 90].map(y => ({ x, y })),
  tip: { x, y: 100 },
})
const picture = (edges: EdgePlacement[], nodes: NodePlacement[] = []): GraphPlacement => ({
  width: 200,
  height: 100,
  nodes,
  sums: [],
  edges,
  cycles: [],
})
const size = { width: 20, height: 12 }

test('a label stands beside the middle of its edge', () => {
  expect(placeEdgeLabels(picture([down(0, 50)]), { sizes: [size], weights: [1], kept: [] })).toEqual([
    { edge: 0, x: 64, y: 50 },
  ])
})

test('of two labels that want one place the heavier edge has it, the other goes to the other side', () => {
  const labels = placeEdgeLabels(picture([down(0, 50), down(1, 52)]), {
    sizes: [size, size],
    weights: [1, 2],
    kept: [],
  })
  expect(labels).toEqual([
    { edge: 1, x: 66, y: 50 },
    { edge: 0, x: 36, y: 50 },
  ])
})

test('a label that would cover a node wherever it goes is left out', () => {
  const node = { fn: 0, x: 50, y: 50, width: 100, height: 100 }
  expect(placeEdgeLabels(picture([down(0, 50)], [node]), { sizes: [size], weights: [1], kept: [] })).toEqual([])
})

test('a label keeps out of areas that are kept for something else', () => {
  const kept = [{ x: 64, y: 50, width: 10, height: 10 }]
  expect(placeEdgeLabels(picture([down(0, 50)]), { sizes: [size], weights: [1], kept })[0]).toEqual({
    edge: 0,
    x: 36,
    y: 50,
  })
})

test('an edge with nothing to write gets no label', () => {
  expect(
    placeEdgeLabels(picture([down(0, 50)]), { sizes: [{ width: 0, height: 12 }], weights: [1], kept: [] }),
  ).toEqual([])
})
