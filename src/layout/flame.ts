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
// at most 1/cut of them. Inside the zoomed box the cut is relative to its width, and a level has 1/cut more.

import type { Profile } from '../profile.ts'
import { boundsOf } from '../query/bounds.ts'
import { type CallTree, callerTreeOf, callTreeOf } from '../query/callTree.ts'
import { cycleLabel, functionByLabel } from '../query/names.ts'
import { type Measure, type Measured, measureBy } from '../transform/measure.ts'
import {
  addRow,
  type BoxRow,
  FIRST_CYCLE,
  type FlameRows,
  type FlameTable,
  finished,
  MORE,
  NOT_LISTED,
  newRows,
} from './flameTable.ts'

/** In a path: the "n more" box, and the box of what the listing leaves out. Function labels go before. */
export const MORE_LABEL = '…'
export const NOT_LISTED_LABEL = '<not in this listing>'

/** Narrowest box, as a share of all time, for pictures and exports that are not asked for another one. */
export const USUAL_CUT = 1e-4

export interface FlameOptions {
  /** Narrowest box, as a share of all time. */
  cut: number
  /** Labels from a root down to the box zoomed to; [] for none. Inside that box the cut is relative to its width. */
  path: readonly string[]
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
 * Unfolds a profile's call graph. Empty if there is no time, no such root, or callers are asked for and no root is named.
 * Boxes are of this profile's functions and cycles, whatever is measured.
 */
export function layoutFlame(
  given: Profile,
  { cut, path, root, toward = 'callees', measure = 'time' }: FlameOptions,
): FlameTable {
  const measured = measureBy(given, measure)
  const { profile } = measured
  const start = root === undefined ? -1 : nodeByLabel(profile, root)
  const { certain, cycleCertain } = boundsOf(profile)
  const { length } = profile.functions
  const certainOf = (node: number) => (node < length ? certain[node] : cycleCertain[node - length])
  const graph: Unfolding =
    toward === 'callers'
      ? { tree: callerTreeOf(profile), toward, start, certainOf: () => certainOf(start) }
      : { tree: callTreeOf(profile), toward, start, certainOf }
  const isEmpty = !(profile.total > 0) || (start < 0 && (root !== undefined || toward === 'callers'))
  for (let used = Math.max(cut, SMALLEST_CUT) || SMALLEST_CUT; ; used *= 4) {
    const table = unfold(profile, graph, used, path, isEmpty)
    if (table)
      return profile === given ? table : { ...table, measure: measured.measure, fn: rowsBefore(table, measured) }
  }
}

/** `fn` in the rows of the profile before it was measured. */
const rowsBefore = (table: FlameTable, { functions, cycles }: Measured): Int32Array<ArrayBuffer> =>
  table.fn.map(fn => (fn >= 0 ? functions[fn] : fn <= FIRST_CYCLE ? FIRST_CYCLE - cycles[FIRST_CYCLE - fn] : fn))

/** Which steps are unfolded, from which node, and what is certain of a node's time wherever all steps to it were sole. */
interface Unfolding {
  tree: CallTree
  toward: FlameTable['toward']
  /** -1 for all roots. */
  start: number
  certainOf: (node: number) => number
}

/** Flags of boxes that are still to be unfolded. */
const SOLE = 1 // every step from the root was sole
const INSIDE_NOT_LISTED = 2
const INSIDE_ZOOMED = 4

function unfold(
  profile: Profile,
  { tree, toward, start: startNode, certainOf }: Unfolding,
  cut: number,
  path: readonly string[],
  isEmpty: boolean,
): FlameTable | null {
  const functions = profile.functions.length
  const { total } = profile
  const rows = newRows(1024)
  let zoomed = -1
  let resolved = 0
  let innerCut = cut
  /** The box that the path has led to so far, how many steps that were, and, where it is "n more", what it sums. */
  let onPath = -1
  let followed = 0
  let summed = { node: -1, from: 0, scale: 0 }
  const undrawnRoots = { count: 0, width: 0 }

  const place = (parent: BoxRow, node: number, start: number, width: number, state: number): BoxRow => {
    const fn = node < functions ? node : node === tree.notListed ? NOT_LISTED : FIRST_CYCLE - (node - functions)
    const box = addRow(rows, fn, parent, start, width)
    rows.state[box] = state
    if (state & SOLE && fn !== NOT_LISTED) rows.certain[box] = Math.min(1, certainOf(node) / total / width)
    return box
  }

  /** Places what is below a box, -1 for the roots. */
  const placeBelow = (box: BoxRow) => {
    const fn = box < 0 ? 0 : rows.fn[box]
    let state = box < 0 ? SOLE : rows.state[box]
    if (box !== onPath && fn === MORE) return
    if (fn === NOT_LISTED) {
      if (state & INSIDE_NOT_LISTED) return
      state |= INSIDE_NOT_LISTED
    }
    const width = box < 0 ? 1 : rows.width[box]
    let { node, from, scale } = summed
    if (fn !== MORE) {
      node =
        box < 0 ? tree.everything : fn >= 0 ? fn : fn === NOT_LISTED ? tree.notListed : functions + FIRST_CYCLE - fn
      from = tree.start[node]
      scale = tree.size[node] > 0 ? width / tree.size[node] : 0
    }
    const end = tree.start[node + 1]
    let narrowest = state & INSIDE_ZOOMED ? innerCut : cut
    let firstSummed = firstNarrower(tree, from, end, narrowest / scale)
    let next = -1 // on the path: step, or `end` for "n more"
    let skipped = 0 // time of what is left out before "n more" of "n more"
    if (box === onPath) {
      onPath = -2
      if (followed < path.length) next = stepOnPath(profile, tree, node, from, path[followed])
      if (next === end && fn === MORE) {
        firstSummed = firstNotUnfolded(tree, from, end, (cut * width) / scale, cut)
        if (firstSummed < end) skipped = tree.rest[from] - tree.rest[firstSummed]
      }
      if (next === end && firstSummed === end) next = -1
      if (next < 0) {
        zoomed = box
        resolved = followed
        if (box >= 0) {
          narrowest = innerCut = cut * width
          state |= INSIDE_ZOOMED
          firstSummed = (fn === MORE ? firstNotUnfolded : firstNarrower)(tree, from, end, narrowest / scale, cut)
        }
      }
    }

    let x = box < 0 ? 0 : rows.start[box]
    const isDrawnOut = next >= firstSummed && next < end
    const firstPlaced = skipped > 0 ? firstSummed : from
    for (let step = firstPlaced; step < firstSummed || (isDrawnOut && step === firstSummed); step++) {
      const placedStep = step < firstSummed ? step : next
      const wide = tree.time[placedStep] * scale
      const placed = place(box, tree.to[placedStep], x, wide, tree.sole[placedStep] ? state : state & ~SOLE)
      if (placedStep === next) onPath = placed
      x += wide
    }
    const count = end - firstSummed - (isDrawnOut ? 1 : 0)
    const time = count > 0 ? Math.max(0, tree.rest[firstSummed] - (isDrawnOut ? tree.time[next] : 0)) : 0
    // Beside a path through "n more", its rest is that box itself.
    const isRestOfMore = fn === MORE && next >= 0
    if (count > 0 && (next === end || (time * scale >= narrowest && !isRestOfMore))) {
      const more = addRow(rows, MORE, box, x, time * scale)
      rows.state[more] = state
      rows.count[more] = count
      rows.undrawn[more] = 1
      if (next === end) {
        onPath = more
        summed = { node, from: firstSummed, scale }
      }
      leaveOut(rows, box, fn, 0, (skipped * scale) / width)
    } else if (box < 0) Object.assign(undrawnRoots, { count, width: time * scale })
    else leaveOut(rows, box, fn, count, (time * scale) / width)
    if (next >= 0) followed++
  }

  if (!isEmpty && startNode < 0) placeBelow(-1)
  else if (!isEmpty && tree.size[startNode] > 0) {
    place(-1, startNode, 0, tree.size[startNode] / total, SOLE)
    onPath = path.length > 0 && isNode(profile, tree, startNode, path[0]) ? 0 : -2
    if (onPath === 0) followed = 1
  }
  for (let box = 0; box < rows.length; box++) {
    if (rows.length > MOST_BOXES && cut < 1) return null
    placeBelow(box)
  }
  return { ...finished(rows), undrawnRoots, toward, measure: 'time', total, zoomed, resolved, cut }
}

/** Notes what is not drawn below a box. "n more" goes on saying how many it stands for. */
function leaveOut(rows: FlameRows, box: BoxRow, fn: number, count: number, share: number) {
  if (box < 0) return
  if (fn !== MORE) rows.count[box] = count
  rows.undrawn[box] = share
}

/** The first step that has less than some time. */
function firstNarrower({ time }: CallTree, from: number, end: number, least: number): number {
  let step = from
  while (step < end && time[step] >= least) step++
  return step
}

/** The same in "n more"; of very many, narrow even beside one another, the heaviest are taken, as many as a level may have. */
function firstNotUnfolded(tree: CallTree, from: number, end: number, least: number, cut: number): number {
  const step = firstNarrower(tree, from, end, least)
  if (step > from) return step
  return end - from <= 1 / cut ? end : from + Math.max(1, Math.floor(1 / cut) - 1)
}

/** The function or cycle of a label, as a node; -1 for none. */
function nodeByLabel(profile: Profile, label: string): number {
  const fn = functionByLabel(profile, label)
  if (fn >= 0) return fn
  for (let cycle = 0; cycle < profile.cycles.length; cycle++)
    if (cycleLabel(profile, cycle) === label) return profile.functions.length + cycle
  return -1
}

const isNode = (profile: Profile, tree: CallTree, node: number, label: string): boolean =>
  node === tree.notListed ? label === NOT_LISTED_LABEL : nodeByLabel(profile, label) === node

/** The step from a node that a path's label names, the end of the node's steps for "n more", or -1. */
function stepOnPath(profile: Profile, tree: CallTree, node: number, from: number, label: string): number {
  const end = tree.start[node + 1]
  const wanted = label === NOT_LISTED_LABEL ? tree.notListed : nodeByLabel(profile, label)
  for (let step = from; step < end; step++) if (tree.to[step] === wanted) return step
  return label === MORE_LABEL ? end : -1
}
