import { memo } from 'react'
import type { EdgePlacement, LabelPlacement } from '../../../src/index.ts'
import type { DrawnEdge } from './graphDrawing.ts'
import { ShapeElements } from './ShapeElements.tsx'
import { curve, edgeShapes } from './shapes.ts'

interface Props {
  edge: DrawnEdge
  place: EdgePlacement
  label: LabelPlacement | undefined
  lit: boolean
}

/** One arc. Its line is easier to hit than to see. */
export const GraphEdge = memo(function GraphEdge({ edge, place, label, lit }: Props) {
  return (
    <g className={lit ? `graph-edge ${edge.kind} lit` : `graph-edge ${edge.kind}`} data-edge={place.edge}>
      <path className="reach" d={curve(place.points)} />
      <ShapeElements shapes={edgeShapes(edge, place, label)} />
    </g>
  )
})
