// Why functions form a cycle: the fewest of them that call one another in turn.

import { type FunctionRow, type Profile, SPONTANEOUS } from '../profile.ts'
import { adjacencyOf, rowsOf } from '../query/adjacency.ts'

/** Calls looked at for loops of three and more, so that no cycle takes long: enough to try each of some hundred members. */
const MOST_STEPS = 1e5

interface Step {
  fn: FunctionRow
  name: string
  /** Of the next one in the loop. */
  calls: number
}

/**
 * The shortest loop among members of a cycle; of equal ones that of the member that comes first. Pairs that call each
 * other are always found, longer loops from as many members as can be tried, which in a large cycle are not all.
 */
export function shortestLoop(profile: Profile, members: readonly FunctionRow[]): Step[] {
  const { functions, arcs } = profile
  const { callees, callers } = adjacencyOf(profile)
  const isMember = new Uint8Array(functions.length)
  for (const fn of members) isMember[fn] = 1
  /** By member: the search that reached it last, and the arc it came by. */
  const reachedBy = new Int32Array(functions.length).fill(-1)
  const cameBy = new Int32Array(functions.length)
  let best = pairAmong()
  let steps = 0
  for (const start of best.length > 0 ? [] : members) {
    const loop = loopThrough(start)
    if (loop.length > 0 && (best.length === 0 || loop.length < best.length)) best = loop
    if (best.length === 3 || steps > MOST_STEPS) break
  }
  return best.map(arc => ({
    fn: arcs.caller[arc],
    name: functions.name[arcs.caller[arc]],
    calls: arcs.count[arc],
  }))

  /** The arcs of the first two members that call each other. O(arcs). */
  function pairAmong(): number[] {
    const arcTo = new Int32Array(functions.length)
    const calledBy = new Int32Array(functions.length).fill(-1)
    for (const fn of members) {
      for (const arc of rowsOf(callees, fn)) {
        if (arcs.count[arc] === 0) continue
        calledBy[arcs.callee[arc]] = fn
        arcTo[arcs.callee[arc]] = arc
      }
      for (const arc of rowsOf(callers, fn)) {
        const other = arcs.caller[arc]
        if (other < 0 || other === fn || calledBy[other] !== fn || !isMember[other] || arcs.count[arc] === 0) continue
        return [arcTo[other], arc]
      }
    }
    return []
  }

  /** Breadth first, to no more steps than the best loop so far has. */
  function loopThrough(start: FunctionRow): number[] {
    const queue = [start]
    const depth = [0]
    reachedBy[start] = start
    for (let i = 0; i < queue.length; i++) {
      if (best.length > 0 && depth[i] + 1 >= best.length) return []
      for (const arc of rowsOf(callees, queue[i])) {
        steps++
        const to = arcs.callee[arc]
        if (arcs.caller[arc] === SPONTANEOUS || to === queue[i] || !isMember[to] || arcs.count[arc] === 0) continue
        if (to === start) return pathTo(queue[i], start, arc)
        if (reachedBy[to] === start) continue
        reachedBy[to] = start
        cameBy[to] = arc
        queue.push(to)
        depth.push(depth[i] + 1)
      }
    }
    return []
  }

  function pathTo(fn: FunctionRow, start: FunctionRow, last: number): number[] {
    const path = [last]
    for (let at = fn; at !== start; at = arcs.caller[cameBy[at]]) path.push(cameBy[at])
    return path.reverse()
  }
}
