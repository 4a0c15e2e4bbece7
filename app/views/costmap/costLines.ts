// Where lines of equal time have their times written: each on its own line, as heights are on a map.

import type { CostLine, CostMap } from '../../../src/index.ts'
import { type CostWindow, controlsIn, MARGIN, onScreen, plotOf, projectionOf, type TakenBox } from './costScene.ts'

/** A time, centred on its line. */
export interface LineTime {
  line: CostLine
  x: number
  y: number
  box: TakenBox
}

/** px: height of a text, its distance from the edges and from another text, and how far it moves to find a place. */
const TEXT = { height: 14, edge: 4, gap: 6, step: 8 }
/** So many of the heaviest points are not written over. */
const AVOIDED = 200

/**
 * Places the times as near to the lower right ends of their lines as they cover no edge, no point, no button and no other
 * time. Where there is no such place on a line it goes without, for its neighbours tell what it stands for.
 */
export function placeLineTimes(
  lines: readonly CostLine[],
  map: Pick<CostMap, 'x' | 'y'>,
  window: CostWindow,
  radius: Float64Array,
  widthOf: (time: number) => number,
): LineTime[] {
  const { width, height } = plotOf(window)
  const [right, bottom] = [MARGIN.left + width, MARGIN.top + height]
  const taken: TakenBox[] = [controlsIn(window)]
  const { left: originX, top: originY, across, down } = projectionOf(window)
  for (let point = 0; point < Math.min(AVOIDED, map.x.length); point++) {
    const [x, y, r] = [originX + map.x[point] * across, originY + map.y[point] * down, radius[point] + 1]
    taken.push([x - r, y - r, x + r, y + r])
  }
  return lines.flatMap(line => {
    const half = widthOf(line.time) / 2
    const [startX, startY] = onScreen(window, ...line.from)
    const [endX, endY] = onScreen(window, ...line.to)
    const length = Math.hypot(endX - startX, endY - startY)
    if (!(length > 0)) return []
    const [alongX, alongY] = [(endX - startX) / length, (endY - startY) / length]
    // How far from its start a line may have the middle of its time: both fall to the right, so each edge bounds one end.
    const first = Math.max(
      0,
      (MARGIN.left + TEXT.edge + half - startX) / alongX,
      (MARGIN.top + TEXT.edge + TEXT.height / 2 - startY) / alongY,
    )
    const last = Math.min(
      length,
      (right - TEXT.edge - half - startX) / alongX,
      (bottom - TEXT.edge - TEXT.height / 2 - startY) / alongY,
    )
    for (let at = last; at >= first; at -= TEXT.step) {
      const [x, y] = [startX + at * alongX, startY + at * alongY]
      const box: TakenBox = [x - half, y - TEXT.height / 2, x + half, y + TEXT.height / 2]
      if (taken.some(other => overlap(box, other))) continue
      const [l, t, r, b] = box
      taken.push([l - TEXT.gap, t, r + TEXT.gap, b])
      return [{ line, x, y, box }]
    }
    return []
  })
}

const overlap = ([l, t, r, b]: TakenBox, [left, top, right, bottom]: TakenBox): boolean =>
  l < right && r > left && t < bottom && b > top
