// From callers to callees: which functions are printed, and how much of each one's time counts. Without options to
// leave functions out, all of it does, except for the profiling routines themselves; but a fraction is inherited as a
// sum over callers and can come out a hair below 1, and gprof multiplies by it. (Rules: cg_arcs.c of GNU gprof.)

import type { CollectedCycles } from './collectCycles.ts'
import { type Groups, rowsOf } from './groupRows.ts'
import { isProfilingRoutine } from './profilingRoutines.ts'
import type { FunctionArcs } from './resolveArcs.ts'
import type { Functions } from './selectSymbols.ts'

/** Columns are by row: functions, then cycles. */
export interface Fractions {
  /** Functions, callees before callers; members of a cycle stand together. */
  order: Int32Array
  shown: Uint8Array
  fraction: Float64Array
  /** Ticks that count, in all. */
  total: number
}

/** Passes flags and fractions down, callers first. */
export function inheritFractions(
  functions: Functions,
  arcs: FunctionArcs,
  callers: Groups,
  numbers: Int32Array,
  { unit, members, ticks, calls }: CollectedCycles,
): Fractions {
  const n = functions.length
  const shown = new Uint8Array(n + members.length)
  const fraction = new Float64Array(n + members.length)
  const order = byNumber(numbers)

  const inherit = (row: number) => {
    shown[row] = 0
    fraction[row] = 0
    for (const member of row < n ? [row] : members[row - n]) {
      const list = rowsOf(callers, member)
      for (let i = list.length - 1; i >= 0; i--) {
        const caller = arcs.caller[list[i]]
        if (unit[caller] === row) continue
        shown[row] |= shown[caller]
        if (calls[row] !== 0) fraction[row] += fraction[caller] * (arcs.count[list[i]] / calls[row])
      }
    }
    if (row < n) return
    for (const member of members[row - n]) {
      shown[member] = shown[row]
      fraction[member] = fraction[row]
    }
  }

  let total = 0
  let last = -1
  for (let i = n - 1; i >= 0; i--) {
    const fn = order[i]
    if (unit[fn] !== last) {
      last = unit[fn]
      inherit(last)
    }
    const excluded = isProfilingRoutine(functions.name[fn])
    shown[fn] = excluded ? 0 : 1
    if (excluded) fraction[fn] = 0
    else if (fraction[fn] === 0) fraction[fn] = 1
    total += ticks[fn] * fraction[fn]
  }
  return { order, shown, fraction, total }
}

/** Rows by ascending number, equal ones in their order. Numbers count from 1 without gaps. */
function byNumber(numbers: Int32Array): Int32Array {
  const start = new Int32Array(numbers.length + 2)
  for (const number of numbers) start[number + 1]++
  for (let i = 1; i < start.length; i++) start[i] += start[i - 1]
  const order = new Int32Array(numbers.length)
  numbers.forEach((number, row) => {
    order[start[number]++] = row
  })
  return order
}
