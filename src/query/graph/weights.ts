// What weighs how much in the picture of a call graph: in time, or in calls where a profile has no time at all.

import { type ArcRow, type FunctionRow, NO_CYCLE, type Profile, SPONTANEOUS } from '../../profile.ts'

/** Columns over functions and arcs. Nothing in here is NaN. */
export interface Weights {
  /** What shares are shares of: calls if the profile has no time at all. */
  of: 'time' | 'calls'
  /** What 100 % is: time in {@link Profile.unit}; NaN by calls. */
  all: number
  /** Shares of all there is, 0..1; Infinity for functions that a cut listing explains without telling their time. */
  functionShare: Float64Array
  arcShare: Float64Array
  /** Self time as a share of all time; 0 in a profile without any. */
  selfShare: Float64Array
  /**
   * What an arc adds to the entries at its ends: its time in {@link Profile.unit}, or its calls. 0 where nothing is
   * known, which holds for all calls within a cycle as far as time goes.
   */
  carried: Float64Array
}

const known = new WeakMap<Profile, Weights>()

/** Weights of a profile; worked out once. O(functions + arcs). */
export function weightsOf(profile: Profile): Weights {
  let weights = known.get(profile)
  if (!weights) {
    weights = weigh(profile)
    known.set(profile, weights)
  }
  return weights
}

/** Puts the heaviest first, of equal ones the heavier by another weight; then they stay in the order of their rows. */
export const byWeight =
  (weight: Float64Array, other = weight) =>
  (a: FunctionRow | ArcRow, b: FunctionRow | ArcRow): number =>
    // Not by difference: Infinity - Infinity is NaN.
    Number(weight[b] > weight[a]) - Number(weight[a] > weight[b]) || other[b] - other[a] || a - b

function weigh(profile: Profile): Weights {
  const { functions, arcs } = profile
  const all = allTime(profile)
  if (Number.isNaN(all))
    return {
      of: 'calls',
      all,
      ...sharesOfCalls(profile),
      selfShare: new Float64Array(functions.length),
      carried: arcs.count.map((count, arc) => (arcs.caller[arc] === SPONTANEOUS ? 0 : count || 0)),
    }
  return {
    of: 'time',
    all,
    ...sharesOfTime(profile, all),
    selfShare: functions.self.map(time => time / all || 0),
    carried: arcs.self.map((time, arc) => time + arcs.children[arc] || 0),
  }
}

/** What 100 % means: the total, or the greatest time that a listing without one mentions; NaN if there is no time. */
function allTime({ total, functions }: Profile): number {
  if (total > 0) return total
  let most = 0
  for (let fn = 0; fn < functions.length; fn++) most = Math.max(most, functions.self[fn] + functions.children[fn] || 0)
  return most > 0 ? most : Number.NaN
}

/**
 * A function's share is its total's, or that of its heaviest arc where this is more: so it is for the entrance of a
 * cycle, which receives the time of all members, and where a cut listing does not tell the total. A function that has
 * an entry in such a listing, but no time, comes before all others: it is what the listing is about.
 */
function sharesOfTime({ functions, arcs, cycles }: Profile, all: number) {
  const functionShare = new Float64Array(functions.length)
  const arcShare = new Float64Array(arcs.length)
  for (let fn = 0; fn < functions.length; fn++) {
    const share = (functions.self[fn] + functions.children[fn]) / all
    functionShare[fn] = Number.isNaN(share) ? (functions.explained[fn] ? Number.POSITIVE_INFINITY : 0) : share
  }
  for (let arc = 0; arc < arcs.length; arc++) {
    const from = arcs.caller[arc]
    const to = arcs.callee[arc]
    let time = arcs.self[arc] + arcs.children[arc]
    const cycle = functions.cycle[to]
    // Calls within a cycle carry no time; they count for as much of the cycle as they are of its inner calls.
    if (cycle !== NO_CYCLE && from !== SPONTANEOUS && functions.cycle[from] === cycle)
      time = ((cycles.self[cycle] + cycles.children[cycle]) * arcs.count[arc]) / cycles.innerCalls[cycle]
    else {
      functionShare[to] = Math.max(functionShare[to], time / all || 0)
      if (from !== SPONTANEOUS) functionShare[from] = Math.max(functionShare[from], time / all || 0)
    }
    arcShare[arc] = time / all || 0
  }
  return { functionShare, arcShare }
}

/** Without any sample, calls are all there is: a function takes part in those that it makes and those that it receives. */
function sharesOfCalls({ functions, arcs }: Profile) {
  const made = new Float64Array(functions.length)
  const received = new Float64Array(functions.length)
  let all = 0
  for (let arc = 0; arc < arcs.length; arc++) {
    if (arcs.caller[arc] === SPONTANEOUS) continue
    const count = arcs.count[arc] || 0
    made[arcs.caller[arc]] += count
    received[arcs.callee[arc]] += count
    all += count
  }
  return {
    functionShare: made.map((count, fn) => Math.max(count, received[fn]) / all || 0),
    arcShare: arcs.count.map((count, arc) => (arcs.caller[arc] === SPONTANEOUS ? 0 : count / all || 0)),
  }
}
