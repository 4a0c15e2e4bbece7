// What every picture that leaves the page has round it: a ground, a title, what is shown, and the date.

import { foldName } from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'
import { sansWidth } from '../../ui/textWidth.ts'
import { type Attributes, element, escaped, textElement } from './svgElement.ts'

/** The faces of the page, and what is near them in width where they are missing. */
export const SANS =
  "'Inter Variable', Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
export const MONO =
  "'Inconsolata Variable', Inconsolata, Consolas, Menlo, 'DejaVu Sans Mono', 'Liberation Mono', monospace"

export const MARGIN = 24
/** Between head, drawing and legend. */
export const GAP = 20
const TITLE = { size: 15, line: 15, longest: 60 }
const SUMMARY = { size: 11.5, line: 34 }
export const HEAD_HEIGHT = 38

/** What a picture says of itself. */
export interface Caption {
  /** What the profile is called. */
  title: string
  /** What part of it is shown, or what is to be known of it. */
  summary: string
  date: string
  colours: Readonly<Record<'--panel' | '--ink' | '--ink2' | '--ink3', string>>
}

/** What it is on the left, how much of it is shown below, and on the right since when it has been known. */
export function drawHead({ title, summary, date, colours: c }: Caption) {
  const heading = { text: foldName(title, TITLE.longest), x: 0, y: TITLE.line, size: TITLE.size }
  const below = { text: summary, x: 0, y: SUMMARY.line, size: SUMMARY.size }
  const dated = { text: date, y: TITLE.line, size: SUMMARY.size, anchor: 'end' as const }
  const widthOf = ({ text, size }: { text: string; size: number }) => sansWidth(text, size)
  return {
    width: Math.max(widthOf(heading) + 2 * GAP + widthOf(dated), widthOf(below)),
    /** So wide, with more in it if there is more. */
    draw: (width: number, ...more: string[]) =>
      element(
        'g',
        { id: 'head' },
        ...more,
        textElement(heading, { fill: c['--ink'], 'font-weight': 650 }),
        textElement(below, { fill: c['--ink2'] }),
        textElement({ ...dated, x: width }, { fill: c['--ink3'] }),
      ),
  }
}

interface Page extends Caption {
  /** What it is a picture of, for whoever does not see it. */
  name: string
  width: number
  height: number
  /** A style sheet for it. */
  style: string
  /** Attributes for a script in it. */
  data?: Attributes
}

/** The picture as a document of its own. */
export function svgDocument(
  { name, width, height, style, data, title, summary, date, colours }: Page,
  ...parts: string[]
): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        'font-family': SANS,
        style: `font-variant-numeric:tabular-nums;background:${colours['--panel']}`,
        role: 'img',
        'aria-label': name,
        ...data,
      },
      `\n${element('desc', {}, escaped(messages().takeaway.described(title, summary, date)))}\n`,
      style === '' ? '' : element('style', {}, escaped(style)),
      element('rect', { width, height, fill: colours['--panel'] }),
      ...parts,
      '\n',
    ),
    '',
  ].join('\n')
}

export const moved = (x: number, y: number, ...svg: string[]) =>
  element('g', { transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})` }, ...svg)
