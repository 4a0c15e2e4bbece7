import { instance } from '@viz-js/viz'
import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { chooseGraph } from '../query/graph/chooseGraph.ts'
import { type GraphLayoutOptions, type GraphPlacement, graphToDot, placementFrom } from './graph.ts'
import { runGraphviz } from './runGraphviz.ts'

const viz = await instance()
/** Graphviz prints five significant digits. */
const ROUNDING = 0.01

const dotOf = (profile: Profile, direction: 'down' | 'right' = 'down', sums: GraphLayoutOptions['sums'] = []) => {
  const graph = chooseGraph(profile, { minShare: 0, pinned: [...profile.functions.name.keys()] })
  const sizes = graph.functions.map(fn => ({ width: 92 + 10 * fn, height: 40 }))
  return graphToDot(profile, graph, { sizes, sums, direction })
}

function placed(
  profile: Profile,
  direction: 'down' | 'right' = 'down',
  sums: GraphLayoutOptions['sums'] = [],
): GraphPlacement {
  const layout = runGraphviz(viz, dotOf(profile, direction, sums))
  if ('failed' in layout) throw new Error(layout.failed)
  return layout.placement
}

const diamond = profileOf(`
  main 1 -> a x1, b x1
  a    1 -> f x1
  b    1 -> f x2
  f    3`)

test('callers stand above their callees, or left of them', () => {
  const node = (placement: GraphPlacement, fn: number) => placement.nodes.find(n => n.fn === fn)!
  const down = placed(diamond)
  expect(node(down, 0).y).toBeLessThan(node(down, 1).y)
  expect(node(down, 1).y).toBeLessThan(node(down, 3).y)
  const right = placed(diamond, 'right')
  expect(node(right, 0).x).toBeLessThan(node(right, 1).x)
})

test('nodes keep the size they were given, lie within the picture and do not overlap', () => {
  const { nodes, width, height } = placed(diamond)
  expect(nodes.map(node => [node.fn, Math.round(node.width), Math.round(node.height)])).toEqual([
    [0, 92, 40],
    [1, 102, 40],
    [2, 112, 40],
    [3, 122, 40],
  ])
  for (const a of nodes) {
    expect(a.x - a.width / 2).toBeGreaterThanOrEqual(-ROUNDING)
    expect(a.x + a.width / 2).toBeLessThanOrEqual(width + ROUNDING)
    expect(a.y + a.height / 2).toBeLessThanOrEqual(height + ROUNDING)
    for (const b of nodes)
      if (a.fn < b.fn)
        expect(Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= 40 - ROUNDING).toBe(true)
  }
})

test('every edge starts at its caller, and its arrow ends at its callee', () => {
  const { nodes, edges } = placed(diamond)
  const touches = (fn: number, { x, y }: { x: number; y: number }) => {
    const node = nodes.find(n => n.fn === fn)!
    return Math.abs(x - node.x) <= node.width / 2 + 2 && Math.abs(y - node.y) <= node.height / 2 + 2
  }
  expect(edges.length).toBe(4)
  for (const { edge, points, tip } of edges) {
    expect(touches(diamond.arcs.caller[edge], points[0])).toBe(true)
    expect(touches(diamond.arcs.callee[edge], tip)).toBe(true)
    expect(points.length % 3).toBe(1)
  }
})

test('a cycle is a box with its members, and room for a title above them', () => {
  const { nodes, cycles } = placed(
    profileOf(`
      main 1 -> a x1
      a    1 -> b x1
      b    1 -> a x1, c x1
      c    1`),
  )
  const box = cycles[0]
  expect(cycles.length).toBe(1)
  const inside = nodes.filter(
    n => n.x > box.x && n.x < box.x + box.width && n.y - n.height / 2 > box.y + 16 && n.y < box.y + box.height,
  )
  expect(inside.map(n => n.fn)).toEqual([1, 2])
})

test('a sum of what is hidden stands beside its function, and its edge joins the two', () => {
  const sums = [{ fn: 1, side: 'callees' as const, width: 110, height: 20 }]
  const { nodes, sums: placedSums, edges } = placed(diamond, 'down', sums)
  expect(placedSums[0]).toMatchObject({ fn: 1, side: 'callees' })
  expect(placedSums[0].y).toBeCloseTo(nodes.find(n => n.fn === 1)!.y, 1)
  expect(edges.map(({ edge }) => edge).sort()).toEqual([0, 1, 2, 3, 4])
})

test('no name gets into the text for Graphviz', () => {
  const awkward = '"];}subgraph<b>&amp;\\n'
  const profile = profileOf('main 1 -> f x1\nf 1')
  profile.functions.name[1] = awkward
  expect(dotOf(profile)).toBe(dotOf(profileOf('main 1 -> f x1\nf 1')))
  expect(placed(profile).nodes.length).toBe(2)
})

test('the same graph gives the same picture', () => {
  expect(placed(diamond)).toEqual(placed(diamond))
})

test('what Graphviz refuses and what is no answer of its is reported, not thrown', () => {
  expect(runGraphviz(viz, 'digraph{')).toEqual({ failed: expect.stringMatching(/syntax/) })
  expect(placementFrom('{')).toBeNull()
  expect(placementFrom('{}')).toBeNull()
})
