// Time flows from callees to callers, in proportion to calls: a caller that made a third of the calls gets a third of
// the callee's time, its own and what it inherited. That is gprof's one assumption (every call to g costs the average
// call to g) and all that counts of pairs can support.
//
// A cycle is treated as one function: its members' self times are added up, calls from outside divide it among the
// callers, and calls among its members carry no time at all. (Formulae: cg_arcs.c of GNU gprof, `propagate_time`.)

import { NO_CYCLE, SPONTANEOUS } from '../profile.ts'
import type { Membership } from './findCycles.ts'
import { unitsOf } from './units.ts'

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
 *
 * @param given By arc: the time that passes along it, where that is known otherwise, since of the callee's own callees
 *   nothing is; else NaN. What comes into such a callee beyond its self time is its children time.
 */
export function propagateTime(
  self: Float64Array,
  calls: Calls,
  membership: Membership,
  given: Float64Array = new Float64Array(calls.caller.length).fill(Number.NaN),
): Propagated {
  const functions = self.length
  const { caller, callee, count } = calls
  const { cycle, cycles } = membership
  const units = unitsOf(calls, membership)

  const unitSelf = new Float64Array(units.count)
  unitSelf.set(self)
  for (let fn = 0; fn < functions; fn++) if (cycle[fn] !== NO_CYCLE) unitSelf[units.of[fn]] += self[fn]

  const unitCalls = new Float64Array(units.count)
  const innerCalls = new Float64Array(cycles)
  for (let arc = 0; arc < caller.length; arc++) {
    if (caller[arc] === SPONTANEOUS || caller[arc] === callee[arc]) continue
    const to = units.of[callee[arc]]
    if (units.of[caller[arc]] !== to) unitCalls[to] += count[arc]
    else innerCalls[to - functions] += count[arc]
  }

  const unitChildren = new Float64Array(units.count)
  const children = new Float64Array(functions)
  const arcSelf = new Float64Array(caller.length).fill(Number.NaN)
  const arcChildren = new Float64Array(caller.length).fill(Number.NaN)
  const { start, rows } = units.callees
  for (const unit of units.calleesFirst) {
    for (let i = start[unit]; i < start[unit + 1]; i++) {
      const arc = rows[i]
      const to = units.of[callee[arc]]
      const share = unitCalls[to] > 0 ? count[arc] / unitCalls[to] : 0
      arcSelf[arc] = unitSelf[to] * share
      arcChildren[arc] = unitChildren[to] * share
      const passed = Number.isNaN(given[arc]) ? arcSelf[arc] + arcChildren[arc] : given[arc]
      unitChildren[unit] += passed
      children[caller[arc]] += passed
    }
  }
  for (let arc = 0; arc < caller.length; arc++) {
    if (caller[arc] !== SPONTANEOUS) continue
    arcSelf[arc] = unitSelf[units.of[callee[arc]]]
    arcChildren[arc] = unitChildren[units.of[callee[arc]]]
  }
  divideGiven(given, callee, self, { children, arcSelf, arcChildren })
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

/** Of a given time, the callee's self and children time have the parts that they have of all its time. */
function divideGiven(
  given: Float64Array,
  callee: Int32Array,
  self: Float64Array,
  { children, arcSelf, arcChildren }: Pick<Propagated, 'children' | 'arcSelf' | 'arcChildren'>,
) {
  const received = new Float64Array(self.length)
  for (let arc = 0; arc < given.length; arc++) if (given[arc] >= 0) received[callee[arc]] += given[arc]
  for (let fn = 0; fn < self.length; fn++) if (received[fn] > 0) children[fn] = Math.max(0, received[fn] - self[fn])
  for (let arc = 0; arc < given.length; arc++) {
    if (Number.isNaN(given[arc])) continue
    const own = self[callee[arc]] / (self[callee[arc]] + children[callee[arc]]) || 0
    arcSelf[arc] = given[arc] * own
    arcChildren[arc] = given[arc] - arcSelf[arc]
  }
}
