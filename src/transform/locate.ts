// Where the matches of a transform stand on the call paths: how much of each function's time is spent below a match,
// how much leads to one, and how much meets its first match where. Focus, ignore, show from and prune below all cut
// the profile along these lines.
//
// gprof knows no paths. As in the flame chart, a call of g is taken to cost the same whatever path led to it, so that
// shares multiply along a path. Going down, with time(c → g) the time of an arc and size(g) all time of g:
//
//   inside(g) = 1 for a match, else Σ over callers c: time(c → g) / size(g) × inside(c)
//   under(g)  = 1 for a match, else Σ over callees h: time(g → h) / size(g) × under(h)
//
//   main -> a x1, b x1, a -> f x3, b -> f x1, f 4     below a are 3 s of f: inside(f) = 3/4, and under(main) = 3/4.
//
// A cycle is one unit, within which gprof knows no times. Each member has its own part: its self time and what it calls
// outside. What is known of the calls all the same is used: time that enters the cycle at a match is below it; so is
// the part of a member that cannot be reached but through a match. Of the other members' parts nobody knows how much is
// below a match; as in the flame chart, they are drawn beside it. That is the assumption.
//
// Beside the shares stand flags that depend on the calls alone, not on times: they say what must be, and what may be.

import { NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { adjacencyOf, rowsOf } from '../query/adjacency.ts'
import { type Flow, flowOf } from '../query/flow.ts'

export interface Located {
  hit: Uint8Array
  /** By function: 1 if some path from a root leads to it without a match on it; never for a match. */
  avoidable: Uint8Array
  /** By function: 1 if it is a match, or some path from a match leads to it. */
  reachable: Uint8Array
  /** By function: 1 if it is a match, or some path from it leads to a match. */
  leads: Uint8Array
  /** By function: 1 for a match that may be the first on a path. */
  first: Uint8Array
  /** By function: the share of its time, in a cycle of its own part, that is spent in or below a match. */
  inside: Float64Array
  /** By unit: the share of its time that is below a match when it comes in. */
  entered: Float64Array
  /** By unit: the share of the remaining time that is spent in or below a match further down. */
  under: Float64Array
  /** By function: time that meets its first match here. */
  top: Float64Array
  /** The part of it that enters the cycle of the match elsewhere. */
  topInside: Float64Array
}

/** Places of matches (1 in `hit`) in a profile. O(functions + arcs). */
export function locate(profile: Profile, hit: Uint8Array): Located {
  const flow = flowOf(profile)
  const flags = traceFlags(profile, flow, hit)
  const { inside, entered } = sumInside(profile, flow, hit, flags)
  const under = sumUnder(profile, flow, hit, flags.avoidable)
  return { hit, ...flags, inside, entered, under, ...sumTop(profile, flow, hit, { ...flags, inside, entered }) }
}

/** The share of an arc's time that is in or below a match once it has come to the callee. */
export const arrived = ({ arcs }: Profile, { hit, inside }: Pick<Located, 'hit' | 'inside'>, arc: number): number =>
  hit[arcs.callee[arc]] ? 1 : inside[arcs.caller[arc]]

type Flags = Pick<Located, 'avoidable' | 'reachable' | 'leads' | 'first'>

function traceFlags(profile: Profile, { units, detached }: Flow, hit: Uint8Array): Flags {
  const { functions, arcs } = profile
  const { callees, callers } = adjacencyOf(profile)
  const isCall = (arc: number) => arcs.caller[arc] !== SPONTANEOUS && arcs.count[arc] !== 0

  // Of a cycle that nobody is known to call, any member may be where it is entered.
  const isCalled = new Uint8Array(units.count)
  const isRoot = detached.map(time => (time > 0 ? 1 : 0))
  for (let arc = 0; arc < arcs.length; arc++) {
    const to = units.of[arcs.callee[arc]]
    if (arcs.caller[arc] === SPONTANEOUS) isRoot[to] = 1
    else if (isCall(arc) && units.of[arcs.caller[arc]] !== to) isCalled[to] = 1
  }
  const rooted = Uint8Array.from(units.of, unit => (isRoot[unit] || !isCalled[unit] ? 1 : 0))

  const members = membersByCycle(profile)
  /** Marks what is reached from what is marked: around matches, or through whole cycles, which an ignored member may have left in pieces. */
  const spread = (marked: Uint8Array, goesOn: (fn: number) => Iterable<number>, other: Int32Array, around: boolean) => {
    const pending = [...marked.keys()].filter(fn => marked[fn])
    const seen = new Uint8Array(members.length)
    const mark = (fn: number) => {
      if (marked[fn] || (around && hit[fn])) return
      marked[fn] = 1
      pending.push(fn)
    }
    for (let fn = pending.pop(); fn !== undefined; fn = pending.pop()) {
      for (const arc of goesOn(fn)) if (isCall(arc)) mark(other[arc])
      const cycle = functions.cycle[fn]
      if (around || cycle === NO_CYCLE || seen[cycle]) continue
      seen[cycle] = 1
      members[cycle].forEach(mark)
    }
    return marked
  }
  const down = (fn: number) => rowsOf(callees, fn)
  const avoidable = spread(
    rooted.map((is, fn) => (is && !hit[fn] ? 1 : 0)),
    down,
    arcs.callee,
    true,
  )
  const reachable = spread(hit.slice(), down, arcs.callee, false)
  const leads = spread(hit.slice(), fn => rowsOf(callers, fn), arcs.caller, false)
  const first = new Uint8Array(functions.length)
  for (let fn = 0; fn < functions.length; fn++)
    if (hit[fn] && (rooted[fn] || rowsOf(callers, fn).some(arc => isCall(arc) && avoidable[arcs.caller[arc]])))
      first[fn] = 1
  return { avoidable, reachable, leads, first }
}

/** From callers to callees. */
function sumInside(profile: Profile, flow: Flow, hit: Uint8Array, { avoidable, reachable }: Flags) {
  const { functions, arcs } = profile
  const { units, size, arcTime } = flow
  const { callees } = adjacencyOf(profile)
  const inside = new Float64Array(functions.length)
  const entering = new Float64Array(units.count)
  const entered = new Float64Array(units.count)
  const visit = (fn: number) => {
    inside[fn] = hit[fn] || !avoidable[fn] ? 1 : reachable[fn] ? entered[units.of[fn]] : 0
    for (const arc of rowsOf(callees, fn))
      entering[units.of[arcs.callee[arc]]] += arcTime[arc] * arrived(profile, { hit, inside }, arc)
  }
  const members = membersByCycle(profile)
  for (let i = units.count - 1; i >= 0; i--) {
    const unit = units.calleesFirst[i]
    entered[unit] = size[unit] > 0 ? Math.min(1, entering[unit] / size[unit]) : 0
    if (unit >= functions.length) for (const fn of members[unit - functions.length]) visit(fn)
    else if (functions.cycle[unit] === NO_CYCLE) visit(unit)
  }
  return { inside, entered }
}

/** From callees to callers. */
function sumUnder(
  profile: Profile,
  { units, size, arcTime }: Flow,
  hit: Uint8Array,
  avoidable: Uint8Array,
): Float64Array {
  const { functions, arcs } = profile
  const { callees } = adjacencyOf(profile)
  const under = new Float64Array(units.count)
  const timeUnder = (fn: number) => {
    if (hit[fn] || !avoidable[fn]) return size[fn]
    let time = 0
    for (const arc of rowsOf(callees, fn))
      time += arcTime[arc] * (hit[arcs.callee[arc]] ? 1 : under[units.of[arcs.callee[arc]]])
    return time
  }
  const members = membersByCycle(profile)
  for (const unit of units.calleesFirst) {
    let time = 0
    if (unit >= functions.length) for (const fn of members[unit - functions.length]) time += timeUnder(fn)
    else if (functions.cycle[unit] === NO_CYCLE) time = timeUnder(unit)
    under[unit] = size[unit] > 0 ? Math.min(1, time / size[unit]) : 0
  }
  return under
}

/**
 * Time that comes to a match from outside all matches. In a cycle: what enters at a match, and those parts that are
 * below a match inside, which belong to the matches that other members call, in proportion to their own parts.
 */
function sumTop(
  profile: Profile,
  { size, arcTime }: Flow,
  hit: Uint8Array,
  { avoidable, first, inside, entered }: Flags & Pick<Located, 'inside' | 'entered'>,
): Pick<Located, 'top' | 'topInside'> {
  const { functions, arcs } = profile
  const { cycle } = functions
  const top = new Float64Array(functions.length)
  const topInside = new Float64Array(functions.length)
  const below = new Float64Array(functions.length)
  const isMetInside = new Uint8Array(functions.length)
  for (let arc = 0; arc < arcs.length; arc++) {
    const [from, to] = [arcs.caller[arc], arcs.callee[arc]]
    if (from === SPONTANEOUS || !hit[to]) continue
    if (cycle[to] === NO_CYCLE) below[to] += arcTime[arc] * inside[from]
    else if (cycle[from] !== cycle[to]) top[to] += arcTime[arc] * (1 - inside[from])
    else if (avoidable[from] && arcs.count[arc] !== 0) isMetInside[to] = 1
  }
  for (let fn = 0; fn < functions.length; fn++)
    if (cycle[fn] === NO_CYCLE && hit[fn]) top[fn] = Math.max(0, size[fn] - below[fn])
  for (const [row, members] of membersByCycle(profile).entries()) {
    const outside = 1 - entered[functions.length + row]
    const hits = members.filter(fn => hit[fn])
    if (hits.length === 0 || outside === 0) continue
    const met = [isMetInside, first, hit].map(is => hits.filter(fn => is[fn])).find(some => some.length > 0) ?? hits
    const all = met.reduce((sum, fn) => sum + size[fn], 0)
    const time = members.reduce((sum, fn) => sum + (hit[fn] || !avoidable[fn] ? size[fn] : 0), 0) * outside
    for (const fn of met) {
      topInside[fn] = time * (all > 0 ? size[fn] / all : 1 / met.length)
      top[fn] += topInside[fn]
    }
  }
  return { top, topInside }
}

/** The functions of each cycle. */
export function membersByCycle({ functions, cycles }: Profile): number[][] {
  const members: number[][] = Array.from({ length: cycles.length }, () => [])
  for (let fn = 0; fn < functions.length; fn++)
    if (functions.cycle[fn] !== NO_CYCLE) members[functions.cycle[fn]].push(fn)
  return members
}

/** By cycle, a member that is still there where the one that stood for all as spontaneous is not; -1 for none. */
export function otherMembers({ functions, cycles }: Profile, isThere: Uint8Array): Int32Array {
  const members = new Int32Array(cycles.length).fill(-1)
  for (let fn = functions.length - 1; fn >= 0; fn--)
    if (isThere[fn] && functions.cycle[fn] !== NO_CYCLE) members[functions.cycle[fn]] = fn
  return members
}
