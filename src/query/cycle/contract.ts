// A graph made smaller without a change to its least feedback arcs. Where a node has one caller only, all cycles through
// it take that one arc. If the arc weighs as much as all that leave the node, cutting those instead is no worse, so the
// arc may be held for kept, and the node for a part of its caller. The same holds where a node calls only one other.
//
//   a -> b x9, b -> c x2, b -> d x3      b is a part of a, which calls c x2 and d x3
//
// A ring shrinks to one node that calls itself; such an arc must be cut. Calls of programs are mostly like this: of the
// functions of a cycle, few are called by several others.

import type { Digraph } from './digraph.ts'

export interface Contracted {
  graph: Digraph
  /** By arc of the smaller graph, the arcs that it stands for. */
  arcs: number[][]
  /** Arcs that must be cut. */
  cut: number[]
}

/** Arcs between two nodes, as one. */
interface Bundle {
  weight: number
  arcs: number[]
}

/** Visits of bundles: to weigh them, or to move them to another node. What is not contracted by then stays as it is. */
const MOST_STEPS = 5e6

/** The smaller graph; its nodes are not those of the other. Each arc of a bundle is as needful as the others. */
export function contract({ nodes, from, to, weight }: Digraph): Contracted {
  const out = Array.from({ length: nodes }, () => new Map<number, Bundle>())
  const into = Array.from({ length: nodes }, () => new Map<number, Bundle>())
  const cut: number[] = []
  let steps = 0
  const add = (caller: number, callee: number, bundle: Bundle) => {
    const known = out[caller].get(callee)
    if (caller === callee) for (const arc of bundle.arcs) cut.push(arc)
    else if (known) {
      known.weight += bundle.weight
      for (const arc of bundle.arcs) known.arcs.push(arc)
    } else {
      out[caller].set(callee, bundle)
      into[callee].set(caller, bundle)
    }
  }
  for (let arc = 0; arc < from.length; arc++) add(from[arc], to[arc], { weight: weight[arc], arcs: [arc] })

  const sum = (bundles: ReadonlyMap<number, Bundle>) => {
    let all = 0
    steps += bundles.size
    for (const bundle of bundles.values()) all += bundle.weight
    return all
  }
  /** The node that this one is a part of, or -1: its only caller if it has one, its only callee. */
  const whole = (one: ReadonlyMap<number, Bundle>, others: ReadonlyMap<number, Bundle>): number => {
    if (one.size !== 1) return -1
    const [[node, bundle]] = one
    return bundle.weight >= sum(others) ? node : -1
  }
  const isGone = new Uint8Array(nodes)
  const pending = Array.from({ length: nodes }, (_, node) => nodes - 1 - node)
  for (let node = pending.pop(); node !== undefined && steps < MOST_STEPS; node = pending.pop()) {
    if (isGone[node]) continue
    const caller = whole(into[node], out[node])
    const callee = caller >= 0 ? -1 : whole(out[node], into[node])
    if (caller < 0 && callee < 0) continue
    isGone[node] = 1
    const [callers, callees] = [into[node], out[node]]
    steps += callers.size + callees.size
    for (const other of callers.keys()) out[other].delete(node)
    for (const other of callees.keys()) into[other].delete(node)
    if (caller >= 0) for (const [other, bundle] of callees) add(caller, other, bundle)
    else for (const [other, bundle] of callers) add(other, callee, bundle)
    for (const others of [callers, callees]) for (const other of others.keys()) pending.push(other)
  }
  return { ...numbered(out, isGone), cut }
}

function numbered(out: readonly ReadonlyMap<number, Bundle>[], isGone: Uint8Array) {
  let nodes = 0
  const place = Int32Array.from(isGone, gone => (gone ? -1 : nodes++))
  const from: number[] = []
  const to: number[] = []
  const weight: number[] = []
  const arcs: number[][] = []
  for (const [caller, callees] of out.entries())
    if (!isGone[caller])
      for (const [callee, bundle] of callees) {
        from.push(place[caller])
        to.push(place[callee])
        weight.push(bundle.weight)
        arcs.push(bundle.arcs)
      }
  const graph: Digraph = {
    nodes,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    weight: Float64Array.from(weight),
  }
  return { graph, arcs }
}
