// What the data leaves no choice about, and what is assumed.
//
// gprof knows the self time of each function and how often each caller called each callee, never how long a call took.
// It assumes that all calls of a function cost the same. How wrong can that be?
//
//   slow -> f x1, fast -> f x1, f 10 s     gprof gives each caller 5 s; the truth is anything from 0 to 10.
//   only -> g x9, g 3 s                    all calls came one way: 3 s is certain, whatever each of them cost.
//
// An arc is *sole* if it holds all calls of its callee: then all the callee's time went that way. Certain time of a
// function is its own and that of its sole callees, and so on down. Most is what it can have at the very most: its own
// and everything below. A cycle counts as one function. What gprof says always lies between the two.
//
// Certain is meant where it is drawn, on this path and no other. If f alone calls a and b, and both call g, then g's time
// is certainly below f, yet g is not part of f's certain time: nobody knows under which of the two boxes it belongs.

import { type ArcRow, NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { adjacencyOf, rowsOf } from './adjacency.ts'
import { isInner } from './entry.ts'
import { amount, flowOf } from './flow.ts'

/** Lower and upper limits of times, in {@link Profile.unit}. `certain` ≤ what gprof says ≤ `most`. */
export interface Bounds {
  /** Per function. For a member of a cycle: of its own box inside the cycle, outgoing calls included. */
  certain: Float64Array
  most: Float64Array
  /** Per cycle as a whole. */
  cycleCertain: Float64Array
  cycleMost: Float64Array
  /** Per arc; NaN within a cycle and on self calls, which carry no time. */
  arcCertain: Float64Array
  arcMost: Float64Array
  /** The part of all time that has only one place it can be, 0..1; NaN if there is no time. */
  certainShare: number
}

const known = new WeakMap<Profile, Bounds>()

/** Bounds of all times of a profile; worked out once. O(functions + arcs). */
export function boundsOf(profile: Profile): Bounds {
  let bounds = known.get(profile)
  if (!bounds) {
    bounds = workOut(profile)
    known.set(profile, bounds)
  }
  return bounds
}

/** Bounds of this very profile that were worked out elsewhere. */
export const adoptBounds = (profile: Profile, bounds: Bounds): void => void known.set(profile, bounds)

/** Whether a range is so narrow, under half a sample, that its value may be called exact. */
export const isExact = ({ samplePeriod, total }: Profile, certain: number, most: number): boolean =>
  most - certain < (samplePeriod > 0 ? samplePeriod / 2 : 1e-9 * total)

/** What the time of an arc is: known exactly, split by call counts, or, among members of a cycle, none. */
export function kindOfArc(profile: Profile, arc: ArcRow): 'exact' | 'assumed' | 'inner' {
  if (isInner(profile, arc)) return 'inner'
  const { arcCertain, arcMost } = boundsOf(profile)
  return isExact(profile, arcCertain[arc], arcMost[arc]) ? 'exact' : 'assumed'
}

function workOut(profile: Profile): Bounds {
  const { functions, arcs, cycles, total } = profile
  const { units, soleUnit, soleArc, rooted } = flowOf(profile)
  const certain = sumCertain(profile)
  const most = sumMost(profile)

  const arcCertain = new Float64Array(arcs.length).fill(Number.NaN)
  const arcMost = new Float64Array(arcs.length).fill(Number.NaN)
  for (let arc = 0; arc < arcs.length; arc++) {
    const caller = arcs.caller[arc]
    const to = units.of[arcs.callee[arc]]
    if (caller !== SPONTANEOUS && units.of[caller] === to) continue
    const isSole = caller === SPONTANEOUS ? soleUnit[to] === SPONTANEOUS : soleArc[to] === arc
    const time = arcs.self[arc] + arcs.children[arc] // rounded in print, so perhaps less than what was added up
    arcCertain[arc] = isSole ? Math.min(Number.isNaN(time) ? certain[to] : time, certain[to]) : 0
    arcMost[arc] = arcs.count[arc] === 0 ? 0 : most[to]
  }

  let settled = 0
  for (let unit = 0; unit < units.count; unit++)
    if (rooted[unit] > 0 && soleUnit[unit] === SPONTANEOUS) settled += certain[unit]
  const firstCycle = functions.length
  return {
    certain: certain.slice(0, firstCycle),
    most: most.slice(0, firstCycle),
    cycleCertain: certain.slice(firstCycle, firstCycle + cycles.length),
    cycleMost: most.slice(firstCycle, firstCycle + cycles.length),
    arcCertain,
    arcMost,
    certainShare: total > 0 ? Math.min(1, settled / total) : Number.NaN,
  }
}

/** Self times as they are, or what a transform left of them at least or at most; a cycle's are those of its members. */
function selfLimits({ functions, cycles, selfRange }: Profile, end: 'least' | 'most') {
  if (!selfRange) return { functions: functions.self, cycles: cycles.self }
  const ofCycles = new Float64Array(cycles.length)
  for (let fn = 0; fn < functions.length; fn++)
    if (functions.cycle[fn] !== NO_CYCLE) ofCycles[functions.cycle[fn]] += selfRange[end][fn]
  return { functions: selfRange[end], cycles: ofCycles }
}

/** Per unit, and per member of a cycle at its own place. Every unit hands its certain time to its sole caller, if it has one. */
function sumCertain(profile: Profile): Float64Array {
  const { functions, cycles } = profile
  const { units, size, soleUnit, soleCaller } = flowOf(profile)
  const certain = new Float64Array(units.count)
  const self = selfLimits(profile, 'least')
  for (let fn = 0; fn < functions.length; fn++) certain[fn] = amount(self.functions[fn])
  for (let cycle = 0; cycle < cycles.length; cycle++) certain[functions.length + cycle] = amount(self.cycles[cycle])
  const isMember = (unit: number) => unit < functions.length && functions.cycle[unit] !== NO_CYCLE
  for (const unit of units.calleesFirst) {
    if (isMember(unit)) continue
    certain[unit] = Math.min(certain[unit], size[unit])
    if (soleUnit[unit] >= 0) certain[soleUnit[unit]] += certain[unit]
    if (soleCaller[unit] >= 0 && isMember(soleCaller[unit])) certain[soleCaller[unit]] += certain[unit]
  }
  return certain.map((time, unit) => Math.min(time, size[unit]))
}

/** Per unit, and per member of a cycle at its own place: own time and all that lies below, at most all there is. */
function sumMost(profile: Profile): Float64Array {
  const { functions, arcs, selfRange } = profile
  const { units, size, missing, explained } = flowOf(profile)
  const limits = selfLimits(profile, 'most')
  const all = selfRange?.all ?? profile.total
  const most = new Float64Array(units.count).fill(Number.NaN)
  const addedTo = new Int32Array(units.count).fill(-1)

  /** Adds up distinct callees; without limit where one is unknown or, in a contradictory listing, still to come. */
  const sum = (unit: number, self: number, callees: Iterable<number>) => {
    let time = missing[unit] > 0 || Number.isNaN(self) ? Number.POSITIVE_INFINITY : self
    for (const arc of callees) {
      const to = units.of[arcs.callee[arc]]
      if (arcs.count[arc] === 0 || to === units.of[unit] || addedTo[to] === unit) continue
      addedTo[to] = unit
      time += Number.isNaN(most[to]) ? Number.POSITIVE_INFINITY : most[to]
    }
    return Math.max(size[unit], Math.min(time, all))
  }
  for (const unit of units.calleesFirst) {
    const cycle = unit - functions.length
    if (cycle < 0 && functions.cycle[unit] !== NO_CYCLE) continue
    const self = explained[unit] ? (cycle < 0 ? limits.functions[unit] : limits.cycles[cycle]) : Number.NaN
    most[unit] = sum(unit, self, rowsOf(units.callees, unit))
  }
  const { callees } = adjacencyOf(profile)
  for (let fn = 0; fn < functions.length; fn++) {
    if (functions.cycle[fn] === NO_CYCLE) continue
    most[fn] = sum(fn, functions.explained[fn] ? limits.functions[fn] : Number.NaN, rowsOf(callees, fn))
  }
  return most
}
