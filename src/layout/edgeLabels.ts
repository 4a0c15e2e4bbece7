import { flattened } from './curve.ts'
import type { EdgePlacement, GraphPlacement, Point, Size } from './graph.ts'

/** The middle of a label. */
export interface LabelPlacement extends Point {
  edge: number
}

/** Distance of a label from the middle of its line. */
const GAP = 4
/** Where along an edge a label may sit, best first. */
const ALONG = [0.5, 0.38, 0.62, 0.25, 0.75]

/**
 * Puts a label beside the middle of each edge, the heaviest edges first. One that would cover a node, an area in `kept`
 * or another label tries other places near by and is left out if there is none. `sizes` and `weights` are by the number
 * of the edge; a width of 0 means that there is nothing to write.
 */
export function placeEdgeLabels(
  placement: GraphPlacement,
  { sizes, weights, kept }: { sizes: readonly Size[]; weights: readonly number[]; kept: readonly (Point & Size)[] },
): LabelPlacement[] {
  const taken: Box[] = [...placement.nodes, ...placement.sums, ...kept].map(area => boxAround(area, area))
  const labels: LabelPlacement[] = []
  const heaviestFirst = placement.edges
    .filter(({ edge }) => sizes[edge].width > 0)
    .sort((a, b) => weights[b.edge] - weights[a.edge] || a.edge - b.edge)
  for (const place of heaviestFirst) {
    const { edge } = place
    for (const at of candidates(place, sizes[edge])) {
      const box = boxAround(at, sizes[edge])
      if (taken.some(other => overlap(box, other))) continue
      taken.push(box)
      labels.push({ edge, ...at })
      break
    }
  }
  return labels
}

/** On either side of the line, just clear of it. */
function* candidates({ points, tip }: EdgePlacement, size: Size): Iterable<Point> {
  const line = [...flattened(points), tip]
  for (const along of ALONG) {
    const { at, direction } = pointAlong(line, along)
    const length = Math.hypot(direction.x, direction.y) || 1
    // To the right of a line that goes down.
    const across = { x: direction.y / length, y: -direction.x / length }
    const reach = (Math.abs(across.x) * size.width) / 2 + (Math.abs(across.y) * size.height) / 2 + GAP
    yield { x: at.x + across.x * reach, y: at.y + across.y * reach }
    yield { x: at.x - across.x * reach, y: at.y - across.y * reach }
  }
}

/** The point at a part of the length of a chain, and which way the chain goes there. */
function pointAlong(line: readonly Point[], part: number): { at: Point; direction: Point } {
  const lengths = line.map((point, i) => (i === 0 ? 0 : Math.hypot(point.x - line[i - 1].x, point.y - line[i - 1].y)))
  let left = lengths.reduce((sum, length) => sum + length, 0) * part
  let i = 1
  while (i < line.length - 1 && left > lengths[i]) left -= lengths[i++]
  const direction = { x: line[i].x - line[i - 1].x, y: line[i].y - line[i - 1].y }
  const t = lengths[i] > 0 ? left / lengths[i] : 0
  return { at: { x: line[i - 1].x + direction.x * t, y: line[i - 1].y + direction.y * t }, direction }
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const boxAround = ({ x, y }: Point, { width, height }: Size): Box => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
})

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
