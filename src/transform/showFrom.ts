// Show from makes the matches roots: what is above them is gone. A match below another match stays where it is, and is a
// root too for what came to it otherwise.

import { type Profile, SPONTANEOUS } from '../profile.ts'
import { locate } from './locate.ts'
import { addArc, draftOf, rebuild, type Transformed } from './rebuild.ts'
import { scaleCycles, scaleTimes, timeOfArc } from './scale.ts'

/** Call paths from the first function on with a 1 in `hit`. Loses time that is not below one. */
export function showFrom(profile: Profile, hit: Uint8Array): Transformed {
  const { arcs, total } = profile
  const located = locate(profile, hit)
  const { reachable, first, inside, top, entered } = located
  const draft = draftOf(profile)
  scaleTimes(draft, located, 'inside')
  scaleCycles(profile, draft, unit => entered[unit])
  for (let arc = 0; arc < arcs.length; arc++) {
    const from = arcs.caller[arc]
    if (from === SPONTANEOUS || !reachable[from]) continue
    addArc(draft.arcs, from, arcs.callee[arc], arcs.count[arc], timeOfArc(profile, arc) * inside[from])
  }
  for (let fn = 0; fn < hit.length; fn++)
    if (first[fn] || top[fn] > 0) addArc(draft.arcs, SPONTANEOUS, fn, Number.NaN, top[fn])
  draft.total = Math.min(
    total,
    top.reduce((sum, time) => sum + time, 0),
  )
  return rebuild(profile, draft, reachable)
}
