// Recursion folded away: each cycle becomes one function, and calls of functions to themselves are no longer shown. No
// time is lost: neither carries any.

import { NO_CYCLE, type Profile } from '../profile.ts'
import { membersByCycle } from './locate.ts'
import { merge } from './merge.ts'
import type { Transformed } from './rebuild.ts'

/** How many functions are part of any recursion. */
export function countRecursive({ functions }: Profile): number {
  let found = 0
  for (let fn = 0; fn < functions.length; fn++)
    if (functions.cycle[fn] !== NO_CYCLE || functions.selfCalls[fn] > 0) found++
  return found
}

/**
 * No cycles and no self calls. What was a cycle is called `<cycle 1: parse_expr +2>`: by gprof's number, its heaviest
 * member (by self time and outgoing children time), and how many more there are.
 */
export function foldRecursion(profile: Profile): Transformed {
  const { functions, cycles } = profile
  const weight = (fn: number) => functions.self[fn] + functions.children[fn] || 0
  const keys: (string | null)[] = new Array(functions.length).fill(null)
  for (const [cycle, members] of membersByCycle(profile).entries()) {
    const heaviest = members.reduce((best, fn) => (weight(fn) > weight(best) ? fn : best))
    const name = `<cycle ${cycles.number[cycle]}: ${functions.name[heaviest]} +${members.length - 1}>`
    for (const fn of members) keys[fn] = name
  }
  const { profile: merged, row } = merge(profile, keys)
  const { arcs } = merged
  const kept = [...arcs.caller.keys()].filter(arc => arcs.caller[arc] !== arcs.callee[arc])
  const pick = <T extends Int32Array | Float64Array>(column: T): T => column.filter((_, arc) => isKept[arc]) as T
  const isKept = new Uint8Array(arcs.length)
  for (const arc of kept) isKept[arc] = 1
  return {
    row,
    profile: {
      ...merged,
      functions: { ...merged.functions, selfCalls: new Float64Array(merged.functions.length) },
      arcs: {
        length: kept.length,
        caller: pick(arcs.caller),
        callee: pick(arcs.callee),
        count: pick(arcs.count),
        self: pick(arcs.self),
        children: pick(arcs.children),
      },
    },
  }
}
