// Hide takes functions out of the call paths as if they had been inlined: their self time joins their callers', their
// callees are called by their callers.
//
//   main -> a x1, b x3, a -> f x1, b -> f x3, f 4 -> g x8      hide f: a gets 1 s more and calls g 2 times, b 3 s and 6.
//
// Who of several callers gets how much is gprof's assumption, by time as everywhere; counts of the new arcs are
// estimates in the same proportion, and may be fractions. A root that is hidden leaves its callees as roots; its self
// time has no caller to go to and is lost.
//
// Of a cycle gprof knows no inner times. What a hidden member has goes to those members that call it, in proportion to
// their calls; who entered the cycle there enters it at the members that it calls. That a part of it would belong to
// who entered is known, though not how much: it is in the range, not in the figure. Hidden members that call one another
// are like one, and so is a cycle that is hidden as a whole.
//
// Each hidden function with n callers and m callees leaves up to n × m arcs, so hiding a dispatcher through which
// everything goes may be more than anything can show; then nothing is hidden.

import { type Profile, SPONTANEOUS } from '../profile.ts'
import { adjacencyOf, rowsOf } from '../query/adjacency.ts'
import { amount, flowOf } from '../query/flow.ts'
import { membersByCycle } from './locate.ts'
import { type Draft, draftOf, rebuild, type Transformed } from './rebuild.ts'
import { timeOfArc } from './scale.ts'

/** Shares by function row, {@link SPONTANEOUS} too. */
type Shares = Map<number, number>

/** More arcs than any view could show. */
const MOST_ARCS = 2_000_000

/** Without the functions with a 1 in `hit`. Null if that would make too many arcs. */
export function hide(profile: Profile, hit: Uint8Array): (Transformed & { estimated: boolean }) | null {
  const { functions, total } = profile
  const { missing } = flowOf(profile)
  const ends = traceEnds(profile, hit)
  if (!ends) return null
  const draft = draftOf(profile)
  const selfCalls = functions.selfCalls.slice()
  draft.functions.selfCalls = selfCalls
  let lost = 0
  for (let fn = 0; fn < functions.length; fn++) {
    if (!hit[fn]) continue
    const callers = ends.callersOf[fn] as Shares
    for (const [caller, share] of callers) {
      const time = amount(functions.self[fn]) * share
      if (caller === SPONTANEOUS) lost += time
      else {
        draft.functions.self[caller] += time
        draft.missing[caller] += missing[fn] * share
        draft.most[caller] += draft.most[fn]
        if (callers.size === 1 && !ends.isEntered[fn]) draft.least[caller] += draft.least[fn]
      }
    }
  }
  for (const { members, entering } of ends.detours) {
    const most = members.reduce((sum, fn) => sum + draft.most[fn], 0)
    for (const caller of entering) if (caller !== SPONTANEOUS) draft.most[caller] += most
  }
  const estimated = bypass(profile, hit, ends, draft)
  if (estimated === null) return null
  draft.total = total - lost
  return {
    ...rebuild(
      profile,
      draft,
      hit.map(is => (is ? 0 : 1)),
    ),
    estimated,
  }
}

interface Ends {
  /** For each hidden function the shown ones that have its time in the end, with their shares of it. */
  callersOf: (Shares | undefined)[]
  /** For each hidden member of a cycle that is shown in part, the members where it is left for. */
  calleesOf: (Shares | undefined)[]
  detours: Detour[]
  /** 1 for such members that callers outside the cycle may enter it at, or go on from there. */
  isEntered: Uint8Array
}

/** A way around hidden members of a cycle, all that are linked by calls together. */
interface Detour {
  members: number[]
  callers: Shares
  callees: Shares
  /** Calls by shown members. */
  calls: number
  /** Shown callers outside the cycle, and how often they call. */
  entering: Set<number>
  entries: number
}

/** Follows hidden functions up to shown ones. Null if there are too many of them. */
function traceEnds(profile: Profile, hit: Uint8Array): Ends | null {
  const { functions, arcs } = profile
  const { units, size } = flowOf(profile)
  const { callers } = adjacencyOf(profile)
  const members = membersByCycle(profile)
  const ends: Ends = {
    callersOf: new Array(functions.length),
    calleesOf: new Array(functions.length),
    detours: [],
    isEntered: new Uint8Array(functions.length),
  }
  let shares = 0
  for (let i = units.count - 1; i >= 0; i--) {
    const unit = units.calleesFirst[i]
    if (unit < functions.length && (units.of[unit] !== unit || !hit[unit])) continue
    const inUnit = unit < functions.length ? [unit] : members[unit - functions.length]
    const shown = inUnit.filter(fn => !hit[fn])
    if (shown.length === inUnit.length) continue
    if (shown.length > 0) {
      traceDetours(profile, hit, inUnit, shown, ends)
      continue
    }
    const found: Shares = new Map()
    const incoming = inUnit.flatMap(fn => [...rowsOf(callers, fn)]).filter(arc => units.of[arcs.caller[arc]] !== unit)
    const counted = incoming.reduce((sum, arc) => sum + (arcs.count[arc] || 0), 0)
    for (const arc of incoming) {
      const caller = arcs.caller[arc]
      // Where there is no time to go by, calls tell; and where there are none, nobody calls it.
      const byCount = counted > 0 ? (arcs.count[arc] || 0) / counted : caller === SPONTANEOUS ? 1 : 0
      const share = size[unit] > 0 ? timeOfArc(profile, arc) / size[unit] : byCount
      if (share === 0) continue
      const above = caller !== SPONTANEOUS && hit[caller] ? ends.callersOf[caller] : undefined
      for (const [end, part] of above ?? [[caller, 1] as const]) add(found, end, share * part)
    }
    for (const fn of inUnit) ends.callersOf[fn] = found
    shares += found.size
    if (shares > MOST_ARCS) return null
  }
  return ends
}

/** Finds the ways around hidden members of a cycle. */
function traceDetours(profile: Profile, hit: Uint8Array, members: number[], shown: number[], ends: Ends) {
  const { functions, arcs } = profile
  const { callers, callees } = adjacencyOf(profile)
  const isInside = (fn: number) => fn !== SPONTANEOUS && functions.cycle[fn] === functions.cycle[members[0]]
  // Where a cycle is spontaneous, any member may be the one.
  const isRoot = members.some(fn => rowsOf(callers, fn).some(arc => arcs.caller[arc] === SPONTANEOUS))
  for (const start of members) {
    if (!hit[start] || ends.callersOf[start]) continue
    const detour: Detour = {
      members: [start],
      callers: new Map(),
      callees: new Map(),
      calls: 0,
      entering: new Set(isRoot ? [SPONTANEOUS] : []),
      entries: isRoot ? 1 : 0,
    }
    const take = (fn: number) => {
      ends.callersOf[fn] = detour.callers
      ends.calleesOf[fn] = detour.callees
    }
    const visit = (other: number, count: number, shares: Shares) => {
      if (!hit[other]) add(shares, other, count)
      else if (!ends.callersOf[other]) {
        take(other)
        detour.members.push(other)
      }
    }
    take(start)
    for (const fn of detour.members) {
      for (const arc of rowsOf(callees, fn))
        if (isInside(arcs.callee[arc])) visit(arcs.callee[arc], arcs.count[arc], detour.callees)
      for (const arc of rowsOf(callers, fn)) {
        const caller = arcs.caller[arc]
        if (isInside(caller)) visit(caller, arcs.count[arc], detour.callers)
        else if (caller !== SPONTANEOUS && arcs.count[arc] !== 0) {
          for (const end of hit[caller] ? (ends.callersOf[caller] as Shares).keys() : [caller]) detour.entering.add(end)
          detour.entries += arcs.count[arc]
        }
      }
    }
    detour.calls = normalise(detour.callers, shown)
    normalise(detour.callees, shown)
    if (detour.entering.size > 0) for (const fn of detour.members) ends.isEntered[fn] = 1
    ends.detours.push(detour)
  }
}

const add = (shares: Shares, fn: number, part: number) => void shares.set(fn, (shares.get(fn) ?? 0) + part)

/** Makes parts of their sum, which it returns; where there are none, equal ones of all in `others`. */
function normalise(shares: Shares, others: number[]): number {
  let sum = 0
  for (const part of shares.values()) sum += part
  if (sum === 0) for (const fn of others) shares.set(fn, 1 / others.length)
  else for (const [fn, part] of shares) shares.set(fn, part / sum)
  return sum
}

/**
 * Puts all arcs into the draft, those of hidden functions as arcs between the shown ones at either end.
 * @returns Whether any count is an estimate; null if there are too many arcs.
 */
function bypass(
  profile: Profile,
  hit: Uint8Array,
  { callersOf, calleesOf, detours }: Ends,
  draft: Draft,
): boolean | null {
  const { functions, arcs } = profile
  const { units } = flowOf(profile)
  // Of the calls that a member made which was entered from outside too, only those are known to be a shown member's
  // that its share of the calls tells; the rest is left open.
  const known = new Float64Array(functions.length).fill(1)
  for (const { members, calls, entries } of detours)
    for (const fn of members) known[fn] = calls / (calls + entries) || 0
  const { selfCalls, calls: received } = draft.functions
  const places = new Map<number, number>()
  let estimated = false
  const put = (caller: number, callee: number, count: number, time: number) => {
    const key = (caller + 1) * functions.length + callee
    const place = places.get(key)
    if (place === undefined) {
      places.set(key, draft.arcs.caller.length)
      draft.arcs.caller.push(caller)
      draft.arcs.callee.push(callee)
      draft.arcs.count.push(count)
      draft.arcs.time.push(time)
    } else {
      draft.arcs.count[place] += count
      draft.arcs.time[place] += time
    }
  }
  const isInner = (arc: number) =>
    arcs.caller[arc] !== SPONTANEOUS && units.of[arcs.caller[arc]] === units.of[arcs.callee[arc]]
  const isHidden = (fn: number) => fn !== SPONTANEOUS && hit[fn] === 1
  for (let arc = 0; arc < arcs.length; arc++) {
    const [from, to] = [arcs.caller[arc], arcs.callee[arc]]
    const [count, time] = [arcs.count[arc], timeOfArc(profile, arc)]
    if (!isHidden(from) && !isHidden(to)) {
      put(from, to, count, time)
      continue
    }
    if (isInner(arc)) continue
    const above: Shares = (isHidden(from) ? callersOf[from] : undefined) ?? new Map([[from, 1]])
    const below: Shares | undefined = isHidden(to) ? calleesOf[to] : new Map([[to, 1]])
    if (!below) continue
    const told = isHidden(from) ? known[from] : 1
    if (above.size > 1 || below.size > 1 || told < 1) estimated = true
    for (const [caller, part] of above)
      for (const [callee, share] of below) {
        const calls = caller === SPONTANEOUS ? Number.NaN : count * part * share * told
        put(caller, callee, calls, time * part * share)
      }
    if (places.size > MOST_ARCS) return null
  }

  for (const { callers, callees, calls } of detours) {
    if (calls === 0) continue
    if (callers.size * callees.size + places.size > MOST_ARCS) return null
    if (callers.size > 1 && callees.size > 1) estimated = true
    for (const [caller, part] of callers)
      for (const [callee, share] of callees) {
        const count = calls * part * share
        put(caller, callee, count, 0)
        if (caller !== callee) continue
        selfCalls[callee] += count
        received[callee] = Math.max(0, received[callee] - count) || Number.NaN
      }
  }
  return estimated
}
