// From callees to callers: time. The same rule as in propagateTime.ts, but in ticks, for what gprof would print, and
// with its additions in its order: arcs newest first, functions in the order of its walk. (Formulae: cg_arcs.c of GNU
// gprof.)

import type { CollectedCycles } from './collectCycles.ts'
import { type Groups, rowsOf } from './groupRows.ts'
import type { Fractions } from './inheritFractions.ts'
import type { FunctionArcs } from './resolveArcs.ts'

/** Columns are by row: functions, then cycles; or by arc. */
export interface PropagatedTicks {
  ticks: Float64Array
  children: Float64Array
  propagatedSelf: Float64Array
  propagatedChildren: Float64Array
  arcSelf: Float64Array
  arcChildren: Float64Array
}

/** Passes ticks up, callees first. */
export function propagateTicks(
  arcs: FunctionArcs,
  callees: Groups,
  { order, fraction }: Fractions,
  { unit, members, ticks, calls }: CollectedCycles,
): PropagatedTicks {
  const n = order.length
  const rows = n + members.length
  const children = new Float64Array(rows)
  const propagatedSelf = new Float64Array(rows)
  const propagatedChildren = new Float64Array(rows)
  const arcSelf = new Float64Array(arcs.length)
  const arcChildren = new Float64Array(arcs.length)
  for (let fn = 0; fn < n; fn++) propagatedSelf[fn] = ticks[fn] * fraction[fn]
  members.forEach((chain, cycle) => {
    const row = n + cycle
    for (const member of chain) if (fraction[member] !== 0) ticks[row] += ticks[member]
    propagatedSelf[row] = fraction[row] * ticks[row]
  })
  for (const caller of order) {
    if (fraction[caller] === 0) continue
    const list = rowsOf(callees, caller)
    for (let i = list.length - 1; i >= 0; i--) {
      const arc = list[i]
      const callee = arcs.callee[arc]
      const from = unit[callee]
      if (arcs.count[arc] === 0 || callee === caller || fraction[callee] === 0) continue
      if (from === unit[caller] || calls[from] === 0) continue
      const part = arcs.count[arc] / calls[from]
      arcSelf[arc] = ticks[from] * part
      arcChildren[arc] = children[from] * part
      const share = arcSelf[arc] + arcChildren[arc]
      const counted = fraction[caller] * share
      children[caller] += share
      propagatedChildren[caller] += counted
      arcSelf[arc] *= fraction[caller]
      arcChildren[arc] *= fraction[caller]
      if (unit[caller] === caller) continue
      children[unit[caller]] += share
      propagatedChildren[unit[caller]] += counted
    }
  }
  return { ticks, children, propagatedSelf, propagatedChildren, arcSelf, arcChildren }
}
