// The call graph in Graphviz's language: the very text that the page's layout comes from, with names, colours and lines
// put on. So `dot` draws the picture of the page, and whoever has it can go on from there.

import { graphToDot } from '../../../src/index.ts'
import type { DrawnCycle, DrawnNode } from '../graph/graphDrawing.ts'
import { LEGEND } from '../graph/legend.ts'
import { litBy } from '../graph/litBy.ts'
import type { Picture } from './picture.ts'
import { printable } from './printable.ts'
import { escaped } from './svgElement.ts'
import { cycleLooks, edgeLooks, nodeLooks, sumLooks } from './svgLooks.ts'
import { edgeWords, nodeWords } from './words.ts'

/** Fixed-pitch faces of the usual width, at a size at which names fit in nodes made for a narrower face. */
const FACES = 'DejaVu Sans Mono,Menlo,Consolas,Courier New,monospace'
const SIZE = 9
const SMALL = 8

/** The picture as text for Graphviz's `dot`. The same picture gives the same text. */
export function exportDot(picture: Picture): string {
  const { placed, chosen, path, hits, colours } = picture
  const { profile, graph, direction, nodes, edges, sums, cycles } = placed.drawing
  const lit = litBy(path)
  const shown = [...nodes.values()]
  const dressedNodes = shown.map(node => {
    const states = { chosen: node.fn === chosen, lit: lit.functions.has(node.fn), hit: hits?.[node.fn] === 1 }
    const { body, total } = nodeLooks(colours, node, states)
    const { fill, stroke, 'stroke-width': penwidth } = body.attributes
    return list({
      label: lines(nodeLabel(node)),
      tooltip: tip(nodeWords(profile, node)),
      xlabel: node.recursion && lines([node.recursion]),
      fillcolor: fill,
      color: stroke,
      penwidth,
      fontcolor: total.attributes.fill,
    })
  })
  const dressedEdges = edges.map(edge => {
    const { line, count } = edgeLooks(colours, edge, lit.hasStep(edge))
    return list({
      xlabel: edge.count && lines([` ${edge.count} `]),
      tooltip: tip(edgeWords(placed.drawing, edge)),
      style:
        edge.kind === 'assumed' ? 'dotted' : edge.kind === 'elided' || edge.kind === 'summed' ? 'dashed' : undefined,
      color: line.attributes.stroke,
      fontcolor: count.attributes.fill,
      penwidth: Number(edge.width.toFixed(2)),
    })
  })
  const { pill, sum: letters } = sumLooks(colours)
  const dressedSums = sums.map(({ functions, rest }) =>
    list({
      label: lines([`${functions} ${rest}`]),
      style: 'filled,rounded,dashed',
      fillcolor: pill.attributes.fill,
      color: pill.attributes.stroke,
      fontcolor: letters.attributes.fill,
      fontsize: SMALL,
    }),
  )
  const dressedCycles = [...cycles].map(([row, cycle]) => [row, dressCycle(picture, cycle)] as const)
  return `${graphToDot(profile, graph, {
    sizes: shown,
    sums,
    direction,
    dress: {
      graph: wholeOf(picture),
      nodes: dressedNodes,
      edges: dressedEdges,
      sums: dressedSums,
      cycles: new Map(dressedCycles),
    },
  })}\n`
}

/** What stands over the graph, and what all of its parts have in common. */
function wholeOf({ title, summary, date, colours: c, placed }: Picture): string {
  const reading = [
    placed.drawing.graph.of === 'time' ? `In boxes: ${LEGEND.figures.mean}.` : '',
    `On edges: calls. Solid: ${LEGEND.exact}; dotted: ${LEGEND.assumed}; dashed: through functions that are not shown.`,
  ]
  const label = `${lines([`${title} · ${date}`, summary, reading.join(' ').trim()], '\\l')}\\l`
  const common = { fontname: FACES, fontsize: SIZE }
  return [
    `graph[${list({ ...common, label, labelloc: 't', labeljust: 'l', fontcolor: c['--ink2'], bgcolor: c['--panel'], pad: 0.3 })}];`,
    `node[${list({ ...common, style: 'filled,rounded' })}];`,
    `edge[${list({ ...common, fontsize: SMALL })}];`,
  ].join('\n')
}

/** Name and figures as in the page, as far as lines of a label allow. */
const nodeLabel = ({ name, compact, left, right }: DrawnNode): string[] =>
  compact ? [`${name} ${right}`] : [name, [left, right].filter(figure => figure !== '').join(' · ')]

function dressCycle({ colours }: Picture, { title, share, calls }: DrawnCycle) {
  const { inner, title: letters } = cycleLooks(colours)
  const end = '<BR ALIGN="LEFT"/>'
  return {
    attributes: `${statements({
      style: 'filled,rounded',
      fillcolor: inner.attributes.fill,
      color: inner.attributes.stroke,
      fontcolor: letters.attributes.fill,
      labeljust: 'c',
    })};`,
    title: `${escaped(`${title}, ${share}`)}${end}${escaped(calls)}${end}`,
  }
}

type Values = Record<string, string | number | undefined>

const assigned = (values: Values): string[] =>
  Object.entries(values).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${typeof value === 'number' ? value : `"${value}"`}`],
  )
const list = (values: Values) => assigned(values).join(',')
const statements = (values: Values) => assigned(values).join(';')

/**
 * Lines as they stand between quotes in a label. There a backslash escapes, also letters that stand for the name of the
 * node or the graph, and an ampersand may begin an entity of HTML.
 */
const lines = (texts: readonly string[], separator = '\\n', backslash = '\\\\') =>
  texts
    .map(text => printable(text).replaceAll('\\', backslash).replaceAll('"', '\\"').replaceAll('&', '&amp;'))
    .join(separator)

/** The same in a tooltip, where Graphviz takes escapes off twice. */
const tip = (texts: readonly string[]) => lines(texts, '\\n', '\\\\\\\\')
