// What is round a flame chart that leaves the page: title, how much of it is certain, what is zoomed to; what its
// textures and colours mean, and what is not in it.

import { foldName, groupsOf } from '../../../../src/index.ts'
import { messages } from '../../../messages/messages.ts'
import { formatRounded } from '../../../ui/format.ts'
import { scaleOf } from '../../flame/flameColouring.ts'
import { element, escaped, textElement } from '../svgElement.ts'
import { inRows, type LegendItem } from '../svgLegend.ts'
import { drawHead, GAP, HEAD_HEIGHT, MARGIN, moved, svgDocument } from '../svgPage.ts'
import { boxWords } from './boxWords.ts'
import { type FlamePicture, paletteOf, zoomedBox } from './flamePicture.ts'
import { ROW, ROW_GAP } from './live/boxParts.js'

/** Pixels for the whole width of the chart. */
export const ROOM = 1200
const SIZE = 11.5
/** The line that tells of a box. */
const TOLD = { y: HEAD_HEIGHT + 18, height: 28 }
const TOP = MARGIN + HEAD_HEIGHT + TOLD.height
/** Characters of a name in it. */
const LONGEST = 100
/** Between the chart of callers and that of callees. */
const BETWEEN = 6
const FOOT = { size: 10.5, line: 16 }

/** Height of so many levels. */
export const heightOf = (levels: number) => levels * (ROW + ROW_GAP)

/** Where charts go in their frame, and the frame with something in those places. */
export interface Frame {
  width: number
  height: number
  places: { x: number; y: number }[]
  /** With a style sheet, and a script that finds all of it there. */
  svg: (charts: readonly string[], style: string, script?: string) => string
}

/** The frame for charts of so many levels. */
export function frameOf(picture: FlamePicture, levels: readonly number[]): Frame {
  const { colours: c } = picture
  const legend = inRows(legendItems(picture), ROOM, c['--ink2'])
  let y = TOP
  const places = levels.map(count => {
    const place = { x: MARGIN, y }
    y += heightOf(count) + BETWEEN
    return place
  })
  const below = y - BETWEEN + GAP
  const width = ROOM + 2 * MARGIN
  const height = below + legend.height + FOOT.line + MARGIN
  const ground = element('rect', { x: -MARGIN, y: -MARGIN, width, height: TOP, fill: c['--panel'] })
  const told = element(
    'text',
    { id: 'told', y: TOLD.y, 'font-size': SIZE, fill: c['--ink2'] },
    escaped(zoomedTo(picture)),
  )
  const foot = { text: whatIsNotThere(picture), x: 0, y: legend.height + FOOT.line, size: FOOT.size }
  return {
    width,
    height,
    places,
    svg: (charts, style, script = '') =>
      svgDocument(
        {
          ...picture,
          ...{ name: messages().flame.of(picture.title), width, height, style },
          data: { 'data-search': picture.hits === null ? undefined : picture.query.trim() },
        },
        patterns(picture),
        ...charts.map((chart, i) => moved(places[i].x, places[i].y, chart)),
        moved(MARGIN, below, legend.svg, textElement(foot, { fill: c['--ink3'] })),
        // Last, since it stays in view while what is below it scrolls.
        moved(MARGIN, MARGIN, drawHead(picture).draw(ROOM, ground, told)),
        script,
      ),
  }
}

function zoomedTo({ profile, charts, nameOf }: FlamePicture): string {
  const boxes = charts
    .filter(chart => zoomedBox(chart) >= 0)
    .map(({ table, shown }) => boxWords(profile, table, nameOf, table.zoomed, shown))
    .map(([name, amount]) => `${foldName(name, LONGEST)} · ${amount}`)
  return boxes.length === 0 ? '' : messages().flame.file.zoomedTo(boxes)
}

/** The finest share that is drawn; inside what is zoomed to it is a share of that. */
function whatIsNotThere({ charts }: FlamePicture): string {
  const of = charts.some(({ table }) => table.measure === 'calls') ? 'calls' : 'time'
  const isZoomed = charts.some(({ table }) => table.zoomed >= 0)
  const cut = 100 * Math.max(...charts.map(({ table }) => table.cut))
  return messages().flame.file.leftOut(formatRounded(cut, 2), of, isZoomed)
}

/** Dots over what is assumed and hatching of what is summed, as theme.css has them. */
function patterns({ colours: c }: FlamePicture): string {
  const tile = (id: string, size: number, ...parts: string[]) =>
    element('pattern', { id, width: size, height: size, patternUnits: 'userSpaceOnUse' }, ...parts)
  const [dots, opacity] = [c['--stipple'].slice(0, 7), Number.parseInt(c['--stipple'].slice(7) || 'ff', 16) / 255]
  return element(
    'defs',
    {},
    tile('dots', 4, element('circle', { cx: 2, cy: 2, r: 0.8, fill: dots, 'fill-opacity': opacity })),
    tile(
      'hatch',
      6,
      element('rect', { width: 6, height: 6, fill: c['--hatch-bg'] }),
      element('path', { d: 'M-6 6L0 0M0 6L6 0M6 6L12 0', fill: 'none', stroke: c['--hatch'] }),
    ),
  )
}

const SAMPLE = { width: 22, height: 11 }

/** What the line along the top of a box means; nothing where no box has one. */
function ownPathItems({ charts, colours: c }: FlamePicture): LegendItem[] {
  const shown = charts.find(chart => chart.shown?.own.some(is => is === 1))?.shown
  if (!shown) return []
  const at = { x: 0, y: -SAMPLE.height / 2, width: SAMPLE.width }
  const sample =
    element('rect', { ...at, height: SAMPLE.height, fill: c['--noise'] }) +
    element('rect', { ...at, height: 2, fill: c['--box-ink'] })
  return [
    { sample, sampleWidth: SAMPLE.width, words: messages().pictures.legend.path[shown.side === 'b' ? 'new' : 'gone'] },
  ]
}

function legendItems(picture: FlamePicture): LegendItem[] {
  const { profile, colouring } = picture
  const { flame: words, pictures } = messages()
  const { legend } = words.file
  const palette = paletteOf(picture)
  const swatch = (...fills: string[]) =>
    fills.map(fill => element('rect', { y: -SAMPLE.height / 2, ...SAMPLE, rx: 2, fill })).join('')
  const one = (words: string, ...fills: string[]) => ({ sample: swatch(...fills), sampleWidth: SAMPLE.width, words })
  const plain = colouring === 'change' ? picture.colours['--noise'] : palette[1]
  const items = [one(words.certain, plain), one(words.assumed, plain, 'url(#dots)'), one(legend.sums, 'url(#hatch)')]
  items.push(...ownPathItems(picture))
  if (scaleOf(colouring) !== 'groups') {
    const steps = palette.map((fill, step) =>
      element('rect', {
        x: 14 * step,
        y: -5,
        width: 14,
        height: 10,
        fill,
        stroke: picture.colours['--line2'],
        'stroke-width': 0.5,
      }),
    )
    const meanings = { self: legend.self, calls: legend.calls, change: pictures.legend.totalTime }
    const meaning = meanings[colouring as keyof typeof meanings]
    return [...items, { sample: steps.join(''), sampleWidth: 14 * palette.length, words: meaning }]
  }
  if (colouring === 'cycle') return [...items, one(legend.noCycle, palette[0])]
  const { prefix } = groupsOf(profile)
  for (const [group, name] of prefix.entries()) if (name !== '') items.push(one(name, palette[group]))
  return [...items, one(legend.otherNames, palette[0])]
}
