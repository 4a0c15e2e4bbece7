// Cycles as gprof counts them: calls from outside and calls among the members. (Rules: cg_arcs.c of GNU gprof.)

import { type Groups, rowsOf } from './groupRows.ts'
import type { Numbering } from './numberFunctions.ts'
import type { FunctionArcs } from './resolveArcs.ts'

/** Columns are by row: functions, then cycles. */
export interface CollectedCycles {
  /** Row of the cycle a function is in, or its own. */
  unit: Int32Array
  members: number[][]
  /** Self ticks of functions; cycles have none yet. */
  ticks: Float64Array
  calls: Float64Array
  selfCalls: Float64Array
}

/** Makes a row of each cycle, in the order of the addresses of the heads, and takes self calls out of the calls. */
export function collectCycles(
  ticks: Float64Array,
  arcs: FunctionArcs,
  callers: Groups,
  { head, next }: Numbering,
): CollectedCycles {
  const functions = ticks.length
  const unit = new Int32Array(functions).map((_, fn) => fn)
  const members: number[][] = []
  for (let fn = 0; fn < functions; fn++) {
    if (head[fn] !== fn || next[fn] < 0) continue
    const chain: number[] = []
    for (let member = fn; member >= 0; member = next[member]) {
      chain.push(member)
      unit[member] = functions + members.length
    }
    members.push(chain)
  }
  const rows = functions + members.length
  const calls = new Float64Array(rows)
  const selfCalls = new Float64Array(rows)
  calls.set(arcs.calls)
  for (let arc = 0; arc < arcs.length; arc++) {
    if (arcs.caller[arc] !== arcs.callee[arc]) continue
    calls[arcs.callee[arc]] -= arcs.count[arc]
    selfCalls[arcs.callee[arc]] = arcs.count[arc]
  }
  members.forEach((chain, cycle) => {
    const row = functions + cycle
    for (const member of chain) {
      for (const arc of rowsOf(callers, member)) {
        const caller = arcs.caller[arc]
        if (caller === member) continue
        if (unit[caller] === row) selfCalls[row] += arcs.count[arc]
        else calls[row] += arcs.count[arc]
      }
    }
  })
  const all = new Float64Array(rows)
  all.set(ticks)
  return { unit, members, ticks: all, calls, selfCalls }
}
