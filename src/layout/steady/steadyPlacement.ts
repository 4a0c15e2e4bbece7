// A picture that differs little from one that is known. Opening, folding and transforms change a few functions, and
// Graphviz, which knows nothing of the picture before, then moves all the others, by four widths of a node in the mean.
// So what both pictures show keeps its place here, and only the rest is placed:
//
//   levels   shared nodes stay on theirs; a new one goes between its callers and callees, on a new level if need be
//   across   a new one goes to the mean of its neighbours; what is in the way moves no further than it must
//   edges    between shared nodes move along with them; new ones, and those that would cross a node, find a way round
//
// Measured on nine profiles (159 times something opened, chosen, folded, hidden or focused; `npm run bench -- graph`
// does the like): shared nodes move by 0.7 widths instead of 4.1, and by 0.25 without those pictures that have too little
// in common. Edges are 2 % longer and cross a seventh more often than in a picture of Graphviz's own; more than that in
// graphs like trees, where Graphviz has hardly any crossings. What else was tried: telling Graphviz the levels and orders
// to keep left 2.6 widths, for it still chooses all places anew; telling it the places too, by invisible edges, left 3
// and made edges half as long again; letting it route edges between places found as here (its engine nop) took three
// times as long, with 1.4 times the crossings.
//
// The picture depends on the graph and on the picture that it is to be like, and on nothing else. Where that one follows
// from the profile and the view alone, so does this one, whatever was on screen before.

import type { GraphPlacement, Point, Size } from '../graph.ts'
import { placeAcross } from './across.ts'
import { routeEdges } from './edges.ts'
import { heightsOf, levelsOf } from './levels.ts'
import { type CycleBox, MARGIN, type SteadyNode, TITLE } from './node.ts'
import { type GraphParts, oldPictureOf, turned } from './parts.ts'

/** Where less than this part of either picture is shared, it would hold the rest in place for nothing. */
const LEAST_SHARED = 1 / 2

/**
 * Places a graph like the one before, which must have the same direction. Null where the two have too little in common;
 * then it is up to Graphviz. O(edges × nodes) for the most part.
 */
export function steadyPlacement(
  next: GraphParts,
  before: GraphParts,
  placementBefore: GraphPlacement,
): GraphPlacement | null {
  const { direction } = next
  const picture = oldPictureOf(before, placementBefore)
  const shared = next.nodes.reduce((count, { key }) => count + Number(picture.nodes.has(key)), 0)
  const most = Math.max(next.nodes.length, picture.nodes.size)
  if (before.direction !== direction || shared === 0 || shared < LEAST_SHARED * most) return null

  const nodes = next.nodes.map(({ key, cycle, width, height }, i): SteadyNode => {
    const old = picture.nodes.get(key) ?? null
    const [x, y, level, order] = [old?.x ?? Number.NaN, 0, old?.level ?? Number.NaN, 0]
    const isSum = i >= next.functions.length
    return { key, cycle, width, height, x, y, level, order, old, isSum, owner: null, neighbours: [] }
  })
  for (const [i, { owner }] of next.nodes.entries()) nodes[i].owner = nodes[owner] ?? null
  const edges = next.edges.map(edge => ({
    ...edge,
    from: nodes[edge.from],
    to: nodes[edge.to],
    old: picture.edges.get(edge.key) ?? null,
  }))
  for (const { from, to } of edges) {
    if (!to.owner) from.neighbours.push(to)
    if (!from.owner) to.neighbours.push(from)
  }
  setLevels(nodes, edges, picture.ys.length)
  const boxes = placeAcross(nodes, next.cycles, picture, direction)
  const reaches = boxes.map(box => reachOf(box, direction))
  const heights = heightsOf(
    picture.ys,
    nodes.map(({ level, height }) => ({ level, up: height / 2, down: height / 2 })),
    reaches.flatMap(({ first, last, up, down }) => [
      { level: first, up, down: 0 },
      { level: last, up: 0, down },
    ]),
    direction,
  )
  const yOf = (level: number) => heights.get(level) ?? 0
  for (const node of nodes) node.y = yOf(node.level)

  const sums = nodes.slice(next.functions.length)
  const placement = fromTopLeft({
    nodes: next.functions.map((fn, i) => ({ fn, ...areaOf(nodes[i]) })),
    sums: next.sums.map(({ fn, side }, i) => ({ fn, side, ...areaOf(sums[i]) })),
    edges: routeEdges(edges, nodes, boxes, { ...picture, yOf }),
    cycles: boxes.map(({ cycle, left, right }, i) => {
      const { first, last, up, down } = reaches[i]
      return { cycle, x: left, y: yOf(first) - up, width: right - left, height: yOf(last) + down - yOf(first) + up }
    }),
  })
  return direction === 'down' ? placement : turned(placement)
}

/** Sums beside their functions, the others along their edges. */
function setLevels(nodes: SteadyNode[], edges: readonly { from: SteadyNode; to: SteadyNode }[], count: number) {
  const free = nodes.filter(({ owner }) => !owner)
  const at = new Map(free.map((node, i) => [node, i]))
  const levels = levelsOf(
    free.map(({ level }) => level),
    edges.flatMap(({ from, to }) => {
      const [a, b] = [at.get(from), at.get(to)]
      return a === undefined || b === undefined ? [] : [[a, b] as const]
    }),
    count,
  )
  for (const [i, node] of free.entries()) node.level = levels[i]
  for (const node of nodes) if (node.owner) node.level = node.owner.level
}

/** How far a box reaches above its first level and below its last. */
function reachOf({ members, first, last }: CycleBox, direction: 'down' | 'right') {
  const half = (level: number) =>
    [...members].reduce((most, node) => (node.level === level ? Math.max(most, node.height / 2) : most), 0)
  const up = half(first) + MARGIN + (direction === 'down' ? TITLE.height : 0)
  const down = half(last) + MARGIN
  return { first, last, up, down: direction === 'right' && first === last ? Math.max(down, TITLE.width - up) : down }
}

const areaOf = ({ x, y, width, height }: SteadyNode) => ({ x, y, width, height })

/** Moved so that it begins at the origin. */
function fromTopLeft({ nodes, sums, edges, cycles }: Omit<GraphPlacement, keyof Size>): GraphPlacement {
  const areas = [...nodes, ...sums]
  const corners = [
    ...areas.map(({ x, y, width, height }) => ({ x: x - width / 2, y: y - height / 2 })),
    ...areas.map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 })),
    ...cycles,
    ...cycles.map(({ x, y, width, height }) => ({ x: x + width, y: y + height })),
    ...edges.flatMap(({ points }) => points),
  ]
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  const [left, top] = [xs, ys].map(all => all.reduce((a, b) => Math.min(a, b)))
  const [right, bottom] = [xs, ys].map(all => all.reduce((a, b) => Math.max(a, b)))
  const moved = <T extends Point>(point: T): T => ({ ...point, x: point.x - left, y: point.y - top })
  return {
    width: right - left,
    height: bottom - top,
    nodes: nodes.map(moved),
    sums: sums.map(moved),
    edges: edges.map(({ edge, points, tip }) => ({ edge, points: points.map(moved), tip: moved(tip) })),
    cycles: cycles.map(moved),
  }
}
