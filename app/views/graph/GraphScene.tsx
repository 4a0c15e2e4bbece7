import './GraphScene.css'
import { memo, useMemo } from 'react'
import type {
  CyclePlacement,
  EdgePlacement,
  FunctionRow,
  GraphPath,
  Matches,
  NodePlacement,
  Point,
  SumPlacement,
} from '../../../src/index.ts'
import { edgeLabels } from './edgeLabels.ts'
import { GraphEdge } from './GraphEdge.tsx'
import { GraphNode, nodeId } from './GraphNode.tsx'
import type { GraphDrawing } from './graphDrawing.ts'
import type { DrawnCycle, DrawnSum } from './graphParts.ts'
import { graphTree } from './graphTree.ts'
import { litBy } from './litBy.ts'
import { ShapeElements } from './ShapeElements.tsx'
import { cycleShapes, sumShapes } from './shapes.ts'
import type { PlacedDrawing } from './useGraphLayout.ts'

interface Props {
  /** What the picture is called. */
  name: string
  placed: PlacedDrawing
  chosen: FunctionRow
  /** The heaviest way to the chosen function; null if none is chosen. */
  path: GraphPath | null
  found: Matches | null
  tabStop: FunctionRow
}

/** Everything in the picture: cycles below, then edges, then nodes. Does not render again for pointing or moving. */
export const GraphScene = memo(function GraphScene({ name, placed, chosen, path, found, tabStop }: Props) {
  const { drawing, placement } = placed
  const labelOf = useMemo(() => edgeLabels(placed), [placed])
  const lit = litBy(path)
  const tree = useMemo(() => graphTree(drawing), [drawing])
  // An element that is moved among its siblings would not glide: they always stand in the same order.
  const nodes = useMemo(() => placement.nodes.toSorted(byLabel(drawing)), [drawing, placement])
  return (
    <>
      <g {...unread}>
        {placement.cycles.map(place => {
          const cycle = drawing.cycles.get(place.cycle)
          return cycle && <CycleBox key={cycle.title} cycle={cycle} place={place} />
        })}
        {placement.edges.map(place => {
          const edge = drawing.edges[place.edge]
          return (
            <GraphEdge
              key={edgeKey(drawing, place)}
              edge={edge}
              place={place}
              label={labelOf.get(place.edge)}
              lit={lit.hasStep(edge)}
            />
          )
        })}
        {placement.sums.map(place => {
          const sum = drawing.sums.find(({ fn, side }) => fn === place.fn && side === place.side)
          const key = `${place.side} ${drawing.nodes.get(place.fn)?.label}`
          return sum && <SumPill key={key} sum={sum} place={place} />
        })}
      </g>
      <g role="tree" aria-label={name} aria-owns={[...tree.keys()].map(nodeId).join(' ')}>
        {nodes.map(place => {
          const node = drawing.nodes.get(place.fn)
          const at = tree.get(place.fn)
          return (
            node &&
            at && (
              <GraphNode
                key={node.label}
                node={node}
                place={place}
                tree={at}
                chosen={place.fn === chosen}
                lit={lit.functions.has(place.fn)}
                hit={found?.hit[place.fn] === 1}
                tabStop={place.fn === tabStop}
              />
            )
          )
        })}
      </g>
    </>
  )
})

/** The tree says all of this in words. */
const unread = { 'aria-hidden': true }

const byLabel =
  ({ nodes }: GraphDrawing) =>
  (a: NodePlacement, b: NodePlacement) => {
    const [left, right] = [nodes.get(a.fn)?.label ?? '', nodes.get(b.fn)?.label ?? '']
    return left < right ? -1 : left > right ? 1 : 0
  }

/** A curve glides into another of as many pieces; another edge fades in instead. */
function edgeKey({ nodes, edges }: GraphDrawing, { edge, points }: EdgePlacement): string {
  const { kind, caller, callee } = edges[edge]
  return [kind, nodes.get(caller)?.label, nodes.get(callee)?.label, points.length].join('\n')
}

/** Hidden callers or callees of a function, summed. Pressed, it brings the heaviest of them in. */
const SumPill = ({ sum, place }: { sum: DrawnSum; place: SumPlacement }) => (
  <g className="graph-sum" style={movedTo(place)} data-sum={sum.fn} data-open={sum.side}>
    <ShapeElements shapes={sumShapes(sum, { ...place, x: 0, y: 0 })} />
  </g>
)

/** A cycle as a whole. Pressed, it chooses its heaviest member, whose entry tells of the cycle. */
const CycleBox = ({ cycle, place }: { cycle: DrawnCycle; place: CyclePlacement }) => (
  <g className="graph-cycle" style={movedTo(place)} data-sum={cycle.heaviest}>
    <ShapeElements shapes={cycleShapes(cycle, { ...place, x: 0, y: 0 })} />
  </g>
)

const movedTo = ({ x, y }: Point) => ({ transform: `translate(${x}px, ${y}px)` })
