// Between unit space and pixels: which part of a flame chart the window shows, and what lies under a point of it.

import { type BoxRow, boxAt, depthOf, endOf, type FlameTable } from '../../../src/index.ts'

export interface FlameWindow {
  /** What lies between the left and right edges, 0..1 of all time. */
  x0: number
  x1: number
  /** CSS pixels above the upper edge. */
  top: number
  width: number
  height: number
  /** Pixels of the screen to one of CSS; edges are put on whole ones. */
  ratio: number
  /** Height of a box; {@link GAP} is between two. */
  row: number
  /** Where roots are at the bottom, how many levels there is room for; 0 where they are at the top. */
  upward: number
}

export const GAP = 1

export interface Rectangle {
  left: number
  top: number
  right: number
  bottom: number
}

/** CSS pixels, so that an edge there lies between two pixels of the screen: it is sharp, and filled fastest. */
export const toPixel = ({ ratio }: FlameWindow, x: number): number => Math.round(x * ratio) / ratio

/** A pixel of CSS in whole ones of the screen. Between two boxes is one, and nothing is drawn narrower. */
export const pixelOf = ({ ratio }: FlameWindow): number => Math.max(1, Math.round(ratio)) / ratio

/** Where a level begins above the upper edge of everything, in CSS pixels. */
export const levelTop = ({ row, upward }: FlameWindow, depth: number): number =>
  (upward > 0 ? upward - 1 - depth : depth) * (row + GAP)

/** The level at a height of the window; there may be none. */
export function levelAt({ row, top, upward }: FlameWindow, y: number): number {
  const line = Math.floor((y + top) / (row + GAP))
  return upward > 0 ? upward - 1 - line : line
}

/** Where a box is in the window, in CSS pixels; it may reach out of it. */
export function boxRectangle(table: FlameTable, window: FlameWindow, box: BoxRow): Rectangle {
  const scale = window.width / (window.x1 - window.x0)
  const top = levelTop(window, depthOf(table, box)) - window.top
  return {
    left: (table.start[box] - window.x0) * scale,
    top,
    right: (endOf(table, box) - window.x0) * scale,
    bottom: top + window.row,
  }
}

/** The box under a point of the window, or -1. */
export function boxAtPoint(table: FlameTable, window: FlameWindow, x: number, y: number): BoxRow {
  return boxAt(table, levelAt(window, y), window.x0 + (x / window.width) * (window.x1 - window.x0))
}
