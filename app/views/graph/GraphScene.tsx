import { memo, useMemo } from 'react'
import {
  CYCLE_TITLE,
  type CyclePlacement,
  type FunctionRow,
  type GraphPath,
  type Matches,
  placeEdgeLabels,
  type SumPlacement,
} from '../../../src/index.ts'
import { GraphEdge } from './GraphEdge.tsx'
import { GraphNode } from './GraphNode.tsx'
import { countSize, type DrawnCycle, type DrawnSum } from './graphDrawing.ts'
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
  const labelOf = useMemo(() => {
    const labels = placeEdgeLabels(placement, {
      sizes: drawing.edges.map(countSize),
      weights: drawing.edges.map(edge => edge.width),
      kept: keptAreas(placed),
    })
    return new Map(labels.map(label => [label.edge, label]))
  }, [placed, drawing, placement])
  const litNodes = new Set(path?.functions)
  const litSteps = new Set(path?.functions.map((fn, i, all) => `${fn} ${all[i + 1]}`))
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
            lit={litSteps.has(`${edge.caller} ${edge.callee}`)}
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
              lit={litNodes.has(place.fn)}
              hit={found?.hit[place.fn] === 1}
              tabStop={place.fn === tabStop}
            />
          )
        )
      })}
    </>
  )
})

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

/** Hidden callers or callees of a function, summed. Pressed, it brings the heaviest of them in. */
function SumPill({ sum, place: { x, y, width, height } }: { sum: DrawnSum; place: SumPlacement }) {
  return (
    <g className="graph-sum" data-sum={sum.fn} data-open={sum.side}>
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={height / 2} />
      <text x={x} y={y + 3.5} textAnchor="middle">
        <tspan className="functions">{sum.functions}</tspan> {sum.rest}
      </text>
    </g>
  )
}

/** A cycle as a whole: a double outline round its members. */
function CycleBox({ cycle, place: { x, y, width, height } }: { cycle: DrawnCycle; place: CyclePlacement }) {
  return (
    <g className="graph-cycle">
      <rect className="outer" x={x - 3} y={y - 3} width={width + 6} height={height + 6} rx={9} />
      <rect className="inner" x={x} y={y} width={width} height={height} rx={6} />
      <text x={x + 10} y={y + 16}>
        {cycle.title}
      </text>
      <text x={x + width - 10} y={y + 16} textAnchor="end">
        {cycle.share}
      </text>
      <text className="calls" x={x + 10} y={y + 31}>
        {cycle.calls}
      </text>
    </g>
  )
}
