// The figures of one profile that show best what gprof's words mean: those of a function that a person has chosen, and
// of another one where that has none.

import { type ArcRow, type CycleRow, type FunctionRow, NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { rankRangesOf } from '../uncertainty/rankRanges.ts'
import { boundsOf } from './bounds.ts'
import { allCalls, isInner, membersOf } from './entry.ts'
import { totalOf } from './totals.ts'
import { type FunctionWords, wordsOfFunction } from './wordsOfFunction.ts'

/** By word, what there is to show; null where the profile has nothing of it. Times are in {@link Profile.unit}. */
export interface WordFigures extends FunctionWords {
  /** Places by self time that are possible as far as samples tell, from 1, of so many functions. */
  rank: { fn: FunctionRow; first: number; last: number; of: number } | null
  /** The n and m of gprof's `n/m`, the time that goes with them, and from where to where that may lie. */
  ofAll: {
    caller: FunctionRow
    callee: FunctionRow
    here: number
    all: number
    time: number
    least: number
    most: number
  } | null
  cycle: {
    number: number
    members: number
    self: number
    children: number
    /** From outside, and among members. */
    calls: number
    innerCalls: number
  } | null
  /** A function without a recorded caller. */
  spontaneous: { fn: FunctionRow; total: number } | null
  /** gprof's number of a function. */
  index: { fn: FunctionRow; index: number } | null
  /** The part of all time that has only one place it can be, 0..1. */
  certain: { share: number } | null
  /** Functions with self time of which no call was recorded. */
  blank: { functions: number } | null
}

/** @param chosen Whose figures are preferred; -1 for the function with most self time, or calls where there are no times. */
export function wordFigures(profile: Profile, chosen: FunctionRow): WordFigures {
  const { functions, samplePeriod, total: all } = profile
  const { self, calls, selfCalls, index } = functions
  const total = totalOf(profile)
  const heaviest = rowWithMost(all > 0 ? self : calls)
  /** The chosen function where something is known of it, else the one with most of that. */
  const of = (amounts: ArrayLike<number>): FunctionRow => {
    const fn = chosen < 0 ? heaviest : chosen
    return fn >= 0 && amounts[fn] > 0 ? fn : rowWithMost(amounts)
  }
  const numbered = of(index)
  const { certainShare } = boundsOf(profile)
  const blank = calls.reduce((count, each, fn) => (Number.isNaN(each) && self[fn] > 0 ? count + 1 : count), 0)
  return {
    ...wordsOfFunction({ self, total, calls, selfCalls, all, samplePeriod }, of),
    rank: rankAt(profile, chosen < 0 ? heaviest : chosen),
    ofAll: ofAllAt(profile, chosen < 0 ? heaviest : chosen),
    cycle: cycleAt(profile, chosen),
    spontaneous: spontaneousAt(profile, chosen),
    index: numbered >= 0 ? { fn: numbered, index: index[numbered] } : null,
    certain: Number.isNaN(certainShare) ? null : { share: certainShare },
    blank: blank > 0 ? { functions: blank } : null,
  }
}

/** The row with the largest amount above 0; -1 if there is none. */
function rowWithMost(amounts: ArrayLike<number>): number {
  let row = -1
  for (let i = 0; i < amounts.length; i++) if (amounts[i] > (row < 0 ? 0 : amounts[row])) row = i
  return row
}

function rankAt(profile: Profile, fn: FunctionRow): WordFigures['rank'] {
  const { first, last } = rankRangesOf(profile)
  return fn < 0 || first[fn] === 0 || !(profile.total > 0)
    ? null
    : { fn, first: first[fn], last: last[fn], of: profile.functions.length }
}

/** A call that is one of several ways to its callee: the heaviest into the function, else out of it, else anywhere. */
function ofAllAt(profile: Profile, fn: FunctionRow): WordFigures['ofAll'] {
  const { arcs } = profile
  const nearness = (arc: ArcRow) => (arcs.callee[arc] === fn ? 2 : arcs.caller[arc] === fn ? 1 : 0)
  const timeOf = (arc: ArcRow) => arcs.self[arc] + arcs.children[arc] || 0
  let found = -1
  for (let arc = 0; arc < arcs.length; arc++) {
    if (arcs.caller[arc] === SPONTANEOUS || isInner(profile, arc) || !(arcs.count[arc] < allCalls(profile, arc)))
      continue
    const isBetter =
      found < 0 ||
      nearness(arc) > nearness(found) ||
      (nearness(arc) === nearness(found) &&
        (timeOf(arc) > timeOf(found) || (timeOf(arc) === timeOf(found) && arcs.count[arc] > arcs.count[found])))
    if (isBetter) found = arc
  }
  if (found < 0) return null
  const { arcCertain, arcMost } = boundsOf(profile)
  return {
    caller: arcs.caller[found],
    callee: arcs.callee[found],
    here: arcs.count[found],
    all: allCalls(profile, found),
    time: timeOf(found),
    least: arcCertain[found],
    most: arcMost[found],
  }
}

/** The cycle of the function, else the one with most time. */
function cycleAt(profile: Profile, fn: FunctionRow): WordFigures['cycle'] {
  const { cycles, functions } = profile
  const own: CycleRow = fn < 0 ? NO_CYCLE : functions.cycle[fn]
  const times = cycles.self.map((self, row) => self + cycles.children[row])
  const cycle = own !== NO_CYCLE ? own : cycles.length === 0 ? -1 : Math.max(0, rowWithMost(times))
  if (cycle < 0) return null
  return {
    number: cycles.number[cycle],
    members: membersOf(profile, cycle).length,
    self: cycles.self[cycle],
    children: cycles.children[cycle],
    calls: cycles.calls[cycle],
    innerCalls: cycles.innerCalls[cycle],
  }
}

/** The function if it has no recorded caller, else the one with most time of those that have none. */
function spontaneousAt(profile: Profile, fn: FunctionRow): WordFigures['spontaneous'] {
  const { arcs } = profile
  const totals = totalOf(profile)
  let found = -1
  for (let arc = 0; arc < arcs.length; arc++) {
    if (arcs.caller[arc] !== SPONTANEOUS) continue
    const callee = arcs.callee[arc]
    if (callee === fn) return { fn, total: totals[fn] }
    if (found < 0 || totals[callee] > totals[found]) found = callee
  }
  return found < 0 ? null : { fn: found, total: totals[found] }
}
