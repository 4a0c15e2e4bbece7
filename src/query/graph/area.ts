// Out of which part of a call graph the picture is chosen: all of it, or what lies so many calls around one function;
// without what was folded away in either case.

import { type FunctionRow, type Profile, SPONTANEOUS } from '../../profile.ts'
import { adjacencyOf, rowsOf } from '../adjacency.ts'
import { followSpine, type Spine, spineToRoots } from './spine.ts'
import type { Weights } from './weights.ts'

/** A function, and how many calls away from it others may be, counted from 0. */
export interface Around {
  fn: FunctionRow
  callers: number
  callees: number
}

/** Columns over functions. */
export interface Area {
  /** 0 for what is folded away: functions to which each way from a root leads through a folded one. */
  unfolded: Uint8Array
  /** 1 for the functions to choose from. */
  inside: Uint8Array
  /** What holds those inside together. */
  spine: Spine
  /** Where the spine of a function ends: at a root, or in the middle. -1 for what hangs on nothing here. */
  foot: Int32Array
  /** What a function weighs here, 0..1. */
  share: Float64Array
  /** The function that this is the part around; -1 for the whole. */
  middle: FunctionRow
}

/** The whole call graph, but for what is folded away. O(functions + arcs). */
export function wholeArea(profile: Profile, weights: Weights, folded: readonly FunctionRow[]): Area {
  const spine = spineToRoots(profile, weights)
  const roots: FunctionRow[] = []
  for (let fn = 0; fn < spine.length; fn++) if (spine[fn] < 0) roots.push(fn)
  const unfolded =
    folded.length === 0
      ? new Uint8Array(spine.length).fill(1)
      : walk(profile, weights, { from: roots, side: 'callees', depth: Number.POSITIVE_INFINITY, folded }).reached
  const foot = followSpine(profile, spine, new Uint8Array(spine.length))
  return { unfolded, inside: unfolded, spine, foot, share: weights.functionShare, middle: -1 }
}

/**
 * What lies around one function. The others weigh as much as the ways of the fewest calls make of the middle's time:
 * malloc is heavy, but below this function it may be next to nothing. O(functions + arcs).
 */
export function areaAround(
  profile: Profile,
  weights: Weights,
  folded: readonly FunctionRow[],
  { fn, callers, callees }: Around,
): Area {
  const up = walk(profile, weights, { from: [fn], side: 'callers', depth: callers, folded: [] })
  const down = walk(profile, weights, { from: [fn], side: 'callees', depth: callees, folded })
  const inside = up.reached.map((reached, row) => reached | down.reached[row])
  const spine = down.arc.map((arc, row) => (down.reached[row] ? arc : up.arc[row]))
  const { unfolded } = wholeArea(profile, weights, folded)
  return {
    unfolded: unfolded.map((is, row) => is | inside[row]),
    inside,
    spine,
    foot: Int32Array.from(inside, is => (is ? fn : -1)),
    share: up.share.map((share, row) => Math.max(share, down.share[row])),
    middle: fn,
  }
}

interface Walk {
  from: readonly FunctionRow[]
  side: 'callers' | 'callees'
  depth: number
  /** Where the walk goes no further. */
  folded: readonly FunctionRow[]
}

/** Breadth first. `arc` is the one by which the most time of the start reaches a function in the fewest steps. */
function walk(profile: Profile, { functionShare, arcShare }: Weights, { from, side, depth, folded }: Walk) {
  const { arcs } = profile
  const next = side === 'callees' ? arcs.callee : arcs.caller
  const adjacent = adjacencyOf(profile)[side]
  const isEnd = new Set(folded)
  const steps = new Float64Array(functionShare.length).fill(Number.POSITIVE_INFINITY)
  const arc = new Int32Array(functionShare.length).fill(-1)
  const most = new Float64Array(functionShare.length).fill(-1)
  const share = new Float64Array(functionShare.length)
  const queue = [...from]
  for (const fn of from) {
    steps[fn] = 0
    share[fn] = functionShare[fn]
  }
  for (let i = 0; i < queue.length; i++) {
    const fn = queue[i]
    if (steps[fn] >= depth || isEnd.has(fn)) continue
    const kept = Math.min(1, share[fn] / functionShare[fn] || 0)
    for (const row of rowsOf(adjacent, fn)) {
      const to = next[row]
      if (to === SPONTANEOUS || steps[to] <= steps[fn]) continue
      if (steps[to] === Number.POSITIVE_INFINITY) {
        steps[to] = steps[fn] + 1
        queue.push(to)
      }
      share[to] += kept * arcShare[row]
      if (kept * arcShare[row] <= most[to]) continue
      most[to] = kept * arcShare[row]
      arc[to] = row
    }
  }
  return { reached: Uint8Array.from(steps, count => Number(count < Number.POSITIVE_INFINITY)), arc, share }
}
