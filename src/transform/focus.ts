// Focus keeps the call paths that go through a match, above it and below; ignore keeps the others. Together they are
// the whole: of each function and of each arc one has what the other leaves. See locate.ts for what is assumed.
//
// Time above a match is kept as children time of those who led to it; their own is not on such a path and goes. Calls
// are kept as they were counted: `n/m` still says that m calls were made in all.
//
// What is left is a profile, and knows of paths only what its arcs tell. Where one match is below another, a second
// focus on the same would therefore take a little more, of functions that are reached both through one and past it.

import { type Profile, SPONTANEOUS } from '../profile.ts'
import { locate, otherMembers } from './locate.ts'
import { addArc, draftOf, rebuild, type Transformed } from './rebuild.ts'
import { scaleCycles, scaleTimes, timeOfArc, timeThrough } from './scale.ts'

/** Only paths through functions with a 1 in `hit`. Loses the time of all others. */
export function focus(profile: Profile, hit: Uint8Array): Transformed {
  const { arcs, total } = profile
  const located = locate(profile, hit)
  const { reachable, leads, top, entered } = located
  const draft = draftOf(profile)
  scaleTimes(draft, located, 'inside')
  scaleCycles(profile, draft, unit => entered[unit])
  for (let arc = 0; arc < arcs.length; arc++) {
    const [from, to] = [arcs.caller[arc], arcs.callee[arc]]
    if ((from === SPONTANEOUS || !reachable[from]) && !leads[to]) continue
    addArc(draft.arcs, from, to, arcs.count[arc], timeThrough(profile, located, arc))
  }
  draft.total = Math.min(
    total,
    top.reduce((sum, time) => sum + time, 0),
  )
  return rebuild(
    profile,
    draft,
    reachable.map((is, fn) => is | leads[fn]),
  )
}

/** Only paths through none of the functions with a 1 in `hit`. Loses the time of all others. */
export function ignore(profile: Profile, hit: Uint8Array): Transformed {
  const { functions, arcs, total } = profile
  const located = locate(profile, hit)
  const { avoidable, top, entered } = located
  const draft = draftOf(profile)
  scaleTimes(draft, located, 'outside')
  scaleCycles(profile, draft, unit => 1 - entered[unit])
  const others = otherMembers(profile, avoidable)
  const roots = new Map<number, number>()
  let rooted = 0
  for (let arc = 0; arc < arcs.length; arc++) {
    const [from, to] = [arcs.caller[arc], arcs.callee[arc]]
    const time = Math.max(0, timeOfArc(profile, arc) - timeThrough(profile, located, arc))
    if (from === SPONTANEOUS) {
      const root = avoidable[to] ? to : (others[functions.cycle[to]] ?? -1)
      if (root >= 0) roots.set(root, (roots.get(root) ?? 0) + time)
      rooted += time
    } else if (avoidable[from] && avoidable[to]) addArc(draft.arcs, from, to, arcs.count[arc], time)
  }
  for (const [fn, time] of roots) addArc(draft.arcs, SPONTANEOUS, fn, Number.NaN, time)
  const found = top.reduce((sum, time) => sum + time, 0)
  draft.total = Math.min(total, Math.max(total - found, rooted)) // in a cut listing, times may be told twice
  return rebuild(profile, draft, avoidable)
}
