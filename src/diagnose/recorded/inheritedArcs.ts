// What forked children have from their parent. A child begins with a copy of all counters, so the calls that the parent
// made before the fork stand in the file of each child as well, and a sum counts them once for each.

import { functionFinder } from '../../analyse/functionFinder.ts'
import { offsetsFrom } from '../../analyse/selectSymbols.ts'
import type { FunctionRow } from '../../profile.ts'
import type { PairRead } from '../../readRun.ts'
import type { RowOf } from './rowOf.ts'

/** Arcs that all files have with the same count. */
export interface InheritedArcs {
  files: number
  arcs: number
  /** Calls that the sum has of them beyond those of one file. */
  calls: number
  /** Of the most of these arcs first: the functions that are called. */
  callees: { fn: FunctionRow; name: string; calls: number }[]
}

export function inheritedArcs({ functions, sum }: PairRead, rowOf: RowOf): InheritedArcs | null {
  const files = sum.added.length
  if (sum.alike.length === 0) return null
  const functionAt = functionFinder(functions)
  const callees = offsetsFrom(functions.origin, sum.arcs.self)
  const found = new Map<FunctionRow, { fn: FunctionRow; name: string; calls: number }>()
  let calls = 0
  for (const row of sum.alike) {
    const each = (sum.arcs.count[row] / files) * (files - 1)
    calls += each
    const fn = functionAt(callees[row])
    if (fn < 0 || rowOf(fn) < 0) continue
    const known = found.get(fn)
    if (known) known.calls += each
    else found.set(fn, { fn: rowOf(fn), name: functions.name[fn], calls: each })
  }
  return {
    files,
    arcs: sum.alike.length,
    calls,
    callees: [...found.values()].sort((a, b) => b.calls - a.calls).slice(0, MOST),
  }
}

const MOST = 20
