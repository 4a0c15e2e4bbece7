import { type Profile, SPONTANEOUS } from '../profile.ts'
import { flowOf } from '../query/flow.ts'
import { arrived, type Located } from './locate.ts'
import type { Draft } from './rebuild.ts'

/**
 * Leaves of each function's time what is spent in or below matches (`kept` is inside), or what is not (`outside`).
 * What it can be at least and at most depends on the calls alone: all or nothing where every path goes one way.
 */
export function scaleTimes(draft: Draft, { hit, avoidable, reachable, inside }: Located, kept: 'inside' | 'outside') {
  for (let fn = 0; fn < hit.length; fn++) {
    const share = kept === 'inside' ? inside[fn] : 1 - inside[fn]
    const isWhole = kept === 'inside' ? !avoidable[fn] : !reachable[fn]
    if (isWhole) continue
    for (const column of [draft.functions.self, draft.missing]) column[fn] = share === 0 ? 0 : column[fn] * share
    draft.least[fn] = 0
    if (kept === 'inside' ? !reachable[fn] : !avoidable[fn]) draft.most[fn] = 0
  }
}

/** The time of an arc, spontaneous ones too, that is spent on paths through a match, above it or below. */
export function timeThrough(profile: Profile, located: Located, arc: number): number {
  const { arcs } = profile
  const { units, arcTime } = flowOf(profile)
  const to = arcs.callee[arc]
  const isSpontaneous = arcs.caller[arc] === SPONTANEOUS
  const time = isSpontaneous ? spontaneousTime(profile, arc) : arcTime[arc]
  const isUnit = units.of[to] === to
  const above = isSpontaneous ? (located.hit[to] && isUnit ? 1 : 0) : arrived(profile, located, arc)
  return time * (above + (1 - above) * located.under[units.of[to]])
}

/** Time of an arc: 0 where it is not known, and within a cycle. */
export function timeOfArc(profile: Profile, arc: number): number {
  return profile.arcs.caller[arc] === SPONTANEOUS ? spontaneousTime(profile, arc) : flowOf(profile).arcTime[arc]
}

const spontaneousTime = ({ arcs }: Profile, arc: number): number => arcs.self[arc] + arcs.children[arc] || 0

/** Shares of each cycle's time that is unexplained by its members, to be kept like the time that comes in. */
export function scaleCycles(profile: Profile, draft: Draft, share: (unit: number) => number) {
  const first = profile.functions.length
  draft.cycles.missing = draft.cycles.missing.map((time, cycle) => time * share(first + cycle))
}
