// A thin strip over the flame chart while something is searched for: all of the chart in one line, a mark for each box
// that was found, those that are out of view in full ink. Nothing is drawn while all of them are in view.

import { type BoxRow, depthOf, endOf, type FlameTable } from '../../../src/index.ts'
import type { FlameColours } from './flameColours.ts'
import { type FlameWindow, levelTop } from './flameWindow.ts'

/** More boxes are not looked at one by one. */
const MOST_MARKS = 20_000
const NARROWEST = 2

/** The boxes of functions that were found. O(boxes). */
export function hitBoxes(table: FlameTable, hits: Uint8Array | null): BoxRow[] {
  const found: BoxRow[] = []
  if (!hits) return found
  for (let box = 0; box < table.length && found.length < MOST_MARKS; box++)
    if (table.fn[box] >= 0 && hits[table.fn[box]] === 1) found.push(box)
  return found
}

/** Whether a box can be seen, at least in part. */
export function isInView(table: FlameTable, window: FlameWindow, box: BoxRow): boolean {
  const top = levelTop(window, depthOf(table, box)) - window.top
  return (
    top + window.row > 0 &&
    top < window.height &&
    endOf(table, box) > window.x0 &&
    table.start[box] < window.x1 &&
    table.width[box] * window.width >= window.x1 - window.x0
  )
}

/** Draws the strip into a context that is scaled to CSS pixels; tells how many of the boxes are out of view. */
export function drawStrip(
  context: CanvasRenderingContext2D,
  {
    table,
    boxes,
    window,
    extent,
  }: { table: FlameTable; boxes: readonly BoxRow[]; window: FlameWindow; extent: readonly [number, number] },
  colours: Pick<FlameColours, 'ink' | 'ink2' | 'accent'>,
  height: number,
): number {
  context.clearRect(0, 0, window.width, height)
  const outside = boxes.filter(box => !isInView(table, window, box))
  if (outside.length === 0) return 0
  const scale = window.width / (extent[1] - extent[0])
  const mark = (box: BoxRow) => {
    const left = (table.start[box] - extent[0]) * scale
    context.fillRect(left, 2, Math.max(NARROWEST, table.width[box] * scale), height - 4)
  }
  context.globalAlpha = 0.35
  context.fillStyle = colours.ink2
  boxes.forEach(mark)
  context.globalAlpha = 1
  context.fillStyle = colours.ink
  outside.forEach(mark)
  context.strokeStyle = colours.accent
  context.lineWidth = 1.5
  const left = (window.x0 - extent[0]) * scale
  context.strokeRect(left + 0.75, 0.75, Math.max(3, (window.x1 - window.x0) * scale - 1.5), height - 1.5)
  return outside.length
}

/** The box out of view that is nearest to a place, 0..1 of the strip; -1 if all are in view. */
export function nearestOutside(table: FlameTable, boxes: readonly BoxRow[], window: FlameWindow, at: number): BoxRow {
  let nearest = -1
  let least = Number.POSITIVE_INFINITY
  for (const box of boxes) {
    if (isInView(table, window, box)) continue
    const distance = Math.max(0, table.start[box] - at, at - endOf(table, box))
    if (distance >= least) continue
    least = distance
    nearest = box
  }
  return nearest
}
