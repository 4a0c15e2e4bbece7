import { memo } from 'react'
import type { EdgePlacement, LabelPlacement, Point } from '../../../src/index.ts'
import type { DrawnEdge } from './graphDrawing.ts'

interface Props {
  edge: DrawnEdge
  place: EdgePlacement
  label: LabelPlacement | undefined
  lit: boolean
}

/** One arc: as wide as its time, solid where that is exact, dotted where it is split by call counts. */
export const GraphEdge = memo(function GraphEdge({ edge, place, label, lit }: Props) {
  const line = pathOf(place.points)
  return (
    <g className={lit ? `graph-edge ${edge.kind} lit` : `graph-edge ${edge.kind}`} data-edge={place.edge}>
      <path className="reach" d={line} />
      <path className="line" d={line} {...stroke(edge)} />
      <path className="head" d={arrowHead(place.points[place.points.length - 1], place.tip, edge.width)} />
      {label && (
        <text className="count" x={label.x} y={label.y + 3.5} textAnchor="middle">
          {edge.count}
        </text>
      )}
    </g>
  )
})

/** Dots as wide as the line, and no thinner than can be seen. As attributes, which the style sheet can overrule. */
const stroke = ({ kind, width }: DrawnEdge) =>
  kind === 'assumed'
    ? { strokeWidth: Math.max(1.6, width), strokeDasharray: `0 ${Math.max(3.6, 2 * width)}` }
    : { strokeWidth: width }

function pathOf(points: readonly Point[]): string {
  let path = `M${points[0].x} ${points[0].y}`
  for (let i = 1; i + 2 < points.length; i += 3)
    path += `C${points[i].x} ${points[i].y} ${points[i + 1].x} ${points[i + 1].y} ${points[i + 2].x} ${points[i + 2].y}`
  return path
}

/** A triangle from where the line ends to its tip, 7 to 9 px long. */
function arrowHead(from: Point, tip: Point, lineWidth: number): string {
  const distance = Math.hypot(tip.x - from.x, tip.y - from.y) || 1
  const along = { x: (tip.x - from.x) / distance, y: (tip.y - from.y) / distance }
  const length = Math.min(9, 6 + lineWidth)
  const half = 2 + lineWidth * 0.7
  const base = { x: tip.x - along.x * length, y: tip.y - along.y * length }
  return `M${tip.x} ${tip.y}L${base.x - along.y * half} ${base.y + along.x * half}L${base.x + along.y * half} ${base.y - along.x * half}Z`
}
