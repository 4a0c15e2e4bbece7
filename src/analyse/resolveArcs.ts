// Arc records hold addresses; what is wanted is functions. Records of one pair of functions are added up.

import type { ArcRecords } from '../parse/gmonRecords.ts'
import { type Functions, functionAt } from './selectSymbols.ts'

/** One row for each pair of functions, in the order in which the pairs are first met: gprof's ties follow it. */
export interface FunctionArcs {
  length: number
  caller: Int32Array
  callee: Int32Array
  count: Float64Array
  /** Calls of each function, from whomever, those to itself included. */
  calls: Float64Array
  /** Records whose caller or callee lies outside of all functions, which gprof drops without a word. */
  droppedRecords: number
  droppedCalls: number
}

/** Finds caller and callee of every record. */
export function resolveArcs(records: ArcRecords, functions: Functions): FunctionArcs {
  const caller = new Int32Array(records.length)
  const callee = new Int32Array(records.length)
  const count = new Float64Array(records.length)
  const calls = new Float64Array(functions.length)
  const booked = functionBefore(functions.isFunction)
  const rowOfPair = new Map<number, number>()
  let length = 0
  let droppedRecords = 0
  let droppedCalls = 0
  for (let record = 0; record < records.length; record++) {
    const from = functionAt(functions, Number(records.from[record] - functions.origin))
    const target = functionAt(functions, Number(records.self[record] - functions.origin))
    const to = target < 0 ? -1 : booked[target]
    if (from < 0 || to < 0) {
      droppedRecords++
      droppedCalls += records.count[record]
      continue
    }
    calls[to] += records.count[record]
    const pair = from * functions.length + to
    const known = rowOfPair.get(pair)
    if (known !== undefined) {
      count[known] += records.count[record]
      continue
    }
    rowOfPair.set(pair, length)
    caller[length] = from
    callee[length] = to
    count[length++] = records.count[record]
  }
  return {
    length,
    caller: caller.slice(0, length),
    callee: callee.slice(0, length),
    count: count.slice(0, length),
    calls,
    droppedRecords,
    droppedCalls,
  }
}

/** For each symbol the function that calls to it are booked on: a label in assembly counts for the one it stands in. */
function functionBefore(isFunction: Uint8Array): Int32Array {
  let last = -1
  return Int32Array.from(isFunction, (is, row) => {
    if (is) last = row
    return last
  })
}
