// What the call graph shows. A profile has thousands of functions and a screen has room for some sixty, but a few dozen
// nearly always explain nearly all of the time. Which ones is a choice in three steps:
//
//   an area     all of the call graph, or the part around one function, without what is folded away
//   functions   those that tell most within a budget, or all from a share of the time on; then what was opened by hand
//   edges       arcs between them, and dashed edges for what passes through hidden functions
//
// and what is still left out is added up at the function where it is missing. So the flows into and out of each
// function shown add up to what its entry says, whatever is hidden.

import { type CycleRow, type FunctionRow, NO_CYCLE, type Profile } from '../../profile.ts'
import { type Around, areaAround, wholeArea } from './area.ts'
import { type ChosenEdges, chooseEdges } from './chooseEdges.ts'
import { chooseFunctions, type Opened } from './chooseFunctions.ts'
import { type HiddenSum, hiddenSums } from './hiddenSums.ts'
import { type Weights, weightsOf } from './weights.ts'

export interface GraphOptions {
  /** How many functions the page chooses if `minShare` is NaN; 60 unless told. */
  budget?: number
  /** Show all functions from this share of the time on, 0..1, as far as they can be drawn. NaN: the page chooses. */
  minShare: number
  /** Functions that are shown in any case, beside those chosen; around a function only if they are near enough. */
  pinned: readonly FunctionRow[]
  /** Brought in by hand, in this order. */
  opened?: readonly Opened[]
  /** Functions below which nothing is shown that is not reached by another way. */
  folded?: readonly FunctionRow[]
  /** Show only what lies around a function; null for the whole. */
  around?: Around | null
}

/** The part of a call graph that is drawn. All rows in ascending order. */
export interface VisibleGraph extends ChosenEdges {
  functions: FunctionRow[]
  /** Cycles with at least one member shown. */
  cycles: CycleRow[]
  /** What is hidden at each function and is in no dashed edge. */
  sums: HiddenSum[]
  /** Functions are chosen from this share on, 0..1; from a fifth of it arcs, and from twice of it dashed edges. */
  minShare: number
  /** Whether more functions reach the minimum than are chosen. */
  capped: boolean
  /** What shares are shares of: calls if the profile has no time at all. */
  of: 'time' | 'calls'
  /** Functions that are not shown. */
  hidden: number
  /** Self time of what is shown, as a share of all time, 0..1; NaN if there is none or nobody says how much. */
  explained: number
  /** Of two profiles that are compared, what each has of the dashed edges and of the sums, in their order. */
  sides?: Record<'a' | 'b', { elided: Float64Array; sums: Float64Array }>
}

const USUAL_BUDGET = 60

/**
 * Chooses what to show; the same for the same question. At most 300 functions in all. O((functions + arcs) × shown
 * functions), the factor a few additions for each arc.
 */
export function chooseGraph(
  profile: Profile,
  { budget = USUAL_BUDGET, minShare, pinned, opened = [], folded = [], around = null }: GraphOptions,
  weights: Weights = weightsOf(profile),
): VisibleGraph {
  const area = around ? areaAround(profile, weights, folded, around) : wholeArea(profile, weights, folded)
  const choice = chooseFunctions(profile, weights, area, { budget, minShare, pinned, opened, folded })
  const { functions } = choice
  const edges = chooseEdges(profile, weights, choice)
  const cycles = new Set(functions.map(fn => profile.functions.cycle[fn]).filter(cycle => cycle !== NO_CYCLE))
  return {
    functions,
    ...edges,
    cycles: [...cycles].sort((a, b) => a - b),
    sums: hiddenSums(profile, weights, functions, edges),
    minShare: choice.minShare,
    capped: choice.capped,
    of: weights.of,
    hidden: profile.functions.length - functions.length,
    explained:
      profile.total > 0
        ? functions.reduce((sum, fn) => sum + (profile.functions.self[fn] || 0), 0) / profile.total
        : Number.NaN,
  }
}
