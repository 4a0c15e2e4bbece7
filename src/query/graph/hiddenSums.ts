// What is left out at a function, added up, so that nothing vanishes: what flows into a shown function by drawn arcs, by
// dashed edges, by this sum and from spontaneous callers is what its entry says, and likewise what flows out.

import { type ArcRow, type FunctionRow, type Profile, SPONTANEOUS } from '../../profile.ts'
import { adjacencyOf, rowsOf } from '../adjacency.ts'
import type { ChosenEdges } from './chooseEdges.ts'
import type { Weights } from './weights.ts'

/** What a shown function passes to callers, or receives from callees, beside all edges that are drawn. */
export interface HiddenSum {
  fn: FunctionRow
  side: 'callers' | 'callees'
  /** How many callers or callees, each by one arc; of the time of some a part may be in a dashed edge. */
  functions: number
  /** In {@link Profile.unit}, without what dashed edges carry. 0 for calls within a cycle, and where none is known. */
  time: number
  /** Calls by these arcs. */
  calls: number
}

/** Sums of all that is hidden at the functions given, callers before callees for each. O(arcs of these functions). */
export function hiddenSums(
  profile: Profile,
  { of, carried }: Weights,
  functions: readonly FunctionRow[],
  { arcs, elided }: ChosenEdges,
): HiddenSum[] {
  const { caller, callee, count } = profile.arcs
  const { callers, callees } = adjacencyOf(profile)
  const drawn = new Set(arcs)
  const dashedIn = new Map<FunctionRow, number>()
  const dashedOut = new Map<FunctionRow, number>()
  for (const link of elided) {
    dashedIn.set(link.callee, (dashedIn.get(link.callee) ?? 0) + (link.time || 0))
    dashedOut.set(link.caller, (dashedOut.get(link.caller) ?? 0) + (link.time || 0))
  }
  const sumOf = (fn: FunctionRow, side: HiddenSum['side'], rows: Iterable<ArcRow>, dashed: number): HiddenSum => {
    const sum = { fn, side, functions: 0, time: 0, calls: 0 }
    const untimed = { functions: 0, calls: 0 }
    for (const arc of rows) {
      if (drawn.has(arc) || caller[arc] === SPONTANEOUS || caller[arc] === callee[arc]) continue
      sum.functions++
      sum.calls += count[arc] || 0
      if (of === 'time') sum.time += carried[arc]
      if (carried[arc] > 0) continue
      untimed.functions++
      untimed.calls += count[arc] || 0
    }
    // Additions in another order: what is left of nothing is nothing.
    const left = sum.time - dashed
    if (dashed > 0 && left <= 1e-9 * sum.time) return { ...sum, ...untimed, time: 0 }
    return { ...sum, time: left }
  }
  return functions
    .flatMap(fn => [
      sumOf(fn, 'callers', rowsOf(callers, fn), dashedIn.get(fn) ?? 0),
      sumOf(fn, 'callees', rowsOf(callees, fn), dashedOut.get(fn) ?? 0),
    ])
    .filter(sum => sum.functions > 0)
}

/** More would crowd out what they sum up. */
const MOST_SUMS = 30

/** The sums that would be shown if each were one function. The heaviest come first. */
export const heaviestSums = (
  { total }: Pick<Profile, 'total'>,
  { sums, minShare }: { sums: readonly HiddenSum[]; minShare: number },
): HiddenSum[] =>
  sums
    .filter(({ time }) => time > 0 && time >= minShare * total)
    .sort((a, b) => b.time - a.time || a.fn - b.fn)
    .slice(0, MOST_SUMS)
