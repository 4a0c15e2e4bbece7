// How much a function tells in a picture. By time alone, the fifteen wrappers between main and the first branch win over
// everything, for each of them holds all the time; yet they say one thing only. What tells is where paths split or
// meet. So time counts as often as the function's arcs leave a question open:
//
//   score = share of the time × (entropy of its callers + entropy of its callees and itself) + self share
//
// in bits: one caller with all the time leaves nothing open, 0 bits; two with half of it each leave 1 bit. A root and a
// leaf count as one bit at their open end, or nothing would begin and end a path. This is the idea of pprof's entropy score.

import { type FunctionRow, type Profile, SPONTANEOUS } from '../../profile.ts'
import { adjacencyOf, rowsOf } from '../adjacency.ts'
import type { Weights } from './weights.ts'

/** The score of each of the functions given, 0 for all others. O(arcs of these functions). */
export function scoresOf(
  profile: Profile,
  { functionShare, arcShare, selfShare }: Weights,
  functions: readonly FunctionRow[],
): Float64Array {
  const { caller, callee } = profile.arcs
  const { callers, callees } = adjacencyOf(profile)
  const scores = new Float64Array(profile.functions.length)
  for (const fn of functions) {
    const inward: number[] = []
    for (const arc of rowsOf(callers, fn))
      if (caller[arc] !== SPONTANEOUS && caller[arc] !== fn) inward.push(arcShare[arc])
    const outward: number[] = []
    for (const arc of rowsOf(callees, fn)) if (callee[arc] !== fn) outward.push(arcShare[arc])
    const bits =
      (inward.length === 0 ? 1 : entropy(inward)) + (outward.length === 0 ? 1 : entropy([...outward, selfShare[fn]]))
    // Not by a product: Infinity × 0 is NaN.
    scores[fn] =
      functionShare[fn] === Number.POSITIVE_INFINITY ? functionShare[fn] : functionShare[fn] * bits + selfShare[fn]
  }
  return scores
}

/** Shannon's entropy of a distribution that is given by weights, in bits; 0 for none. */
function entropy(weights: readonly number[]): number {
  let all = 0
  for (const weight of weights) all += weight
  let bits = 0
  for (const weight of weights) if (weight > 0) bits -= (weight / all) * Math.log2(weight / all)
  return bits
}
