// Prune below ends call paths at their first match: its callees are gone, and their time is its own. What is called
// from elsewhere too keeps the time of those calls. No time is lost.
//
// A match in a cycle calls no member any more, so it leaves the cycle. What was below it inside comes from the members
// that call it, in proportion to their calls.

import { NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { boundsOf } from '../query/bounds.ts'
import { isInner } from '../query/entry.ts'
import { type Located, locate, otherMembers } from './locate.ts'
import { addArc, draftOf, rebuild, type Transformed } from './rebuild.ts'
import { scaleCycles, scaleTimes, timeOfArc } from './scale.ts'

/** Nothing below functions with a 1 in `hit`. */
export function pruneBelow(profile: Profile, hit: Uint8Array): Transformed {
  const { functions, arcs } = profile
  const located = locate(profile, hit)
  const { avoidable, first, inside, top, topInside, entered } = located
  const { certain, most, cycleMost } = boundsOf(profile)
  const isBelow = belowOthers(profile, located)
  const draft = draftOf(profile)
  scaleTimes(draft, located, 'outside')
  scaleCycles(profile, draft, unit => 1 - entered[unit])
  const { callsInside, leaves } = findLeaving(profile, located)
  draft.functions.cycle = functions.cycle.map((cycle, fn) => (hit[fn] && leaves[cycle] ? NO_CYCLE : cycle))
  for (let fn = 0; fn < hit.length; fn++) {
    if (!hit[fn]) continue
    draft.functions.self[fn] = top[fn]
    draft.missing[fn] = 0
    draft.least[fn] = isBelow[fn] ? 0 : certain[fn]
    draft.most[fn] = functions.cycle[fn] === NO_CYCLE ? most[fn] : cycleMost[functions.cycle[fn]]
  }
  const others = otherMembers(profile, avoidable)
  const roots = new Map<number, number>()
  for (let arc = 0; arc < arcs.length; arc++) {
    const [from, to] = [arcs.caller[arc], arcs.callee[arc]]
    if (from !== SPONTANEOUS && !avoidable[from] && from !== to) continue
    const isMet = hit[to] === 1 && isInner(profile, arc) && from !== to
    if (from === SPONTANEOUS) {
      const other = hit[to] && leaves[functions.cycle[to]] ? others[functions.cycle[to]] : -1
      const root = other >= 0 ? other : to
      roots.set(root, (roots.get(root) ?? 0) + timeOfArc(profile, arc))
      continue
    }
    const time = isMet
      ? topInside[to] * (arcs.count[arc] / callsInside[to] || 0)
      : timeOfArc(profile, arc) * (1 - inside[from])
    addArc(draft.arcs, from, to, arcs.count[arc], time)
  }
  for (const [fn, time] of roots) addArc(draft.arcs, SPONTANEOUS, fn, Number.NaN, time)
  return rebuild(
    profile,
    draft,
    avoidable.map((is, fn) => is | first[fn] | Number(top[fn] > 0)),
  )
}

/** 1 for functions that another match may be above. */
function belowOthers({ functions, arcs }: Profile, { hit, reachable }: Located): Uint8Array {
  const below = new Uint8Array(functions.length)
  if (hit.indexOf(1) === hit.lastIndexOf(1)) return below
  for (let arc = 0; arc < arcs.length; arc++) {
    const [from, to] = [arcs.caller[arc], arcs.callee[arc]]
    if (from !== SPONTANEOUS && from !== to && arcs.count[arc] !== 0 && reachable[from]) below[to] = 1
  }
  return below
}

/**
 * Cycles whose matches leave: those where all that is below matches inside comes from members that call them. By match:
 * how often such members do.
 */
function findLeaving(
  { functions, arcs }: Profile,
  { hit, avoidable, topInside }: Located,
): { callsInside: Float64Array; leaves: boolean[] } {
  const { cycle } = functions
  const callsInside = new Float64Array(functions.length)
  for (let arc = 0; arc < arcs.length; arc++) {
    const [from, to] = [arcs.caller[arc], arcs.callee[arc]]
    if (from === SPONTANEOUS || !hit[to] || cycle[to] === NO_CYCLE || cycle[from] !== cycle[to]) continue
    if (avoidable[from]) callsInside[to] += arcs.count[arc]
  }
  const leaves: boolean[] = []
  for (let fn = 0; fn < functions.length; fn++)
    if (hit[fn] && cycle[fn] !== NO_CYCLE)
      leaves[cycle[fn]] = (leaves[cycle[fn]] ?? true) && (topInside[fn] === 0 || callsInside[fn] > 0)
  return { callsInside, leaves }
}
