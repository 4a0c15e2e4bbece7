// Edges of a steady picture. One that was there before keeps its shape: each of its points moves as the nodes left and
// right of it do. Where that leads across a node, and for a new edge, see detour.ts.

import { flattened, touches, xAt } from '../curve.ts'
import type { EdgePlacement, Point } from '../graph.ts'
import { type Band, bandsOf, detour } from './detour.ts'
import type { CycleBox, SteadyNode } from './node.ts'
import type { OldNode, OldPicture } from './parts.ts'

export interface SteadyEdge {
  from: SteadyNode
  to: SteadyNode
  /** So many edges before it join the same two nodes. */
  doubles: number
  old: EdgePlacement | null
}

/** So far an edge may cut into a node, px. */
const GRAZE = 1

/** Routes all edges between nodes whose places are known. */
export function routeEdges(
  edges: readonly SteadyEdge[],
  nodes: readonly SteadyNode[],
  boxes: readonly CycleBox[],
  { ys, yOf }: Pick<OldPicture, 'ys'> & { yOf: (level: number) => number },
): EdgePlacement[] {
  const bands = bandsOf(nodes)
  const rows = ys.map((y, level) => oldRow(nodes, level, y, yOf(level)))
  return edges.map((edge, i) => {
    const moved = movedAlong(edge, rows)
    return { edge: i, ...(moved && isClear(moved, edge, bands) ? moved : detour(edge, bands, boxes)) }
  })
}

type Route = Pick<EdgePlacement, 'points' | 'tip'>

/** Values at ascending places; linear between them, constant beyond. */
type Knots = { at: number; value: number }[]

/** A level as it was, and how what stands there has moved. */
interface OldRow {
  level: number
  y: number
  /** Heights of its upper and lower side. */
  down: Knots
  across: Knots
  half: number
}

function oldRow(nodes: readonly SteadyNode[], level: number, y: number, newY: number): OldRow {
  const across: Knots = []
  let half = 0
  for (const { old, x } of nodes) {
    if (old?.level !== level) continue
    across.push({ at: old.x, value: x - old.x })
    half = Math.max(half, old.height / 2)
  }
  across.sort((a, b) => a.at - b.at)
  return { level, y, half, across, down: [-half, half].map(by => ({ at: y + by, value: newY - y })) }
}

/** Null for an edge that is new, or whose nodes are not on the same levels or have not the same size as before. */
function movedAlong({ from, to, old }: SteadyEdge, rows: readonly OldRow[]): Route | null {
  if (!old || !keepsShape(from) || !keepsShape(to)) return null
  const down = rows.flatMap(row => row.down)
  const across = from.old.level === to.old.level ? null : acrossOf(from, to, old, rows)
  const shifts: Knots = [from, to].map(node => ({ at: node.old.x, value: node.x - node.old.x }))
  shifts.sort((a, b) => a.at - b.at)
  const move = ({ x, y }: Point): Point => ({
    x: x + (across ? valueAt(across, y) : valueAt(shifts, x)),
    y: y + valueAt(down, y),
  })
  // Both ends keep their distance from their nodes; where one lies a little outside, it would be drawn out with the room
  // between levels.
  const movedWith = (node: OldNode, point: Point): Point => {
    const middle = move({ x: node.x, y: node.y })
    return { x: point.x + middle.x - node.x, y: point.y + middle.y - node.y }
  }
  const [first, ...others] = old.points
  return { points: [movedWith(from.old, first), ...others.map(move)], tip: movedWith(to.old, old.tip) }
}

const keepsShape = (node: SteadyNode): node is SteadyNode & { old: OldNode } =>
  node.old !== null &&
  node.old.level === node.level &&
  Math.abs(node.old.width - node.width) < 1 &&
  Math.abs(node.old.height - node.height) < 1

/** How far a point of an edge moves across, by its height: as its ends do, and in between as what it passes. */
function acrossOf(
  from: SteadyNode & { old: OldNode },
  to: SteadyNode & { old: OldNode },
  old: EdgePlacement,
  rows: readonly OldRow[],
): Knots {
  const [upper, lower] = from.old.level < to.old.level ? [from, to] : [to, from]
  const line = flattened(old.points)
  const end = ({ x, old: { x: oldX, y, height } }: SteadyNode & { old: OldNode }) =>
    [-1, 1].map(side => ({ at: y + (side * height) / 2, value: x - oldX }))
  const passed = rows.filter(row => row.level > upper.old.level && row.level < lower.old.level && row.across.length > 0)
  return [
    ...end(upper),
    ...passed.flatMap(({ y, half, across }) => {
      const value = valueAt(across, xAt(line, y))
      return [
        { at: y - half, value },
        { at: y + half, value },
      ]
    }),
    ...end(lower),
  ]
}

function valueAt(knots: Knots, at: number): number {
  const next = knots.findIndex(knot => at <= knot.at)
  if (next <= 0) return knots[next < 0 ? knots.length - 1 : 0].value
  const [a, b] = [knots[next - 1], knots[next]]
  return a.value + ((b.value - a.value) * (at - a.at)) / (b.at - a.at)
}

/** Whether an edge crosses no node but its own. */
function isClear({ points, tip }: Route, { from, to }: SteadyEdge, bands: readonly Band[]): boolean {
  const line = [...flattened(points), tip]
  return line.every((b, i) => i === 0 || bands.every(band => !crossesOne(line[i - 1], b, band, from, to)))
}

function crossesOne(a: Point, b: Point, { y, half, nodes }: Band, from: SteadyNode, to: SteadyNode): boolean {
  if (Math.max(a.y, b.y) < y - half || Math.min(a.y, b.y) > y + half) return false
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
  return nodes.some(node => {
    if (node === from || node === to) return false
    return node.x - node.width / 2 < right && node.x + node.width / 2 > left && touches(a, b, bodyOf(node))
  })
}

const bodyOf = ({ x, y, width, height }: SteadyNode) => ({
  left: x - width / 2 + GRAZE,
  right: x + width / 2 - GRAZE,
  top: y - height / 2 + GRAZE,
  bottom: y + height / 2 - GRAZE,
})
