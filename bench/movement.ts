// How far the functions on screen move when somebody opens, folds, hides or focuses something, in widths of a node, and
// what that costs the picture. Against Graphviz alone, which lays each picture out anew. What was acted on stays in place
// in both, as the camera goes along with it.

import type { Viz } from '@viz-js/viz'
import { flattened } from '../src/layout/curve.ts'
import { type GraphPlacement, graphToDot, type Point } from '../src/layout/graph.ts'
import { createGraphLayout, type GraphText, type GraphToLayOut } from '../src/layout/layOutGraph.ts'
import { partsOf } from '../src/layout/steady/parts.ts'
import type { FunctionRow, Profile } from '../src/profile.ts'
import { chooseGraph, type GraphOptions, type VisibleGraph } from '../src/query/graph/chooseGraph.ts'
import { labelsOf } from '../src/query/names.ts'
import { totalOf } from '../src/query/totals.ts'
import { applyTransforms } from '../src/transform/transform.ts'
import type { Measurement } from './measure.ts'

interface Picture extends GraphText {
  profile: Profile
  graph: VisibleGraph
}

interface Action {
  name: string
  /** Label of what is acted on. */
  on: string
  next: Picture
}

/** So many sums are opened, and so many functions chosen, folded, hidden and focused. */
const TIMES = 4
const OPENED = 8

/** One line for each kind of action, and two for all pictures that they lead to. */
export function* movement(viz: Viz, name: string, profile: Profile): Iterable<Measurement> {
  const before = picture(profile)
  const [steadily, anew] = [createGraphLayout(viz), createGraphLayout(viz)]
  const laidOut = (layOut: typeof steadily, graph: GraphToLayOut) => {
    const layout = layOut(graph)
    if ('failed' in layout) throw new Error(layout.failed)
    return layout.placement
  }
  const first = laidOut(anew, { ...before, like: null })
  const moves = new Map<string, { steady: number; fresh: number; times: number }>()
  const quality = { crossings: [0, 0], length: [0, 0] }
  for (const { name: kind, on, next } of actionsOn(profile, before)) {
    const pictures = [laidOut(steadily, { ...next, like: before }), laidOut(anew, { ...next, like: null })]
    const [steady, fresh] = pictures.map(placement => meanMove(before, first, next, placement, on))
    const sum = moves.get(kind) ?? { steady: 0, fresh: 0, times: 0 }
    moves.set(kind, { steady: sum.steady + steady, fresh: sum.fresh + fresh, times: sum.times + 1 })
    for (const [i, placement] of pictures.entries()) {
      const lines = placement.edges.map(({ points, tip }) => [...flattened(points), tip])
      quality.crossings[i] += crossingsOf(lines)
      quality.length[i] += lines.reduce((all, line) => all + lengthOf(line), 0)
    }
  }
  const row = (what: string, metric: string, unit: string, [value, reference]: number[]): Measurement => ({
    bench: 'graph',
    case: `${name}, ${what}`,
    metric,
    value,
    unit,
    reference,
    ratio: value / reference,
    note: 'reference: Graphviz lays each picture out anew',
  })
  for (const [kind, { steady, fresh, times }] of moves)
    yield row(`${kind}, ${times} times`, 'movement', 'node widths', [steady / times, fresh / times])
  yield row('after all of these', 'crossings', 'crossings', quality.crossings)
  yield row('after all of these', 'edge length', 'px', quality.length)
}

function picture(profile: Profile, options: Partial<GraphOptions> = {}): Picture {
  const graph = chooseGraph(profile, { minShare: Number.NaN, pinned: [], ...options })
  const layout = { sizes: sizesOf(profile, graph), sums: [], direction: 'down' as const }
  return { profile, graph, dot: graphToDot(profile, graph, layout), parts: partsOf(profile, graph, layout) }
}

/** About those of the page's nodes. */
export const sizesOf = ({ functions }: Profile, graph: Pick<VisibleGraph, 'functions'>) =>
  graph.functions.map(fn => ({ width: 16 + 5.75 * Math.min(26, functions.name[fn].length), height: 40 }))

function* actionsOn(profile: Profile, { graph }: Picture): Iterable<Action> {
  const labels = labelsOf(profile)
  const total = totalOf(profile)
  const heaviest = (rows: FunctionRow[]) => rows.sort((a, b) => (total[b] || 0) - (total[a] || 0) || a - b)
  for (const side of ['callees', 'callers'] as const) {
    const sums = graph.sums.filter(sum => sum.side === side).sort((a, b) => b.time - a.time || a.fn - b.fn)
    for (const { fn } of sums.slice(0, TIMES))
      yield {
        name: `${OPENED} ${side} opened`,
        on: labels[fn],
        next: picture(profile, { opened: [{ fn, side, count: OPENED }] }),
      }
  }
  const shown = new Set(graph.functions)
  const hidden = heaviest([...labels.keys()].filter(fn => !shown.has(fn)))
  for (const fn of hidden.slice(0, TIMES))
    yield { name: 'hidden function chosen', on: labels[fn], next: picture(profile, { pinned: [fn] }) }
  const inside = heaviest([...graph.functions]).slice(3, 3 + TIMES)
  for (const fn of inside) {
    yield { name: 'function folded', on: labels[fn], next: picture(profile, { folded: [fn] }) }
    for (const kind of ['hide', 'focus'] as const) {
      const { profile: left } = applyTransforms(profile, [{ kind, match: labels[fn] }])
      yield { name: kind === 'hide' ? 'function hidden' : 'function focused', on: labels[fn], next: picture(left) }
    }
  }
}

/** Of the functions that both pictures show, where what was acted on is held in place, else all of it in the median. */
function meanMove(before: Picture, first: GraphPlacement, next: Picture, second: GraphPlacement, on: string): number {
  const placesOf = ({ profile }: Picture, { nodes }: GraphPlacement) => {
    const labels = labelsOf(profile)
    return new Map(nodes.map(node => [labels[node.fn], node]))
  }
  const [was, is] = [placesOf(before, first), placesOf(next, second)]
  const shared = [...is].flatMap(([label, to]) => {
    const from = was.get(label)
    return from ? [{ label, dx: to.x - from.x, dy: to.y - from.y, width: from.width }] : []
  })
  if (shared.length === 0) return 0
  const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]
  const held = shared.find(({ label }) => label === on) ?? {
    dx: middle(shared.map(({ dx }) => dx)),
    dy: middle(shared.map(({ dy }) => dy)),
  }
  const moved = shared.reduce((sum, { dx, dy }) => sum + Math.hypot(dx - held.dx, dy - held.dy), 0)
  return moved / shared.reduce((sum, { width }) => sum + width, 0)
}

function lengthOf(line: readonly Point[]): number {
  return line.reduce((sum, b, i) => (i === 0 ? 0 : sum + Math.hypot(b.x - line[i - 1].x, b.y - line[i - 1].y)), 0)
}

function crossingsOf(lines: readonly Point[][]): number {
  const side = (a: Point, b: Point, c: Point) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  const cross = (a: Point, b: Point, c: Point, d: Point) =>
    side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
  let count = 0
  for (const [i, one] of lines.entries())
    for (const other of lines.slice(i + 1))
      for (let a = 1; a < one.length; a++)
        for (let b = 1; b < other.length; b++) if (cross(one[a - 1], one[a], other[b - 1], other[b])) count++
  return count
}
