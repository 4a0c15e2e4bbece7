// Time flows from callees to callers, in proportion to calls: a caller that made a third of the calls gets a third of
// the callee's time, its own and what it inherited. That is gprof's one assumption (every call to g costs the average
// call to g) and all that counts of pairs can support.
//
// A cycle is treated as one function: its members' self times are added up, calls from outside divide it among the
// callers, and calls among its members carry no time at all. (Formulae: cg_arcs.c of GNU gprof, `propagate_time`.)

import { NO_CYCLE, SPONTANEOUS } from '../profile.ts'
import { groupRows } from '../query/adjacency.ts'
import type { Membership } from './findCycles.ts'

export interface Calls {
  caller: Int32Array
  callee: Int32Array
  count: Float64Array
}

/** The derived columns of the three tables; see `profile.ts` for what each means. */
export interface Propagated {
  children: Float64Array
  arcSelf: Float64Array
  arcChildren: Float64Array
  cycleSelf: Float64Array
  cycleChildren: Float64Array
  cycleCalls: Float64Array
  innerCalls: Float64Array
}

/**
 * Passes every function's time up to its callers, callees first. Self times may be NaN (not known), which then holds
 * for all that depends on them. The call graph between functions and whole cycles must have no loop left, which is so
 * whenever `membership` comes from `findCycles` over the same arcs.
 */
export function propagateTime(self: Float64Array, calls: Calls, membership: Membership): Propagated {
  const functions = self.length
  const { caller, callee, count } = calls
  const { cycle, cycles } = membership
  // A unit is a function in no cycle, or a cycle: functions first, then cycles.
  const unitOf = (fn: number) => (cycle[fn] === NO_CYCLE ? fn : functions + cycle[fn])
  const units = functions + cycles

  const unitSelf = new Float64Array(units)
  unitSelf.set(self)
  for (let fn = 0; fn < functions; fn++) if (cycle[fn] !== NO_CYCLE) unitSelf[functions + cycle[fn]] += self[fn]

  const unitCalls = new Float64Array(units)
  const innerCalls = new Float64Array(cycles)
  const fromUnit = new Int32Array(caller.length).fill(-1) // -1: carries no time
  for (let arc = 0; arc < caller.length; arc++) {
    if (caller[arc] === SPONTANEOUS) continue
    const from = unitOf(caller[arc])
    const to = unitOf(callee[arc])
    if (from !== to) {
      fromUnit[arc] = from
      unitCalls[to] += count[arc]
    } else if (caller[arc] !== callee[arc]) innerCalls[from - functions] += count[arc]
  }

  const out = groupRows(fromUnit, units)
  const unitChildren = new Float64Array(units)
  const children = new Float64Array(functions)
  const arcSelf = new Float64Array(caller.length).fill(Number.NaN)
  const arcChildren = new Float64Array(caller.length).fill(Number.NaN)
  for (const unit of calleesFirst(units, callee, unitOf, out.start, out.rows)) {
    for (let i = out.start[unit]; i < out.start[unit + 1]; i++) {
      const arc = out.rows[i]
      const to = unitOf(callee[arc])
      const share = unitCalls[to] > 0 ? count[arc] / unitCalls[to] : 0
      arcSelf[arc] = unitSelf[to] * share
      arcChildren[arc] = unitChildren[to] * share
      const passed = arcSelf[arc] + arcChildren[arc]
      unitChildren[unit] += passed
      if (unit >= functions) children[caller[arc]] += passed
    }
    if (unit < functions && cycle[unit] === NO_CYCLE) children[unit] = unitChildren[unit]
  }
  for (let arc = 0; arc < caller.length; arc++) {
    if (caller[arc] !== SPONTANEOUS) continue
    arcSelf[arc] = unitSelf[unitOf(callee[arc])]
    arcChildren[arc] = unitChildren[unitOf(callee[arc])]
  }
  return {
    children,
    arcSelf,
    arcChildren,
    cycleSelf: unitSelf.slice(functions),
    cycleChildren: unitChildren.slice(functions),
    cycleCalls: unitCalls.slice(functions),
    innerCalls,
  }
}

/** Units in an order in which each comes after all that it calls. (Members of cycles are units that call nothing.) */
function calleesFirst(
  units: number,
  callee: Int32Array,
  unitOf: (fn: number) => number,
  start: Uint32Array,
  arcs: Uint32Array,
): Uint32Array {
  const order = new Uint32Array(units)
  const seen = new Uint8Array(units)
  const nextArc = start.slice(0, units)
  const path: number[] = []
  let placed = 0
  for (let root = 0; root < units; root++) {
    if (seen[root]) continue
    seen[root] = 1
    path.push(root)
    while (path.length > 0) {
      const unit = path[path.length - 1]
      if (nextArc[unit] < start[unit + 1]) {
        const to = unitOf(callee[arcs[nextArc[unit]++]])
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
