// Feedback arcs: arcs without which a graph has no cycle. Whichever they are, what is left can be put in an order in which
// all arcs lead forwards; and each order has its feedback arcs, those that lead backwards. So the least set is that of
// the best order.
//
// To find it is hard in general: all known ways try nearly all orders. That can be afforded for small cycles; for others
// a good order is looked for, see goodOrder.ts.

import { type Groups, groupRows, rowsOf } from '../../analyse/groupRows.ts'
import { contract } from './contract.ts'
import { backwardArcs, cyclicParts, type Digraph } from './digraph.ts'
import { goodOrder } from './goodOrder.ts'

/** Up to so many nodes the best order is found: 2 ** 18 sets of nodes are looked at. */
const MOST_FOR_BEST = 18

/** Arcs without which nothing is in a cycle. None could be kept, as far as there was time to try them. */
export interface FeedbackArcs {
  arcs: number[]
  /** Whether it is known that no other set weighs less. */
  isLeast: boolean
}

/**
 * Feedback arcs of little weight; the same for the same graph. Of the least weight where no cycle has more than 18 nodes
 * after it was contracted, else what a bounded search finds.
 */
export function feedbackArcs(graph: Digraph): FeedbackArcs {
  const found: FeedbackArcs = { arcs: [], isLeast: true }
  for (const { part, arcs } of cyclicParts(graph)) {
    const small = contract(part)
    for (const arc of small.cut) found.arcs.push(arcs[arc])
    for (const { part: core, arcs: bundles } of cyclicParts(small.graph)) {
      const isSmall = core.nodes <= MOST_FOR_BEST
      const cut = isSmall ? backwardArcs(core, bestOrder(core)) : withoutNeedless(core, goodOrder(core))
      for (const bundle of cut) for (const arc of small.arcs[bundles[bundle]]) found.arcs.push(arcs[arc])
      found.isLeast &&= isSmall
    }
  }
  return found
}

/**
 * The position of each node in an order whose backward arcs weigh least. What comes last of a set of nodes calls others
 * of the set backwards, whatever their order: so the best order of a set is that of a smaller one and one node more.
 */
function bestOrder(graph: Digraph): Uint32Array {
  const { nodes } = graph
  const weightInto = tabulateWeights(graph)
  const least = new Float64Array(1 << nodes)
  const last = new Uint8Array(1 << nodes)
  for (let set = 1; set < least.length; set++) {
    least[set] = Number.POSITIVE_INFINITY
    for (let node = 0; node < nodes; node++) {
      if (!(set & (1 << node))) continue
      const others = set ^ (1 << node)
      const weight = least[others] + weightInto(node, others)
      if (weight < least[set]) {
        least[set] = weight
        last[set] = node
      }
    }
  }
  const position = new Uint32Array(nodes)
  for (let set = least.length - 1, place = nodes - 1; place >= 0; place--) {
    position[last[set]] = place
    set ^= 1 << last[set]
  }
  return position
}

/** What arcs from a node into a set of nodes weigh, from a table for each half of the nodes. */
function tabulateWeights({ nodes, from, to, weight }: Digraph): (node: number, set: number) => number {
  const half = nodes >> 1
  const lowSets = 1 << half
  const highSets = 1 << (nodes - half)
  const single = new Float64Array(nodes * nodes)
  for (let arc = 0; arc < from.length; arc++) single[from[arc] * nodes + to[arc]] += weight[arc]
  const tabulate = (first: number, sets: number) => {
    const sums = new Float64Array(nodes * sets)
    for (let node = 0; node < nodes; node++)
      for (let set = 1; set < sets; set++) {
        const lowest = 31 - Math.clz32(set & -set)
        sums[node * sets + set] = sums[node * sets + (set & (set - 1))] + single[node * nodes + first + lowest]
      }
    return sums
  }
  const low = tabulate(0, lowSets)
  const high = tabulate(half, highSets)
  return (node, set) => low[node * lowSets + (set & (lowSets - 1))] + high[node * highSets + (set >> half)]
}

/** Visits of arcs that are spent on keeping what need not be cut. */
const MOST_STEPS = 5e6

/**
 * The backward arcs of an order without those that could be kept, the heaviest kept first: those whose callee leads back
 * to the caller by no other arcs that are kept. For each kept one the order is changed so that it leads forwards, which
 * limits the search for the next to what lies between its ends.
 */
function withoutNeedless(graph: Digraph, position: Float64Array): number[] {
  const { nodes, from, to, weight } = graph
  const cut = new Set(backwardArcs(graph, position))
  const out = groupRows(from, nodes)
  const into = groupRows(to, nodes)
  const seen = new Uint32Array(nodes)
  let visit = 0
  let steps = 0
  /** Nodes that kept arcs lead to from a node, one way or the other, as far as another in the order. */
  const reached = (start: number, arcsOf: Groups, other: Int32Array, last: number): number[] => {
    const found = [start]
    seen[start] = ++visit
    const [least, most] = [position[start], position[last]].sort((a, b) => a - b)
    for (const node of found)
      for (const arc of rowsOf(arcsOf, node)) {
        steps++
        const next = other[arc]
        if (cut.has(arc) || seen[next] === visit || position[next] < least || position[next] > most) continue
        seen[next] = visit
        found.push(next)
      }
    return found
  }
  const byPosition = (a: number, b: number) => position[a] - position[b]
  for (const arc of [...cut].sort((a, b) => weight[b] - weight[a] || a - b)) {
    if (steps > MOST_STEPS) break
    const [caller, callee] = [from[arc], to[arc]]
    const below = reached(callee, out, to, caller)
    if (seen[caller] === visit) continue
    const above = reached(caller, into, from, callee)
    const ordered = [...above.sort(byPosition), ...below.sort(byPosition)]
    const places = ordered.map(node => position[node]).sort((a, b) => a - b)
    ordered.forEach((node, i) => {
      position[node] = places[i]
    })
    cut.delete(arc)
  }
  return [...cut]
}
