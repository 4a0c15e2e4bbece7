// The looks of the parts of a saved picture: what CallGraph.css says of them in the page, as attributes, which every
// reader of SVG understands.

import { changeToken } from '../compared/comparedFigures.ts'
import type { DrawnEdge, DrawnNode } from '../graph/graphParts.ts'
import type { CyclePart, EdgePart, NodePart, Shape, SumPart } from '../graph/shapes.ts'
import type { PictureColours } from './picture.ts'
import { type Attributes, element, escaped, rounded, textElement } from './svgElement.ts'
import { MONO } from './svgPage.ts'

interface Look {
  attributes: Attributes
  /** Colour round the letters that keeps them legible on lines. */
  halo?: string
  /** Of the lead of a text. */
  lead?: Attributes
}

export type Looks<Part extends string> = Record<Part, Look>

const line = (stroke: string, width?: number): Look => ({
  attributes: { fill: 'none', stroke, 'stroke-width': width },
})
const filled = (fill: string): Look => ({ attributes: { fill } })
const text = (fill: string, weight: number, more: Attributes = {}): Look => ({
  attributes: { fill, 'font-weight': weight, ...more },
})

export function nodeLooks(
  c: PictureColours,
  { heat, change }: DrawnNode,
  { chosen, lit, hit }: { chosen: boolean; lit: boolean; hit: boolean },
): Looks<NodePart> {
  const ramp = [c['--h0'], c['--h1'], c['--h2'], c['--h3'], c['--h4'], c['--h5']]
  const isNear = chosen || lit
  const isOfOne = change !== null && change.presence !== 'both'
  return {
    ring: { attributes: { fill: 'none', stroke: c['--accent'], 'stroke-width': 5, 'stroke-opacity': 0.18 } },
    body: {
      attributes: {
        fill: change ? c[changeToken(change.step)] : ramp[heat],
        stroke: isNear ? c['--accent'] : isOfOne ? c['--ink2'] : c['--line2'],
        'stroke-width': chosen ? 2 : isOfOne ? 1.5 : lit ? 1.25 : 1,
      },
    },
    name: text(c['--ink'], 500, { 'font-family': MONO, 'text-decoration': hit ? 'underline' : undefined }),
    self: text(c['--ink'], 500),
    total: text(change || heat >= 3 ? c['--ink'] : c['--ink2'], 400),
    word: text(c['--ink'], 600),
    bar: { attributes: { fill: c['--ink'], 'fill-opacity': 0.1 } },
    'bar-total': { attributes: { fill: c['--ink'], 'fill-opacity': 0.3 } },
    'bar-self': filled(c['--heat']),
    recursion: { ...text(c['--ink2'], 450), halo: c['--panel'] },
  }
}

export function edgeLooks(
  c: PictureColours,
  { kind, change }: Pick<DrawnEdge, 'kind' | 'change'>,
  lit: boolean,
): Looks<EdgePart> {
  const isSum = kind === 'elided' || kind === 'summed'
  const changed = change?.step ? c[change.step > 0 ? '--more-ink' : '--less-ink'] : undefined
  return {
    line: {
      attributes: {
        fill: 'none',
        stroke: lit ? c['--accent'] : (changed ?? (isSum ? c['--hatch'] : c['--edge'])),
        'stroke-linecap': kind === 'assumed' ? 'round' : undefined,
      },
    },
    head: filled(lit ? c['--accent'] : (changed ?? c['--edge'])),
    count: { ...text(lit ? c['--accent'] : c['--ink2'], lit ? 600 : 450), halo: c['--panel'] },
  }
}

export const sumLooks = (c: PictureColours): Looks<SumPart> => ({
  pill: { attributes: { fill: c['--hatch-bg'], stroke: c['--hatch'], 'stroke-dasharray': '2 2' } },
  sum: { ...text(c['--ink2'], 450), lead: { fill: c['--ink'], 'font-weight': 600 } },
})

export const cycleLooks = (c: PictureColours): Looks<CyclePart> => ({
  outer: line(c['--line2']),
  inner: { attributes: { fill: c['--sunk'], stroke: c['--ink3'] } },
  title: text(c['--ink2'], 550),
  share: text(c['--ink2'], 550),
  calls: text(c['--ink3'], 400),
})

/** Shapes as elements, each with the look of its part. */
export const drawn = <Part extends string>(shapes: readonly Shape<Part>[], looks: Looks<Part>): string[] =>
  shapes.map(shape => drawShape(shape, looks[shape.part]))

function drawShape(shape: Shape<string>, { attributes, halo, lead }: Look): string {
  if (shape.kind === 'rect') {
    const { x, y, width, height, radius, dashes } = shape
    return element('rect', { x, y, width, height, rx: radius, 'stroke-dasharray': dashes, ...attributes })
  }
  if (shape.kind === 'path') {
    const { d, strokeWidth, dashes } = shape
    return element('path', { d: rounded(d), 'stroke-width': strokeWidth, 'stroke-dasharray': dashes, ...attributes })
  }
  if (shape.text === '') return ''
  const before = shape.lead === undefined ? '' : `${element('tspan', lead ?? {}, escaped(shape.lead))} `
  const letters = textElement(shape, attributes, before)
  if (halo === undefined) return letters
  // A text of its own: readers that do not know `paint-order` would paint the halo over the letters.
  const around = { fill: 'none', stroke: halo, 'stroke-width': 3.5, 'stroke-linejoin': 'round', 'aria-hidden': 'true' }
  return textElement(shape, { ...attributes, ...around }, before) + letters
}
