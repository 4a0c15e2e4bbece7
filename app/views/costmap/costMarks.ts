// What stands over the map of costs and changes as the pointer moves, on a canvas of its own.

import { clipToPlot } from './costDrawing.ts'
import { beginNames, drawName } from './costNames.ts'
import { drawDisc } from './costPoints.ts'
import {
  type CostColours,
  type CostLabel,
  type CostMarks,
  type CostScene,
  type CostWindow,
  onScreen,
} from './costScene.ts'

/** Draws what stands over the map on a canvas of its own. `labels`: names that are there already. */
export function drawCostMarks(
  context: CanvasRenderingContext2D,
  scene: CostScene,
  marks: CostMarks,
  colours: CostColours,
  window: CostWindow,
  labels: readonly CostLabel[],
): void {
  context.clearRect(0, 0, window.width, window.height)
  context.save()
  clipToPlot(context, window)
  drawMarks(context, scene, marks, colours, window)
  const { pointed } = marks
  if (pointed >= 0) {
    const { map, radius, nameOf } = scene
    const [x, y] = onScreen(window, map.x[pointed], map.y[pointed])
    const own = { point: pointed, left: x + radius[pointed] + 5, top: y }
    beginNames(context, colours)
    drawName(context, labels.find(({ point }) => point === pointed) ?? own, nameOf(pointed), colours.ink)
  }
  context.restore()
}

/** Rings around the chosen point and the one under the pointer, whose time per call has its whisker. */
function drawMarks(
  context: CanvasRenderingContext2D,
  { map, radius, chosen }: CostScene,
  { pointed, whisker, before }: CostMarks,
  colours: CostColours,
  window: CostWindow,
) {
  if (before && pointed >= 0) {
    context.strokeStyle = colours.ink2
    context.lineWidth = 1.5
    context.beginPath()
    context.moveTo(...onScreen(window, before.x, before.y))
    context.lineTo(...onScreen(window, map.x[pointed], map.y[pointed]))
    context.stroke()
    drawDisc(context, ...onScreen(window, before.x, before.y), 3, colours.panel, colours.ink2)
  }
  if (whisker) {
    const [x, high] = onScreen(window, whisker.x, whisker.high)
    const low = onScreen(window, whisker.x, whisker.low)[1]
    context.strokeStyle = colours.ink
    context.lineWidth = 1
    context.beginPath()
    context.moveTo(x, high)
    context.lineTo(x, low)
    for (const end of [high, low]) {
      context.moveTo(x - 3, end)
      context.lineTo(x + 3, end)
    }
    context.stroke()
  }
  for (const [point, colour, width] of [
    [pointed, colours.ink, 1.5],
    [chosen, colours.accent, 2.5],
  ] as const) {
    if (point < 0) continue
    const [x, y] = onScreen(window, map.x[point], map.y[point])
    context.strokeStyle = colour
    context.lineWidth = width
    context.beginPath()
    context.arc(x, y, radius[point] + 2.5, 0, 2 * Math.PI)
    context.stroke()
  }
}
