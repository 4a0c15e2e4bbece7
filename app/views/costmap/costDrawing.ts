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
  radiusOf,
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
  /** By point: share of all time, 0..1, and step of heat of its self time. */
  share: Float64Array
  heat: Uint8Array
  nameOf: (point: number) => string
  formatCalls: (calls: number) => string
  formatTime: (time: number) => string
  /** A line of equal time by that. */
  formatLine: (time: number) => string
  /** Points; -1 for none. */
  chosen: number
  pointed: number
  /** By function row: what a search found; null where nothing is searched for. */
  hits: Uint8Array | null
  /** Whether what was not found steps back. */
  dim: boolean
  /** ± of the pointed point's time: ends of its whisker as places on the map. */
  whisker: { x: number; low: number; high: number } | null
  /** Where the pointed function stood before, in a comparison. */
  before: { x: number; y: number } | null
  colours: CostColours
}

/** Points up to this radius are squares. */
const SMALL = 2.5
const DIMMED = 0.18
/** Of what a search found, so many are named before others. */
const FOUND_NAMED = 40

/** Draws all of it. The context is scaled to CSS pixels. */
export function drawCostMap(context: CanvasRenderingContext2D, scene: CostScene, window: CostWindow): void {
  const { colours } = scene
  context.fillStyle = colours.panel
  context.fillRect(0, 0, window.width, window.height)
  drawScales(context, scene, window)
  context.save()
  context.beginPath()
  context.rect(
    MARGIN.left,
    MARGIN.top,
    window.width - MARGIN.left - MARGIN.right,
    window.height - MARGIN.top - MARGIN.bottom,
  )
  context.clip()
  const taken = drawEqualTimes(context, scene, window)
  drawPoints(context, scene, window)
  drawPointed(context, scene, window)
  drawNames(context, scene, window, taken)
  context.restore()
}

function drawScales(
  context: CanvasRenderingContext2D,
  { map, formatCalls, formatTime, colours }: CostScene,
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
  { map, formatLine, colours }: CostScene,
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
function drawPoints(context: CanvasRenderingContext2D, scene: CostScene, window: CostWindow) {
  const { map, share, heat, hits, dim, colours } = scene
  const isHit = (point: number) => hits !== null && hits[map.fn[point]] === 1
  const found: number[] = []
  const small: number[] = []
  context.globalAlpha = dim && hits ? DIMMED : 1
  for (let point = 0; point < map.fn.length; point++) {
    const [x, y] = onScreen(window, map.x[point], map.y[point])
    const r = radiusOf(share[point])
    if (x < -r || y < -r || x > window.width + r || y > window.height + r) continue
    if (isHit(point)) found.push(point)
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
    drawDisc(context, x, y, Math.max(3, radiusOf(share[point])), colours.mark, colours.ink)
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
function drawPointed(context: CanvasRenderingContext2D, scene: CostScene, window: CostWindow) {
  const { map, share, chosen, pointed, whisker, before, colours } = scene
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
    context.arc(x, y, radiusOf(share[point]) + 2.5, 0, 2 * Math.PI)
    context.stroke()
  }
}

function drawNames(context: CanvasRenderingContext2D, scene: CostScene, window: CostWindow, taken: TakenBox[]) {
  const { map, share, nameOf, chosen, pointed, hits, dim, colours } = scene
  context.font = `12px ${colours.mono}`
  const radius = share.map(radiusOf)
  const found = hits ? [...map.fn.keys()].filter(point => hits[map.fn[point]] === 1).slice(0, FOUND_NAMED) : []
  const first = [chosen, pointed].filter(point => point >= 0).concat(found)
  const labels: CostLabel[] = placeLabels(
    map,
    window,
    radius,
    point => context.measureText(nameOf(point)).width,
    first,
    taken,
  )
  context.lineWidth = 3
  context.lineJoin = 'round'
  context.strokeStyle = colours.panel
  for (const { point, left, top } of labels) {
    const isBack = dim && hits !== null && hits[map.fn[point]] !== 1 && point !== chosen
    context.globalAlpha = isBack ? DIMMED : 1
    context.fillStyle = point === chosen ? colours.accent : point === pointed ? colours.ink : colours.ink2
    // Lines go behind names.
    context.strokeText(nameOf(point), left, top)
    context.fillText(nameOf(point), left, top)
  }
  context.globalAlpha = 1
}
