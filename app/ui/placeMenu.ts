/** A rectangle in client pixels; a point has no size. */
export interface ClientArea {
  left: number
  top: number
  right: number
  bottom: number
}

interface Extent {
  width: number
  height: number
}

/** Kept free between a menu and the border of the window. */
const MARGIN = 8
/** Between a menu and what it belongs to; at a point there is nothing to stay clear of. */
const GAP = 4

/**
 * Where a menu goes, as its left top corner: under what it belongs to and flush with its left side; where there is no
 * room, above it and flush with its right side. Always inside the window, as far as it fits in there at all.
 */
export function placeMenu(menu: Extent, at: ClientArea, window: Extent): { left: number; top: number } {
  const gap = at.bottom > at.top ? GAP : 0
  return {
    left: within(at.left, at.right - menu.width, menu.width, window.width),
    top: within(at.bottom + gap, at.top - gap - menu.height, menu.height, window.height),
  }
}

/** The first of two places with room for this length, else the place nearest to the first that has. */
function within(first: number, second: number, length: number, room: number): number {
  const last = room - MARGIN - length
  if (first >= MARGIN && first <= last) return first
  if (second >= MARGIN && second <= last) return second
  return Math.max(MARGIN, Math.min(first, last))
}
