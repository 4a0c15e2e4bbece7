// Arc records hold addresses; what is wanted is functions. Records of one pair of functions are added up.

import type { ArcRecords } from '../parse/gmonRecords.ts'
import { functionFinder } from './functionFinder.ts'
import { groupRows } from './groupRows.ts'
import { type Functions, offsetsFrom } from './selectSymbols.ts'

/** Bytes from the entry of a function to where its call of mcount returns. */
const prologue = 32

/** One row for each pair of functions, in the order in which the pairs are first met: gprof's ties follow it. */
export interface FunctionArcs {
  length: number
  caller: Int32Array
  callee: Int32Array
  count: Float64Array
  /** Calls of each function, from whomever, those to itself included. */
  calls: Float64Array
  /** Records that lead to the first bytes of a function, as all do where executable and gmon.out fit. */
  atEntry: number
  /** Records whose caller or callee lies outside of all functions, which gprof drops without a word. */
  droppedRecords: number
  droppedCalls: number
}

/** Caller and callee of each record. */
export interface RecordEnds {
  /** -1 where either of the two is outside of all functions. */
  caller: Int32Array
  callee: Int32Array
  /** The symbol that the callee's address lies in, which may be a label within the callee; -1 for none. */
  target: Int32Array
  /** The two addresses, counted from the origin of the functions. */
  from: Float64Array
  self: Float64Array
}

/** Finds caller and callee of every record. */
export function endsOfRecords(records: ArcRecords, functions: Functions): RecordEnds {
  const functionAt = functionFinder(functions)
  const booked = functionBefore(functions.isFunction)
  const from = offsetsFrom(functions.origin, records.from)
  const self = offsetsFrom(functions.origin, records.self)
  const target = new Int32Array(records.length)
  const caller = new Int32Array(records.length)
  const callee = new Int32Array(records.length)
  for (let record = 0; record < records.length; record++) {
    target[record] = functionAt(self[record])
    callee[record] = target[record] < 0 ? -1 : booked[target[record]]
    caller[record] = callee[record] < 0 ? -1 : functionAt(from[record])
  }
  return { caller, callee, target, from, self }
}

/** Adds up the records of each pair of functions. */
export function resolveArcs(records: ArcRecords, functions: Functions): FunctionArcs {
  const { address } = functions
  const { caller: callerOf, callee: calleeOf, target, self } = endsOfRecords(records, functions)
  let droppedRecords = 0
  let droppedCalls = 0
  let atEntry = 0
  for (let record = 0; record < records.length; record++) {
    if (target[record] >= 0 && self[record] - address[target[record]] <= prologue) atEntry++
    if (callerOf[record] >= 0) continue
    droppedRecords++
    droppedCalls += records.count[record]
  }
  const first = firstOfPair(callerOf, calleeOf, functions.length)
  const rowOf = new Int32Array(records.length)
  const caller = new Int32Array(records.length)
  const callee = new Int32Array(records.length)
  const count = new Float64Array(records.length)
  const calls = new Float64Array(functions.length)
  let length = 0
  for (let record = 0; record < records.length; record++) {
    if (callerOf[record] < 0) continue
    calls[calleeOf[record]] += records.count[record]
    if (first[record] === record) {
      rowOf[record] = length
      caller[length] = callerOf[record]
      callee[length++] = calleeOf[record]
    }
    count[rowOf[first[record]]] += records.count[record]
  }
  return {
    length,
    caller: caller.slice(0, length),
    callee: callee.slice(0, length),
    count: count.slice(0, length),
    calls,
    atEntry,
    droppedRecords,
    droppedCalls,
  }
}

/** For each record the first one of the same pair. Records of caller -1 are left out. O(records + functions). */
function firstOfPair(caller: Int32Array, callee: Int32Array, functions: number): Int32Array {
  const { start, rows } = groupRows(caller, functions)
  const first = new Int32Array(caller.length)
  const latest = new Int32Array(functions).fill(-1) // by callee: the first record of the caller it was last met with
  for (let fn = 0; fn < functions; fn++)
    for (let i = start[fn]; i < start[fn + 1]; i++) {
      const known = latest[callee[rows[i]]]
      if (known < 0 || caller[known] !== fn) latest[callee[rows[i]]] = rows[i]
      first[rows[i]] = latest[callee[rows[i]]]
    }
  return first
}

/** For each symbol the function that calls to it are booked on: a label in assembly counts for the one it stands in. */
function functionBefore(isFunction: Uint8Array): Int32Array {
  let last = -1
  return new Int32Array(isFunction).map((is, row) => {
    if (is) last = row
    return last
  })
}
