import { memo } from 'react'
import type { EdgePlacement, LabelPlacement } from '../../../src/index.ts'
import { changeClasses } from './change.ts'
import type { DrawnEdge } from './graphParts.ts'
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
  const changes = edge.change ? changeClasses(edge.change) : []
  return (
    <g className={['graph-edge', edge.kind, ...changes, ...(lit ? ['lit'] : [])].join(' ')} data-edge={place.edge}>
      <path className="reach" d={curve(place.points)} />
      <ShapeElements shapes={edgeShapes(edge, place, label)} />
    </g>
  )
})
