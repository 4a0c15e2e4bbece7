// To the flow of time a cycle is one function. A unit is either: a function that is in no cycle, or a cycle. Between
// units there are no loops, so time can be passed along in one sweep.

import { NO_CYCLE, SPONTANEOUS } from '../profile.ts'
import type { Membership } from './findCycles.ts'
import { type Groups, groupRows } from './groupRows.ts'

export interface Units {
  /** Functions first, then cycles; a function in a cycle has a unit of its own too, which nothing enters or leaves. */
  count: number
  /** Unit of each function. */
  of: Int32Array
  /** Arcs that leave each unit for another one: calls within a cycle, self calls and spontaneous arcs are in none. */
  callees: Groups
  /** All units, each after those it calls. */
  calleesFirst: Uint32Array
}

/** Units of a call graph. O(functions + arcs), from an explicit stack. */
export function unitsOf(arcs: { caller: Int32Array; callee: Int32Array }, { cycle, cycles }: Membership): Units {
  const functions = cycle.length
  const count = functions + cycles
  const of = cycle.map((c, fn) => (c === NO_CYCLE ? fn : functions + c))
  const leaves = arcs.caller.map((caller, arc) =>
    caller === SPONTANEOUS || of[caller] === of[arcs.callee[arc]] ? -1 : of[caller],
  )
  const callees = groupRows(leaves, count)
  return { count, of, callees, calleesFirst: sortCalleesFirst(count, arcs.callee, of, callees) }
}

/** Depth-first post-order. */
function sortCalleesFirst(count: number, callee: Int32Array, of: Int32Array, { start, rows }: Groups): Uint32Array {
  const order = new Uint32Array(count)
  const seen = new Uint8Array(count)
  const nextArc = start.slice(0, count)
  const path: number[] = []
  let placed = 0
  for (let root = 0; root < count; root++) {
    if (seen[root]) continue
    seen[root] = 1
    path.push(root)
    while (path.length > 0) {
      const unit = path[path.length - 1]
      if (nextArc[unit] < start[unit + 1]) {
        const to = of[callee[rows[nextArc[unit]++]]]
        if (seen[to]) continue
        seen[to] = 1
        path.push(to)
      } else {
        path.pop()
        order[placed++] = unit
      }
    }
  }
  return order
}
