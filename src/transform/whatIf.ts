// What if some functions cost less: the profile as it would be, by gprof's own arithmetic. Calls stay as they were
// counted; only times change.
//
//   a number   their own time, times that number: 0.5 is twice as fast, 0 is no time of their own. What they call costs
//              what it did. Their callers have less by the share that gprof gives each of them.
//   free       calls of them cost nothing, nor does what is called from there: all time in and below them goes, their
//              total and not their self time alone. What they call keeps the time of its calls from elsewhere.
//
//   main -> a x1, b x3, a -> f x1, b -> f x3, f 4 -> g x8, h -> g x2, g 10
//     f twice as fast saves 2 s: half a second of it in a, 1.5 s in b.
//     f free saves its 4 s, and 8 s of g; g keeps the 2 s of its calls from h.
//
// What is saved is a profile too, whose times are those that go: what is left and what is saved add up to what was. What
// the calls leave open says how much of the saving each caller is certain of, and how much it has at most.
//
// "Inlined" is not here: it is `hide`, which saves nothing that gprof measured. What calls cost themselves it never knows.

import { type Interval, limitsOf } from '../compare/counts.ts'
import { type Profile, SPONTANEOUS } from '../profile.ts'
import { boundsOf } from '../query/bounds.ts'
import { amount, flowOf } from '../query/flow.ts'
import { labelsOf } from '../query/names.ts'
import { totalOf } from '../query/totals.ts'
import { locate } from './locate.ts'
import { addArc, type Draft, draftOf, rebuild, type Transformed } from './rebuild.ts'
import { timeOfArc, timeThrough } from './scale.ts'

/** What becomes of a function: its own time is multiplied by 0..1, or calls of it cost nothing at all. */
export type Cheaper = number | 'free'

/** What a change would save. Times are in {@link Profile.unit}. */
export interface Saving {
  /** What goes of all time, by gprof's assumption. */
  time: number
  /** The part of it that is self time of the functions themselves. */
  own: number
  /** What may really go: what the calls leave open, at both ends with the 95 % limits of that many samples. */
  range: Interval
  /** Where it goes: the functions whose totals fall most, the most first. */
  effects: Effect[]
  /** How many functions have less time in all. */
  affected: number
}

/** What one function has less of. */
export interface Effect {
  /** Its label. */
  fn: string
  before: number
  saved: number
  range: Interval
}

/** So many functions are named. */
const MOST_EFFECTS = 12

/** The profile in which functions with a 1 in `hit` are cheaper, and what that saves. */
export function whatIf(profile: Profile, hit: Uint8Array, becomes: Cheaper): Transformed & { saving: Saving } {
  const taken = becomes === 'free' ? takenBelow(profile, hit) : takenOfSelf(profile, hit, 1 - becomes)
  const [left, saved] = [draftOf(profile), draftOf(profile)]
  divideTimes(left, saved, taken)
  for (let arc = 0; arc < profile.arcs.length; arc++) {
    const { caller, callee, count } = profile.arcs
    const [time, gone] = [timeOfArc(profile, arc), taken.arc(arc)]
    addArc(left.arcs, caller[arc], callee[arc], count[arc], Math.max(0, time - gone))
    addArc(saved.arcs, caller[arc], callee[arc], count[arc], gone)
  }
  saved.total = Math.min(profile.total, taken.total)
  left.total = profile.total - saved.total
  const all = new Uint8Array(profile.functions.length).fill(1)
  const share = becomes === 'free' ? 1 : 1 - becomes
  return { ...rebuild(profile, left, all), saving: savingOf(profile, hit, share, saved, rebuild(profile, saved, all)) }
}

/** What goes of a profile's times. */
interface Taken {
  /** By function: the share of its self time, by gprof's assumption, at least and at most. */
  share: Float64Array
  least: Float64Array
  most: Float64Array
  /** By unit: the share of the time that nothing in the file explains. */
  missing: (unit: number) => number
  /** Time that goes from an arc. */
  arc: (arc: number) => number
  total: number
}

/** A share of the matches' own time. Each call of a function that has less brings its callers less. */
function takenOfSelf(profile: Profile, hit: Uint8Array, share: number): Taken {
  const { functions, arcs } = profile
  const { units, size, arcTime } = flowOf(profile)
  const shares = Float64Array.from(hit, is => is * share)
  const gone = new Float64Array(units.count)
  let total = 0
  for (let fn = 0; fn < functions.length; fn++) {
    const time = shares[fn] * amount(functions.self[fn])
    gone[units.of[fn]] += time
    total += time
  }
  const part = (unit: number) => (size[unit] > 0 ? Math.min(1, gone[unit] / size[unit]) : 0)
  const into = arcsByUnit(profile)
  for (const unit of units.calleesFirst)
    for (const arc of into[unit] ?? [])
      if (arcs.caller[arc] !== SPONTANEOUS) gone[units.of[arcs.caller[arc]]] += arcTime[arc] * part(unit)
  const arc = (row: number) => timeOfArc(profile, row) * part(units.of[arcs.callee[row]])
  return { share: shares, least: shares, most: shares, missing: () => 0, arc, total }
}

/** The arcs that carry time into each unit. */
function arcsByUnit(profile: Profile): (number[] | undefined)[] {
  const { units, arcTime } = flowOf(profile)
  const into: (number[] | undefined)[] = new Array(units.count)
  for (let arc = 0; arc < profile.arcs.length; arc++) {
    if (arcTime[arc] === 0) continue
    const unit = units.of[profile.arcs.callee[arc]]
    const known = into[unit]
    if (known) known.push(arc)
    else into[unit] = [arc]
  }
  return into
}

/** All time in and below the matches; see locate.ts for what is assumed. */
function takenBelow(profile: Profile, hit: Uint8Array): Taken {
  const located = locate(profile, hit)
  const { inside, avoidable, reachable, entered, top } = located
  return {
    share: inside,
    least: Float64Array.from(avoidable, is => 1 - is),
    most: Float64Array.from(reachable),
    missing: unit => (unit < inside.length ? inside[unit] : entered[unit]),
    arc: row => timeThrough(profile, located, row),
    total: top.reduce((sum, time) => sum + time, 0),
  }
}

/** Parts the times of two equal drafts. */
function divideTimes(left: Draft, saved: Draft, { share, least, most, missing }: Taken) {
  const keep = (column: Float64Array, row: number, part: number) => {
    column[row] = part === 0 ? 0 : part === 1 ? column[row] : column[row] * part
  }
  for (let fn = 0; fn < share.length; fn++) {
    keep(left.functions.self, fn, 1 - share[fn])
    keep(saved.functions.self, fn, share[fn])
    keep(left.missing, fn, 1 - missing(fn))
    keep(saved.missing, fn, missing(fn))
    keep(left.least, fn, 1 - most[fn])
    keep(left.most, fn, 1 - least[fn])
    keep(saved.least, fn, least[fn])
    keep(saved.most, fn, most[fn])
  }
  const cycleParts = left.cycles.missing.map((_, cycle) => missing(share.length + cycle))
  left.cycles.missing = left.cycles.missing.map((time, cycle) => time * (1 - cycleParts[cycle]))
  saved.cycles.missing = saved.cycles.missing.map((time, cycle) => time * cycleParts[cycle])
}

/** @param share Of the time that was sampled, what goes. */
function savingOf(
  before: Profile,
  hit: Uint8Array,
  share: number,
  draft: Draft,
  { profile: saved, row }: Transformed,
): Saving {
  const sum = (column: Float64Array) => column.reduce((all, time) => all + amount(time), 0)
  const most = Math.max(saved.total, sum(draft.most))
  // Nothing of the program can have more of the saving than there is.
  const bounded: Profile = saved.selfRange ? { ...saved, selfRange: { ...saved.selfRange, all: most } } : saved
  const { most: mostOf } = boundsOf(bounded)
  const [totals, totalsBefore] = [totalOf(bounded), totalOf(before)]
  const labels = labelsOf(before)
  const affected = [...row.keys()].filter(fn => totals[row[fn]] > 0)
  affected.sort((a, b) => totals[row[b]] - totals[row[a]] || a - b)
  // What a sample counts of the saving: half of it where half of each goes.
  const period = before.samplePeriod * share
  const effectOn = (fn: number): Effect => {
    const saved = totals[row[fn]]
    // Other than the bounds of a box this is wherever it is below: what no path from a root leads to but through it.
    const { avoidable } = locate(
      before,
      Uint8Array.from(row, (_, other) => (other === fn ? 1 : 0)),
    )
    const certain = sum(draft.least.filter((_, other) => !avoidable[other]))
    return {
      fn: labels[fn],
      before: totalsBefore[fn],
      saved,
      range: widened([Math.min(saved, certain), mostOf[row[fn]]], period),
    }
  }
  return {
    time: saved.total,
    own: draft.functions.self.reduce((all, time, fn) => all + (hit[fn] ? amount(time) : 0), 0),
    range: widened([Math.min(saved.total, sum(draft.least)), most], period),
    effects: affected.slice(0, MOST_EFFECTS).map(effectOn),
    affected: affected.length,
  }
}

/** A range of times, each of which was sampled. */
function widened([low, high]: Interval, period: number): Interval {
  if (!(period > 0)) return [low, high]
  return [limitsOf(low / period)[0] * period, limitsOf(high / period)[1] * period]
}
