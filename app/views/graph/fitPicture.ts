// Where a picture stands in its window as long as no hand has moved it, so that what stands over the window covers none of
// it. All in window px, from its top left.

import type { Size } from '../../../src/index.ts'
import { type Area, grown, overlap } from './area.ts'

/** A window, and what legend, buttons and the like take of it. */
export interface Room {
  window: Size
  taken: readonly Area[]
}

/** What is at (x, y) in the picture is at k × (x, y) + the offset in the window. */
export interface Zoom {
  k: number
  x: number
  y: number
}

/** Between the picture and the edges of its window, and what stands over that. */
export const MARGIN = 20
const GAP = 8
/** Rather than smaller than this, as a share of the scale without anything over the window, some of it is covered. */
const LEAST = 0.5
/** From a scale that was tried to the next one. */
const SMALLER = 0.96

/** Places that are tried at each scale, -1..1 of how far the picture can go from the middle: those near it first. */
const PLACES = [...Array(81).keys()]
  .map(i => [(i % 9) / 4 - 1, Math.floor(i / 9) / 4 - 1])
  .sort((a, b) => Math.hypot(...a) - Math.hypot(...b))

/**
 * All of a picture, as large as it can be without one of its `parts` being covered, but no larger than 100 %; and as near to
 * the middle.
 */
export function fitWhole({ window, taken }: Room, picture: Size, parts: readonly Area[]): Zoom {
  const covers = taken.map(area => grown(area, GAP))
  const within = (length: number) => Math.max(1, length - 2 * MARGIN)
  const most = scaleIn({ width: within(window.width), height: within(window.height) }, picture)
  const free = freeAreas({ window, taken }).reduce((a, b) => (scaleIn(b, picture) > scaleIn(a, picture) ? b : a))
  const sure = scaleIn(free, picture)
  for (let k = most; k >= sure && k > LEAST * most; k *= SMALLER) {
    const [width, height] = [k * picture.width, k * picture.height]
    const slack = { x: (window.width - width) / 2 - MARGIN, y: (window.height - height) / 2 - MARGIN }
    for (const [across, down] of PLACES) {
      const x = (window.width - width) / 2 + across * slack.x
      const y = (window.height - height) / 2 + down * slack.y
      const seen = covers.map(area => ({
        x: (area.x - x) / k,
        y: (area.y - y) / k,
        width: area.width / k,
        height: area.height / k,
      }))
      if (!seen.some(area => parts.some(part => overlap(part, area)))) return { k, x, y }
    }
  }
  const [k, { x, y, width, height }] =
    sure >= LEAST * most ? [sure, free] : [most, { x: 0, y: 0, width: window.width, height: window.height }]
  const middle = (from: number, room: number, length: number, all: number) =>
    Math.min(from + room - length, Math.max(from, (all - length) / 2))
  return {
    k,
    x: middle(x, width, k * picture.width, window.width),
    y: middle(y, height, k * picture.height, window.height),
  }
}

/** The largest part of a window that nothing stands over. */
export const largestFree = (room: Room): Area =>
  freeAreas(room).reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a))

/**
 * A picture at a scale at which it is larger than what is free of its window, so that a part of it is seen there, and
 * its top, where it begins, if both have room.
 */
export function showPart(free: Area, picture: Size, part: Area, k: number): Zoom {
  const [top, bottom] = [k * part.y, k * (part.y + part.height)]
  const below = Math.max(-top, free.height / 3 - (top + bottom) / 2)
  return {
    k,
    x: inside(free.x, free.width, k * picture.width, free.width / 2 - k * (part.x + part.width / 2)),
    y: inside(free.y, free.height, k * picture.height, bottom <= free.height ? 0 : below),
  }
}

/** Where a length begins: in the middle of its room; if that is too short, at an offset, but so that none of it is left free. */
const inside = (from: number, room: number, length: number, offset: number) =>
  from + (length <= room ? (room - length) / 2 : Math.min(0, Math.max(room - length, offset)))

const scaleIn = (room: Size, picture: Size) => Math.min(1, room.width / picture.width, room.height / picture.height)

/** All areas that nothing stands over, between the edges of the window and of what does; at least an empty one. */
function freeAreas({ window, taken }: Room): Area[] {
  const covers = taken.map(area => grown(area, GAP))
  const edges = (length: number, of: (area: Area) => number[]) => {
    const [first, last] = [MARGIN, Math.max(MARGIN, length - MARGIN)]
    return [first, last, ...covers.flatMap(of).filter(edge => edge > first && edge < last)]
  }
  const xs = edges(window.width, ({ x, width }) => [x, x + width])
  const ys = edges(window.height, ({ y, height }) => [y, y + height])
  const areas: Area[] = [{ x: window.width / 2, y: window.height / 2, width: 1, height: 1 }]
  for (const x of xs)
    for (const right of xs)
      for (const y of ys)
        for (const bottom of ys) {
          const area = { x, y, width: right - x, height: bottom - y }
          if (area.width > 0 && area.height > 0 && !covers.some(cover => overlap(cover, area))) areas.push(area)
        }
  return areas
}
