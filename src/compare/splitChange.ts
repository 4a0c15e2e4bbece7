// Why a function takes longer than before. With calls c and time per call r on either side, exactly
//
//     c₂ r₂ − c₁ r₁ = (c₂ − c₁) r₁ + c₂ (r₂ − r₁)
//
// The second part is that each call became slower. The first is that there are more calls, and falls apart again by who
// makes them: callers that both sides have, or callers that only one of them has. Old calls count at the old price.

import { groupRows, rowsOf } from '../analyse/groupRows.ts'
import { type ArcTable, type Profile, SPONTANEOUS } from '../profile.ts'
import type { FunctionPairs } from './pairFunctions.ts'

/** Parts of the change of self time, in the unit of both profiles; NaN where calls are not known on both sides. */
export interface ChangeParts {
  /** More calls, or fewer, from callers that both have, itself among them. */
  oftener: Float64Array
  /** Calls from callers that only the second has, without those that only the first had. */
  elsewhere: Float64Array
  /** More time for each call, or less. */
  slower: Float64Array
}

/** Splits the change of each function's self time in three, which add up to it. Rows are those of the pairs. */
export function splitChanges(a: Profile, b: Profile, pairs: FunctionPairs): ChangeParts {
  const moved = callsFromElsewhere(a, b, pairs)
  const oftener = new Float64Array(pairs.length).fill(Number.NaN)
  const elsewhere = oftener.slice()
  const slower = oftener.slice()
  for (let pair = 0; pair < pairs.paired; pair++) {
    const [callsA, selfA] = figures(a, pairs.a[pair])
    const [callsB, selfB] = figures(b, pairs.b[pair])
    if (!(callsA > 0) || !(callsB > 0)) continue
    const before = selfA / callsA
    elsewhere[pair] = moved[pair] * before
    oftener[pair] = (callsB - callsA - moved[pair]) * before
    slower[pair] = selfB - selfA - (callsB - callsA) * before
  }
  return { oftener, elsewhere, slower }
}

/** Calls in all, those of a function to itself included, and self time. */
const figures = ({ functions }: Profile, row: number): [calls: number, self: number] => [
  functions.calls[row] + functions.selfCalls[row],
  functions.self[row],
]

/** By pair: calls from callers that only the second profile has, less those from callers that only the first has. */
function callsFromElsewhere(a: Profile, b: Profile, pairs: FunctionPairs): Float64Array {
  const pairOfA = pairOf(pairs.a, a.functions.length)
  const pairOfB = pairOf(pairs.b, b.functions.length)
  const byCalleeA = groupRows(a.arcs.callee, a.functions.length)
  const byCalleeB = groupRows(b.arcs.callee, b.functions.length)
  const moved = new Float64Array(pairs.length)
  // Stamped with the callee, so that nothing need be cleared between one and the next.
  const callsA = new Int32Array(pairs.length).fill(-1)
  const callsB = new Int32Array(pairs.length).fill(-1)
  for (let pair = 0; pair < pairs.paired; pair++) {
    const rowsA = rowsOf(byCalleeA, pairs.a[pair])
    const rowsB = rowsOf(byCalleeB, pairs.b[pair])
    stamp(a.arcs, rowsA, pairOfA, callsA, pair)
    stamp(b.arcs, rowsB, pairOfB, callsB, pair)
    moved[pair] =
      callsWithout(b.arcs, rowsB, pairOfB, callsA, pair) - callsWithout(a.arcs, rowsA, pairOfA, callsB, pair)
  }
  return moved
}

function pairOf(rows: Int32Array, functions: number): Int32Array {
  const pair = new Int32Array(functions)
  for (let i = 0; i < rows.length; i++) if (rows[i] >= 0) pair[rows[i]] = i
  return pair
}

function stamp(
  { caller, count }: ArcTable,
  arcs: Uint32Array,
  pairOf: Int32Array,
  calls: Int32Array,
  callee: number,
): void {
  for (let i = 0; i < arcs.length; i++) {
    const from = caller[arcs[i]]
    if (from !== SPONTANEOUS && count[arcs[i]] > 0) calls[pairOf[from]] = callee
  }
}

/** Calls of those callers that the other side has not stamped. */
function callsWithout(
  { caller, count }: ArcTable,
  arcs: Uint32Array,
  pairOf: Int32Array,
  stamped: Int32Array,
  callee: number,
): number {
  let calls = 0
  for (let i = 0; i < arcs.length; i++) {
    const from = caller[arcs[i]]
    if (from !== SPONTANEOUS && count[arcs[i]] > 0 && stamped[pairOf[from]] !== callee) calls += count[arcs[i]]
  }
  return calls
}
