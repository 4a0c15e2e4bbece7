// Ways down the drawn call graph to a function, and how much of its time came along each.
//
// gprof knows no ways, only arcs. As in the flame chart, a call is taken to cost the same whatever way led to it, so
// that going up from a function, the part of its time that came by an arc is divided on as all time of the caller is:
//
//   time(way to f) = total(f) × Π time(arc) / total(callee of arc)
//
//   main -> a x1, b x3, a -> f x1, b -> f x1, f 4     2 s came by a and 2 s by b, and so they came by main, a, f.
//
// Where a function has no time, its calls are divided instead, by count. No step makes the product more, so of the ways
// above a function one is the heaviest, worked out for each function from the roots on. A search that always goes on
// with what can still become the most then meets the ways in their order, and goes astray nowhere.
//
// A cycle is one step, by the arc that enters it. How time went on among its members is not known, so the fewest steps
// to the one that leaves it will do.

import { type ArcRow, type FunctionRow, type Profile, SPONTANEOUS } from '../profile.ts'
import { boundsOf } from './bounds.ts'
import { callsInto, type DrawnEdges, type Entrance, entrancesOf } from './entrances.ts'
import { flowOf } from './flow.ts'
import type { ElidedLink } from './graph/chooseEdges.ts'

/** A way down the drawn call graph. */
export interface GraphPath {
  /** From a root to the function asked for, both included. It begins later where the drawing does. */
  functions: FunctionRow[]
  /** The arcs between them, and the links where functions are hidden. */
  arcs: ArcRow[]
  elided: ElidedLink[]
  /**
   * How much of the function's total came this way, in {@link Profile.unit}; of a member of a cycle, of its own part
   * in the cycle. NaN where that is not known.
   */
  time: number
  /**
   * How many of its calls came this way, or of those into its cycle, if they are divided like the time. It tells ways
   * apart where there is no time. NaN where no calls are known.
   */
  calls: number
  /** Lower and upper limit of the time (see `Bounds`): 0 and more unless each step holds all calls of its callee. */
  certain: number
  most: number
}

/** More ways are not looked for. */
const MOST_PATHS = 1000

/**
 * The heaviest ways to a function in what is drawn, by falling time; by calls where there is no time; last those of
 * which nothing is known. At least one, at most `count` and 1000. Together they have no more than the function's total:
 * the rest came by ways that are not drawn or not asked for.
 *
 * O(drawn functions × drawn edges + count × length of a way × (edges into a function + count)).
 */
export function heaviestPaths(profile: Profile, graph: DrawnEdges, fn: FunctionRow, count: number): GraphPath[] {
  const wanted = Math.max(1, Math.min(MOST_PATHS, count))
  const entrances = entrancesOf(profile, graph, fn)
  const best = bestShares(entrances)
  const found: Way[] = []
  // Heaviest first. Each leads to a way of its own, so there need be no more of them than ways are wanted.
  const pending: Way[] = [{ top: fn, entrance: null, below: null, share: 1, most: 1 }]
  while (found.length < wanted) {
    const way = pending.shift()
    if (!way) break
    if (way.top === SPONTANEOUS) found.push(way)
    for (const entrance of entrances.get(way.top) ?? []) {
      const share = way.share * entrance.share
      const most = share * (best.get(entrance.caller) ?? 1)
      let place = pending.length
      while (place > 0 && pending[place - 1].most < most) place--
      pending.splice(place, 0, { top: entrance.caller, entrance, below: way, share, most })
    }
    pending.length = Math.min(pending.length, wanted - found.length)
  }
  return found.map(way => pathOf(profile, fn, way))
}

/** A way as far up as it has been followed; {@link SPONTANEOUS} is the top of one that ends. */
interface Way {
  top: FunctionRow
  /** By which it came from the top of `below` to this one. */
  entrance: Entrance | null
  below: Way | null
  share: number
  /** The share of the heaviest way that this one can become. */
  most: number
}

/** By function, the share of the heaviest way that leads to it. */
function bestShares(entrances: ReadonlyMap<FunctionRow, readonly Entrance[]>): Map<FunctionRow, number> {
  const best = new Map<FunctionRow, number>()
  for (const [fn, into] of entrances)
    best.set(fn, Math.max(...into.map(({ caller, share }) => share * (best.get(caller) ?? 1))))
  return best
}

function pathOf(profile: Profile, fn: FunctionRow, way: Way): GraphPath {
  const { functions } = profile
  const { certain, most } = boundsOf(profile)
  const size = flowOf(profile).size[fn]
  const path: GraphPath = { functions: [], arcs: [], elided: [], time: 0, calls: 0, certain: 0, most: 0 }
  let isKnown = true
  let isSole = true
  for (let step: Way | null = way; step?.entrance; step = step.below) {
    isKnown &&= step.entrance.isKnown
    isSole &&= step.entrance.isSole
    for (const { caller, arc, link } of step.entrance.edges) {
      path.functions.push(caller)
      if (link) path.elided.push(link)
      else path.arcs.push(arc)
    }
  }
  path.functions.push(fn)
  if (size > 0) path.time = isKnown ? size * way.share : Number.NaN
  else path.time = 0 * (functions.self[fn] + functions.children[fn]) // 0 is said, or nothing
  path.calls = isKnown ? callsInto(profile, fn) * way.share : Number.NaN
  path.certain = isSole ? Math.min(certain[fn], path.time) : 0 * path.time
  path.most = path.time + Math.max(0, most[fn] - path.time)
  return path
}
