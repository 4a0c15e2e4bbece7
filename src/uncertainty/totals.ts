// What is open about a total: sampling, which a longer run mends, and gprof's assumption that calls of one function cost the
// same, which none does.
//
// Whatever calls cost, a function has the time of all that can be reached through it alone: it stands on every way there.
//
//   main -> a x1, b x1    a -> g x1    b -> g x3    g 4 s     a has 0 to 4 s of g, b as well; main has all of it.
//
// That is more than `Bounds` calls certain, which is meant of one box and has to know under which caller the time is. (In
// terms of flow graphs, the function dominates what is reached through it alone.)

import type { Interval } from '../compare/counts.ts'
import { type FunctionRow, NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { adjacencyOf, rowsOf } from '../query/adjacency.ts'
import { boundsOf, isExact } from '../query/bounds.ts'
import { flowOf } from '../query/flow.ts'
import { type Sampled, sampledTotal } from './sampling.ts'

/** What is open about self and children time of a function, in {@link Profile.unit}. */
export interface TotalUncertainty {
  sampling: Sampled
  /** From the least to the most that it can be, whatever calls cost; null where there is no choice. */
  assumption: Interval | null
}

/** Both, told apart; null where nothing is known of samples. O(functions + arcs). */
export function uncertaintyOfTotal(profile: Profile, fn: FunctionRow): TotalUncertainty | null {
  const sampling = sampledTotal(profile, fn)
  if (!sampling) return null
  const { certain, most } = boundsOf(profile)
  // Of self times that a transform left uncertain, bounds know the least.
  const least = profile.selfRange ? certain[fn] : Math.max(certain[fn], Math.min(sampling.time, heldTime(profile, fn)))
  return { sampling, assumption: isExact(profile, least, most[fn]) ? null : [least, most[fn]] }
}

/** Time of all that is reached through a function alone, its own too. */
function heldTime(profile: Profile, fn: FunctionRow): number {
  const { functions, arcs } = profile
  const { units, size, rooted, detached, arcTime } = flowOf(profile)
  /** Ways into each unit that are not known to come through the function. */
  const others = new Uint32Array(units.count)
  for (let arc = 0; arc < arcs.length; arc++) {
    const to = units.of[arcs.callee[arc]]
    const isWay = arcs.caller[arc] === SPONTANEOUS || (units.of[arcs.caller[arc]] !== to && arcs.count[arc] !== 0)
    if (isWay) others[to]++
  }
  let time = 0
  const hold = (place: number, outgoing: Iterable<number>) => {
    time += size[place]
    for (const arc of outgoing) {
      time -= arcTime[arc]
      if (arcs.count[arc] !== 0) others[units.of[arcs.callee[arc]]]--
    }
  }
  const isMember = functions.cycle[fn] !== NO_CYCLE
  const inner = (arc: number) => units.of[arcs.callee[arc]] === units.of[fn]
  hold(
    fn,
    [...rowsOf(isMember ? adjacencyOf(profile).callees : units.callees, fn)].filter(arc => !inner(arc)),
  )
  // Callers first; what has no way in at all is held by nothing.
  for (let i = units.count - 1; i >= 0; i--) {
    const unit = units.calleesFirst[i]
    const isHeld = others[unit] === 0 && unit !== fn && rooted[unit] === 0 && detached[unit] === 0 && size[unit] > 0
    if (isHeld && !isOwnPlace(profile, unit)) hold(unit, rowsOf(units.callees, unit))
  }
  return time
}

/** Whether this is the place of a member of a cycle, which is no unit. */
const isOwnPlace = ({ functions }: Profile, place: number) =>
  place < functions.length && functions.cycle[place] !== NO_CYCLE
