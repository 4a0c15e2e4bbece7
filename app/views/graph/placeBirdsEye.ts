// Where the bird's-eye pane stands, if at all, and what in it is where. Window px are measured from the top left of the
// window.

import type { Size } from '../../../src/index.ts'
import { type Area, grown, overlap } from './area.ts'

export type Corner = 'top right' | 'top left' | 'bottom right' | 'bottom left'

/** Where two corners are as good, the former. */
const CORNERS: readonly Corner[] = ['top right', 'top left', 'bottom right', 'bottom left']

/** px at most, and as a share of the window. */
const LARGEST: Size = { width: 180, height: 120 }
const LARGEST_SHARE = 0.3
/** A window that has no more room for it than this has none. */
const SMALLEST = 60
/** Round the drawing in the pane, and round the pane in the window. */
const PADDING = 6
const MARGIN = 12
/** Between the pane and other controls. */
const GAP = 8
/** It appears once the drawing exceeds the window by so much, and stays while it exceeds it at all. */
const CLEARLY = 1.04
/** px of the frame that can be seen even when the window has left the drawing behind. */
const LEAST_FRAME = 4

export interface BirdsEyePlace {
  corner: Corner
  /** Pane px for one px of the drawing. */
  scale: number
  /** The drawing in the pane. */
  width: number
  height: number
}

export interface Sight {
  drawing: Size
  /** What is in the window, in the drawing's own px. */
  seen: Area
  /** Window px for one px of the drawing. */
  scale: number
  /** What is not to be covered, in the drawing's own px, and how much it matters. */
  parts: readonly (Area & { weight: number })[]
  /** Other controls, in window px. */
  taken: readonly Area[]
}

/**
 * The free corner with the least under it. Where the pane stands already it stays, unless another corner has less than
 * half as much under it. Null if the drawing fits the window, or no corner has room.
 */
export function placeBirdsEye(sight: Sight, before: BirdsEyePlace | null): BirdsEyePlace | null {
  const { drawing, seen, scale, parts, taken } = sight
  const exceeds = Math.max(drawing.width / seen.width, drawing.height / seen.height)
  if (!(exceeds > (before ? 1 : CLEARLY))) return null
  const window = { width: seen.width * scale, height: seen.height * scale }
  const room = {
    width: Math.min(LARGEST.width, window.width * LARGEST_SHARE),
    height: Math.min(LARGEST.height, window.height * LARGEST_SHARE),
  }
  if (room.width < SMALLEST || room.height < SMALLEST) return null
  const ratio = Math.min(room.width / drawing.width, room.height / drawing.height)
  const size = { width: drawing.width * ratio, height: drawing.height * ratio }
  const weightUnder = (corner: Corner) => {
    const { x, y, width, height } = paneIn(window, size, corner)
    const under = { x: seen.x + x / scale, y: seen.y + y / scale, width: width / scale, height: height / scale }
    return parts.reduce((sum, part) => sum + (overlap(part, under) ? part.weight : 0), 0)
  }
  const weights = CORNERS.filter(
    corner => !taken.some(area => overlap(grown(area, GAP), paneIn(window, size, corner))),
  ).map(corner => ({ corner, weight: weightUnder(corner) / (corner === before?.corner ? 2 : 1) }))
  if (weights.length === 0) return null
  const { corner } = weights.reduce((best, next) =>
    next.weight < best.weight || (next.weight === best.weight && next.corner === before?.corner) ? next : best,
  )
  return { corner, scale: ratio, ...size }
}

/** The window as a frame in the pane: never outside, however far the window has left the drawing behind. */
export function frameIn({ scale, width, height }: Omit<BirdsEyePlace, 'corner'>, seen: Area): Area {
  const [x, across] = within(seen.x * scale, seen.width * scale, width)
  const [y, down] = within(seen.y * scale, seen.height * scale, height)
  return { x, y, width: across, height: down }
}

function within(start: number, length: number, room: number): [start: number, length: number] {
  const from = Math.min(Math.max(0, start), Math.max(0, room - LEAST_FRAME))
  const to = Math.max(Math.min(room, start + length), Math.min(room, LEAST_FRAME))
  return [from, Math.max(to - from, Math.min(room, LEAST_FRAME))]
}

function paneIn(window: Size, { width, height }: Size, corner: Corner): Area {
  const pane = { width: width + 2 * PADDING, height: height + 2 * PADDING }
  return {
    ...pane,
    x: corner.endsWith('left') ? MARGIN : window.width - MARGIN - pane.width,
    y: corner.startsWith('top') ? MARGIN : window.height - MARGIN - pane.height,
  }
}
