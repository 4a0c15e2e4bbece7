import type { ComparedSides } from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'
import { sansWidth } from '../../ui/textWidth.ts'
import { CHANGE_TOKENS } from '../compared/comparedFigures.ts'
import type { DrawnEdge } from '../graph/graphParts.ts'
import { EXAMPLE } from '../graph/legend.ts'
import { EDGE_DASHES } from '../graph/shapes.ts'
import type { Picture, PictureColours } from './picture.ts'
import { element, textElement } from './svgElement.ts'

/** A row of the legend is so high. */
const LEGEND_ROW = 22
const SIZE = 10.5
/** From the middle of a row. */
const BASELINE = 3.5
const STEP = 14
const GAP = 8
const BETWEEN = 24

/** What something in a picture means. */
export interface LegendItem {
  /** What it looks like, drawn round the line y = 0. */
  sample: string
  sampleWidth: number
  words: string
}

/** The legend in rows that are no longer than `room`, as far as that can be, from its left top corner. */
export const drawLegend = (picture: Picture, room: number) =>
  inRows(legendItems(picture), room, picture.colours['--ink2'])

/** Items side by side, as many as there is room for, and then in another row. */
export function inRows(items: readonly LegendItem[], room: number, ink: string) {
  let x = 0
  let row = 0
  let width = 0
  const parts = items.map(({ sample, sampleWidth, words }) => {
    const own = sampleWidth + GAP + sansWidth(words, SIZE)
    if (x > 0 && x + own > room) {
      x = 0
      row++
    }
    const part = element(
      'g',
      { transform: `translate(${x.toFixed(1)} ${row * LEGEND_ROW + LEGEND_ROW / 2})` },
      sample,
      textElement({ text: words, x: sampleWidth + GAP, y: BASELINE, size: SIZE }, { fill: ink }),
    )
    x += own + BETWEEN
    width = Math.max(width, x - BETWEEN)
    return part
  })
  return { svg: element('g', { id: 'legend' }, ...parts), width, height: (row + 1) * LEGEND_ROW }
}

/** What the picture has in it, and no more. */
function legendItems({ placed: { drawing }, path, hits, colours: c }: Picture): LegendItem[] {
  const kinds = new Set(drawing.edges.map(({ kind }) => kind))
  const items: LegendItem[] = []
  const { graph: words, takeaway } = messages()
  if (drawing.compared) items.push(...changeItems(c, drawing.edges, drawing.compared.sides))
  else if (drawing.graph.of === 'time') {
    items.push({ sample: ramp(c), sampleWidth: 6 * STEP, words: words.legend.heat })
    items.push({ sample: figures(c), sampleWidth: 84, words: words.legend.figures })
  }
  const stroke = (colour: string, more = {}) =>
    element('path', { d: 'M1 0H27', fill: 'none', stroke: colour, 'stroke-width': 2, ...more })
  items.push({ sample: stroke(c['--edge']), sampleWidth: 28, words: words.legend.exact })
  if (kinds.has('assumed'))
    items.push({
      sample: stroke(c['--edge'], { 'stroke-dasharray': '0 4', 'stroke-linecap': 'round' }),
      sampleWidth: 28,
      words: words.legend.assumed,
    })
  if (kinds.has('elided') || kinds.has('summed'))
    items.push({
      sample: stroke(c['--hatch'], { 'stroke-width': 1.5, 'stroke-dasharray': '4 3' }),
      sampleWidth: 28,
      words: takeaway.notShown,
    })
  if (path && path.functions.length > 1)
    items.push({ sample: stroke(c['--accent']), sampleWidth: 28, words: takeaway.heaviestWay })
  if (hits && drawing.graph.functions.some(fn => hits[fn] === 1))
    items.push({
      sample: element('path', { d: 'M1 4H27', stroke: c['--ink'], 'stroke-width': 1.5 }),
      sampleWidth: 28,
      words: takeaway.found,
    })
  return items
}

/** What colours and dashes tell of two profiles that are compared. */
function changeItems(c: PictureColours, edges: readonly DrawnEdge[], { runs }: ComparedSides): LegendItem[] {
  const { legend } = messages().pictures
  const line = (x: number, stroke: string, dashes?: string) =>
    element('path', { d: `M${x} 0H${x + 26}`, stroke, 'stroke-width': 2, 'stroke-dasharray': dashes })
  const colours = CHANGE_TOKENS.map(token => c[token])
  const items = [
    { sample: scale(c, colours), sampleWidth: colours.length * STEP, words: legend.selfTime },
    { sample: scale(c, [c['--noise']]), sampleWidth: STEP, words: legend.noise },
    {
      sample: line(1, c['--less-ink']) + line(33, c['--more-ink']),
      sampleWidth: 60,
      words: runs ? legend.edgesBySampling : legend.edges,
    },
  ]
  const sample = line(1, c['--edge'], EDGE_DASHES.new) + line(33, c['--edge'], EDGE_DASHES.gone)
  if (edges.some(({ change }) => change && change.presence !== 'both'))
    items.push({ sample, sampleWidth: 60, words: legend.presence })
  return items
}

const ramp = (c: PictureColours) => scale(c, [c['--h0'], c['--h1'], c['--h2'], c['--h3'], c['--h4'], c['--h5']])

const scale = (c: PictureColours, fills: readonly string[]) =>
  fills
    .map((fill, step) =>
      element('rect', {
        x: step * STEP,
        y: -5,
        width: STEP,
        height: 10,
        fill,
        stroke: c['--line2'],
        'stroke-width': 0.5,
      }),
    )
    .join('')

function figures(c: PictureColours): string {
  const { self, total } = EXAMPLE
  return (
    element('rect', { x: 0.5, y: -8.5, width: 83, height: 17, rx: 4, fill: 'none', stroke: c['--line2'] }) +
    textElement({ text: self, x: 6, y: BASELINE, size: SIZE }, { fill: c['--ink'], 'font-weight': 500 }) +
    textElement({ text: total, x: 78, y: BASELINE, anchor: 'end', size: SIZE }, { fill: c['--ink2'] })
  )
}
