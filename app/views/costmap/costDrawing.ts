// Draws the map of costs on a canvas: scales and lines of equal time; points and names have files of their own.

import { linesOfEqualTime } from '../../../src/index.ts'
import { drawNames } from './costNames.ts'
import { drawPoints } from './costPoints.ts'
import {
  type CostColours,
  type CostLabel,
  type CostScene,
  type CostWindow,
  inView,
  MARGIN,
  onScreen,
  plotOf,
  type TakenBox,
  ticksOf,
} from './costScene.ts'

/** Draws the map, the context scaled to CSS pixels. Returns which names stand where. */
export function drawCostMap(
  context: CanvasRenderingContext2D,
  scene: CostScene,
  colours: CostColours,
  window: CostWindow,
): CostLabel[] {
  context.fillStyle = colours.panel
  context.fillRect(0, 0, window.width, window.height)
  drawScales(context, scene, colours, window)
  context.save()
  clipToPlot(context, window)
  const taken = drawEqualTimes(context, scene, colours, window)
  drawPoints(context, scene, colours, window)
  const labels = drawNames(context, scene, colours, window, taken)
  context.restore()
  return labels
}

/** Lets nothing be drawn over the scales. */
export function clipToPlot(context: CanvasRenderingContext2D, window: CostWindow) {
  const { width, height } = plotOf(window)
  context.beginPath()
  context.rect(MARGIN.left, MARGIN.top, width, height)
  context.clip()
}

function drawScales(
  context: CanvasRenderingContext2D,
  { map, formatCalls, formatTime }: CostScene,
  colours: CostColours,
  window: CostWindow,
) {
  const view = inView(window)
  const { width, height } = plotOf(window)
  const bottom = MARGIN.top + height
  context.font = `11px ${colours.sans}`
  context.textBaseline = 'middle'
  context.lineWidth = 1
  context.strokeStyle = colours.line
  context.beginPath()
  for (const { value, place, isDecade } of ticksOf(map.calls, ...view.x, width)) {
    const x = Math.round(onScreen(window, place, 0)[0]) + 0.5
    if (isDecade) {
      context.moveTo(x, MARGIN.top)
      context.lineTo(x, bottom)
    }
    context.fillStyle = isDecade ? colours.ink2 : colours.ink3
    context.textAlign = 'center'
    context.fillText(formatCalls(value), x, bottom + 12)
  }
  for (const { value, place, isDecade } of ticksOf(map.cost, ...view.y, height)) {
    const y = Math.round(onScreen(window, 0, place)[1]) + 0.5
    if (isDecade) {
      context.moveTo(MARGIN.left, y)
      context.lineTo(MARGIN.left + width, y)
    }
    context.fillStyle = isDecade ? colours.ink2 : colours.ink3
    context.textAlign = 'right'
    context.fillText(formatTime(value), MARGIN.left - 6, y)
  }
  context.stroke()
  context.textAlign = 'left'
}

/** Falling lines, each with its time where it goes out. Returns where these texts are. */
function drawEqualTimes(
  context: CanvasRenderingContext2D,
  { map, formatLine }: CostScene,
  colours: CostColours,
  window: CostWindow,
): TakenBox[] {
  const view = inView(window)
  context.strokeStyle = colours.line2
  context.fillStyle = colours.ink3
  context.font = `11px ${colours.sans}`
  context.setLineDash([3, 3])
  context.beginPath()
  const texts: [string, number, number][] = []
  for (const { time, from, to } of linesOfEqualTime(map)) {
    context.moveTo(...onScreen(window, ...from))
    context.lineTo(...onScreen(window, ...to))
    // The lower right end of what is in view of it.
    const slope = (to[1] - from[1]) / (to[0] - from[0])
    const x = Math.min(to[0], view.x[1], from[0] + (view.y[0] - from[1]) / slope)
    const y = from[1] + (x - from[0]) * slope
    if (x <= from[0] || x <= view.x[0] || y >= view.y[1]) continue
    const [right, bottom] = onScreen(window, x, y)
    texts.push([formatLine(time), right - 4, bottom - 9])
  }
  context.stroke()
  context.setLineDash([])
  context.textAlign = 'right'
  const taken: TakenBox[] = []
  for (const [text, right, top] of texts) {
    const { width } = context.measureText(text)
    // Where lines are close, some stand for all.
    if (taken.some(([l, t, r, b]) => right - width < r && right > l && top - 7 < b && top + 7 > t)) continue
    context.fillStyle = colours.panel
    context.fillRect(right - width - 2, top - 7, width + 4, 14)
    context.fillStyle = colours.ink3
    context.fillText(text, right, top)
    taken.push([right - width, top - 7, right, top + 7])
  }
  context.textAlign = 'left'
  return taken
}
