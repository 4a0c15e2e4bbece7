// A listing prints self times rounded to a hundredth and counts exactly. From these the times of arcs and callers
// follow in full precision, so that what flows into a function is what flows out of it. The printed figures then are a
// check: each must lie within what rounding explains. Half a hundredth of every self time can be lost, and is passed
// up the call graph like time itself; so the same arithmetic, fed with half a hundredth for each function, gives the
// most that any figure may be off.
//
// Where a figure lies further off, the listing was not made by this arithmetic: gprof was told to leave functions out
// of the times (-E, -F, -N), or something else printed it. Then the printed figures stand.

import { assemble, type Measured, type Tables } from './assemble.ts'
import { propagateTime } from './propagateTime.ts'
import type { Entries } from './readEntries.ts'

export interface Recomputed {
  tables: Tables
  /** Rows of functions whose printed times rounding does not explain. */
  disagreeing: number[]
}

/**
 * @param roundingOfSelf By function: the most by which the self time may be off.
 * @param rounding The same for any printed figure.
 */
export function recomputeTimes(
  measured: Measured,
  roundingOfSelf: Float64Array,
  entries: Entries,
  rounding: number,
): Recomputed {
  const tables = assemble(measured)
  const most = propagateTime(roundingOfSelf, tables.arcs, measured.membership)
  const { functions, arcs } = tables
  const disagreeing = new Set<number>()
  const compare = (fn: number, computed: number, printed: number, propagated: number) => {
    if (Number.isNaN(printed) || Number.isNaN(computed)) return
    if (Math.abs(computed - printed) > propagated + rounding + 1e-9 * Math.abs(printed)) disagreeing.add(fn)
  }
  for (let fn = 0; fn < functions.length; fn++) {
    compare(fn, functions.self[fn], entries.self[fn], roundingOfSelf[fn])
    compare(fn, functions.children[fn], entries.children[fn], most.children[fn])
  }
  for (let arc = 0; arc < entries.arcs.length; arc++) {
    compare(arcs.callee[arc], arcs.self[arc], entries.arcs.self[arc], most.arcSelf[arc])
    compare(arcs.callee[arc], arcs.children[arc], entries.arcs.children[arc], most.arcChildren[arc])
  }
  return { tables, disagreeing: [...disagreeing] }
}
