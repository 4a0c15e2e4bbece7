// Which way time passes through a profile, and where it gets lost in a listing with holes. Bounds and the flame chart
// both stand on this.
//
// In a whole profile this is simple: a unit (a function, or a cycle as one) has the size self + children, its callers
// together pass exactly that, and nothing is missing. A listing cut out of a web page knows less: of a function whose
// entry is missing there may be only a caller's word for how much time it had, or only a callee's. The size of a unit is
// then the most that anything says of it, and the difference to what its known callees and callers explain has a name.

import { type Units, unitsOf } from '../analyse/units.ts'
import { NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'

/** In the sole columns of {@link Flow}: the calls came from several callers, or from unknown ones. */
export const SEVERAL = -2

/**
 * Columns over units (functions first, then cycles; see `Units`). A function in a cycle is no unit, but has its place
 * in `size` and `missing` too: its own part of the cycle.
 */
export interface Flow {
  units: Units
  /** Self and children time. Never NaN: 0 where nothing is known. */
  size: Float64Array
  /** The part of the size that neither self time nor known callees explain. */
  missing: Float64Array
  /** The part of the size that no known caller accounts for and that has no caller: what a root has. */
  rooted: Float64Array
  /** The part of the size that belongs to callers that are not in the listing. */
  detached: Float64Array
  /** Whether all calls into and out of the unit are in the profile. */
  explained: Uint8Array
  /** The unit that made all calls; {@link SPONTANEOUS} where there are none, or {@link SEVERAL}. */
  soleUnit: Int32Array
  /** The same by function, for callers in cycles, and by arc, for cycles entered at several members. */
  soleCaller: Int32Array
  soleArc: Int32Array
  /** Time that each arc passes; 0 for inner, spontaneous and unknown ones, and where arcs contradict one another. */
  arcTime: Float64Array
}

const known = new WeakMap<Profile, Flow>()

/** How time flows through a profile; worked out once. O(functions + arcs). */
export function flowOf(profile: Profile): Flow {
  let flow = known.get(profile)
  if (!flow) {
    flow = traceFlow(profile)
    known.set(profile, flow)
  }
  return flow
}

/** The flow of this very profile that was worked out elsewhere. */
export const adoptFlow = (profile: Profile, flow: Flow): void => void known.set(profile, flow)

/** A time as an amount: 0 where it is unknown. */
export const amount = (time: number): number => (time > 0 && time < Number.POSITIVE_INFINITY ? time : 0)

function traceFlow(profile: Profile): Flow {
  const { functions, arcs, cycles } = profile
  const units = unitsOf(arcs, { cycle: functions.cycle, cycles: cycles.length })
  const arcTime = timeOfArcs(profile, units)
  const passed = new Float64Array(units.count)
  const received = new Float64Array(units.count)
  const arcsOut = new Uint32Array(units.count)
  const arcsIn = new Uint32Array(units.count)
  for (let arc = 0; arc < arcs.length; arc++) {
    if (arcTime[arc] === 0) continue
    const to = units.of[arcs.callee[arc]]
    passed[arcs.caller[arc]] += arcTime[arc] // by function also in a cycle, whose members are added up below
    arcsOut[arcs.caller[arc]]++
    received[to] += arcTime[arc]
    arcsIn[to]++
  }

  // Printed times are rounded to a hundredth, self and children each: differences that rounding explains are none.
  const slack = (size: number, terms: number) => (profile.times === 'printed' ? 0.01 * (terms + 1) : 1e-9 * size)
  const size = new Float64Array(units.count)
  const missing = new Float64Array(units.count)
  for (let fn = 0; fn < functions.length; fn++) {
    const self = amount(functions.self[fn])
    const isMember = functions.cycle[fn] !== NO_CYCLE
    size[fn] = Math.max(self + amount(functions.children[fn]), self + passed[fn], isMember ? 0 : received[fn])
    const gap = size[fn] - self - passed[fn]
    if (gap > slack(size[fn], arcsOut[fn])) missing[fn] = gap
  }
  const membersTime = new Float64Array(cycles.length)
  const membersCount = new Uint32Array(cycles.length)
  for (let fn = 0; fn < functions.length; fn++) {
    if (functions.cycle[fn] === NO_CYCLE) continue
    membersTime[functions.cycle[fn]] += size[fn]
    membersCount[functions.cycle[fn]]++
  }
  for (let cycle = 0; cycle < cycles.length; cycle++) {
    const unit = functions.length + cycle
    const stated = amount(cycles.self[cycle]) + amount(cycles.children[cycle])
    size[unit] = Math.max(stated, membersTime[cycle], received[unit])
    const gap = size[unit] - membersTime[cycle]
    if (gap > slack(size[unit], membersCount[cycle])) missing[unit] = gap
  }

  const callers = traceCallers(profile, units)
  const rooted = new Float64Array(units.count)
  const detached = new Float64Array(units.count)
  for (let unit = 0; unit < units.count; unit++) {
    if (unit < functions.length && units.of[unit] !== unit) continue
    const rest = size[unit] - received[unit]
    if (rest <= slack(size[unit], arcsIn[unit]) && received[unit] > 0) continue
    if (callers.hasUnknown[unit] && !callers.isSpontaneous[unit]) detached[unit] = rest
    else rooted[unit] = rest
  }
  const { explained, soleUnit, soleCaller, soleArc } = callers
  return { units, size, missing, rooted, detached, explained, soleUnit, soleCaller, soleArc, arcTime }
}

/**
 * Time of each arc from one unit to another. A listing that someone edited may hold loops that it does not call cycles;
 * the arc that closes such a loop passes nothing, so that whoever follows time from callers to callees comes to an end.
 */
function timeOfArcs({ arcs }: Profile, units: Units): Float64Array {
  const rank = new Uint32Array(units.count)
  for (let i = 0; i < units.count; i++) rank[units.calleesFirst[i]] = i
  const time = new Float64Array(arcs.length)
  for (let arc = 0; arc < arcs.length; arc++) {
    if (arcs.caller[arc] === SPONTANEOUS) continue
    const from = units.of[arcs.caller[arc]]
    const to = units.of[arcs.callee[arc]]
    if (rank[to] < rank[from]) time[arc] = amount(arcs.self[arc]) + amount(arcs.children[arc])
  }
  return time
}

/** What is known of the callers of each unit. Arcs with a count of 0 are known from the code alone and are no calls. */
function traceCallers({ functions, arcs, cycles }: Profile, units: Units) {
  const explained = new Uint8Array(units.count).fill(1)
  for (let fn = 0; fn < functions.length; fn++) if (!functions.explained[fn]) explained[units.of[fn]] = 0

  const isSpontaneous = new Uint8Array(units.count)
  const counted = new Float64Array(units.count)
  const callers = new Uint32Array(units.count)
  const soleUnit = new Int32Array(units.count).fill(SPONTANEOUS)
  const soleCaller = new Int32Array(units.count).fill(SPONTANEOUS)
  const soleArc = new Int32Array(units.count).fill(SPONTANEOUS)
  const hold = (sole: Int32Array, unit: number, caller: number) => {
    sole[unit] = callers[unit] === 0 || sole[unit] === caller ? caller : SEVERAL
  }
  for (let arc = 0; arc < arcs.length; arc++) {
    const caller = arcs.caller[arc]
    const to = units.of[arcs.callee[arc]]
    if (caller === SPONTANEOUS) isSpontaneous[to] = 1
    else if (units.of[caller] !== to && arcs.count[arc] !== 0) {
      hold(soleUnit, to, units.of[caller])
      hold(soleCaller, to, caller)
      hold(soleArc, to, arc)
      callers[to]++
      counted[to] += arcs.count[arc]
    }
  }
  const hasUnknown = new Uint8Array(units.count)
  for (let unit = 0; unit < units.count; unit++) {
    const calls = unit < functions.length ? functions.calls[unit] : cycles.calls[unit - functions.length]
    if (Number.isNaN(calls) ? !explained[unit] : calls > counted[unit]) hasUnknown[unit] = 1
    // Of a root the listing or a transform says that there are no callers, whatever calls were counted before.
    const isRoot = isSpontaneous[unit] && explained[unit] && callers[unit] === 0
    if (isRoot) continue
    if (hasUnknown[unit] || isSpontaneous[unit]) soleUnit[unit] = soleCaller[unit] = soleArc[unit] = SEVERAL
  }
  return { explained, isSpontaneous, hasUnknown, soleUnit, soleCaller, soleArc }
}
