// Unfolds steps between functions into boxes, level by level: the rows that have been placed are the queue of what is
// still to be unfolded. See flame.ts for what the boxes mean and which are left out.

import type { Profile } from '../profile.ts'
import type { CallTree } from '../query/callTree.ts'
import { cycleLabel, functionByLabel } from '../query/names.ts'
import { addRow, type BoxRow, FIRST_CYCLE, type FlameTable, finished, MORE, NOT_LISTED, newRows } from './flameTable.ts'

/** In a path: the "n more" box, and the box of what the listing leaves out. Function labels go before. */
export const MORE_LABEL = '…'
export const NOT_LISTED_LABEL = '<not in this listing>'

/** What is unfolded. */
export interface Unfolding {
  profile: Profile
  tree: CallTree
  /** The node that is the only root, or the one above all roots; -1 for no boxes. */
  top: number
  /** How much of a node's time is certain wherever all steps to it were sole. */
  certainOf: (node: number) => number
  /** Labels down to the box zoomed to. */
  path: readonly string[]
  /** The part of that box that is looked at, 0..1 of its width. */
  inView: number
}

/** Flags of boxes that are still to be unfolded. */
const SOLE = 1 // every step from the root was sole
const INSIDE_NOT_LISTED = 2
const INSIDE_ZOOMED = 4

/** The top above all roots, where a box is expected; and no box. */
const ABOVE = -1
const NONE = -2

/** The steps from a node that a box is about, all of them but for "n more", and the width of one unit of their time. */
interface Steps {
  node: number
  from: number
  scale: number
}

/** Null if there would be more boxes than `most`. */
export function unfold(
  { profile, tree, top, certainOf, path, inView }: Unfolding,
  cut: number,
  most: number,
): Omit<FlameTable, 'toward' | 'measure' | 'total' | 'bounds'> | null {
  const functions = profile.functions.length
  const { total } = profile
  const rows = newRows(1024)
  const undrawnRoots = { count: 0, width: 0 }
  let zoomed = -1
  let resolved = 0
  let innerCut = cut
  /** The box that the path has led to so far, by how many steps, and the steps of it if it is "n more". */
  let onPath = ABOVE
  let followed = 0
  let summed: Steps = { node: -1, from: 0, scale: 0 }

  const place = (parent: BoxRow, node: number, start: number, width: number, state: number): BoxRow => {
    const fn = node < functions ? node : node === tree.notListed ? NOT_LISTED : FIRST_CYCLE - (node - functions)
    const box = addRow(rows, fn, parent, start, width)
    rows.state[box] = state
    if (state & SOLE && fn !== NOT_LISTED) rows.certain[box] = Math.min(1, certainOf(node) / total / width)
    return box
  }

  const placeMore = (parent: BoxRow, start: number, width: number, state: number, count: number): BoxRow => {
    const box = addRow(rows, MORE, parent, start, width)
    rows.state[box] = state
    rows.count[box] = count
    rows.undrawn[box] = 1
    return box
  }

  /** Notes what is not drawn below a box. "n more" goes on saying how many it stands for. */
  const leaveOut = (box: BoxRow, count: number, width: number) => {
    if (box === ABOVE) Object.assign(undrawnRoots, { count, width })
    else {
      if (rows.fn[box] !== MORE) rows.count[box] = count
      rows.undrawn[box] = width / rows.width[box]
    }
  }

  const stepsOf = (box: BoxRow, width: number): Steps => {
    const fn = box === ABOVE ? 0 : rows.fn[box]
    if (fn === MORE) return summed
    const ofFunction = fn >= 0 ? fn : fn === NOT_LISTED ? tree.notListed : functions + FIRST_CYCLE - fn
    const node = box === ABOVE ? tree.everything : ofFunction
    return { node, from: tree.start[node], scale: tree.size[node] > 0 ? width / tree.size[node] : 0 }
  }

  /** Whether a path through "n more" of a node leads to what is drawn beside it, as it does once the cut is finer. */
  const leadsPastMore = (node: number, firstSummed: number, [more, label]: readonly string[]): boolean => {
    if (more !== MORE_LABEL) return false
    if (firstSummed === tree.start[node + 1]) return true
    const step = label === undefined ? -1 : stepOnPath(profile, tree, node, tree.start[node], label)
    return step >= 0 && step < firstSummed
  }

  /** Places what is below a box. */
  const placeBelow = (box: BoxRow) => {
    const isMore = box !== ABOVE && rows.fn[box] === MORE
    let state = box === ABOVE ? SOLE : rows.state[box]
    if (isMore && box !== onPath) return
    if (box !== ABOVE && rows.fn[box] === NOT_LISTED) {
      if (state & INSIDE_NOT_LISTED) return
      state |= INSIDE_NOT_LISTED
    }
    const width = box === ABOVE ? 1 : rows.width[box]
    const { node, from, scale } = stepsOf(box, width)
    const end = tree.start[node + 1]
    let narrowest = state & INSIDE_ZOOMED ? innerCut : cut
    let firstSummed = firstNarrower(tree, from, end, narrowest / scale)
    let firstPlaced = from
    let next = -1 // on the path: a step, or `end` for "n more"
    if (box === onPath) {
      onPath = NONE
      if (!isMore && leadsPastMore(node, firstSummed, path.slice(followed, followed + 2))) followed++
      if (followed < path.length) next = stepOnPath(profile, tree, node, from, path[followed])
      if (next === end && isMore) {
        // "n more" of "n more": those that the first one draws when it is zoomed to are not in the second.
        firstSummed = firstNotUnfolded(tree, from, end, (cut * width) / scale, cut)
        firstPlaced = firstSummed
      }
      if (next === end && firstSummed === end) next = -1
      if (next >= 0) followed++
      else {
        zoomed = box
        resolved = followed
        firstPlaced = from
        narrowest = innerCut = cut * width * inView
        state |= INSIDE_ZOOMED
        firstSummed = (isMore ? firstNotUnfolded : firstNarrower)(tree, from, end, narrowest / scale, cut * inView)
      }
    }

    let x = box === ABOVE ? 0 : rows.start[box]
    const isDrawnOut = next >= firstSummed && next < end
    for (let i = firstPlaced; i < firstSummed + (isDrawnOut ? 1 : 0); i++) {
      const step = i < firstSummed ? i : next
      const stepWidth = tree.time[step] * scale
      const placed = place(box, tree.to[step], x, stepWidth, tree.sole[step] ? state : state & ~SOLE)
      if (step === next) onPath = placed
      x += stepWidth
    }
    const count = end - firstSummed - (isDrawnOut ? 1 : 0)
    const time = count > 0 ? Math.max(0, tree.rest[firstSummed] - (isDrawnOut ? tree.time[next] : 0)) : 0
    // Beside a path through "n more", its rest is that box itself.
    const isWide = count > 0 && time * scale >= narrowest && !(isMore && next >= 0)
    if (next !== end && !isWide) return leaveOut(box, count, time * scale)
    const more = placeMore(box, x, time * scale, state, count)
    if (next === end) {
      onPath = more
      summed = { node, from: firstSummed, scale }
    }
    leaveOut(box, 0, firstPlaced > from ? (tree.rest[from] - tree.rest[firstSummed]) * scale : 0)
  }

  if (total > 0 && top === tree.everything) placeBelow(ABOVE)
  else if (total > 0 && top >= 0 && tree.size[top] > 0) {
    const isOnPath = path.length > 0 && nodeByLabel(profile, path[0]) === top
    onPath = isOnPath ? 0 : NONE
    followed = isOnPath ? 1 : 0
    place(-1, top, 0, tree.size[top] / total, SOLE)
  }
  for (let box = 0; box < rows.length; box++) {
    if (rows.length > most) return null
    placeBelow(box)
  }
  return { ...finished(rows), undrawnRoots, zoomed, resolved, cut }
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

/** The function or cycle of a label, as a node of a {@link CallTree}; -1 for none. */
export function nodeByLabel(profile: Profile, label: string): number {
  const fn = functionByLabel(profile, label)
  if (fn >= 0) return fn
  for (let cycle = 0; cycle < profile.cycles.length; cycle++)
    if (cycleLabel(profile, cycle) === label) return profile.functions.length + cycle
  return -1
}

/** The step from a node that a path's label names, the end of the node's steps for "n more", or -1. */
function stepOnPath(profile: Profile, tree: CallTree, node: number, from: number, label: string): number {
  const end = tree.start[node + 1]
  const wanted = label === NOT_LISTED_LABEL ? tree.notListed : nodeByLabel(profile, label)
  for (let step = from; step < end; step++) if (tree.to[step] === wanted) return step
  return label === MORE_LABEL ? end : -1
}
