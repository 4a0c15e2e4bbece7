import { CYCLE_TITLE, type LabelPlacement, placeEdgeLabels } from '../../../src/index.ts'
import { countSize } from './graphParts.ts'
import type { PlacedDrawing } from './useGraphLayout.ts'

/** Where the counts of edges are written, by the number of the edge; those without room are left out. */
export function edgeLabels(placed: PlacedDrawing): Map<number, LabelPlacement> {
  const { edges } = placed.drawing
  const labels = placeEdgeLabels(placed.placement, {
    sizes: edges.map(countSize),
    weights: edges.map(edge => edge.width),
    kept: keptAreas(placed),
  })
  return new Map(labels.map(label => [label.edge, label]))
}

/** Where something is written already: in the heads of cycles, and above functions that call themselves. */
function keptAreas({ drawing, placement }: PlacedDrawing) {
  const heads = placement.cycles.map(({ x, y, width }) => ({
    x: x + width / 2,
    y: y + CYCLE_TITLE.height / 2,
    width,
    height: CYCLE_TITLE.height,
  }))
  const recursions = placement.nodes.flatMap(({ fn, x, y, width, height }) =>
    drawing.nodes.get(fn)?.recursion ? [{ x: x + width / 4, y: y - height / 2 - 7, width: width / 2, height: 14 }] : [],
  )
  return [...heads, ...recursions]
}
