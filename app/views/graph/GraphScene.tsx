import { memo, useMemo } from 'react'
import type { CyclePlacement, FunctionRow, GraphPath, Matches, SumPlacement } from '../../../src/index.ts'
import { edgeLabels } from './edgeLabels.ts'
import { GraphEdge } from './GraphEdge.tsx'
import { GraphNode } from './GraphNode.tsx'
import type { DrawnCycle, DrawnSum } from './graphDrawing.ts'
import { litBy } from './litBy.ts'
import { ShapeElements } from './ShapeElements.tsx'
import { cycleShapes, sumShapes } from './shapes.ts'
import type { PlacedDrawing } from './useGraphLayout.ts'

interface Props {
  placed: PlacedDrawing
  chosen: FunctionRow
  /** The heaviest way to the chosen function; null if none is chosen. */
  path: GraphPath | null
  found: Matches | null
  tabStop: FunctionRow
}

/** Everything in the picture: cycles below, then edges, then nodes. Does not render again for pointing or moving. */
export const GraphScene = memo(function GraphScene({ placed, chosen, path, found, tabStop }: Props) {
  const { drawing, placement } = placed
  const labelOf = useMemo(() => edgeLabels(placed), [placed])
  const lit = litBy(path)
  return (
    <>
      {placement.cycles.map(place => {
        const cycle = drawing.cycles.get(place.cycle)
        return cycle && <CycleBox key={place.cycle} cycle={cycle} place={place} />
      })}
      {placement.edges.map(place => {
        const edge = drawing.edges[place.edge]
        return (
          <GraphEdge
            key={`${edge.kind} ${edge.caller} ${edge.callee}`}
            edge={edge}
            place={place}
            label={labelOf.get(place.edge)}
            lit={lit.hasStep(edge)}
          />
        )
      })}
      {placement.sums.map(place => {
        const sum = drawing.sums.find(({ fn, side }) => fn === place.fn && side === place.side)
        return sum && <SumPill key={`${place.side}${place.fn}`} sum={sum} place={place} />
      })}
      {placement.nodes.map(place => {
        const node = drawing.nodes.get(place.fn)
        return (
          node && (
            <GraphNode
              key={place.fn}
              node={node}
              place={place}
              chosen={place.fn === chosen}
              lit={lit.functions.has(place.fn)}
              hit={found?.hit[place.fn] === 1}
              tabStop={place.fn === tabStop}
            />
          )
        )
      })}
    </>
  )
})

/** Hidden callers or callees of a function, summed. Choosing it chooses the function: its entry lists them all. */
const SumPill = ({ sum, place }: { sum: DrawnSum; place: SumPlacement }) => (
  <g className="graph-sum" data-sum={sum.fn}>
    <ShapeElements shapes={sumShapes(sum, place)} />
  </g>
)

const CycleBox = ({ cycle, place }: { cycle: DrawnCycle; place: CyclePlacement }) => (
  <g className="graph-cycle">
    <ShapeElements shapes={cycleShapes(cycle, place)} />
  </g>
)
