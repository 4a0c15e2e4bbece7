// The boxes of a flame chart as a table: 36 bytes a box and 4 a level, so at most 40 a box, since no level is empty.
// What can be told from other columns has no column: right edges, depths, the kind.
//
// Boxes are in order of their depth, and of one depth from left to right. So a level is a range of rows that a binary
// search by place works on, what is below a box is a range of the next level, and the table, while it is made, is also
// the queue of what is still to be unfolded.

import { doubled } from '../doubled.ts'
import type { CycleRow, FunctionRow } from '../profile.ts'
import type { Measure } from '../transform/measure.ts'

/** What a box stands for. */
export const BoxKind = {
  function: 0,
  /** A cycle as a whole; its boxes are its members, or whoever called it. */
  cycle: 1,
  /** What else the box above called, or was called by: each narrower than the cut, together not. */
  more: 2,
  /** Time of functions that a cut listing leaves out. */
  notListed: 3,
} as const
export type BoxKind = (typeof BoxKind)[keyof typeof BoxKind]

/** Row of a {@link FlameTable}. */
export type BoxRow = number

/** In `fn`, boxes that are no function. A cycle is its row below {@link FIRST_CYCLE}. */
export const MORE = -1
export const NOT_LISTED = -2
export const FIRST_CYCLE = -3

/**
 * Boxes by depth, then by start; those of one depth do not overlap. `start` and `width` are shares of `total`, and all
 * other lengths shares of a box's width. What lies below a box covers it from its left edge; then comes what is not
 * drawn; what is left at its right end is the box's own: self time, or in a chart of callers what has no caller.
 */
export interface FlameTable {
  length: number
  /** Function row; negative for other kinds, see {@link kindOf} and {@link cycleOf}. */
  fn: Int32Array
  /** -1 for a root. */
  parent: Int32Array
  start: Float64Array
  width: Float64Array
  /** The part that has no other place it can be, 0..1. It is drawn from the left edge. */
  certain: Float32Array
  /** How many boxes that would be below this one are not drawn, since together they are narrower than the cut; or how many "n more" stands for. */
  count: Uint32Array
  /** The part that is not drawn below this box, 0..1; all of an "n more" that is not unfolded. */
  undrawn: Float32Array
  /** First box of each depth. */
  levelStart: Uint32Array
  /** Roots that are not drawn, and their time as a share of `total`. */
  undrawnRoots: { count: number; width: number }
  /** What is below a box: what it called, or who called it. */
  toward: 'callees' | 'callers'
  /** What widths stand for: what was asked for, or time where that was too much. */
  measure: Measure
  /** The time that widths are shares of, or the number of calls. */
  total: number
  /** How far widths may be from the truth. */
  bounds: WidthBounds
  /** The box at the end of the path, as far as the path could be followed; -1 for none. */
  zoomed: BoxRow
  /** How many steps of the path could be followed. */
  resolved: number
  /** The cut that was used: what was asked for, or more where that would have been too many boxes. */
  cut: number
}

/** What is known of an amount on any path, in the unit of the table's `total`. Rows are those of the profile that was laid out. */
export interface WidthBounds {
  /** The part of all that is measured that has only one place it can be, 0..1; NaN if there is none. */
  certainShare: number
  /** The most that a function may have; NaN for those that have no box. */
  most: Float64Array
  /** The same for cycles as a whole. */
  cycleMost: Float64Array
}

export function kindOf(table: FlameTable, box: BoxRow): BoxKind {
  const fn = table.fn[box]
  if (fn >= 0) return BoxKind.function
  return fn === MORE ? BoxKind.more : fn === NOT_LISTED ? BoxKind.notListed : BoxKind.cycle
}

/** Row of the cycle that a box stands for, or -1. */
export const cycleOf = (table: FlameTable, box: BoxRow): CycleRow => Math.max(-1, FIRST_CYCLE - table.fn[box])

export const endOf = (table: FlameTable, box: BoxRow): number => table.start[box] + table.width[box]

/** How many levels of boxes there are. */
export const levelsOf = (table: FlameTable): number => table.levelStart.length

/** Where the rows of a level end, which begin at its `levelStart`. */
export const levelEnd = (table: FlameTable, depth: number): BoxRow => table.levelStart[depth + 1] ?? table.length

/** 0 for a root. O(log levels). */
export function depthOf(table: FlameTable, box: BoxRow): number {
  let low = 0
  let high = levelsOf(table)
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (table.levelStart[middle] <= box) low = middle
    else high = middle
  }
  return low
}

/** The first of the boxes below each box, which are [first[b], first[b + 1]). */
export function firstBelow({ length, parent }: FlameTable): Uint32Array {
  const first = new Uint32Array(length + 1).fill(length)
  for (let box = length - 1; box >= 0; box--) if (parent[box] >= 0) first[parent[box]] = box
  for (let box = length - 1; box >= 0; box--) if (first[box] > first[box + 1]) first[box] = first[box + 1]
  return first
}

/** The buffers of a table, for handing it over to another thread. */
export const flameBuffers = (table: FlameTable): ArrayBufferLike[] =>
  Object.values(table).flatMap(column => (ArrayBuffer.isView(column) ? [column.buffer] : []))

/** A table in the making. */
export interface FlameRows {
  length: number
  fn: Int32Array
  parent: Int32Array
  start: Float64Array
  width: Float64Array
  certain: Float32Array
  count: Uint32Array
  undrawn: Float32Array
  /** Whatever whoever makes the table wants to know of a box again; not kept. */
  state: Uint8Array
}

export function newRows(capacity: number): FlameRows {
  return {
    length: 0,
    fn: new Int32Array(capacity),
    parent: new Int32Array(capacity),
    start: new Float64Array(capacity),
    width: new Float64Array(capacity),
    certain: new Float32Array(capacity),
    count: new Uint32Array(capacity),
    undrawn: new Float32Array(capacity),
    state: new Uint8Array(capacity),
  }
}

/** Adds a box of which nothing is certain and below which nothing is. */
export function addRow(rows: FlameRows, fn: number, parent: BoxRow, start: number, width: number): BoxRow {
  const box = rows.length++
  if (box === rows.fn.length) {
    rows.fn = doubled(rows.fn)
    rows.parent = doubled(rows.parent)
    rows.start = doubled(rows.start)
    rows.width = doubled(rows.width)
    rows.certain = doubled(rows.certain)
    rows.count = doubled(rows.count)
    rows.undrawn = doubled(rows.undrawn)
    rows.state = doubled(rows.state)
  }
  rows.fn[box] = fn
  rows.parent[box] = parent
  rows.start[box] = start
  rows.width[box] = width
  return box
}

/** The columns without the room that is left, and the levels. */
export function finished(
  rows: FlameRows,
): Omit<FlameTable, 'undrawnRoots' | 'toward' | 'measure' | 'total' | 'bounds' | 'zoomed' | 'resolved' | 'cut'> {
  const { length } = rows
  const parent = rows.parent.slice(0, length)
  const levels: FunctionRow[] = []
  for (let box = 0; box < length; box++)
    if (levels.length === 0 || parent[box] >= levels[levels.length - 1]) levels.push(box)
  return {
    length,
    fn: rows.fn.slice(0, length),
    parent,
    start: rows.start.slice(0, length),
    width: rows.width.slice(0, length),
    certain: rows.certain.slice(0, length),
    count: rows.count.slice(0, length),
    undrawn: rows.undrawn.slice(0, length),
    levelStart: Uint32Array.from(levels),
  }
}
