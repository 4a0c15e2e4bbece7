// Draws the map of costs on a canvas: scales and lines of equal time, points, names. Tens of thousands of points cost
// what their rectangles do; only those with a share to speak of are discs.

import { type CostMap, linesOfEqualTime } from '../../../src/index.ts'
import {
  type CostLabel,
  type CostWindow,
  inView,
  MARGIN,
  onScreen,
  placeLabels,
  plotOf,
  projectionOf,
  type TakenBox,
  ticksOf,
} from './costScene.ts'

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

/** Points up to this radius are squares. */
const SMALL = 2.5
const DIMMED = 0.18
/** Of what a search found, so many are named before others. */
const FOUND_NAMED = 40

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

function clipToPlot(context: CanvasRenderingContext2D, window: CostWindow) {
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

/** The light ones above the heavy ones, so that none is hidden; what was found above all. */
function drawPoints(context: CanvasRenderingContext2D, scene: CostScene, colours: CostColours, window: CostWindow) {
  const { map, radius, heat, hits, dim } = scene
  const { left, top, across, down } = projectionOf(window)
  const found: number[] = []
  const small: number[] = []
  context.globalAlpha = dim && hits ? DIMMED : 1
  for (let point = 0; point < map.fn.length; point++) {
    const x = left + map.x[point] * across
    const y = top + map.y[point] * down
    const r = radius[point]
    if (x < -r || y < -r || x > window.width + r || y > window.height + r) continue
    if (hits?.[map.fn[point]] === 1) found.push(point)
    else if (r <= SMALL) small.push(x, y, r)
    else drawDisc(context, x, y, r, colours.heat[heat[point]], colours.edge)
  }
  // No larger than their edges would be, and so light that none of them has a colour to speak of.
  context.fillStyle = colours.edge
  for (let i = 0; i < small.length; i += 3) {
    const r = small[i + 2]
    context.fillRect(small[i] - r, small[i + 1] - r, 2 * r, 2 * r)
  }
  context.globalAlpha = 1
  for (const point of found) {
    const [x, y] = onScreen(window, map.x[point], map.y[point])
    drawDisc(context, x, y, Math.max(3, radius[point]), colours.mark, colours.ink)
  }
}

function drawDisc(context: CanvasRenderingContext2D, x: number, y: number, r: number, fill: string, edge: string) {
  context.beginPath()
  context.arc(x, y, r, 0, 2 * Math.PI)
  context.fillStyle = fill
  context.strokeStyle = edge
  context.lineWidth = 1
  context.fill()
  context.stroke()
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

function drawNames(
  context: CanvasRenderingContext2D,
  { map, radius, nameOf, chosen, hits, dim }: CostScene,
  colours: CostColours,
  window: CostWindow,
  taken: TakenBox[],
): CostLabel[] {
  beginNames(context, colours)
  const first = chosen < 0 ? [] : [chosen]
  for (let point = 0; hits && point < map.fn.length && first.length < FOUND_NAMED; point++)
    if (hits[map.fn[point]] === 1) first.push(point)
  const widthOf = (point: number) => context.measureText(nameOf(point)).width
  const labels = placeLabels(map, window, radius, widthOf, first, taken)
  for (const label of labels) {
    const { point } = label
    const isBack = dim && hits !== null && hits[map.fn[point]] !== 1 && point !== chosen
    context.globalAlpha = isBack ? DIMMED : 1
    drawName(context, label, nameOf(point), point === chosen ? colours.accent : colours.ink2)
  }
  context.globalAlpha = 1
  return labels
}

/** Lines go behind names. */
function beginNames(context: CanvasRenderingContext2D, colours: CostColours) {
  context.font = `12px ${colours.mono}`
  context.textBaseline = 'middle'
  context.lineWidth = 3
  context.lineJoin = 'round'
  context.strokeStyle = colours.panel
}

function drawName(context: CanvasRenderingContext2D, { left, top }: CostLabel, name: string, colour: string) {
  context.fillStyle = colour
  context.strokeText(name, left, top)
  context.fillText(name, left, top)
}
