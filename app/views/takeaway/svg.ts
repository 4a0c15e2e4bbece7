// The call graph as a document of its own: all of it, with title, legend and date, in the colours of the page. It brings
// no font and asks for none: every text is fitted into the room that it has in the page's faces.

import { messages } from '../../messages/messages.ts'
import { edgeLabels } from '../graph/edgeLabels.ts'
import { litBy } from '../graph/litBy.ts'
import { cycleShapes, edgeShapes, nodeShapes, sumShapes } from '../graph/shapes.ts'
import type { Picture } from './picture.ts'
import { element, escaped } from './svgElement.ts'
import { drawLegend } from './svgLegend.ts'
import { cycleLooks, drawn, edgeLooks, nodeLooks, sumLooks } from './svgLooks.ts'
import { drawHead, GAP, HEAD_HEIGHT, MARGIN, moved, svgDocument } from './svgPage.ts'
import { edgeWords, nodeWords } from './words.ts'

/** The outline of a cycle and what is written above a node stand out from where Graphviz put them. */
const BLEED = 12
/** Even of a small drawing, so that the legend is not a tower. */
const LEGEND_ROOM = 640

/** The picture as SVG, with a style sheet in it if one is given. The same picture gives the same text. */
export function exportSvg(picture: Picture, style = ''): string {
  const { placement } = picture.placed
  const head = drawHead(picture)
  const drawing = { width: placement.width + 2 * BLEED, height: placement.height + 2 * BLEED }
  const room = Math.max(head.width, drawing.width)
  const legend = drawLegend(picture, Math.max(room, LEGEND_ROOM))
  const inner = Math.ceil(Math.max(room, legend.width))
  const top = { drawing: MARGIN + HEAD_HEIGHT + GAP, legend: MARGIN + HEAD_HEIGHT + 2 * GAP + drawing.height }
  const width = inner + 2 * MARGIN
  const height = Math.ceil(top.legend + legend.height + MARGIN)
  return svgDocument(
    { ...picture, name: messages().takeaway.graphOf(picture.title), width, height, style },
    moved(MARGIN, MARGIN, head.draw(inner)),
    moved(MARGIN + BLEED + (inner - drawing.width) / 2, top.drawing + BLEED, drawGraph(picture)),
    moved(MARGIN, top.legend, legend.svg),
  )
}

/** Cycles below, then edges, then nodes; each with its own words and the names that it is about. */
function drawGraph({ placed, chosen, path, hits, colours }: Picture): string {
  const { drawing, placement } = placed
  const labels = edgeLabels(placed)
  const lit = litBy(path)
  const labelOf = (fn: number) => drawing.nodes.get(fn)?.label
  const group = (attributes: Record<string, string | undefined>, words: string[], parts: string[]) =>
    `\n${element('g', attributes, ...(words.length > 0 ? [element('title', {}, words.map(escaped).join('\n'))] : []), ...parts)}`

  const cycles = placement.cycles.map(place => {
    const cycle = drawing.cycles.get(place.cycle)
    return cycle ? group({ class: 'cycle' }, [], drawn(cycleShapes(cycle, place), cycleLooks(colours))) : ''
  })
  const edges = placement.edges.map(place => {
    const edge = drawing.edges[place.edge]
    const looks = edgeLooks(colours, edge, lit.hasStep(edge))
    return group(
      { class: `edge ${edge.kind}`, 'data-caller': labelOf(edge.caller), 'data-callee': labelOf(edge.callee) },
      edgeWords(drawing, edge),
      drawn(edgeShapes(edge, place, labels.get(place.edge)), looks),
    )
  })
  const sums = placement.sums.map(place => {
    const sum = drawing.sums.find(({ fn, side }) => fn === place.fn && side === place.side)
    return sum
      ? group({ class: 'sum', 'data-of': labelOf(sum.fn) }, [], drawn(sumShapes(sum, place), sumLooks(colours)))
      : ''
  })
  const nodes = placement.nodes.map(place => {
    const node = drawing.nodes.get(place.fn)
    if (!node) return ''
    const { fn, width, height, label } = node
    const states = { chosen: fn === chosen, lit: lit.functions.has(fn), hit: hits?.[fn] === 1 }
    return group(
      {
        class: 'node',
        id: `function-${fn}`,
        'data-function': label,
        transform: `translate(${(place.x - width / 2).toFixed(2)} ${(place.y - height / 2).toFixed(2)})`,
      },
      nodeWords(drawing, node),
      drawn(nodeShapes(node, states.chosen), nodeLooks(colours, node, states)),
    )
  })
  return element('g', { id: 'graph' }, ...cycles, ...edges, ...sums, ...nodes, '\n')
}
