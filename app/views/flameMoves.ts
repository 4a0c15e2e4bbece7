// Moving about a flame chart by keyboard, and finding a box again in another layout of the same profile.

import { type BoxRow, type FlameTable, isInside, labelOfBox, type Profile } from '../../src/index.ts'

/** Where an arrow key leads from a box; the box itself if there is nothing that way. */
export function boxBeside(table: FlameTable, box: BoxRow, key: string): BoxRow {
  const depth = table.depth[box]
  if (key === 'ArrowUp') return table.parent[box] >= 0 ? table.parent[box] : box
  if (key === 'ArrowDown') return table.subtreeEnd[box] > box + 1 ? box + 1 : box // the leftmost is the heaviest
  const step = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0
  const place = placeInLevel(table, box) + step
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
export function boxOfPath(table: FlameTable, profile: Profile, labels: readonly string[], path: string[]): BoxRow {
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
      if (table.fn[box] === fn && table.kind[box] === 0 && (widest < 0 || weight(box) > weight(widest))) widest = box
  return widest
}
