// Finding boxes of a flame chart: by place, by path, by function, and from one box to the next.

import type { ArcRow, FunctionRow, Profile } from '../profile.ts'
import { calleeArcs } from '../query/adjacency.ts'
import { cycleLabel } from '../query/names.ts'

import {
  BoxKind,
  type BoxRow,
  cycleOf,
  depthOf,
  endOf,
  type FlameTable,
  kindOf,
  levelEnd,
  levelsOf,
} from './flameTable.ts'
import { MORE_LABEL, NOT_LISTED_LABEL } from './unfold.ts'

/** Whether a box is another one or somewhere below it. O(levels between them). */
export function isInside(table: FlameTable, box: BoxRow, root: BoxRow): boolean {
  let at = box
  while (at > root) at = table.parent[at]
  return at === root
}

/**
 * The first box at a depth that ends right of x, the level's end if there is none. O(log n), n being how far it is from
 * where the search begins: a picture looks for the next pixel, which is near.
 */
export function firstEndingAfter(table: FlameTable, depth: number, x: number, from = table.levelStart[depth]): BoxRow {
  const end = levelEnd(table, depth)
  let low = from
  let stride = 1
  while (low + stride <= end && endOf(table, low + stride - 1) <= x) {
    low += stride
    stride *= 2
  }
  let high = Math.min(end, low + stride - 1)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (endOf(table, middle) > x) high = middle
    else low = middle + 1
  }
  return low
}

/** The box at a depth that covers x, or -1. */
export function boxAt(table: FlameTable, depth: number, x: number): BoxRow {
  if (depth < 0 || depth >= levelsOf(table)) return -1
  const box = firstEndingAfter(table, depth, x)
  return box < levelEnd(table, depth) && table.start[box] <= x ? box : -1
}

/** The deepest box that holds all of [x0, x1], or -1. O(levels × log n). */
export function boxAround(table: FlameTable, x0: number, x1: number): BoxRow {
  let found = -1
  for (let depth = 0; depth < levelsOf(table); depth++) {
    const box = boxAt(table, depth, x0)
    if (box < 0 || endOf(table, box) < x1) break
    found = box
  }
  return found
}

/** The boxes right below a box, or the roots for -1: [first, end). O(log n). */
export function boxesBelow(table: FlameTable, box: BoxRow): { first: BoxRow; end: BoxRow } {
  const depth = box < 0 ? 0 : depthOf(table, box) + 1
  if (depth >= levelsOf(table)) return { first: table.length, end: table.length }
  /** The first row of the level whose parent is this one or further right. */
  const firstOf = (parent: BoxRow) => {
    let low = table.levelStart[depth]
    let high = levelEnd(table, depth)
    while (low < high) {
      const middle = (low + high) >>> 1
      if (table.parent[middle] >= parent) high = middle
      else low = middle + 1
    }
    return low
  }
  return { first: firstOf(box), end: firstOf(box + 1) }
}

/** How many boxes that would be right below this one are not drawn, and how wide they are together. */
export function undrawnBelow(table: FlameTable, box: BoxRow): { count: number; width: number } {
  const width = table.undrawn[box] * table.width[box]
  let count = table.count[box]
  if (kindOf(table, box) === BoxKind.more) {
    const { first, end } = boxesBelow(table, box)
    for (let below = first; below < end; below++)
      count -= kindOf(table, below) === BoxKind.more ? table.count[below] : 1
  }
  return { count, width }
}

/** What of a box is its own: self time, or in a chart of callers what nobody called. */
export function ownWidth(table: FlameTable, box: BoxRow): number {
  const { first, end } = boxesBelow(table, box)
  const drawn = first < end ? endOf(table, end - 1) - table.start[first] : 0
  return Math.max(0, table.width[box] * (1 - table.undrawn[box]) - drawn)
}

/**
 * The most that a box of a function or cycle may have in truth, in the unit of `total`; NaN for other boxes. It has at
 * least the certain part of its width. A way up from a function can have brought all that the function may have.
 */
export function mostOf(table: FlameTable, box: BoxRow): number {
  if (kindOf(table, box) > BoxKind.cycle) return Number.NaN
  const at = table.toward === 'callers' ? 0 : box
  const cycle = cycleOf(table, at)
  return cycle < 0 ? table.bounds.most[table.fn[at]] : table.bounds.cycleMost[cycle]
}

/** Labels from the root down to a box, as the path of a layout has them. */
export function pathOf(table: FlameTable, profile: Profile, labels: readonly string[], box: BoxRow): string[] {
  const path: string[] = []
  for (let at = box; at >= 0; at = table.parent[at]) path.push(labelOfBox(table, profile, labels, at))
  return path.reverse()
}

/** What a path calls a box. */
export function labelOfBox(table: FlameTable, profile: Profile, labels: readonly string[], box: BoxRow): string {
  switch (kindOf(table, box)) {
    case BoxKind.function:
      return labels[table.fn[box]]
    case BoxKind.cycle:
      return cycleLabel(profile, cycleOf(table, box))
    case BoxKind.more:
      return MORE_LABEL
    default:
      return NOT_LISTED_LABEL
  }
}

/**
 * The call that led to a box of a chart of callees, the first where its cycle is entered by several; -1 where it is no
 * call that a function made.
 */
export function arcOfBox(table: FlameTable, profile: Profile, box: BoxRow): ArcRow {
  const caller = functionAbove(table, box)
  if (caller < 0) return -1
  const { arcs, functions } = profile
  const cycle = cycleOf(table, box)
  for (const arc of calleeArcs(profile, caller)) {
    const callee = arcs.callee[arc]
    if (cycle < 0 ? callee === table.fn[box] : functions.cycle[callee] === cycle) return arc
  }
  return -1
}

/** The function whose box is above, perhaps with "n more" between them. */
function functionAbove(table: FlameTable, box: BoxRow): FunctionRow {
  let above = table.parent[box]
  while (above >= 0 && kindOf(table, above) === BoxKind.more) above = table.parent[above]
  return above < 0 ? -1 : Math.max(-1, table.fn[above])
}

/** Where an arrow leads from a box: to its parent, its heaviest child, or along its level. The box itself if nowhere. */
export function boxBeside(table: FlameTable, box: BoxRow, arrow: 'up' | 'down' | 'left' | 'right'): BoxRow {
  if (arrow === 'up') return table.parent[box] >= 0 ? table.parent[box] : box
  if (arrow === 'down') {
    const { first, end } = boxesBelow(table, box)
    return first < end ? first : box
  }
  const depth = depthOf(table, box)
  const beside = box + (arrow === 'left' ? -1 : 1)
  return beside >= table.levelStart[depth] && beside < levelEnd(table, depth) ? beside : box
}

/** The box at the end of a path of labels; where the path leads nowhere, the last box on it. -1 for none. */
export function boxOfPath(
  table: FlameTable,
  profile: Profile,
  labels: readonly string[],
  path: readonly string[],
): BoxRow {
  let found = -1
  for (const label of path) {
    const { first, end } = boxesBelow(table, found)
    let box = first
    while (box < end && labelOfBox(table, profile, labels, box) !== label) box++
    if (box >= end) break
    found = box
  }
  return found
}

/** The widest box of a function, the one to look at when it is chosen elsewhere; within the zoomed box, if it is there. */
export function widestBoxOf(table: FlameTable, fn: FunctionRow): BoxRow {
  let widest = -1
  const look = (first: BoxRow, end: BoxRow) => {
    for (let box = first; box < end; box++)
      if (table.fn[box] === fn && (widest < 0 || table.width[box] > table.width[widest])) widest = box
  }
  if (fn < 0) return -1
  if (table.zoomed >= 0)
    for (let first = table.zoomed, end = first + 1; first < end; ) {
      look(first, end)
      const next = boxesBelow(table, first).first
      end = boxesBelow(table, end - 1).end
      first = next
    }
  if (widest < 0) look(0, table.length)
  return widest
}
