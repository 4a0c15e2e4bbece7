// Where the samples of one function go: into the totals of all its callers, to each the fraction that its calls are of all
// calls. So two totals may have samples in common, and what they have in common does not blur which of them is larger.
//
//   a -> g x1, b -> g x3, g 16 samples     a has 4 of them, b 12: b has 8 ± 2 more, half of 16 ± 4, not 8 ± √(1 + 9).
//
// In general, of a sum of totals with weights w, c(g) = Σ w(f) φ(f, g) is what each sample in g counts for, and
//
//   variance = Σ c(g)² n(g)        since samples of different functions are independent
//
// which a walk from callers to callees adds up: O(functions + arcs).

import type { Groups } from '../analyse/groupRows.ts'
import { NO_CYCLE, type Profile } from '../profile.ts'
import { adjacencyOf } from '../query/adjacency.ts'
import { type Flow, flowOf } from '../query/flow.ts'

/** A sum of totals, of units or members of cycles, each with its weight. */
export type WeighedSum = readonly (readonly [place: number, weight: number])[]

/** Of a {@link WeighedSum}, with c what a sample of each function counts for. Times are in {@link Profile.unit}. */
export interface Spread {
  /** Σ c² times: the variance, as if a sample counted 1. */
  variance: number
  /** Σ |c| times. */
  amount: number
  /** By unit: what it has as a callee, and as a part of the sum itself. */
  fraction: Float64Array
}

export const isMember = ({ functions }: Profile, place: number): boolean =>
  place < functions.length && functions.cycle[place] !== NO_CYCLE

/** Arcs that bring time, grouped by unit, or by function where that is a member of a cycle. */
export const outgoingOf = (profile: Profile, { units }: Flow, place: number): Groups =>
  isMember(profile, place) ? adjacencyOf(profile).callees : units.callees

/** How far samples spread over a sum of totals. */
export function spreadOf(profile: Profile, sum: WeighedSum): Spread {
  const { callee } = profile.arcs
  const flow = flowOf(profile)
  const { units, size, arcTime } = flow
  const fraction = new Float64Array(units.count)
  let variance = 0
  let amount = 0
  const count = (part: number, time: number) => {
    if (!(time > 0)) return
    variance += part * part * time
    amount += Math.abs(part) * time
  }
  /** Hands on what callees bring. @returns What the place has of itself. */
  const handDown = (from: number, part: number): number => {
    const { start, rows } = outgoingOf(profile, flow, from)
    let own = size[from]
    for (let i = start[from]; i < start[from + 1]; i++) {
      const time = arcTime[rows[i]]
      if (time === 0) continue
      const to = units.of[callee[rows[i]]]
      fraction[to] += part * (time / size[to])
      own -= time
    }
    return own
  }
  /** By cycle: self times of members that are in the sum themselves. */
  const members = new Map<number, { own: number; weight: number }[]>()
  for (const [place, weight] of sum) {
    if (!isMember(profile, place)) fraction[place] += weight
    else {
      const cycle = units.of[place]
      members.set(cycle, [...(members.get(cycle) ?? []), { own: handDown(place, weight), weight }])
    }
  }
  // Callers first, so that all that reaches a unit has reached it before it is passed on.
  for (let i = units.count - 1; i >= 0; i--) {
    const unit = units.calleesFirst[i]
    const part = fraction[unit]
    const apart = members.get(unit)
    if (part === 0 && !apart) continue
    let own = handDown(unit, part)
    for (const member of apart ?? []) {
      count(part + member.weight, member.own)
      own -= Math.max(0, member.own)
    }
    count(part, own)
  }
  return { variance, amount, fraction }
}

/**
 * The fraction of a function's time that reaches each unit, and each member of a cycle: 1 for those that have all of it,
 * whatever samples say. O(functions + arcs).
 */
export function holdersOf(profile: Profile, place: number): Float64Array {
  const { functions, arcs } = profile
  const flow = flowOf(profile)
  const { units, size, arcTime } = flow
  const held = new Float64Array(units.count)
  const own = isMember(profile, place) ? units.of[place] : place
  const gather = (from: number) => {
    const { start, rows } = outgoingOf(profile, flow, from)
    let part = from === own ? 1 : 0
    for (let i = start[from]; i < start[from + 1]; i++) {
      const time = arcTime[rows[i]]
      const to = units.of[arcs.callee[rows[i]]]
      if (time > 0) part += held[to] * (time / size[to])
    }
    held[from] = part
  }
  for (const unit of units.calleesFirst) if (!isMember(profile, unit)) gather(unit)
  for (let fn = 0; fn < functions.length; fn++) if (isMember(profile, fn)) gather(fn)
  return held
}
