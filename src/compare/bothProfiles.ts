// Two profiles as one that has the functions and calls of both, so that one picture can show what is there before and
// after, and what is chosen stays chosen. It is their sum; what each side has of a function or a call is looked up by row.

import { groupRows, rowsOf } from '../analyse/groupRows.ts'
import { addUp } from '../processes/sumProfiles.ts'
import { type FunctionRow, type Profile, SPONTANEOUS } from '../profile.ts'
import { type Applied, applyTransforms, type Transform } from '../transform/transform.ts'
import { pairFunctions } from './pairFunctions.ts'

/** One of two profiles, by row of the profile that has the functions and calls of both; -1 for what it lacks. */
export interface Side {
  profile: Profile
  fn: Int32Array
  arc: Int32Array
}

/** What a profile was put together from: one before, one after. */
export interface Sides {
  a: Side
  b: Side
}

export interface BothProfiles extends Sides {
  /** Their sum. Of several functions of one name each is one row, as {@link pairFunctions} pairs them. */
  profile: Profile
}

/** Puts two profiles together. O(functions + arcs). */
export function bothProfiles(a: Profile, b: Profile): BothProfiles {
  const pairs = pairFunctions(a, b)
  const functions = {
    names: Array.from(pairs.b, (row, pair) => (row >= 0 ? b : a).functions.name[row >= 0 ? row : pairs.a[pair]]),
    index: pairs.b.map((row, pair) => (row >= 0 ? b : a).functions.index[row >= 0 ? row : pairs.a[pair]]),
  }
  const rowsA = inverse(pairs.a, a.functions.length)
  const rowsB = inverse(pairs.b, b.functions.length)
  const profile = addUp([a, b], [rowsA, rowsB], functions, `${a.title} → ${b.title}`)
  return { profile, a: sideOf(profile, a, pairs.a, rowsA), b: sideOf(profile, b, pairs.b, rowsB) }
}

/**
 * What transforms leave of both, and of their sum. Each is transformed by itself, as a function that matches is called
 * otherwise on the two sides; rows of the sum lead to what became of the same functions.
 */
export function transformSides({ a, b }: Sides, { row, profile }: Applied, transforms: readonly Transform[]): Sides {
  const transformed = (side: Side): Side => {
    const own = applyTransforms(side.profile, transforms)
    const fn = new Int32Array(profile.functions.length).fill(-1)
    for (let before = 0; before < row.length; before++) {
      const ownBefore = side.fn[before]
      if (row[before] >= 0 && ownBefore >= 0 && own.row[ownBefore] >= 0) fn[row[before]] = own.row[ownBefore]
    }
    return sideOf(profile, own.profile, fn, inverse(fn, own.profile.functions.length))
  }
  return transforms.length === 0 ? { a, b } : { a: transformed(a), b: transformed(b) }
}

function inverse(rows: Int32Array, length: number): Int32Array {
  const of = new Int32Array(length).fill(-1)
  for (let row = 0; row < rows.length; row++) if (rows[row] >= 0) of[rows[row]] = row
  return of
}

/** @param fn By row of both the row of this side. @param rows The other way round. */
function sideOf(both: Profile, profile: Profile, fn: Int32Array, rows: Int32Array): Side {
  const arc = new Int32Array(both.arcs.length).fill(-1)
  const into = groupRows(profile.arcs.callee, profile.functions.length)
  const bothInto = groupRows(both.arcs.callee, both.functions.length)
  // By caller, after the one that is none: the arc met last. Stamped with the callee, so that nothing need be cleared.
  const callers = both.functions.length + 1
  const met = new Int32Array(callers).fill(-1)
  const by = new Int32Array(callers)
  const slotOf = (caller: FunctionRow) => (caller === SPONTANEOUS ? callers - 1 : caller)
  for (let callee = 0; callee < fn.length; callee++) {
    if (fn[callee] < 0) continue
    for (const own of rowsOf(into, fn[callee])) {
      const caller = profile.arcs.caller[own]
      const slot = slotOf(caller === SPONTANEOUS ? caller : rows[caller])
      met[slot] = callee
      by[slot] = own
    }
    for (const row of rowsOf(bothInto, callee)) {
      const slot = slotOf(both.arcs.caller[row])
      if (met[slot] === callee) arc[row] = by[slot]
    }
  }
  return { profile, fn, arc }
}
