// Which edges join the chosen functions. Those of the spine hold the picture together, so they are always drawn, and so
// are those to what somebody opened. Of all others the heaviest are drawn, until there are so many that more would
// hide what they show. An edge is an arc, or stands for all ways through hidden functions between its two ends.

import type { ArcRow, FunctionRow, Profile } from '../../profile.ts'
import { adjacencyOf, rowsOf } from '../adjacency.ts'
import type { ChosenFunctions } from './chooseFunctions.ts'
import { residualsOf } from './residuals.ts'
import { followSpine, hangsOn } from './spine.ts'
import type { Weights } from './weights.ts'

/** A caller and a callee between which hidden functions lie: a dashed edge. */
export interface ElidedLink {
  caller: FunctionRow
  callee: FunctionRow
  /**
   * What passes from one to the other through hidden functions only, in {@link Profile.unit}; NaN where that cannot be
   * stated: within a cycle, and where no time is known.
   */
  time: number
}

export interface ChosenEdges {
  /** In ascending order. Calls of a function to itself are not among them. */
  arcs: ArcRow[]
  elided: ElidedLink[]
}

/**
 * From how many times the share from which functions are shown on an edge is that nothing hangs by. Dashed edges run
 * across the whole picture, so they must be worth it; what is not drawn is in the sums.
 */
const LEAST = { arc: 1 / 5, dashed: 2 }
const MOST_FOR_EACH_FUNCTION = 2

/** Joins functions by edges. O((functions + arcs) × chosen functions). */
export function chooseEdges(
  profile: Profile,
  weights: Weights,
  { functions, opened, spine, minShare }: ChosenFunctions,
): ChosenEdges {
  const { caller, callee } = profile.arcs
  const { callees } = adjacencyOf(profile)
  const count = functions.length
  const place = new Int32Array(profile.functions.length).fill(-1)
  functions.forEach((fn, i) => {
    place[fn] = i
  })
  const arcs = new Set<ArcRow>(opened)
  const links = new Set<number>() // by place of the caller × count + place of the callee
  const shown = Uint8Array.from(place, at => Number(at >= 0))
  const nextShown = followSpine(profile, spine, shown)
  for (const fn of functions) {
    if (spine[fn] < 0) continue
    const neighbour = hangsOn(profile, spine, fn)
    const end = nextShown[neighbour]
    if (end === neighbour) arcs.add(spine[fn])
    else links.add(caller[spine[fn]] === fn ? place[fn] * count + place[end] : place[end] * count + place[fn])
  }

  const residuals = weights.of === 'time' ? residualsOf(profile, functions) : new Float64Array(count * count)
  const others: { arc: ArcRow; link: number; share: number }[] = []
  for (const fn of functions)
    for (const arc of rowsOf(callees, fn))
      if (
        callee[arc] !== fn &&
        place[callee[arc]] >= 0 &&
        !arcs.has(arc) &&
        weights.arcShare[arc] >= minShare * LEAST.arc
      )
        others.push({ arc, link: -1, share: weights.arcShare[arc] })
  residuals.forEach((time, link) => {
    const share = time / weights.all
    if (share > 0 && share >= minShare * LEAST.dashed && !links.has(link)) others.push({ arc: -1, link, share })
  })
  others.sort((a, b) => b.share - a.share || a.link - b.link || a.arc - b.arc)
  for (const { arc, link } of others.slice(0, Math.max(0, MOST_FOR_EACH_FUNCTION * count - arcs.size - links.size))) {
    if (arc >= 0) arcs.add(arc)
    else links.add(link)
  }
  return {
    arcs: [...arcs].sort((a, b) => a - b),
    elided: [...links]
      .sort((a, b) => a - b)
      .map(link => ({
        caller: functions[Math.floor(link / count)],
        callee: functions[link % count],
        time: residuals[link] || Number.NaN,
      })),
  }
}
