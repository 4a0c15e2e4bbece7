// By how much a program was moved when it was loaded. The addresses in a gmon.out are those it was linked at, but old C
// libraries write those it ran at, which for an executable that may run anywhere (PIE) lie a whole number of pages
// higher. Recorded calls lead to the beginnings of functions, so the right distance is the one that takes them there.

import type { ArcRecords } from '../parse/gmonRecords.ts'
import { functionFinder } from './functionFinder.ts'
import type { Functions } from './selectSymbols.ts'

const page = 4096n
/** Bytes from the entry of a function to where its call of mcount returns. */
const prologue = 32
/** Arcs that are asked for their distance to every function; few agree by chance. */
const asked = 16

/** The share of arcs that, moved down by so many bytes, lead to the first bytes of a function. NaN without arcs. */
export function fitAt(functions: Functions, arcs: ArcRecords, distance: bigint): number {
  const functionAt = functionFinder(functions)
  let fitting = 0
  for (let arc = 0; arc < arcs.length; arc++) {
    const at = Number(arcs.self[arc] - distance - functions.origin)
    const fn = functionAt(at)
    if (fn >= 0 && at - functions.address[fn] <= prologue) fitting++
  }
  return fitting / arcs.length
}

/** The distance, other than none, at which most arcs fit; 0 where no two agree on one. */
export function findRelocation(functions: Functions, arcs: ArcRecords): bigint {
  const votes = new Map<bigint, number>()
  for (let arc = 0; arc < Math.min(asked, arcs.length); arc++)
    for (let fn = 0; fn < functions.length; fn++) {
      const distance = arcs.self[arc] - functions.origin - BigInt(functions.address[fn])
      const rest = distance % page
      if (rest < 0n || rest > prologue) continue
      votes.set(distance - rest, (votes.get(distance - rest) ?? 0) + 1)
    }
  votes.delete(0n)
  let best = 0n
  for (const [distance, count] of votes) if (count > (votes.get(best) ?? 1)) best = distance
  return best
}
