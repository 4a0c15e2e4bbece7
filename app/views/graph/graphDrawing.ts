// The picture of the call graph, before anybody knows where its parts stand.

import {
  type ComparedSides,
  type ComparedTimes,
  type CycleRow,
  type FunctionRow,
  type GraphToLayOut,
  graphToDot,
  type HiddenSum,
  heaviestSums,
  type Profile,
  partsOf,
  type VisibleGraph,
} from '../../../src/index.ts'
import type { Messages } from '../../messages/en.ts'
import {
  type DrawnCycle,
  type DrawnEdge,
  type DrawnNode,
  type DrawnSum,
  drawArc,
  drawCycle,
  drawLink,
  drawNode,
  drawSum,
  restOf,
  SEVERAL,
  sumEdge,
} from './graphParts.ts'

/** What two profiles that are compared make of what is drawn of both. */
export interface Comparing {
  sides: ComparedSides
  node(node: DrawnNode): DrawnNode
  /** With what passes along each of them. */
  edges(edges: readonly DrawnEdge[]): { edges: DrawnEdge[]; times: ComparedTimes }
  cycle(cycle: DrawnCycle): DrawnCycle
  /** What is said of a sum beside the number of its functions. */
  restOf(sum: HiddenSum): string
}

/** Everything but the places. */
export interface GraphDrawing extends GraphToLayOut {
  profile: Profile
  graph: VisibleGraph
  direction: 'down' | 'right'
  /** What a function is called. */
  nameOf: (fn: FunctionRow) => string
  /** What its texts are made of. */
  words: Messages
  nodes: Map<FunctionRow, DrawnNode>
  /** Arcs, then elided links, then those of sums, as the layout numbers them. */
  edges: DrawnEdge[]
  sums: DrawnSum[]
  cycles: Map<CycleRow, DrawnCycle>
  /** The two that are compared, and what passes along each edge; null for one profile. */
  compared: { sides: ComparedSides; times: ComparedTimes } | null
}

interface DrawOptions extends Pick<GraphDrawing, 'direction' | 'nameOf' | 'words'> {
  like?: GraphDrawing['like']
  /** Where the profile is that of two which are compared. */
  comparing?: Comparing | null
}

export function drawGraph(
  profile: Profile,
  graph: VisibleGraph,
  { direction, nameOf, words, like = null, comparing = null }: DrawOptions,
): GraphDrawing {
  const summed = heaviestSums(profile, graph)
  const more = sumsByFunction(graph.sums.filter(sum => !summed.includes(sum)))
  const nodes = new Map(
    graph.functions.map(fn => {
      const node = drawNode(profile, graph, fn, { shown: nameOf(fn), more: more.get(fn) ?? NONE, words })
      return [fn, comparing ? comparing.node(node) : node]
    }),
  )
  const sizes = [...nodes.values()]
  const sums = summed.map(sum => drawSum(sum, comparing ? comparing.restOf(sum) : restOf(profile, sum, words)))
  const options = { sizes, sums, direction }
  const dot = graphToDot(profile, graph, options)
  const edges = [
    ...graph.arcs.map(arc => drawArc(profile, arc)),
    ...graph.elided.map(link => drawLink(profile, link)),
    ...sums.map(({ fn, side }) => (side === 'callers' ? sumEdge(SEVERAL, fn) : sumEdge(fn, SEVERAL))),
  ]
  const changed = comparing?.edges(edges)
  const drawnCycle = (cycle: CycleRow) => {
    const drawn = drawCycle(profile, graph, cycle, words)
    return comparing ? comparing.cycle(drawn) : drawn
  }
  return {
    profile,
    graph,
    direction,
    nameOf,
    words,
    nodes,
    edges: changed?.edges ?? edges,
    sums,
    cycles: new Map(graph.cycles.map(cycle => [cycle, drawnCycle(cycle)])),
    compared: comparing && changed ? { sides: comparing.sides, times: changed.times } : null,
    dot,
    parts: partsOf(profile, graph, options),
    like: like?.dot === dot ? null : like,
  }
}

const NONE: DrawnNode['more'] = { callers: 0, callees: 0 }

function sumsByFunction(sums: readonly HiddenSum[]): Map<FunctionRow, DrawnNode['more']> {
  const counts = new Map<FunctionRow, DrawnNode['more']>()
  for (const { fn, side, functions } of sums) counts.set(fn, { ...(counts.get(fn) ?? NONE), [side]: functions })
  return counts
}
