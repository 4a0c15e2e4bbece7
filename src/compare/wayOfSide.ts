// How much of a function came along one way of the call graph of both, on one of the two sides: worked out as for the ways of
// a single profile (see `heaviestPaths`), from the figures of the side. What is one cycle in both need not be one there: the
// side divides at every call that leaves none of its own cycles.

import { type FunctionRow, NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { isRoot } from '../query/adjacency.ts'
import type { VisibleGraph } from '../query/graph/chooseGraph.ts'
import type { GraphPath } from '../query/heaviestPaths.ts'
import type { ComparedSides } from './compareSides.ts'

/** What came along a way: 0 where the side lacks the function or a call on its way, NaN where nobody knows. */
export type WayAmount = Pick<GraphPath, 'time' | 'calls'>

/** The part of a way's last function that came along it on one side, in the terms of {@link GraphPath}. O(functions + arcs). */
export function wayOfSide(
  both: Profile,
  { elided, sides }: Pick<VisibleGraph, 'elided' | 'sides'>,
  compared: ComparedSides,
  which: 'a' | 'b',
  path: GraphPath,
): WayAmount {
  const side = compared[which]
  const { caller, callee } = both.arcs
  const units = unitsOfSide(both, side)
  const { unitOf, size, received } = units
  const callsInto = (fn: FunctionRow) =>
    side.cycle[fn] === NO_CYCLE ? side.calls[fn] : units.entered[unitOf(fn)] || Number.NaN
  const partOf = (from: FunctionRow, to: FunctionRow): number => {
    const unit = unitOf(to)
    const arc = path.arcs.find(each => caller[each] === from && callee[each] === to)
    if (arc !== undefined) {
      if (size[unit] !== 0) return side.time[arc] / size[unit]
      return side.count[arc] / Math.max(callsInto(to) || 0, units.entered[unit]) || 0
    }
    const link = elided.findIndex(each => each.caller === from && each.callee === to)
    const isKnown = size[unit] !== 0 && !Number.isNaN(elided[link]?.time)
    return isKnown ? (sides?.[which].elided[link] ?? Number.NaN) / size[unit] : Number.NaN
  }
  const { functions } = path
  const [first] = functions
  const last = functions[functions.length - 1]
  const spontaneous = size[unitOf(first)] > 0 ? 1 - received[unitOf(first)] / size[unitOf(first)] : 1
  let share = isRoot(both, first) && spontaneous > 1e-9 ? spontaneous : 1
  for (let i = 1; i < functions.length; i++)
    if (unitOf(functions[i - 1]) !== unitOf(functions[i])) share *= partOf(functions[i - 1], functions[i])
  return { time: side.total[last] === 0 ? 0 : side.total[last] * share, calls: callsInto(last) * share }
}

/** The functions and cycles of a side, with all that comes into each from others: time, and calls. */
function unitsOfSide({ arcs, functions }: Profile, { cycle, total, time, count, hasArc }: ComparedSides['a']) {
  const unitOf = (fn: FunctionRow) => (cycle[fn] === NO_CYCLE ? fn : functions.length + cycle[fn])
  const [size, received, entered] = [0, 0, 0].map(() => new Float64Array(2 * functions.length))
  for (let fn = 0; fn < functions.length; fn++) size[unitOf(fn)] += total[fn]
  for (let arc = 0; arc < arcs.length; arc++) {
    if (!hasArc[arc] || arcs.caller[arc] === SPONTANEOUS) continue
    const to = unitOf(arcs.callee[arc])
    if (unitOf(arcs.caller[arc]) === to) continue
    received[to] += time[arc] || 0
    entered[to] += count[arc] || 0
  }
  return { unitOf, size, received, entered }
}
