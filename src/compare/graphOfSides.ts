// The call graph of two profiles that are compared. What to show is chosen from the profile of both, but not by its times:
// of two runs of which one took ten times as long, the other would hardly count. Instead everything weighs as much as on
// the side where its share is the larger, so what matters on either side by itself is there.

import type { Profile } from '../profile.ts'
import { chooseGraph, type GraphOptions, type VisibleGraph } from '../query/graph/chooseGraph.ts'
import { type HiddenSum, hiddenSums } from '../query/graph/hiddenSums.ts'
import { residualsOf } from '../query/graph/residuals.ts'
import { type Weights, weightsOf } from '../query/graph/weights.ts'
import type { Side, Sides } from './bothProfiles.ts'

/** Chooses what to show of both. What a side has not is 0. `time` of its sums is what they weigh, as a part of all time of both. */
export function graphOfSides(both: Profile, sides: Sides, options: GraphOptions): VisibleGraph {
  const graph = chooseGraph(both, options, weightsOfSides(both, sides))
  const [a, b] = [timesOf(graph, sides.a), timesOf(graph, sides.b)]
  const share = (side: Side, time: number) => time / side.profile.total || 0
  return {
    ...graph,
    sums: graph.sums.map((sum, i) => ({
      ...sum,
      time: both.total * Math.max(share(sides.a, a.sums[i]), share(sides.b, b.sums[i])) || 0,
    })),
    sides: { a, b },
  }
}

/** Weights by the larger share of the two. What flows where is that of both. */
function weightsOfSides(both: Profile, { a, b }: Sides): Weights {
  const own = weightsOf(both)
  const larger = (
    length: number,
    rowsOf: (side: Side) => Int32Array,
    column: 'functionShare' | 'arcShare' | 'selfShare',
  ) => {
    const shares = new Float64Array(length)
    for (const side of [a, b]) {
      const weights = weightsOf(side.profile)
      if (weights.of !== own.of) continue // it has no time, and shares of calls are others
      const rows = rowsOf(side)
      for (let row = 0; row < length; row++)
        if (rows[row] >= 0) shares[row] = Math.max(shares[row], weights[column][rows[row]])
    }
    return shares
  }
  return {
    ...own,
    functionShare: larger(both.functions.length, side => side.fn, 'functionShare'),
    arcShare: larger(both.arcs.length, side => side.arc, 'arcShare'),
    selfShare: larger(both.functions.length, side => side.fn, 'selfShare'),
  }
}

function timesOf(graph: VisibleGraph, { profile, fn, arc }: Side) {
  const functions = graph.functions.map(row => fn[row]).filter(row => row >= 0)
  const place = new Map(functions.map((row, i) => [row, i]))
  const residuals = residualsOf(profile, functions)
  const passing = (caller: number, callee: number) => {
    const [from, to] = [place.get(fn[caller]), place.get(fn[callee])]
    return from === undefined || to === undefined ? 0 : residuals[from * functions.length + to]
  }
  const links = graph.elided.map(({ caller, callee }) => ({
    ...{ caller: fn[caller], callee: fn[callee] },
    time: passing(caller, callee),
  }))
  const arcs = graph.arcs.map(row => arc[row]).filter(row => row >= 0)
  const own = hiddenSums(profile, weightsOf(profile), functions, { arcs, elided: links })
  const keyOf = ({ fn, side }: Pick<HiddenSum, 'fn' | 'side'>) => `${side} ${fn}`
  const time = new Map(own.map(sum => [keyOf(sum), sum.time]))
  return {
    elided: Float64Array.from(links, link => link.time),
    sums: Float64Array.from(graph.sums, sum => time.get(keyOf({ ...sum, fn: fn[sum.fn] })) ?? 0),
  }
}
