import { instance } from '@viz-js/viz'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileOf } from '../../profile.fixture.ts'
import type { Profile } from '../../profile.ts'
import { chooseGraph, type GraphOptions, type VisibleGraph } from '../../query/graph/chooseGraph.ts'
import { labelsOf } from '../../query/names.ts'
import { anyProfile } from '../../transform/laws.fixture.ts'
import { applyTransforms } from '../../transform/transform.ts'
import { flattened, touches } from '../curve.ts'
import { type GraphLayoutOptions, type GraphPlacement, graphToDot, type Point, type Size } from '../graph.ts'
import { runGraphviz } from '../runGraphviz.ts'
import { partsOf } from './parts.ts'
import { steadyPlacement } from './steadyPlacement.ts'

const viz = await instance()
type Direction = 'down' | 'right'

interface GraphToPlace {
  profile: Profile
  graph: VisibleGraph
  options: GraphLayoutOptions
}
type Drawn = GraphToPlace & { placement: GraphPlacement }

const partsIn = ({ profile, graph, options }: GraphToPlace) => partsOf(profile, graph, options)
const placedLike = (next: GraphToPlace, before: Drawn) =>
  steadyPlacement(partsIn(next), partsIn(before), before.placement)

function choose(profile: Profile, options: Partial<GraphOptions> = {}, direction: Direction = 'down'): GraphToPlace {
  const graph = chooseGraph(profile, { minShare: Number.NaN, pinned: [], ...options })
  const sizes = graph.functions.map(fn => ({ width: 92 + 7 * (fn % 5), height: fn % 3 === 0 ? 22 : 40 }))
  const sums = graph.sums.filter(({ time }) => time > 0).map(({ fn, side }) => ({ fn, side, width: 110, height: 18 }))
  return { profile, graph, options: { sizes, sums, direction } }
}

function drawn(picture: GraphToPlace): Drawn {
  const layout = runGraphviz(viz, graphToDot(picture.profile, picture.graph, picture.options))
  if ('failed' in layout) throw new Error(layout.failed)
  return { ...picture, placement: layout.placement }
}

const box = ({ x, y, width, height }: Point & Size, grown = 0) => ({
  left: x - width / 2 - grown,
  right: x + width / 2 + grown,
  top: y - height / 2 - grown,
  bottom: y + height / 2 + grown,
})

/** Places by label, so that the first is where it is in the other picture. */
function places({ profile, graph }: GraphToPlace, { nodes }: GraphPlacement) {
  const labels = labelsOf(profile)
  expect(nodes.map(({ fn }) => fn)).toEqual(graph.functions)
  return new Map(nodes.map(node => [labels[node.fn], node]))
}

const program = profileOf(`
  main  1 -> read x1, work x1
  read  2 -> get x4
  work  1 -> sort x2, sum x9
  sort  6 -> less x99
  sum   5
  get   3
  less  4`)
const row = (profile: Profile, name: string) => profile.functions.name.indexOf(name)
const whole = drawn(choose(program, { minShare: 0 }))

test('the same graph is placed as it was, edges and all', () => {
  const again = placedLike(whole, whole)!
  const before = places(whole, whole.placement)
  const [first] = again.nodes
  const shift = { x: first.x - before.get('main')!.x, y: first.y - before.get('main')!.y }
  for (const [label, node] of places(whole, again)) {
    expect(node.x - before.get(label)!.x).toBeCloseTo(shift.x, 1)
    expect(node.y - before.get(label)!.y).toBeCloseTo(shift.y, 1)
  }
  for (const { edge, points } of again.edges) {
    const old = whole.placement.edges.find(one => one.edge === edge)!
    expect(points.length).toBe(old.points.length)
    expect(points[1].x - old.points[1].x).toBeCloseTo(shift.x, 1)
  }
})

test('what is folded away leaves its room; nothing else moves', () => {
  const folded = choose(program, { minShare: 0, folded: [row(program, 'work')] })
  const before = places(whole, whole.placement)
  const after = places(folded, placedLike(folded, whole)!)
  expect([...after.keys()]).toEqual(['main', 'read', 'work', 'get'])
  for (const label of ['read', 'work', 'get']) {
    const [was, is] = [before, after].map(all => all.get(label)!.x - all.get('main')!.x)
    expect(is).toBeCloseTo(was, 1)
  }
})

test('a function that comes back stands below its caller and above its callee', () => {
  const part = drawn(choose(applyTransforms(program, [{ kind: 'hide', match: 'work' }]).profile, { minShare: 0 }))
  const all = choose(program, { minShare: 0 })
  const after = places(all, placedLike(all, part)!)
  expect(after.get('work')!.y).toBeGreaterThan(after.get('main')!.y)
  expect(after.get('work')!.y).toBeLessThan(after.get('sort')!.y)
})

test('two edges that join the same two functions are two lines', () => {
  const profile = profileOf(`
    main 1 -> a x1
    a    1 -> b x1
    b    1 -> a x1`)
  const next = choose(profile, { minShare: 0 })
  const before = drawn({ ...next, graph: { ...next.graph, arcs: [] }, options: { ...next.options, sums: [] } })
  const lines = placedLike(next, before)!.edges.map(({ points }) => Math.round(points[0].x))
  expect(new Set(lines.slice(-2)).size).toBe(2)
})

test('pictures with little in common, or of another direction, are left to Graphviz', () => {
  expect(placedLike(choose(profileOf('other 1')), whole)).toBeNull()
  expect(placedLike(choose(program, { minShare: 0 }, 'right'), whole)).toBeNull()
})

test('whatever is opened, folded or transformed: all is placed, nothing overlaps, no edge crosses a node, orders stay', () => {
  const few = fc.array(fc.nat(8), { maxLength: 2 })
  const side = fc.constantFrom('callers' as const, 'callees' as const)
  const anyChange = fc.record({
    pinned: few,
    folded: few,
    opened: fc.array(fc.record({ fn: fc.nat(8), side, count: fc.integer({ min: 1, max: 3 }) }), { maxLength: 2 }),
    hidden: fc.boolean(),
    direction: fc.constantFrom<Direction>('down', 'right'),
    budget: fc.integer({ min: 2, max: 7 }),
  })
  let placed = 0
  fc.assert(
    fc.property(anyProfile(), anyChange, (profile, { hidden, direction, budget, ...change }) => {
      const before = drawn(choose(profile, { budget }, direction))
      const transforms = hidden ? [{ kind: 'hide' as const, match: labelsOf(profile)[0] }] : []
      const changed = applyTransforms(profile, transforms).profile
      const inRange = (fn: number) => fn < changed.functions.length
      const next = choose(
        changed,
        {
          budget,
          pinned: change.pinned.filter(inRange),
          folded: change.folded.filter(inRange),
          opened: change.opened.filter(({ fn }) => inRange(fn)),
        },
        direction,
      )
      const placement = placedLike(next, before)
      expect(placedLike(next, before)).toEqual(placement)
      if (!placement) return
      placed++
      expectSound(next, placement)
      expectOrdersKept(before, next, placement)
    }),
    { numRuns: 300 },
  )
  expect(placed).toBeGreaterThan(150)
})

function expectSound({ profile, graph, options: { sums } }: GraphToPlace, placement: GraphPlacement) {
  const areas = [...placement.nodes, ...placement.sums]
  expect(areas.length).toBe(graph.functions.length + sums.length)
  expect(placement.edges.length).toBe(graph.arcs.length + graph.elided.length + sums.length)
  for (const [i, a] of areas.entries()) {
    for (const value of [a.x, a.y, ...Object.values(box(a))]) expect(value).toBeGreaterThanOrEqual(-0.01)
    expect(a.x + a.width / 2).toBeLessThanOrEqual(placement.width + 0.01)
    expect(a.y + a.height / 2).toBeLessThanOrEqual(placement.height + 0.01)
    for (const b of areas.slice(0, i))
      expect(
        Math.abs(a.x - b.x) >= (a.width + b.width) / 2 - 1 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2 - 1,
      ).toBe(true)
  }
  const { cycle } = profile.functions
  for (const { x, y, width, height, ...round } of placement.cycles)
    for (const node of placement.nodes) {
      const inside = node.x > x && node.x < x + width && node.y > y && node.y < y + height
      expect(inside).toBe(cycle[node.fn] === round.cycle)
    }
  const ends = [
    ...graph.arcs.map(arc => [profile.arcs.caller[arc], profile.arcs.callee[arc]]),
    ...graph.elided.map(({ caller, callee }) => [caller, callee]),
    ...sums.map(({ fn }) => [fn, fn]),
  ]
  for (const { edge, points, tip } of placement.edges) {
    const line = [...flattened(points), tip]
    for (const node of placement.nodes) {
      if (ends[edge].includes(node.fn)) continue
      expect(line.some((b, i) => i > 0 && touches(line[i - 1], b, box(node, -2)))).toBe(false)
    }
    if (edge >= graph.arcs.length) continue
    const [from, to] = ends[edge].map(fn => placement.nodes.find(node => node.fn === fn)!)
    expect(touches(points[0], points[0], box(from, 2))).toBe(true)
    expect(touches(tip, tip, box(to, 2))).toBe(true)
  }
}

/** Of two functions that were on one level the same one is further left, unless a cycle has come between. */
function expectOrdersKept(before: Drawn, next: GraphToPlace, placement: GraphPlacement) {
  const [was, is] = [places(before, before.placement), places(next, placement)]
  const across = before.options.direction === 'down' ? ('x' as const) : ('y' as const)
  const along = across === 'x' ? 'y' : 'x'
  const { cycle } = next.profile.functions
  const shared = [...is.keys()].filter(label => was.has(label) && cycle[is.get(label)!.fn] < 0)
  for (const a of shared)
    for (const b of shared) {
      if (Math.abs(was.get(a)![along] - was.get(b)![along]) > 1 || was.get(a)![across] >= was.get(b)![across]) continue
      expect(Math.abs(is.get(a)![along] - is.get(b)![along])).toBeLessThan(0.1)
      expect(is.get(a)![across]).toBeLessThan(is.get(b)![across])
    }
}
