// A good order of the nodes of a graph: one whose backward arcs weigh little. Nodes are taken away from the outside in
// (after Eades, Lin and Smyth), which gives a first order. Then each is moved to its best place among the others, until none has a better one. Where
// there is time left, a few nodes are thrown elsewhere and what is around them is moved again; what is no worse is kept.
// Always with the same "random" numbers, so that the same question has the same answer.

import { groupRows, rowsOf } from '../../analyse/groupRows.ts'
import type { Digraph } from './digraph.ts'

/** Visits of arcs: no more moves are begun then. */
const MOST_STEPS = { descent: 2e7, throws: 1e6 }
const THROWS_PER_NODE = 200
const MOST_THROWN = 4

/**
 * A position for each node, from 0, all different. O(arcs · log arcs) and at most 20 million visits of arcs, or 1 million where
 * the first places found were soon good.
 */
export function goodOrder(graph: Digraph): Float64Array {
  const { nodes } = graph
  const mover = moverOf(graph, orderByPeeling(graph))
  const { position } = mover
  mover.settle(position.keys(), MOST_STEPS.descent)
  const best = position.slice()
  const random = randomNumbers()
  for (let left = THROWS_PER_NODE * nodes; left > 0 && mover.steps() < MOST_STEPS.throws; left--) {
    const thrown = Array.from({ length: 1 + Math.floor(random() * MOST_THROWN) }, () => Math.floor(random() * nodes))
    let change = 0
    for (const node of thrown) change += mover.moveTo(node, position[Math.floor(random() * nodes)] + random() - 0.5)
    change += mover.settle(mover.around(thrown), MOST_STEPS.descent)
    if (change <= 0) best.set(position)
    else position.set(best)
  }
  return renumbered(best)
}

/**
 * From the outside in: nodes that nobody calls any more are put to the front, those that call nobody any more to the
 * end, and where there are none, to the front the one that calls most in relation to all calls that it takes part in.
 */
function orderByPeeling({ nodes, from, to, weight }: Digraph): Float64Array {
  const excess = new Float64Array(nodes)
  const all = new Float64Array(nodes)
  const callers = new Uint32Array(nodes)
  const callees = new Uint32Array(nodes)
  for (let arc = 0; arc < from.length; arc++) {
    excess[from[arc]] += weight[arc]
    excess[to[arc]] -= weight[arc]
    all[from[arc]] += weight[arc]
    all[to[arc]] += weight[arc]
    callees[from[arc]]++
    callers[to[arc]]++
  }
  const out = groupRows(from, nodes)
  const into = groupRows(to, nodes)
  const position = new Float64Array(nodes).fill(Number.NaN)
  let [front, end] = [0, nodes - 1]
  const loose: number[] = []
  const place = (node: number) => {
    if (!Number.isNaN(position[node])) return
    position[node] = callees[node] === 0 && callers[node] > 0 ? end-- : front++
    for (const arc of rowsOf(out, node)) if (--callers[to[arc]] === 0) loose.push(to[arc])
    for (const arc of rowsOf(into, node)) if (--callees[from[arc]] === 0) loose.push(from[arc])
  }
  for (const node of Uint32Array.from(all.keys()).sort((a, b) => excess[b] / all[b] - excess[a] / all[a] || a - b)) {
    place(node)
    for (let next = loose.pop(); next !== undefined; next = loose.pop()) place(next)
  }
  return position
}

function moverOf({ nodes, from, to, weight }: Digraph, position: Float64Array) {
  // Both ends of each arc, by node: what leaves it, then what enters it.
  const arcs = from.length
  const ends = groupRows(Int32Array.from([...from, ...to]), nodes)
  const other = Int32Array.from([...to, ...from])
  let steps = 0

  /** What the backward arcs of a node weigh where it is. */
  const backwardAt = (node: number) => {
    let sum = 0
    for (const end of rowsOf(ends, node)) {
      const isAhead = position[other[end]] > position[node]
      if (isAhead !== end < arcs) sum += weight[end % arcs]
    }
    return sum
  }
  /** Moves a node. Returns by how much the backward arcs weigh more then. */
  const moveTo = (node: number, place: number): number => {
    const before = backwardAt(node)
    position[node] = place
    return backwardAt(node) - before
  }
  const sorted: number[] = []
  /** Moves a node to where its backward arcs weigh least, if that is less than before. Returns the difference. */
  const improve = (node: number): number => {
    const row = rowsOf(ends, node)
    steps += row.length
    sorted.length = 0
    for (const end of row) sorted.push(end)
    sorted.sort((a, b) => position[other[a]] - position[other[b]])
    let change = 0 // of what is backward, compared with the place before all neighbours
    let now = 0
    let best = 0
    let place = 0
    for (let i = 0; i < sorted.length; i++) {
      const end = sorted[i]
      const at = position[other[end]]
      change += end < arcs ? weight[end] : -weight[end - arcs]
      if (at < position[node]) now = change
      const isGap = i + 1 === sorted.length || position[other[sorted[i + 1]]] > at
      if (change >= best || !isGap) continue
      best = change
      place = i + 1
    }
    if (best >= now) return 0
    const first = position[other[sorted[Math.max(0, place - 1)]]]
    const next = place < sorted.length ? position[other[sorted[place]]] : first + 2
    const middle = place === 0 ? first - 1 : (first + next) / 2
    if (middle === first || middle === next) {
      position.set(renumbered(position)) // halved too often
      return improve(node)
    }
    position[node] = middle
    return best - now
  }
  /** The other ends of the arcs of nodes, and these. */
  const around = function* (some: Iterable<number>): Generator<number> {
    for (const node of some) {
      yield node
      for (const end of rowsOf(ends, node)) yield other[end]
    }
  }
  const isWaiting = new Uint8Array(nodes)
  /** Improves nodes, and then those around the moved ones, until there is nothing to improve. Returns the difference. */
  const settle = (some: Iterable<number>, mostSteps: number): number => {
    let change = 0
    const waiting: number[] = []
    const wait = (others: Iterable<number>) => {
      for (const node of others) if (!isWaiting[node]) isWaiting[node] = waiting.push(node) && 1
    }
    wait(some)
    for (const node of waiting) {
      isWaiting[node] = 0
      const less = steps < mostSteps ? improve(node) : 0
      if (less < 0) wait(around([node]))
      change += less
    }
    return change
  }
  return { position, moveTo, around, settle, steps: () => steps }
}

/** Positions 0, 1, 2 … in the same order; equal ones by row. */
function renumbered(position: Float64Array): Float64Array {
  const order = Uint32Array.from(position.keys()).sort((a, b) => position[a] - position[b] || a - b)
  const numbered = new Float64Array(position.length)
  order.forEach((node, place) => {
    numbered[node] = place
  })
  return numbered
}

/** Numbers in 0..1, always the same ones. */
function randomNumbers(): () => number {
  let state = 1
  return () => {
    state = (state * 48271) % 0x7fffffff
    return state / 0x7fffffff
  }
}
