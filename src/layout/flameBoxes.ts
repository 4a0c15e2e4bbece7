// Finding boxes of a flame chart: by place, by path, by function, and from one box to the next.

import type { Profile } from '../profile.ts'
import { cycleLabel } from '../query/names.ts'
import { BoxKind, type BoxRow, type FlameTable, MORE_LABEL, NOT_LISTED_LABEL } from './flame.ts'

/** Whether a box is another one or somewhere below it. */
export const isInside = (table: FlameTable, box: BoxRow, root: BoxRow): boolean =>
  root <= box && box < table.subtreeEnd[root]

/** How many levels of boxes there are. */
export const levelsOf = (table: FlameTable): number => table.levelStart.length - 1

/** Place in `level` of the first box at a depth that ends right of x; the level's end if there is none. O(log n). */
export function firstEndingAfter(table: FlameTable, depth: number, x: number, from = table.levelStart[depth]): number {
  let low = from
  let high = table.levelStart[depth + 1]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (table.end[table.level[middle]] > x) high = middle
    else low = middle + 1
  }
  return low
}

/** The box at a depth that covers x, or -1. */
export function boxAt(table: FlameTable, depth: number, x: number): BoxRow {
  if (depth < 0 || depth >= levelsOf(table)) return -1
  const place = firstEndingAfter(table, depth, x)
  const box = place < table.levelStart[depth + 1] ? table.level[place] : -1
  return box >= 0 && table.start[box] <= x ? box : -1
}

/** Labels from the root down to a box, as the path of a layout has them. */
export function pathOf(table: FlameTable, profile: Profile, labels: readonly string[], box: BoxRow): string[] {
  const path: string[] = []
  for (let at = box; at >= 0; at = table.parent[at]) path.push(labelOfBox(table, profile, labels, at))
  return path.reverse()
}

/** What a path calls a box. */
export function labelOfBox(table: FlameTable, profile: Profile, labels: readonly string[], box: BoxRow): string {
  if (table.kind[box] === BoxKind.function) return labels[table.fn[box]]
  if (table.kind[box] === BoxKind.cycle) return cycleLabel(profile, table.fn[box])
  return table.kind[box] === BoxKind.more ? MORE_LABEL : NOT_LISTED_LABEL
}

/** Where an arrow leads from a box: to its parent, its heaviest child, or along its level. The box itself if nowhere. */
export function boxBeside(table: FlameTable, box: BoxRow, arrow: 'up' | 'down' | 'left' | 'right'): BoxRow {
  const depth = table.depth[box]
  if (arrow === 'up') return table.parent[box] >= 0 ? table.parent[box] : box
  if (arrow === 'down') return table.subtreeEnd[box] > box + 1 ? box + 1 : box
  const place = placeInLevel(table, box) + (arrow === 'left' ? -1 : 1)
  return place >= table.levelStart[depth] && place < table.levelStart[depth + 1] ? table.level[place] : box
}

/** Place of a box in `level`: rows of one depth are in ascending order there. */
function placeInLevel(table: FlameTable, box: BoxRow): number {
  let low = table.levelStart[table.depth[box]]
  let high = table.levelStart[table.depth[box] + 1] - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (table.level[middle] < box) low = middle + 1
    else high = middle
  }
  return low
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
    let box = found + 1 // the first box below, or the first root
    const end = found < 0 ? table.length : table.subtreeEnd[found]
    while (box < end && labelOfBox(table, profile, labels, box) !== label) box = table.subtreeEnd[box]
    if (box >= end) break
    found = box
  }
  return found
}

/** The widest box of a function, the one to look at when it is chosen elsewhere; within the zoomed box, if it is there. */
export function widestBoxOf(table: FlameTable, fn: number): BoxRow {
  let widest = -1
  const weight = (box: BoxRow) =>
    table.end[box] - table.start[box] + (table.zoomed >= 0 && isInside(table, box, table.zoomed) ? 1 : 0)
  if (fn >= 0)
    for (let box = 0; box < table.length; box++)
      if (table.fn[box] === fn && table.kind[box] === BoxKind.function && (widest < 0 || weight(box) > weight(widest)))
        widest = box
  return widest
}
