// What the map of costs shows, and where: from the unit square of the map to pixels under a zoom.

import type { CostMap, Decades } from '../../../src/index.ts'

export interface CostColours {
  panel: string
  line: string
  line2: string
  edge: string
  ink: string
  ink2: string
  ink3: string
  accent: string
  mark: string
  /** From none to most. */
  heat: string[]
  mono: string
  sans: string
}

export interface CostScene {
  map: CostMap
  /** By point: radius in px, and step of heat of its self time. */
  radius: Float64Array
  heat: Uint8Array
  nameOf: (point: number) => string
  formatCalls: (calls: number) => string
  formatTime: (time: number) => string
  /** A line of equal time by that. */
  formatLine: (time: number) => string
  /** A point; -1 for none. */
  chosen: number
  /** By function row: what a search found; null where nothing is searched for. */
  hits: Uint8Array | null
  /** Whether what was not found steps back. */
  dim: boolean
}

/** What stands over the map and changes as the pointer moves. */
export interface CostMarks {
  /** The point under the pointer, or where the keyboard is; -1 for none. */
  pointed: number
  /** ± of the time of the pointed point, or of the chosen one: ends of its whisker as places on the map. */
  whisker: { x: number; low: number; high: number } | null
  /** Where the pointed function stood before, in a comparison. */
  before: { x: number; y: number } | null
}

/** Room for the scales, in CSS pixels. */
export const MARGIN = { left: 62, right: 12, top: 26, bottom: 44 }

/** The buttons in the lower left corner of the map, and how far they stand from its edges, at most, in CSS pixels. */
const CONTROLS = { width: 168, height: 40, inset: 10 }

/** Between the ends of the map and those of its window, so that no point is cut. */
const PADDING = 28

/** How far what a search did not find steps back. */
export const DIMMED = 0.18

/** Radii of points, in CSS pixels: their areas are as their shares of all time. */
const RADIUS = { whole: 34, least: 1.75, most: 26 }

export const radiusOf = (share: number): number =>
  Math.min(RADIUS.most, Math.max(RADIUS.least, RADIUS.whole * Math.sqrt(share)))

/** Size on screen and zoom: what is drawn at (x, y) without zoom is at k × (x, y) + the offset. */
export interface CostWindow {
  width: number
  height: number
  zoom: { k: number; x: number; y: number }
}

/** Size of the map itself, without scales. */
export const plotOf = ({ width, height }: Pick<CostWindow, 'width' | 'height'>) => ({
  width: Math.max(1, width - MARGIN.left - MARGIN.right),
  height: Math.max(1, height - MARGIN.top - MARGIN.bottom),
})

/** Pixels of a place of the map, from its left and top, without zoom. */
export function unzoomed(window: CostWindow, x: number, y: number): [left: number, top: number] {
  const { width, height } = plotOf(window)
  return [PADDING + x * (width - 2 * PADDING), PADDING + (1 - y) * (height - 2 * PADDING)]
}

/** Pixels from the left and the top of the window: those of the origin of the map, and how many its whole length has. */
export function projectionOf(window: CostWindow) {
  const [left, top] = unzoomed(window, 0, 0)
  const [right, bottom] = unzoomed(window, 1, 1)
  const { k, x, y } = window.zoom
  return {
    left: MARGIN.left + left * k + x,
    top: MARGIN.top + top * k + y,
    across: (right - left) * k,
    down: (bottom - top) * k,
  }
}

/** Pixels of a place of the map from the left and the top of the window. */
export function onScreen(window: CostWindow, x: number, y: number): [left: number, top: number] {
  const { left, top, across, down } = projectionOf(window)
  return [left + x * across, top + y * down]
}

/** A value on a scale, and where it is: 0..1 of the map. */
export interface Tick {
  value: number
  place: number
  /** Whether it is a power of ten. */
  isDecade: boolean
}

/** Decades farther apart than this, in px, have 2 and 5 between them. */
const ROOM_FOR_PARTS = 170
/** Ticks stand at least so far apart, in px. */
const LEAST_APART = 44

/** Ticks of the part of a scale that is in view, `from` and `to` as 0..1 of the map; `length` is that of the window in px. */
export function ticksOf(decades: Decades, from: number, to: number, length: number): Tick[] {
  const span = decades[1] - decades[0]
  const perDecade = length / ((to - from) * span)
  const parts = perDecade > ROOM_FOR_PARTS ? [1, 2, 5] : [1]
  const step = Math.max(1, Math.ceil(LEAST_APART / perDecade))
  const ticks: Tick[] = []
  const first = Math.floor(decades[0] + from * span)
  for (let log = first; log <= decades[0] + to * span; log++) {
    if ((log - decades[0]) % step !== 0) continue
    for (const part of parts) {
      const place = (log + Math.log10(part) - decades[0]) / span
      if (place >= from && place <= to) ticks.push({ value: part * 10 ** log, place, isDecade: part === 1 })
    }
  }
  return ticks
}

/** What is in view, as 0..1 of the map: from left to right and from bottom to top. */
export function inView(window: CostWindow): { x: [number, number]; y: [number, number] } {
  const { width, height } = plotOf(window)
  const { k, x, y } = window.zoom
  const across = (px: number) => ((px - x) / k - PADDING) / (width - 2 * PADDING)
  const up = (px: number) => 1 - ((px - y) / k - PADDING) / (height - 2 * PADDING)
  return { x: [across(0), across(width)], y: [up(height), up(0)] }
}

/** A text beside its point. */
export interface CostLabel {
  point: number
  left: number
  /** The middle of its height. */
  top: number
}

const LABEL = { height: 13, gap: 4, most: 70, tried: 500 }
/** Points from this radius on are not written over. */
const SOLID = 2.5

/** What nothing may be written over, in px of the window. */
export type TakenBox = [left: number, top: number, right: number, bottom: number]

/** What the buttons over the map take. */
export function controlsIn(window: CostWindow): TakenBox {
  const [left, bottom] = [MARGIN.left + CONTROLS.inset, window.height - MARGIN.bottom - CONTROLS.inset]
  return [left, bottom - CONTROLS.height, left + CONTROLS.width, bottom]
}

/**
 * Places names beside the heaviest points in view, as far as they do not cover one another, large points or buttons.
 * `first`: those that are labelled before all others, whatever they weigh. `elsewhere`: what is written already.
 */
export function placeLabels(
  map: CostMap,
  window: CostWindow,
  radius: Float64Array,
  widthOf: (point: number) => number,
  first: readonly number[],
  elsewhere: readonly TakenBox[],
): CostLabel[] {
  const labels: CostLabel[] = []
  const taken: TakenBox[] = [...elsewhere, controlsIn(window)]
  const right = window.width - MARGIN.right
  const bottom = window.height - MARGIN.bottom
  const isFree = (left: number, top: number, end: number, below: number, own: number) =>
    left >= MARGIN.left &&
    end <= right &&
    top >= MARGIN.top &&
    below <= bottom &&
    taken.every(([l, t, r, b], i) => i === own || end <= l || left >= r || below <= t || top >= b)
  const visible: number[] = []
  const { left: originX, top: originY, across, down } = projectionOf(window)
  for (let point = 0; point < map.fn.length && visible.length < LABEL.tried; point++) {
    const x = originX + map.x[point] * across
    const y = originY + map.y[point] * down
    if (x >= MARGIN.left && x <= right && y >= MARGIN.top && y <= bottom) visible.push(point)
  }
  const ownOf = new Map<number, number>()
  for (const point of new Set([...first, ...visible])) {
    if (radius[point] < SOLID) continue
    const [x, y] = onScreen(window, map.x[point], map.y[point])
    const r = radius[point]
    ownOf.set(point, taken.length)
    taken.push([x - r, y - r, x + r, y + r])
  }
  for (const point of new Set([...first, ...visible])) {
    if (labels.length >= LABEL.most) break
    const [x, y] = onScreen(window, map.x[point], map.y[point])
    const [width, r] = [widthOf(point), radius[point] + LABEL.gap]
    const own = ownOf.get(point) ?? -1
    const beside = Math.max(MARGIN.left, Math.min(right - width, x - width / 2))
    const away = r + LABEL.height / 2 - LABEL.gap / 2
    const places = [
      [x + r, y],
      [x - r - width, y],
    ]
    // Of small points there are many, so that a name above one would be read as that of another.
    if (radius[point] >= SOLID) places.push([beside, y - away], [beside, y + away])
    for (const [left, middle] of places) {
      const top = middle - LABEL.height / 2
      if (!isFree(left, top, left + width, top + LABEL.height, own)) continue
      taken.push([left - LABEL.gap, top, left + width + LABEL.gap, top + LABEL.height])
      labels.push({ point, left, top: middle })
      break
    }
  }
  return labels
}
