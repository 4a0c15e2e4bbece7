// Dots over what is assumed and hatching of what is summed, as patterns of a canvas. The colour under them is part of the
// pattern: filling once with it takes half the time of filling with a colour and then with dots that it shines through.

import type { Fill } from './flameDrawing.ts'
import type { FillStyleOf } from './paintFlame.ts'

type TileContext = OffscreenCanvasRenderingContext2D
/** Draws the ink of one tile. */
type Draw = (context: TileContext) => void

/** Width of the dot lattice and of the hatching, in CSS pixels; the same as in theme.css. */
const LATTICE = 4
const DOT = 0.8
const HATCH = 6

const drawDot: Draw = context => {
  context.arc(LATTICE / 2, LATTICE / 2, DOT, 0, 2 * Math.PI)
  context.fill()
}

const drawHatch: Draw = context => {
  context.lineWidth = 1
  for (const offset of [-HATCH, 0, HATCH]) {
    context.moveTo(offset, HATCH)
    context.lineTo(offset + HATCH, 0)
  }
  context.stroke()
}

const tiles = { dots: { size: LATTICE, draw: drawDot }, hatch: { size: HATCH, draw: drawHatch } }
const made = new Map<string, CanvasPattern | string>()

/** The pattern of a fill, made once for a colour, an ink and a screen. */
export const patternOf: FillStyleOf = ({ colour, texture }, ratio) => {
  if (!texture) return colour
  const key = `${texture.pattern} ${texture.ink} ${colour} ${ratio}`
  const pattern = made.get(key) ?? makePattern(colour, texture, ratio)
  made.set(key, pattern)
  return pattern
}

/** In whole pixels of the screen, so that a canvas copies it as it is; the plain colour where the browser has no canvas. */
function makePattern(colour: string, { pattern, ink }: NonNullable<Fill['texture']>, ratio: number) {
  const { size, draw } = tiles[pattern]
  const side = Math.max(1, Math.round(size * ratio))
  const tile = new OffscreenCanvas(side, side)
  const context = tile.getContext('2d')
  if (!context) return colour
  context.scale(side / size, side / size)
  context.fillStyle = colour
  context.fillRect(0, 0, size, size)
  context.fillStyle = context.strokeStyle = ink
  draw(context)
  const repeated = context.createPattern(tile, 'repeat')
  repeated?.setTransform(new DOMMatrix().scale(1 / ratio))
  return repeated ?? colour
}
