// Points on the map of costs. Tens of thousands of them have no share to speak of: these are squares of one colour, which are
// set in a bitmap, pixel by pixel. As so many rectangles of the canvas they would hold up each step of a zoom.

import { type CostColours, type CostScene, type CostWindow, DIMMED, onScreen, projectionOf } from './costScene.ts'

/** Points up to this radius are squares. */
const SMALL = 2.5

/** The light ones above the heavy ones, so that none is hidden; what was found above all. */
export function drawPoints(
  context: CanvasRenderingContext2D,
  scene: CostScene,
  colours: CostColours,
  window: CostWindow,
) {
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
  drawSquares(context, small, colours.edge)
  context.globalAlpha = 1
  for (const point of found) {
    const [x, y] = onScreen(window, map.x[point], map.y[point])
    drawDisc(context, x, y, Math.max(3, radius[point]), colours.mark, colours.ink)
  }
}

/** The bitmap of a canvas, for as long as that has one size. */
interface Bitmap {
  image: ImageData
  layer: OffscreenCanvas
}
const bitmaps = new WeakMap<HTMLCanvasElement, Bitmap>()

function bitmapOf(canvas: HTMLCanvasElement): Bitmap {
  const { width, height } = canvas
  const known = bitmaps.get(canvas)
  if (known?.image.width === width && known.image.height === height) {
    known.image.data.fill(0)
    return known
  }
  const bitmap = { image: new ImageData(width, height), layer: new OffscreenCanvas(width, height) }
  bitmaps.set(canvas, bitmap)
  return bitmap
}

const OPAQUE_BLACK = new Uint32Array(Uint8Array.of(0, 0, 0, 255).buffer)[0]

/** Squares of one colour, each as x, y and half of its side; to whole pixels of the screen. */
function drawSquares(context: CanvasRenderingContext2D, squares: readonly number[], colour: string) {
  const { canvas } = context
  const scale = context.getTransform().a
  const { image, layer } = bitmapOf(canvas)
  const { width, height } = image
  const pixels = new Uint32Array(image.data.buffer)
  for (let i = 0; i < squares.length; i += 3) {
    const r = squares[i + 2]
    const left = Math.max(0, Math.round((squares[i] - r) * scale))
    const right = Math.min(width, Math.round((squares[i] + r) * scale))
    const bottom = Math.min(height, Math.round((squares[i + 1] + r) * scale))
    // A call of `fill` for each of these few pixels would take longer than to set them.
    for (let y = Math.max(0, Math.round((squares[i + 1] - r) * scale)); y < bottom; y++)
      for (let at = y * width + left; at < y * width + right; at++) pixels[at] = OPAQUE_BLACK
  }
  const paint = layer.getContext('2d')
  if (!paint) return
  paint.globalCompositeOperation = 'source-over'
  paint.putImageData(image, 0, 0)
  paint.globalCompositeOperation = 'source-in'
  paint.fillStyle = colour
  paint.fillRect(0, 0, width, height)
  context.drawImage(layer, 0, 0, width / scale, height / scale)
}

/** A point with a share of its own. */
export function drawDisc(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  r: number,
  fill: string,
  edge: string,
) {
  context.beginPath()
  context.arc(x, y, r, 0, 2 * Math.PI)
  context.fillStyle = fill
  context.strokeStyle = edge
  context.lineWidth = 1
  context.fill()
  context.stroke()
}
