// The tables of a listing that cannot be recomputed: times as printed, blanks where the listing has holes.
//
// A function that is mentioned without an entry of its own is not quite unknown. A row `n/m` tells its calls, and as
// gprof gives a caller that made n of m calls the share n/m of the callee's time, the row tells that time too. The
// printed share is rounded, and the rounding grows by m/n; so this is done only from rows that hold half of the calls
// or more.
//
// What nobody is seen to call hangs under a spontaneous caller only if the listing says so, or shows an entry without
// callers and calls (copies on web pages lose the line), or a blank in the calls column of the flat profile. For other functions the callers are
// simply in a part that is missing, and their time may already be in that of some function that is there. Without any
// call graph every function stands for itself.

import { type ArcTable, type CycleTable, type FunctionTable, NO_CYCLE, SPONTANEOUS } from '../profile.ts'
import type { Measured, Tables } from './assemble.ts'
import type { MergedCycles } from './mergeCycles.ts'
import type { Entries } from './readEntries.ts'

/** The least share of a function's calls from which its times are worked out. */
const ENOUGH_CALLS = 0.5

/** What callers are charged with, added up by callee. Columns over functions, or over cycles. */
interface Charged {
  count: Float64Array
  self: Float64Array
  children: Float64Array
}

/**
 * @param measured As far as told: unknown self times are NaN.
 * @param rooted By function: 1 where something besides the call graph says that nobody is recorded to call it.
 */
export function printedTables(
  { functions: told, arcs: pairs, membership }: Measured,
  entries: Entries,
  merged: MergedCycles,
  rooted: Uint8Array,
): Tables {
  const { cycle, cycles: cycleCount } = membership
  const { length } = entries.arcs
  const isInner = Uint8Array.from({ length }, (_, arc) => {
    const [from, to] = [pairs.caller[arc], pairs.callee[arc]]
    return from === to || (cycle[to] !== NO_CYCLE && cycle[from] === cycle[to]) ? 1 : 0
  })
  const toFunction = charged(told.length)
  const toCycle = charged(cycleCount)
  const selfCalls = entries.selfCalls.map(n => n || 0)
  for (let arc = 0; arc < length; arc++) {
    const to = pairs.callee[arc]
    if (pairs.caller[arc] === to) selfCalls[to] = pairs.count[arc]
    if (isInner[arc]) continue
    const [sum, row] = cycle[to] === NO_CYCLE ? [toFunction, to] : [toCycle, cycle[to]]
    sum.count[row] += pairs.count[arc]
    sum.self[row] += entries.arcs.self[arc]
    sum.children[row] += entries.arcs.children[arc]
  }

  const self = told.self.slice()
  const children = entries.children.slice()
  for (let fn = 0; fn < told.length; fn++) {
    if (cycle[fn] !== NO_CYCLE) continue
    if (Number.isNaN(self[fn])) self[fn] = wholeOf(toFunction, 'self', fn, told.calls[fn])
    if (Number.isNaN(children[fn])) children[fn] = wholeOf(toFunction, 'children', fn, told.calls[fn])
  }
  const functions: FunctionTable = { ...told, self, children, selfCalls, cycle }
  const cycles = cycleTable(functions, entries, merged, toCycle)
  for (let arc = 0; arc < length; arc++)
    if (isInner[arc] && pairs.caller[arc] !== pairs.callee[arc] && !merged.head[cycle[pairs.callee[arc]]])
      cycles.innerCalls[cycle[pairs.callee[arc]]] += pairs.count[arc]
  const roots = rootsOf(functions, cycles, entries, rooted, toFunction, toCycle)
  return { functions, cycles, arcs: arcTable(entries, isInner, functions, cycles, roots) }
}

const charged = (rows: number): Charged => ({
  count: new Float64Array(rows),
  self: new Float64Array(rows),
  children: new Float64Array(rows),
})

/** All time of a callee from the part that is charged to known callers; NaN if they made too few of the calls. */
const wholeOf = (sum: Charged, column: 'self' | 'children', row: number, calls: number): number =>
  sum.count[row] >= ENOUGH_CALLS * calls ? (sum[column][row] * calls) / sum.count[row] : Number.NaN

/** Figures of cycles: of the cycle's own entry, else of its members, else of its callers. Inner calls are of the entry. */
function cycleTable(
  functions: FunctionTable,
  entries: Entries,
  { number, index, head }: MergedCycles,
  toCycle: Charged,
): CycleTable {
  const self = new Float64Array(head.length)
  const children = new Float64Array(head.length)
  const calls = Float64Array.from(head, told => told?.calls || Number.NaN)
  for (let fn = 0; fn < functions.length; fn++) {
    const row = functions.cycle[fn]
    if (row === NO_CYCLE) continue
    self[row] += functions.self[fn]
    children[row] += functions.children[fn]
    if (Number.isNaN(calls[row]) && entries.cycle[fn] > 0) calls[row] = entries.denominator[fn] || Number.NaN
  }
  for (let row = 0; row < head.length; row++) {
    const told = head[row]
    if (told) self[row] = told.self
    else if (Number.isNaN(self[row])) self[row] = wholeOf(toCycle, 'self', row, calls[row])
    if (told) children[row] = told.children
    else if (Number.isNaN(children[row])) children[row] = wholeOf(toCycle, 'children', row, calls[row])
  }
  const innerCalls = Float64Array.from(head, told => told?.innerCalls ?? 0)
  return { length: head.length, number, index, self, children, calls, innerCalls }
}

/** Functions that have a spontaneous caller; of a cycle that nobody outside calls, the first member with an entry. */
function rootsOf(
  { length, cycle, calls }: FunctionTable,
  cycles: CycleTable,
  entries: Entries,
  rooted: Uint8Array,
  toFunction: Charged,
  toCycle: Charged,
): number[] {
  const roots: number[] = []
  const settled = cycles.calls.map((n, row) => (n > 0 || toCycle.count[row] > 0 ? 1 : 0))
  for (let fn = 0; fn < length; fn++) {
    if (cycle[fn] !== NO_CYCLE) {
      if (settled[cycle[fn]] || !entries.hasEntry[fn]) continue
      settled[cycle[fn]] = 1
      roots.push(fn)
    } else if (toFunction.count[fn] === 0) {
      const isNeverCalled = entries.hasEntry[fn] && Number.isNaN(calls[fn])
      if (entries.spontaneous[fn] || rooted[fn] || isNeverCalled) roots.push(fn)
    }
  }
  return roots
}

/** The arcs of the listing, then those from spontaneous callers, which carry all time of the function or its cycle. */
function arcTable(
  { arcs }: Entries,
  isInner: Uint8Array,
  functions: FunctionTable,
  cycles: CycleTable,
  roots: number[],
): ArcTable {
  const allOf = (fn: number, column: 'self' | 'children') =>
    functions.cycle[fn] === NO_CYCLE ? functions[column][fn] : cycles[column][functions.cycle[fn]]
  const timed = (time: Float64Array) => time.map((part, arc) => (isInner[arc] ? Number.NaN : part))
  return {
    length: arcs.length + roots.length,
    caller: Int32Array.from([...arcs.caller, ...roots.map(() => SPONTANEOUS)]),
    callee: Int32Array.from([...arcs.callee, ...roots]),
    count: Float64Array.from([...arcs.count, ...roots.map(() => Number.NaN)]),
    self: Float64Array.from([...timed(arcs.self), ...roots.map(fn => allOf(fn, 'self'))]),
    children: Float64Array.from([...timed(arcs.children), ...roots.map(fn => allOf(fn, 'children'))]),
  }
}
