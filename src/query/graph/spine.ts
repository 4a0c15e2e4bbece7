// What holds the picture together. Each function hangs by one arc on a function next to it, its heaviest caller, that one
// on its own, and so on up to a root: the spine. Whatever is chosen to be shown, following the spine over what is hidden
// leads to something shown, so nothing hangs in the air, and the heaviest way to each function is always in the picture.

import { type ArcRow, type FunctionRow, NO_CYCLE, type Profile, SPONTANEOUS } from '../../profile.ts'
import { adjacencyOf, rowsOf } from '../adjacency.ts'
import { flowOf } from '../flow.ts'
import type { Weights } from './weights.ts'

/** For each function the arc by which it hangs on its neighbour at the other end; -1 for a root. There are no loops. */
export type Spine = Int32Array

/** The function on which another one hangs; -1 for none. */
export function hangsOn({ arcs }: Pick<Profile, 'arcs'>, spine: Spine, fn: FunctionRow): FunctionRow {
  const arc = spine[fn]
  if (arc < 0) return -1
  return arcs.callee[arc] === fn ? arcs.caller[arc] : arcs.callee[arc]
}

/**
 * The spine by which each function hangs on the caller that takes most of its time. A cycle as one hangs on the heaviest
 * caller from outside; its members hang on one another, the fewest steps from the one that this caller calls.
 * O(functions + arcs).
 */
export function spineToRoots(profile: Profile, { arcShare }: Weights): Spine {
  const { functions, arcs } = profile
  const { units } = flowOf(profile)
  const { callees } = adjacencyOf(profile)
  const rank = new Uint32Array(units.count)
  for (let i = 0; i < units.count; i++) rank[units.calleesFirst[i]] = i

  const spine: Spine = new Int32Array(functions.length).fill(-1)
  const entrance = new Int32Array(profile.cycles.length).fill(-1)
  const heavier = (arc: ArcRow, than: ArcRow) =>
    than < 0 ||
    arcShare[arc] > arcShare[than] ||
    (arcShare[arc] === arcShare[than] && (arcs.count[arc] || 0) > (arcs.count[than] || 0))
  const called = new Uint8Array(functions.length)
  const entered = new Int32Array(profile.cycles.length).fill(-1)
  for (let arc = 0; arc < arcs.length; arc++) {
    const to = arcs.callee[arc]
    const cycle = functions.cycle[to]
    if (arcs.caller[arc] === SPONTANEOUS) {
      if (cycle !== NO_CYCLE && entrance[cycle] < 0) entrance[cycle] = to
      continue
    }
    if (arcs.caller[arc] !== to) called[to] = 1
    // An edited listing may hold loops that it does not call cycles: what closes one holds nothing.
    if (rank[units.of[to]] >= rank[units.of[arcs.caller[arc]]]) continue
    if (heavier(arc, spine[to])) spine[to] = arc
    if (cycle !== NO_CYCLE && heavier(arc, entered[cycle])) {
      entered[cycle] = arc
      entrance[cycle] = to
    }
  }

  // Members of a cycle hang on one another, beginning where it is entered. In a listing with holes some may not be
  // reached from there: then other ways into the cycle count, members that nobody is known to call, and in the end any.
  const reached = new Uint8Array(functions.length)
  const hangMembers = (from: FunctionRow) => {
    if (functions.cycle[from] === NO_CYCLE || reached[from]) return
    reached[from] = 1
    const queue = [from]
    for (let next = 0; next < queue.length; next++)
      for (const arc of rowsOf(callees, queue[next])) {
        const to = arcs.callee[arc]
        if (functions.cycle[to] !== functions.cycle[from] || reached[to]) continue
        reached[to] = 1
        spine[to] = arc
        queue.push(to)
      }
  }
  for (const fn of entrance) if (fn >= 0) hangMembers(fn)
  for (let fn = 0; fn < spine.length; fn++) if (spine[fn] >= 0) hangMembers(fn)
  for (let fn = 0; fn < spine.length; fn++) if (!called[fn]) hangMembers(fn)
  for (let fn = 0; fn < spine.length; fn++) hangMembers(fn)
  return spine
}

/** Where following the spine from each function ends: at itself or the first one that stops it, else at a root. O(functions). */
export function followSpine(profile: Profile, spine: Spine, stops: Uint8Array): Int32Array {
  const end = new Int32Array(spine.length).fill(-1)
  const path: FunctionRow[] = []
  for (let fn = 0; fn < spine.length; fn++) {
    let at = fn
    while (end[at] < 0 && !stops[at] && spine[at] >= 0) {
      path.push(at)
      at = hangsOn(profile, spine, at)
    }
    const found = end[at] < 0 ? at : end[at]
    end[at] = found
    for (const passed of path) end[passed] = found
    path.length = 0
  }
  return end
}
