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

import { NO_CYCLE, SPONTANEOUS } from '../profile.ts'
import type { Measured, Tables } from './assemble.ts'
import type { MergedCycles } from './mergeCycles.ts'
import type { Entries } from './readEntries.ts'

/** The least share of a function's calls from which its times are worked out. */
const ENOUGH_CALLS = 0.5

/**
 * @param measured As far as told: unknown self times are NaN.
 * @param rooted By function: 1 where something besides the call graph says that nobody is recorded to call it.
 */
export function printedTables(
  { functions, arcs, membership }: Measured,
  entries: Entries,
  merged: MergedCycles,
  rooted: Uint8Array,
): Tables {
  const { cycle, cycles } = membership
  const length = functions.length
  const arcCount = entries.arcs.length
  const isInner = (arc: number) =>
    arcs.caller[arc] === arcs.callee[arc] ||
    (cycle[arcs.callee[arc]] !== NO_CYCLE && cycle[arcs.caller[arc]] === cycle[arcs.callee[arc]])

  // What callers are charged with, by function and by cycle: count, self, children.
  const toFunction = sums(length)
  const toCycle = sums(cycles)
  const called = new Uint8Array(length)
  const innerCalls = new Float64Array(cycles)
  const selfCalls = Float64Array.from(entries.selfCalls, n => n || 0)
  for (let arc = 0; arc < arcCount; arc++) {
    const to = arcs.callee[arc]
    if (arcs.caller[arc] === to) selfCalls[to] = arcs.count[arc]
    else called[to] = 1
    if (!isInner(arc)) {
      const sum = cycle[to] === NO_CYCLE ? toFunction : toCycle
      const row = cycle[to] === NO_CYCLE ? to : cycle[to]
      sum.count[row] += arcs.count[arc]
      sum.self[row] += entries.arcs.self[arc]
      sum.children[row] += entries.arcs.children[arc]
    } else if (arcs.caller[arc] !== to) innerCalls[cycle[to]] += arcs.count[arc]
  }

  const calls = functions.calls.slice()
  const self = functions.self.slice()
  const children = entries.children.slice()
  const cycleCalls = Float64Array.from(merged.head, head => (head ? head.calls || Number.NaN : Number.NaN))
  for (let fn = 0; fn < length; fn++) {
    if (cycle[fn] !== NO_CYCLE) {
      if (Number.isNaN(cycleCalls[cycle[fn]]) && entries.cycle[fn] > 0)
        cycleCalls[cycle[fn]] = entries.denominator[fn] || Number.NaN
      continue
    }
    if (!(toFunction.count[fn] >= ENOUGH_CALLS * calls[fn])) continue
    const whole = calls[fn] / toFunction.count[fn]
    if (Number.isNaN(self[fn])) self[fn] = toFunction.self[fn] * whole
    if (Number.isNaN(children[fn])) children[fn] = toFunction.children[fn] * whole
  }

  const cycleSelf = new Float64Array(cycles)
  const cycleChildren = new Float64Array(cycles)
  for (let fn = 0; fn < length; fn++) {
    if (cycle[fn] === NO_CYCLE) continue
    cycleSelf[cycle[fn]] += self[fn]
    cycleChildren[cycle[fn]] += children[fn]
  }
  for (let row = 0; row < cycles; row++) {
    const head = merged.head[row]
    const whole = cycleCalls[row] / toCycle.count[row]
    const known = toCycle.count[row] >= ENOUGH_CALLS * cycleCalls[row]
    if (head) cycleSelf[row] = head.self
    else if (Number.isNaN(cycleSelf[row]) && known) cycleSelf[row] = toCycle.self[row] * whole
    if (head) cycleChildren[row] = head.children
    else if (Number.isNaN(cycleChildren[row]) && known) cycleChildren[row] = toCycle.children[row] * whole
    if (head) innerCalls[row] = head.innerCalls
  }

  const roots: number[] = []
  const cycleSeen = new Uint8Array(cycles)
  for (let fn = 0; fn < length; fn++) {
    if (cycle[fn] === NO_CYCLE) {
      if (called[fn] ? entries.spontaneous[fn] && toFunction.count[fn] === 0 : isRoot(fn)) roots.push(fn)
    } else if (!cycleSeen[cycle[fn]] && toCycle.count[cycle[fn]] === 0 && entries.hasEntry[fn]) {
      cycleSeen[cycle[fn]] = 1
      if (!(cycleCalls[cycle[fn]] > 0)) roots.push(fn)
    }
  }
  function isRoot(fn: number): boolean {
    return entries.spontaneous[fn] === 1 || rooted[fn] === 1 || (entries.hasEntry[fn] === 1 && Number.isNaN(calls[fn]))
  }

  const inner = Array.from({ length: arcCount }, (_, arc) => isInner(arc))
  const timeOfRoot = (fn: number, own: Float64Array, ofCycle: Float64Array) =>
    cycle[fn] === NO_CYCLE ? own[fn] : ofCycle[cycle[fn]]
  return {
    functions: { ...functions, self, children, calls, selfCalls, cycle },
    arcs: {
      length: arcCount + roots.length,
      caller: Int32Array.from([...arcs.caller, ...roots.map(() => SPONTANEOUS)]),
      callee: Int32Array.from([...arcs.callee, ...roots]),
      count: Float64Array.from([...arcs.count, ...roots.map(() => Number.NaN)]),
      self: Float64Array.from([
        ...inner.map((is, arc) => (is ? Number.NaN : entries.arcs.self[arc])),
        ...roots.map(fn => timeOfRoot(fn, self, cycleSelf)),
      ]),
      children: Float64Array.from([
        ...inner.map((is, arc) => (is ? Number.NaN : entries.arcs.children[arc])),
        ...roots.map(fn => timeOfRoot(fn, children, cycleChildren)),
      ]),
    },
    cycles: {
      length: cycles,
      number: merged.number,
      index: merged.index,
      self: cycleSelf,
      children: cycleChildren,
      calls: cycleCalls,
      innerCalls,
    },
  }
}

const sums = (rows: number) => ({
  count: new Float64Array(rows),
  self: new Float64Array(rows),
  children: new Float64Array(rows),
})
