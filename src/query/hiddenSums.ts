import { type ArcRow, type FunctionRow, type Profile, SPONTANEOUS } from '../profile.ts'
import { adjacencyOf, rowsOf } from './adjacency.ts'
import type { VisibleGraph } from './visibleGraph.ts'

/** What a shown function passes to callers, or receives from callees, by arcs that are not drawn. */
export interface HiddenSum {
  fn: FunctionRow
  side: 'callers' | 'callees'
  /** How many callers or callees. */
  functions: number
  /** In {@link Profile.unit}. */
  time: number
}

/** More would crowd out what they sum up. */
const MOST = 30

/**
 * The sums that would be shown if each were one function: those that reach the graph's minimum share. The heaviest
 * come first.
 */
export function hiddenSums(profile: Profile, graph: VisibleGraph): HiddenSum[] {
  const { arcs, total } = profile
  if (graph.of === 'calls' || !(total > 0)) return []
  const { callers, callees } = adjacencyOf(profile)
  const drawn = new Set(graph.arcs)
  const sumOf = (fn: FunctionRow, side: HiddenSum['side'], rows: Iterable<ArcRow>): HiddenSum => {
    const sum = { fn, side, functions: 0, time: 0 }
    for (const arc of rows) {
      const time = arcs.self[arc] + arcs.children[arc]
      // Calls within a cycle carry no time, and those of a function to itself neither.
      if (drawn.has(arc) || arcs.caller[arc] === SPONTANEOUS || Number.isNaN(time)) continue
      sum.functions++
      sum.time += time
    }
    return sum
  }
  return graph.functions
    .flatMap(fn => [sumOf(fn, 'callers', rowsOf(callers, fn)), sumOf(fn, 'callees', rowsOf(callees, fn))])
    .filter(({ functions, time }) => functions > 0 && time >= graph.minShare * total)
    .sort((a, b) => b.time - a.time || a.fn - b.fn)
    .slice(0, MOST)
}
