// Few paths that have together what is left of many. Time flows down a call graph from its roots and is lost only where
// it was spent; so it does in any set of call paths, and so in what is left when such a set is taken away. A flow can be
// taken apart into as many paths as there are steps and ends at most: follow steps that have something left, take the
// least that is left on any of them, and one at least is used up.
//
//   a and b call f, and f calls g1 … g50: of the hundred ways some fifty are taken. Each g and each call then has the sum
//   it should have; whether it was by way of a or of b is arbitrary.

import type { CallTree } from '../query/callTree.ts'

/** What is left of a call tree's time: of each step, and of what each node spent itself. Must flow as said above. */
export interface Leftover {
  steps: Float64Array
  own: Float64Array
}

/** Nodes from a root down, and what was spent at the last of them. */
export interface JoinedPath {
  nodes: number[]
  amount: number
}

/** Takes all that is left, path by path, but for what is less than `least`, the dust of binary sums. */
export function* joinedPaths(tree: CallTree, { steps, own }: Leftover, least: number): Generator<JoinedPath> {
  /** The first step of each node that may have something left. */
  const next = tree.start.slice()
  const openStep = (node: number) => {
    while (next[node] < tree.start[node + 1] && steps[next[node]] <= least) next[node]++
    return next[node] < tree.start[node + 1] ? next[node] : -1
  }
  for (;;) {
    const way: number[] = []
    let amount = Number.POSITIVE_INFINITY
    let node = tree.everything
    for (let step = openStep(node); step >= 0; step = openStep(node)) {
      way.push(step)
      amount = Math.min(amount, steps[step])
      node = tree.to[step]
    }
    if (way.length === 0) return
    // Where nothing is left to be spent it is dust that led here, and ends here.
    if (own[node] > least) amount = Math.min(amount, own[node])
    own[node] -= amount
    for (const step of way) steps[step] -= amount
    yield { nodes: way.map(step => tree.to[step]), amount }
  }
}
