import { findCycles } from '../../analyse/findCycles.ts'
import { groupRows, rowsOf } from '../../analyse/groupRows.ts'
import { NO_CYCLE } from '../../profile.ts'

/** Nodes from 0 on, and arcs between them, each pair of ends once. */
export interface Digraph {
  nodes: number
  from: Int32Array
  to: Int32Array
  /** Above 0. */
  weight: Float64Array
}

/** Each set of nodes that are one cycle as a graph of its own, with the rows that its arcs have in the whole. */
export function cyclicParts({ nodes, from, to, weight }: Digraph): { part: Digraph; arcs: Uint32Array }[] {
  const { cycle, cycles } = findCycles({ functions: nodes, caller: from, callee: to })
  const isInner = (arc: number) => cycle[from[arc]] !== NO_CYCLE && cycle[from[arc]] === cycle[to[arc]]
  const arcsOf = groupRows(
    from.map((node, arc) => (isInner(arc) ? cycle[node] : NO_CYCLE)),
    cycles,
  )
  const place = new Int32Array(nodes)
  const size = new Uint32Array(cycles)
  for (let node = 0; node < nodes; node++) if (cycle[node] !== NO_CYCLE) place[node] = size[cycle[node]]++
  return Array.from(size, (count, each) => {
    const arcs = rowsOf(arcsOf, each)
    return {
      part: {
        nodes: count,
        from: Int32Array.from(arcs, arc => place[from[arc]]),
        to: Int32Array.from(arcs, arc => place[to[arc]]),
        weight: Float64Array.from(arcs, arc => weight[arc]),
      },
      arcs,
    }
  })
}

/** The arcs that lead from a later node to an earlier one. */
export const backwardArcs = ({ from, to }: Digraph, position: ArrayLike<number>): number[] =>
  [...from.keys()].filter(arc => position[to[arc]] < position[from[arc]])
