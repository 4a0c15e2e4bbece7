// Where a cycle can be broken. gprof divides no time among the members of a cycle; without some of its arcs it would be
// none, and its members would have times of their own. gprof leaves arcs out on request (-k), but which ones?
//
// Calls that are left out are lost to the arithmetic: their share of the callee's time goes to its other callers. So the
// best arcs are those of the fewest calls. They are often not the calls that make the program recursive, but those that
// happen rarely, as of an error handler that comes round to the main loop.

import { findCycles } from '../../analyse/findCycles.ts'
import { groupRows, rowsOf } from '../../analyse/groupRows.ts'
import { type ArcRow, type CycleRow, NO_CYCLE, type Profile, SPONTANEOUS } from '../../profile.ts'
import { cyclicParts, type Digraph } from './digraph.ts'
import { feedbackArcs } from './feedbackArcs.ts'

/** Arcs of a cycle that might be left out, for the transform `cut`, and what that would do. */
export interface CycleCut {
  /** Most calls first. */
  arcs: ArcRow[]
  /** The calls that they hold. */
  calls: number
  /** The same as a share of all calls among the members, 0..1. */
  share: number
  /** How many members would still be in a cycle; 0 if it is broken whole. */
  left: number
  /** How many of them in the greatest cycle that is left. */
  greatest: number
}

export interface CycleCuts {
  /**
   * Arcs that break the cycle whole, of which none could be kept; fewest calls first. The first is the set of the fewest
   * calls. Another follows where fewer arcs do, which hold more calls. Empty where calls make no cycle any more: after
   * a transform, functions may be left that are held to be one only because their times were not told apart before.
   */
  whole: CycleCut[]
  /** Whether it is known that no fewer calls would do. */
  isLeast: boolean
  /**
   * Single arcs without which it is no longer one cycle of all members, those first that leave the fewest in any cycle.
   * At most 20.
   */
  single: CycleCut[]
  /** Whether there are no others than these, or no better ones if there are 20. */
  isComplete: boolean
}

const MOST_SINGLE = 20

/** Visits of members and arcs that are spent on trying single arcs. */
const MOST_STEPS = 1e7

/**
 * How a cycle can be broken. Self calls hold nothing together and do not count.
 *
 * `whole` is exact up to 18 members, and where a greater cycle comes down to as many (see contract.ts). In others it is
 * what a bounded search finds: on random graphs small enough to know, that was the fewest calls every time. All single
 * arcs are tried up to some 1000 members of 4 arcs each; in greater cycles those that most members hang by, as far as
 * can be told quickly. A few seconds at most, for 40,000 members and 350,000 arcs.
 */
export function breakCycle(profile: Profile, cycle: CycleRow): CycleCuts {
  const { graph, arcs, calls } = innerCalls(profile, cycle)
  const all = calls.reduce((sum, count) => sum + count, 0)
  const cutOf = (rows: readonly number[]): CycleCut => {
    const from = graph.from.slice()
    for (const row of rows) from[row] = -1
    const sizes = cycleSizes(graph.nodes, from, graph.to)
    const held = rows.reduce((sum, row) => sum + calls[row], 0)
    return {
      arcs: [...rows].sort((a, b) => calls[b] - calls[a] || a - b).map(row => arcs[row]),
      calls: held,
      share: all > 0 ? held / all : 0,
      left: sizes.reduce((sum, size) => sum + size, 0),
      greatest: sizes.reduce((most, size) => Math.max(most, size), 0),
    }
  }

  // Of sets of as many calls that of the fewest arcs, and the other way round.
  const byCalls = feedbackArcs({ ...graph, weight: calls.map(count => count * (arcs.length + 1) + 1) })
  const byArcs = feedbackArcs({ ...graph, weight: calls.map(count => 1 + count / (all + 1)) })
  const whole = byCalls.arcs.length > 0 ? [cutOf(byCalls.arcs)] : []
  if (byArcs.arcs.length < byCalls.arcs.length) whole.push(cutOf(byArcs.arcs))

  const { rows, isComplete } = rowsThatHold(graph)
  const uncut = cutOf([])
  const single = rows
    .map(row => cutOf([row]))
    .filter(({ left, greatest }) => left < uncut.left || greatest < uncut.greatest)
  single.sort((a, b) => a.left - b.left || a.greatest - b.greatest || a.calls - b.calls || a.arcs[0] - b.arcs[0])
  return {
    whole: whole.sort((a, b) => a.calls - b.calls),
    isLeast: byCalls.isLeast,
    single: single.slice(0, MOST_SINGLE),
    isComplete,
  }
}

/** The members as nodes, and the arcs among them. */
function innerCalls({ functions, arcs: { caller, callee, count } }: Profile, cycle: CycleRow) {
  const node = new Int32Array(functions.length).fill(-1)
  let nodes = 0
  for (let fn = 0; fn < functions.length; fn++) if (functions.cycle[fn] === cycle) node[fn] = nodes++
  const isInner = (arc: ArcRow) =>
    caller[arc] !== SPONTANEOUS && caller[arc] !== callee[arc] && node[caller[arc]] >= 0 && node[callee[arc]] >= 0
  const arcs = Int32Array.from(caller.keys()).filter(isInner)
  const calls = Float64Array.from(arcs, arc => count[arc] || 0)
  const graph: Digraph = {
    nodes,
    from: arcs.map(arc => node[caller[arc]]),
    to: arcs.map(arc => node[callee[arc]]),
    weight: calls,
  }
  return { graph, arcs, calls }
}

/** Members of each cycle, without arcs from -1. */
function cycleSizes(nodes: number, from: Int32Array, to: Int32Array): number[] {
  const { cycle, cycles } = findCycles({ functions: nodes, caller: from, callee: to })
  const sizes = new Array<number>(cycles).fill(0)
  for (const each of cycle) if (each !== NO_CYCLE) sizes[each]++
  return sizes
}

/**
 * Arcs, one of which may hold a cycle together, those with most nodes behind them first. From any node of a cycle arcs
 * lead to all others along a tree, and along another from all others to it. These two make a cycle of all nodes by
 * themselves, so that no other arc can be missed.
 */
function rowsThatHold(graph: Digraph): { rows: number[]; isComplete: boolean } {
  const behind = new Map<number, number>()
  for (const { part, arcs } of cyclicParts(graph))
    for (const [from, to] of [
      [part.from, part.to],
      [part.to, part.from],
    ])
      for (const [row, size] of treeArcs(part.nodes, from, to)) {
        const known = behind.get(arcs[row]) ?? 0
        behind.set(arcs[row], Math.max(known, size))
      }
  const rows = [...behind.keys()].sort((a, b) => (behind.get(b) ?? 0) - (behind.get(a) ?? 0) || a - b)
  const most = Math.max(MOST_SINGLE, Math.floor(MOST_STEPS / (graph.nodes + graph.from.length)))
  return { rows: rows.slice(0, most), isComplete: rows.length <= most }
}

/** The arcs of the tree that spans all nodes from the first one, breadth first, and how many nodes are below each. */
function treeArcs(nodes: number, from: Int32Array, to: Int32Array): Map<number, number> {
  const out = groupRows(from, nodes)
  const arcTo = new Int32Array(nodes).fill(-1)
  const size = new Uint32Array(nodes).fill(1)
  const order = [0]
  for (const node of order)
    for (const arc of rowsOf(out, node)) {
      if (to[arc] === 0 || arcTo[to[arc]] >= 0) continue
      arcTo[to[arc]] = arc
      order.push(to[arc])
    }
  const below = new Map<number, number>()
  for (const node of order.reverse()) {
    if (node === 0) continue
    size[from[arcTo[node]]] += size[node]
    below.set(arcTo[node], size[node])
  }
  return below
}
