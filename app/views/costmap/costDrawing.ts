// Draws the map of costs on a canvas: scales and lines of equal time; points and names have files of their own.

import { linesOfEqualTime } from '../../../src/index.ts'
import { placeLineTimes } from './costLines.ts'
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

/** Falling lines, each with its time on it. Returns where these texts are. */
function drawEqualTimes(
  context: CanvasRenderingContext2D,
  { map, radius, formatLine }: CostScene,
  colours: CostColours,
  window: CostWindow,
): TakenBox[] {
  const lines = linesOfEqualTime(map)
  context.strokeStyle = colours.line2
  context.font = `11px ${colours.sans}`
  context.setLineDash([3, 3])
  context.beginPath()
  for (const { from, to } of lines) {
    context.moveTo(...onScreen(window, ...from))
    context.lineTo(...onScreen(window, ...to))
  }
  context.stroke()
  context.setLineDash([])
  const widthOf = (time: number) => context.measureText(formatLine(time)).width
  const times = placeLineTimes(lines, map, window, radius, widthOf)
  context.textAlign = 'center'
  for (const { line, x, y, box } of times) {
    const [left, top, right, bottom] = box
    context.fillStyle = colours.panel
    context.fillRect(left - 2, top, right - left + 4, bottom - top)
    context.fillStyle = colours.ink3
    context.fillText(formatLine(line.time), x, y)
  }
  context.textAlign = 'left'
  return times.map(({ box }) => box)
}
