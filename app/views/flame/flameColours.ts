// The page's colour tokens as a canvas needs them.

import { readColours } from '../../ui/readColours.ts'

export interface FlameColours {
  panel: string
  ink: string
  ink2: string
  boxInk: string
  accent: string
  /** Hues that have no order, the first for none. */
  groups: string[]
  /** From none to the most. */
  heat: string[]
  /** Dots over what is assumed, and hatching over what is summed. */
  dots: CanvasPattern | string
  hatch: CanvasPattern | string
  /** What is summed, where it is too narrow for hatching. */
  block: string
  sans: string
  mono: string
}

const GROUP_TOKENS = ['--g0', '--g1', '--g2', '--g3', '--g4', '--g5'] as const
const HEAT_TOKENS = ['--h0', '--h1', '--h2', '--h3', '--h4', '--h5'] as const
const PLAIN_TOKENS = [
  '--panel',
  '--ink',
  '--ink2',
  '--box-ink',
  '--accent',
  '--stipple',
  '--hatch',
  '--hatch-bg',
  '--line2',
] as const
/** Width of the dot lattice and of the hatching, in CSS pixels; the same as in theme.css. */
const LATTICE = 4
const DOT = 0.8
const HATCH = 6

/** Reads the tokens as they are now, at an element of the page, for a canvas with so many pixels to one of CSS. */
export function readFlameColours(at: HTMLElement, ratio = window.devicePixelRatio): FlameColours {
  const colours = readColours(at, [...PLAIN_TOKENS, ...GROUP_TOKENS, ...HEAT_TOKENS])
  const styles = getComputedStyle(at)
  return {
    panel: colours['--panel'],
    ink: colours['--ink'],
    ink2: colours['--ink2'],
    boxInk: colours['--box-ink'],
    accent: colours['--accent'],
    groups: GROUP_TOKENS.map(token => colours[token]),
    heat: HEAT_TOKENS.map(token => colours[token]),
    dots: drawDots(colours['--stipple'], ratio),
    hatch: drawHatch(colours['--hatch'], colours['--hatch-bg'], ratio),
    block: colours['--line2'],
    sans: styles.getPropertyValue('--sans'),
    mono: styles.getPropertyValue('--mono'),
  }
}

const drawDots = (colour: string, ratio: number) =>
  pattern(LATTICE, ratio, colour, context => {
    context.fillStyle = colour
    context.arc(LATTICE / 2, LATTICE / 2, DOT, 0, 2 * Math.PI)
    context.fill()
  })

const drawHatch = (line: string, ground: string, ratio: number) =>
  pattern(HATCH, ratio, line, context => {
    context.fillStyle = ground
    context.fillRect(0, 0, HATCH, HATCH)
    context.strokeStyle = line
    context.lineWidth = 1
    for (const offset of [-HATCH, 0, HATCH]) {
      context.moveTo(offset, HATCH)
      context.lineTo(offset + HATCH, 0)
    }
    context.stroke()
  })

/** A tile of that many CSS pixels, as sharp as the canvas; the plain colour where the browser gives no canvas. */
function pattern(size: number, ratio: number, otherwise: string, draw: (context: CanvasRenderingContext2D) => void) {
  const tile = document.createElement('canvas')
  tile.width = tile.height = Math.round(size * ratio)
  const context = tile.getContext('2d')
  if (!context) return otherwise
  context.scale(tile.width / size, tile.height / size)
  draw(context)
  const made = context.createPattern(tile, 'repeat')
  made?.setTransform(new DOMMatrix().scale(size / tile.width, size / tile.height))
  return made ?? otherwise
}
