// A way for an edge that has none yet: through the gaps between the nodes of each level that it passes, those by which
// it is shortest; then drawn taut within them, and smoothed.

import { between, smooth, straight } from '../curve.ts'
import type { EdgePlacement, Point } from '../graph.ts'
import type { CycleBox, SteadyNode } from './node.ts'

/** The nodes of a level, and half the height of the highest. */
export interface Band {
  level: number
  y: number
  half: number
  nodes: SteadyNode[]
}

/** px. */
const ARROW = 7
/** Between an edge and a node that it passes, if there is room. */
const CLEAR = 6
/** Room that must be left for an edge. */
const NARROWEST = 6
/** How far an arch reaches, as handles of its curve, above the nodes that it spans. */
const ARCH = 26
/** Between edges that join the same two nodes. */
const DOUBLE = 10
const TAUT_ROUNDS = 60

/** From the top. */
export function bandsOf(nodes: readonly SteadyNode[]): Band[] {
  const bands = new Map<number, Band>()
  for (const node of nodes) {
    const band = bands.get(node.level) ?? { level: node.level, y: node.y, half: 0, nodes: [] }
    band.half = Math.max(band.half, node.height / 2)
    band.nodes.push(node)
    bands.set(node.level, band)
  }
  return [...bands.values()].sort((a, b) => a.y - b.y)
}

type Route = Pick<EdgePlacement, 'points' | 'tip'>

interface Ends {
  from: SteadyNode
  to: SteadyNode
  doubles: number
}

/** A way that crosses no node. */
export function detour(edge: Ends, bands: readonly Band[], boxes: readonly CycleBox[]): Route {
  const own = bands.find(({ level }) => level === edge.from.level)
  if (own && edge.to.level === own.level) return isNext(edge, own) ? beside(edge) : arch(edge, own)
  return through(edge, bands, boxes)
}

const isNext = ({ from, to, doubles }: Ends, { nodes }: Band) =>
  doubles === 0 && !nodes.some(({ x }) => (x - from.x) * (x - to.x) < 0)

function beside({ from, to }: Ends): Route {
  const way = Math.sign(to.x - from.x)
  const tip = { x: to.x - (way * to.width) / 2, y: to.y }
  return {
    points: straight({ x: from.x + (way * from.width) / 2, y: from.y }, { x: tip.x - way * ARROW, y: tip.y }),
    tip,
  }
}

/** Over what stands between two nodes of a level. */
function arch({ from, to, doubles }: Ends, { y, half }: Band): Route {
  const top = y - half - ARROW
  const [start, end] = [from, to].map(node => ({ x: node.x + doubles * DOUBLE, y: node.y - node.height / 2 }))
  const points = [
    ...straight(start, { x: start.x, y: top }),
    { x: start.x, y: top - ARCH },
    { x: end.x, y: top - ARCH },
    ...straight({ x: end.x, y: top }, { x: end.x, y: end.y - ARROW }),
  ]
  return { points, tip: end }
}

interface Gap {
  left: number
  right: number
}
const within = (x: number, { left, right }: Gap) => Math.min(right, Math.max(left, x))

/** Through the levels between two. */
function through(edge: Ends, bands: readonly Band[], boxes: readonly CycleBox[]): Route {
  const { from, to, doubles } = edge
  const way = Math.sign(to.y - from.y)
  const [start, end] = [from, to].map(({ x, y }) => ({ x: x + doubles * DOUBLE, y }))
  const passed = bands.filter(
    ({ y, level }) => level !== from.level && level !== to.level && (y - from.y) * (y - to.y) < 0,
  )
  if (way < 0) passed.reverse()
  const gaps = shortest(
    start,
    end,
    passed,
    passed.map(band => gapsAt(band, boxes, edge)),
  )
  const at = (y: number) => between(start, end, (y - start.y) / (end.y - start.y)).x
  const knots = [
    { ...start, left: start.x, right: start.x },
    ...ownGap(from, start.x, way, bands),
    ...passed.flatMap(({ y, half }, i) =>
      [-way, way].map(side => ({ x: within(at(y), gaps[i]), y: y + side * half, ...gaps[i] })),
    ),
    ...ownGap(to, end.x, -way, bands),
    { ...end, left: end.x, right: end.x },
  ]
  for (let round = 0; round < TAUT_ROUNDS; round++)
    for (let i = 1; i + 1 < knots.length; i++) {
      const [a, knot, b] = [knots[i - 1], knots[i], knots[i + 1]]
      knot.x = within(between(a, b, (knot.y - a.y) / (b.y - a.y || 1)).x, knot)
    }
  const inner = knots.slice(1, -1).map(({ x, y }) => ({ x, y }))
  const first = borderOf(from, start.x, inner[0] ?? end, way)
  const tip = borderOf(to, end.x, inner[inner.length - 1] ?? start, -way)
  const last = inner[inner.length - 1] ?? first
  const length = Math.hypot(tip.x - last.x, tip.y - last.y) || 1
  return { points: smooth([first, ...inner, between(tip, last, Math.min(ARROW / length, 0.5))]), tip }
}

/** One gap for each band, so that the way from start to end is shortest. */
function shortest(start: Point, end: Point, bands: readonly Band[], gaps: readonly Gap[][]): Gap[] {
  interface Way {
    at: Point
    length: number
    gaps: Gap[]
  }
  const on = (ways: readonly Way[], to: Point): Way =>
    ways
      .map(({ at, length, gaps: taken }) => ({
        at: to,
        length: length + Math.hypot(to.x - at.x, to.y - at.y),
        gaps: taken,
      }))
      .reduce((best, one) => (one.length < best.length ? one : best))
  let ways: Way[] = [{ at: start, length: 0, gaps: [] }]
  for (const [i, { y }] of bands.entries()) {
    const ideal = between(start, end, (y - start.y) / (end.y - start.y)).x
    ways = gaps[i].map(gap => {
      const way = on(ways, { x: within(ideal, gap), y })
      return { ...way, gaps: [...way.gaps, gap] }
    })
  }
  return on(ways, end).gaps
}

/** Between the nodes of a level; a cycle that the edge does not belong to is passed as a whole. */
function gapsAt({ level, nodes }: Band, boxes: readonly CycleBox[], { from, to }: Ends): Gap[] {
  const foreign = boxes.filter(
    ({ first, last, members }) => level >= first && level <= last && !members.has(from) && !members.has(to),
  )
  const taken = [
    ...nodes
      .filter(node => !foreign.some(({ members }) => members.has(node)))
      .map(({ x, width }) => ({ left: x - width / 2, right: x + width / 2 })),
    ...foreign,
  ].sort((a, b) => a.left - b.left)
  const gaps: Gap[] = []
  let left = Number.NEGATIVE_INFINITY
  for (const one of [...taken, { left: Number.POSITIVE_INFINITY, right: 0 }]) {
    const clear = Math.min(CLEAR, (one.left - left) / 2)
    if (one.left - left > NARROWEST) gaps.push({ left: left + clear, right: one.left - clear })
    left = Math.max(left, one.right)
  }
  return gaps
}

/** Where a node is lower than others on its level, an edge must get past these first. */
function ownGap(node: SteadyNode, x: number, way: number, bands: readonly Band[]) {
  const band = bands.find(({ level }) => level === node.level)
  if (!band || band.half < node.height / 2 + 1) return []
  const gap = { left: Number.NEGATIVE_INFINITY, right: Number.POSITIVE_INFINITY }
  for (const other of band.nodes) {
    if (other.x < node.x) gap.left = Math.max(gap.left, other.x + other.width / 2 + CLEAR)
    if (other.x > node.x) gap.right = Math.min(gap.right, other.x - other.width / 2 - CLEAR)
  }
  return [{ x, y: node.y + way * band.half, ...gap }]
}

/** Where a line from within a node to a point leaves it, by its upper or lower side. */
function borderOf(node: SteadyNode, x: number, toward: Point, way: number): Point {
  const y = node.y + (way * node.height) / 2
  const most = node.width / 2 - CLEAR
  const at = between({ x, y: node.y }, toward, (y - node.y) / (toward.y - node.y || 1)).x
  return { x: within(at, { left: node.x - most, right: node.x + most }), y }
}
