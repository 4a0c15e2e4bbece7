// Which functions stand in the picture: those that somebody asked for or opened, those that the page or a share of the
// time chooses, and where each of them hangs.

import { type ArcRow, type FunctionRow, type Profile, SPONTANEOUS } from '../../profile.ts'
import { adjacencyOf, rowsOf } from '../adjacency.ts'
import type { Area } from './area.ts'
import { scoresOf } from './scores.ts'
import type { Spine } from './spine.ts'
import { byWeight, type Weights } from './weights.ts'

/** Hidden callers or callees of a function, brought in by hand. */
export interface Opened {
  fn: FunctionRow
  side: 'callers' | 'callees'
  /** So many of those not yet shown, the heaviest first. */
  count: number
}

/** What was asked for; see `GraphOptions`. */
export interface Wish {
  /** NaN where the page chooses. */
  minShare: number
  budget: number
  pinned: readonly FunctionRow[]
  opened: readonly Opened[]
  folded: readonly FunctionRow[]
}

export interface ChosenFunctions {
  /** In ascending order. */
  functions: FunctionRow[]
  /** Arcs to what was opened. */
  opened: ArcRow[]
  /** The area's, with what was opened beyond it. */
  spine: Spine
  minShare: number
  capped: boolean
}

/** What the page begins with if nobody asks for a share; the figure is pprof's and gprof2dot's, tools people know. */
export const USUAL_MIN_SHARE = 0.005
/** So many can be drawn at all. */
const MOST = 300
/** The part of a budget that is kept for the heaviest by self time, whatever else they tell. */
const KEPT_FOR_SELF = 1 / 2

/** Chooses from an area. O(n log n) for n functions. */
export function chooseFunctions(profile: Profile, weights: Weights, area: Area, wish: Wish): ChosenFunctions {
  const { candidates, ...choice } = Number.isNaN(wish.minShare)
    ? candidatesForBudget(profile, weights, area, wish.budget)
    : candidatesFrom(weights, area, wish.minShare)
  const foot = area.foot.slice()
  const spine = area.spine.slice()
  /** A function comes with what it hangs on in the end. */
  const add = (chosen: Set<FunctionRow>, fn: FunctionRow, limit: number) => {
    if (foot[fn] < 0) return
    const places = Number(!chosen.has(fn)) + Number(foot[fn] !== fn && !chosen.has(foot[fn]))
    if (chosen.size + places <= limit) chosen.add(foot[fn]).add(fn)
  }

  const byPage = new Set<FunctionRow>()
  for (const fn of candidates) add(byPage, fn, choice.limit)
  const chosen = new Set<FunctionRow>()
  for (const fn of [
    ...(area.middle < 0 ? [] : [area.middle]),
    ...wish.pinned,
    ...wish.folded.filter(folded => area.unfolded[folded]),
  ])
    add(chosen, fn, MOST)

  const opened: ArcRow[] = []
  const { caller, callee } = profile.arcs
  for (const { fn, side, count } of wish.opened) {
    if (foot[fn] < 0 || !area.unfolded[fn] || (side === 'callees' && wish.folded.includes(fn))) continue
    add(chosen, fn, MOST)
    const other = side === 'callers' ? caller : callee
    const hidden = [...rowsOf(adjacencyOf(profile)[side], fn)].filter(arc => {
      const to = other[arc]
      return to !== SPONTANEOUS && area.unfolded[to] && !chosen.has(to) && !byPage.has(to)
    })
    for (const arc of hidden.sort(byWeight(weights.arcShare)).slice(0, count)) {
      if (foot[other[arc]] < 0) {
        foot[other[arc]] = foot[fn]
        spine[other[arc]] = arc
      }
      add(chosen, other[arc], MOST)
      if (chosen.has(other[arc])) opened.push(arc)
    }
  }
  for (const fn of byPage) add(chosen, fn, MOST)
  return {
    functions: [...chosen].sort((a, b) => a - b),
    opened,
    spine,
    minShare: choice.minShare,
    capped: candidates.length > choice.limit,
  }
}

interface Candidates {
  /** The best come first. */
  candidates: FunctionRow[]
  limit: number
  /** The share that was used. */
  minShare: number
}

function candidatesFrom({ selfShare }: Weights, { inside, share }: Area, asked: number): Candidates {
  const candidates: FunctionRow[] = []
  for (let fn = 0; fn < inside.length; fn++) if (inside[fn] && share[fn] > 0 && share[fn] >= asked) candidates.push(fn)
  candidates.sort(byWeight(share, selfShare))
  return { candidates, limit: MOST, minShare: Math.max(asked, share[candidates[MOST - 1]] ?? 0) }
}

function candidatesForBudget(profile: Profile, weights: Weights, area: Area, budget: number): Candidates {
  const { inside, share, middle } = area
  const limit = Math.min(budget, MOST)
  const candidates: FunctionRow[] = []
  for (let fn = 0; fn < inside.length; fn++)
    if (inside[fn] && (middle >= 0 || share[fn] >= USUAL_MIN_SHARE)) candidates.push(fn)
  // Around a function, what is near is asked for by its place; it need not tell anything.
  if (middle >= 0) return { candidates: candidates.sort(byWeight(share, weights.selfShare)), limit, minShare: 0 }
  const bySelf = candidates.filter(fn => weights.selfShare[fn] >= USUAL_MIN_SHARE).sort(byWeight(weights.selfShare))
  const kept = new Set(bySelf.slice(0, Math.ceil(limit * KEPT_FOR_SELF)))
  candidates.sort(byWeight(scoresOf(profile, weights, candidates)))
  return {
    candidates: [...kept, ...candidates.filter(fn => !kept.has(fn))],
    limit,
    minShare: USUAL_MIN_SHARE,
  }
}
