// The flame chart: the call graph unfolded from its roots into call paths, as boxes in unit space.
//
// gprof counts who called whom, never whole stacks, so a flame chart of it is an estimate. It carries gprof's own
// assumption one step further: a call costs the same whatever the path that led to it. A box for f of width w gives each
// callee w × (time of the arc) / (time of f in all) and keeps w × self / (time of f in all) at its right end.
//
//   slow -> f x1, fast -> f x1, f -> g x2, g 10 s     g is drawn 5 s wide under each, on the paths slow/f and fast/f;
//   in truth all ten seconds may have been spent on one of them.
//
// So every box knows how much of its width is certain (see query/bounds.ts); the rest is assumed.
//
// Turned round, the chart of the callers of f begins with all time of f and gives each caller c of a box of width w the
// part w × (time of the arc) / (time of the callee in all): how much of f's time came by this path. What nobody called
// stays with the box. Both charts say the same of a path: from g down to f in the chart of g, and from f up to g in the
// chart of f's callers, it has one width, since of total(g) × Π time(arc) / total(caller) all totals but those of the
// functions between cancel. A path is certain of certain(f) where every arc on it holds all calls of its callee.
//
// The number of paths is exponential in the depth of the graph. What is narrower than the cut is therefore summed, per
// box, into one box "n more", which unfolds when a path is zoomed to; where the sum is narrower than the cut, too, it is
// no box but counted at the one above. So every box is as wide as the cut, unless a path leads to it, and a level has
// at most 1/cut of them. Inside the zoomed box the cut is relative to its width, and a level has 1/cut more; where only
// a part of that box is looked at, to this part. What a path means is not to depend on how much of its end is in view:
// along it the cut is that of the whole, and each of its "n more" stands for the same.

import type { Profile } from '../profile.ts'
import { type Bounds, boundsOf } from '../query/bounds.ts'
import { callerTreeOf, callTreeOf } from '../query/callTree.ts'
import { type Measure, type Measured, measureBy } from '../transform/measure.ts'
import { FIRST_CYCLE, type FlameTable, type WidthBounds } from './flameTable.ts'
import { nodeByLabel, type Unfolding, unfold } from './unfold.ts'

/** Narrowest box, as a share of all time, for pictures and exports that are not asked for another one. */
export const USUAL_CUT = 1e-4

export interface FlameOptions {
  /** Narrowest box, as a share of all time. */
  cut: number
  /** Labels from a root down to the box zoomed to; [] for none. Inside that box the cut is relative to its width. */
  path: readonly string[]
  /** How much of that box is looked at, 0..1 of its width: inside it the cut is relative to this. All of it if not given. */
  inView?: number
  /** Label of the function (or cycle) that is the only root, with all its time; without it, all roots are. */
  root?: string
  /** What is below a box: what it called, or who called it. All paths up begin at a root that is named. */
  toward?: FlameTable['toward']
  /** What widths stand for; time if not given. */
  measure?: Measure
}

/** More boxes than any screen can show, 72 MB. A graph whose boxes stay wide to a great depth would fill the memory with them. */
const MOST_BOXES = 2_000_000
const SMALLEST_CUT = 1e-9

/**
 * Unfolds a profile's call graph. Empty if there is no time, or no such root (by self time, none without any), or if
 * callers are asked for and no root is named. Boxes are of this profile's functions and cycles, whatever is measured.
 */
export function layoutFlame(
  given: Profile,
  { cut, path, inView = 1, root, toward = 'callees', measure = 'time' }: FlameOptions,
): FlameTable {
  const measured = measureBy(given, measure)
  const { profile } = measured
  const bounds = boundsOf(profile)
  const { certain, cycleCertain } = bounds
  const { length } = profile.functions
  const certainOf = (node: number) => (node < length ? certain[node] : cycleCertain[node - length])
  const isUp = toward === 'callers'
  const tree = isUp ? callerTreeOf(profile) : callTreeOf(profile)
  const top = root !== undefined ? nodeByLabel(profile, root) : isUp ? -1 : tree.everything
  const unfolding: Unfolding = { profile, tree, top, certainOf: isUp ? () => certainOf(top) : certainOf, path, inView }
  for (let used = Math.max(cut, SMALLEST_CUT) || SMALLEST_CUT; ; used *= 4) {
    const boxes = unfold(unfolding, used, used < 1 ? MOST_BOXES : Number.POSITIVE_INFINITY)
    if (!boxes) continue
    const fn = profile === given ? boxes.fn : rowsBefore(boxes.fn, measured)
    const widthBounds = boundsBefore(bounds, measured, given)
    return { ...boxes, fn, toward, measure: measured.measure, total: profile.total, bounds: widthBounds }
  }
}

/** `fn` in the rows of the profile before it was measured. */
const rowsBefore = (fn: Int32Array, { functions, cycles }: Measured): Int32Array =>
  fn.map(row => (row >= 0 ? functions[row] : row <= FIRST_CYCLE ? FIRST_CYCLE - cycles[FIRST_CYCLE - row] : row))

/** Bounds by the rows of the profile before it was measured. */
function boundsBefore(bounds: Bounds, { functions, cycles }: Measured, given: Profile): WidthBounds {
  const most = new Float64Array(given.functions.length).fill(Number.NaN)
  const cycleMost = new Float64Array(given.cycles.length).fill(Number.NaN)
  for (const [row, before] of functions.entries()) most[before] = bounds.most[row]
  for (const [row, before] of cycles.entries()) cycleMost[before] = bounds.cycleMost[row]
  return { certainShare: bounds.certainShare, most, cycleMost }
}
