// Recursion folded away: all cycles become one function each, and calls of functions to themselves are no longer shown;
// or only some cycles do, and all else stays. No time is lost: calls within a cycle and self calls carry none.

import { type CycleRow, NO_CYCLE, type Profile } from '../profile.ts'
import { adoptLabels, doublesOf } from '../query/names.ts'
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

/** How many functions are in the cycles of those with a 1 in `hit`. */
export const countCyclic = (profile: Profile, hit: Uint8Array): number =>
  membersByCycle(profile).reduce((sum, members) => sum + (members.some(fn => hit[fn]) ? members.length : 0), 0)

/**
 * No cycles and no self calls. What was a cycle is called `<cycle 1: parse_expr +2>`: by gprof's number, its heaviest
 * member (by self time and outgoing children time), and how many more there are.
 */
export const foldRecursion = (profile: Profile): Transformed =>
  withoutSelfCalls(
    mergeCycles(profile, () => true),
    () => true,
  )

/** The same of the cycles alone that a function with a 1 in `hit` is in. Other recursion stays as it is. */
export function collapse(profile: Profile, hit: Uint8Array): Transformed {
  const { cycle } = profile.functions
  const isHit = new Uint8Array(profile.cycles.length)
  for (let fn = 0; fn < cycle.length; fn++) if (hit[fn] && cycle[fn] !== NO_CYCLE) isHit[cycle[fn]] = 1
  const merged = mergeCycles(profile, each => isHit[each] === 1)
  const isCollapsed = new Uint8Array(merged.profile.functions.length)
  for (let fn = 0; fn < cycle.length; fn++)
    if (cycle[fn] !== NO_CYCLE && isHit[cycle[fn]]) isCollapsed[merged.row[fn]] = 1
  return withoutSelfCalls(merged, fn => isCollapsed[fn] === 1)
}

/** Each of these cycles as one function, within which its calls are self calls. */
function mergeCycles(profile: Profile, isMerged: (cycle: CycleRow) => boolean): Transformed {
  const { functions, cycles } = profile
  const weight = (fn: number) => functions.self[fn] + functions.children[fn] || 0
  const keys: (string | null)[] = new Array(functions.length).fill(null)
  for (const [cycle, members] of membersByCycle(profile).entries()) {
    if (!isMerged(cycle)) continue
    const heaviest = members.reduce((best, fn) => (weight(fn) > weight(best) ? fn : best))
    const name = `<cycle ${cycles.number[cycle]}: ${functions.name[heaviest]} +${members.length - 1}>`
    for (const fn of members) keys[fn] = name
  }
  return merge(profile, keys)
}

function withoutSelfCalls({ profile, row }: Transformed, isFolded: (fn: number) => boolean): Transformed {
  const { arcs, functions } = profile
  const isKept = Uint8Array.from(arcs.callee, (fn, arc) => (arcs.caller[arc] === fn && isFolded(fn) ? 0 : 1))
  const pick = <T extends Int32Array | Float64Array>(column: T): T => column.filter((_, arc) => isKept[arc]) as T
  const folded = { ...functions, selfCalls: functions.selfCalls.map((calls, fn) => (isFolded(fn) ? 0 : calls)) }
  adoptLabels({ functions: folded }, doublesOf(profile))
  return {
    row,
    profile: {
      ...profile,
      functions: folded,
      arcs: {
        length: isKept.reduce((sum, is) => sum + is, 0),
        caller: pick(arcs.caller),
        callee: pick(arcs.callee),
        count: pick(arcs.count),
        self: pick(arcs.self),
        children: pick(arcs.children),
      },
    },
  }
}
