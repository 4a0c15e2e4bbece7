// What widths of a flame chart can stand for beside time. Each is a profile again, so that everything that is said of
// time is said of it in the same way: what came by which path, what of it is certain, how far it may be off.
//
//   calls   A function's own amount is how often it was called: by all callers that were recorded, itself and members
//           of its cycle among them, and once more if it is spontaneous. It is passed up like time,
//
//             calls(arc) = (own(callee) + calls below callee) × count(arc) / calls into the callee
//
//           with a cycle as one function and 1 for the count of a spontaneous arc (or as many as no other arc tells
//           of). On a path, a box's own amount is how often that path was called; where each function on it has one
//           caller, that is no estimate. All in all it is the number of recorded calls, and one for each spontaneous
//           function. In a cut listing calls by callers that are not listed are no less the function's own, and
//           belong to "not in this listing".
//
//   self    Time, but only functions that have some of their own are on the paths; the others are hidden, as if they
//           had been inlined (see hide.ts). All time is kept, since what is hidden has none.

import type { Units } from '../analyse/units.ts'
import { NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { rowsOf } from '../query/adjacency.ts'
import { flowOf } from '../query/flow.ts'
import { adoptLabels, doublesOf } from '../query/names.ts'
import { hide } from './hide.ts'

/** What widths stand for: time, calls of a path, or time with only those functions on the paths that spent it. */
export type Measure = 'time' | 'calls' | 'self'

/** A profile by one of the measures. */
export interface Measured {
  profile: Profile
  /** What was measured: time where `self` would join more callers with callees than can be shown. */
  measure: Measure
  /** By function and by cycle of the measured profile: the row in the one that was given. */
  functions: Int32Array
  cycles: Int32Array
}

const known = new WeakMap<Profile, Partial<Record<Measure, Measured>>>()

/** A profile by a measure; worked out once. A transform goes first: what is left of a transformed profile is measured. */
export function measureBy(profile: Profile, measure: Measure): Measured {
  const measured = known.get(profile) ?? {}
  known.set(profile, measured)
  measured[measure] ??= work(profile, measure)
  return measured[measure]
}

function work(profile: Profile, measure: Measure): Measured {
  const asItIs: Measured = {
    profile,
    measure: 'time',
    functions: Int32Array.from({ length: profile.functions.length }, (_, fn) => fn),
    cycles: Int32Array.from({ length: profile.cycles.length }, (_, cycle) => cycle),
  }
  if (measure === 'time') return asItIs
  if (measure === 'calls') return { ...asItIs, measure, profile: countCalls(profile, flowOf(profile).units) }
  return selfOnly(profile) ?? asItIs
}

function selfOnly(profile: Profile): Measured | null {
  const { functions, cycles, selfRange } = profile
  const hidden = hide(
    profile,
    Uint8Array.from(functions.self, (time, fn) => (time === 0 && !(selfRange && selfRange.most[fn] > 0) ? 1 : 0)),
  )
  if (!hidden) return null
  const rows = new Int32Array(hidden.profile.functions.length)
  for (const [fn, to] of hidden.row.entries()) if (to >= 0) rows[to] = fn
  return {
    profile: hidden.profile,
    measure: 'self',
    functions: rows,
    cycles: hidden.profile.cycles.number.map(number => cycles.number.indexOf(number)),
  }
}

function countCalls({ selfRange, ...profile }: Profile, units: Units): Profile {
  const { functions, arcs, cycles } = profile
  const { calls, own, into } = callsOf(profile, units, selfRange === undefined)
  const unitOwn = new Float64Array(units.count)
  for (let fn = 0; fn < functions.length; fn++) unitOwn[units.of[fn]] += own[fn]
  const unitChildren = new Float64Array(units.count)
  const children = new Float64Array(functions.length)
  const arcOwn = new Float64Array(arcs.length).fill(Number.NaN)
  const arcChildren = arcOwn.slice()
  const share = (arc: number, to: number) => {
    const part = into[to] > 0 ? calls[arc] / into[to] : 0
    arcOwn[arc] = unitOwn[to] * part
    arcChildren[arc] = unitChildren[to] * part
  }
  for (const unit of units.calleesFirst)
    for (const arc of rowsOf(units.callees, unit)) {
      share(arc, units.of[arcs.callee[arc]])
      children[arcs.caller[arc]] += arcOwn[arc] + arcChildren[arc]
      unitChildren[unit] += arcOwn[arc] + arcChildren[arc]
    }
  for (let arc = 0; arc < arcs.length; arc++)
    if (arcs.caller[arc] === SPONTANEOUS) share(arc, units.of[arcs.callee[arc]])
  const counted = {
    ...functions,
    self: own,
    children: children.map((below, fn) => (functions.explained[fn] ? below : Number.NaN)),
  }
  adoptLabels({ functions: counted }, doublesOf(profile))
  return {
    ...profile,
    functions: counted,
    arcs: { ...arcs, self: arcOwn, children: arcChildren },
    cycles: { ...cycles, self: unitOwn.slice(functions.length), children: unitChildren.slice(functions.length) },
    total: own.reduce((sum, count) => sum + count, 0),
    samplePeriod: Number.NaN,
    unit: 'calls',
    printed: null,
  }
}

/** By arc how often it was called, by function all its calls, by unit those from outside. */
function callsOf({ functions, arcs, cycles, times }: Profile, units: Units, isAsRead: boolean) {
  const calls = Float64Array.from(arcs.count, (count, arc) => (arcs.caller[arc] === SPONTANEOUS ? 0 : count || 0))
  const own = new Float64Array(functions.length)
  const into = new Float64Array(units.count)
  for (let arc = 0; arc < arcs.length; arc++) {
    const [from, to] = [arcs.caller[arc], arcs.callee[arc]]
    own[to] += calls[arc]
    if (from === SPONTANEOUS || units.of[from] !== units.of[to]) into[units.of[to]] += calls[arc]
  }
  // A listing with holes states calls whose callers it does not. What a transform took away it states, too.
  const stated = (of: number) => (times === 'printed' && isAsRead ? of || 0 : 0)
  const unlisted = new Float64Array(units.count)
  for (let fn = 0; fn < functions.length; fn++) {
    const unit = units.of[fn]
    const cycle = functions.cycle[fn]
    unlisted[unit] = Math.max(0, stated(cycle === NO_CYCLE ? functions.calls[fn] : cycles.calls[cycle]) - into[unit])
    own[fn] = Math.max(own[fn], stated((functions.calls[fn] || 0) + functions.selfCalls[fn]))
  }
  for (let arc = 0; arc < arcs.length; arc++) {
    if (arcs.caller[arc] !== SPONTANEOUS) continue
    const to = arcs.callee[arc]
    calls[arc] = unlisted[units.of[to]] || 1
    if (unlisted[units.of[to]] > 0) continue
    own[to]++
    into[units.of[to]]++
  }
  for (let unit = 0; unit < units.count; unit++) into[unit] += unlisted[unit]
  return { calls, own, into }
}
