// The call graph in Graphviz's language: the very text that the page's layout comes from, with names, colours and lines
// put on, and whoever has it can go on from there. `dot` lays it out as the page does at first; what was opened since
// found room in a picture that stayed, which Graphviz cannot know. So the places of everything are in the text, too: they
// mean nothing to `dot`, and `neato -n2` draws by them.

import { dotLabel, dotTooltip, graphToDot, type Point } from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'
import type { DrawnCycle, DrawnEdge, DrawnNode } from '../graph/graphParts.ts'
import { litBy } from '../graph/litBy.ts'
import type { Picture } from './picture.ts'
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
  const at = placesIn(placed)
  const shown = [...nodes.values()]
  const dressedNodes = shown.map(node => {
    const states = { chosen: node.fn === chosen, lit: lit.functions.has(node.fn), hit: hits?.[node.fn] === 1 }
    const { body, total } = nodeLooks(colours, node, states)
    const { fill, stroke, 'stroke-width': penwidth } = body.attributes
    return list({
      label: dotLabel(nodeLabel(node)),
      tooltip: dotTooltip(nodeWords(placed.drawing, node)),
      xlabel: node.recursion && dotLabel([node.recursion]),
      fillcolor: fill,
      color: stroke,
      penwidth,
      style: OUTLINES[node.change?.presence ?? 'both'],
      fontcolor: total.attributes.fill,
      pos: at.nodes.get(node.fn),
    })
  })
  const dressedEdges = edges.map((edge, i) => {
    const { line, count } = edgeLooks(colours, edge, lit.hasStep(edge))
    return list({
      xlabel: edge.count && dotLabel([` ${edge.count} `]),
      tooltip: dotTooltip(edgeWords(placed.drawing, edge)),
      style: edgeStyle(edge),
      color: line.attributes.stroke,
      fontcolor: count.attributes.fill,
      penwidth: Number(edge.width.toFixed(2)),
      pos: at.edges.get(i),
    })
  })
  const { pill, sum: letters } = sumLooks(colours)
  const dressedSums = sums.map(({ fn, side, functions, rest }) =>
    list({
      label: dotLabel([`${functions} ${rest}`]),
      style: 'filled,rounded,dashed',
      fillcolor: pill.attributes.fill,
      color: pill.attributes.stroke,
      fontcolor: letters.attributes.fill,
      fontsize: SMALL,
      pos: at.sums.get(`${side}${fn}`),
    }),
  )
  const dressedCycles = [...cycles].map(
    ([row, cycle]) => [row, dressCycle(picture, cycle, at.cycles.get(row))] as const,
  )
  return `// neato -n2 draws it as it is in Arcflame; dot lays it out anew\n${graphToDot(profile, graph, {
    sizes: shown,
    sums,
    direction,
    dress: {
      graph: wholeOf(picture, at.whole),
      nodes: dressedNodes,
      edges: dressedEdges,
      sums: dressedSums,
      cycles: new Map(dressedCycles),
    },
  })}\n`
}

/** Places as Graphviz writes them: in points, with y upwards. */
function placesIn({ placement }: Picture['placed']) {
  const { width, height } = placement
  const point = ({ x, y }: Point) => `${round(x)},${round(height - y)}`
  return {
    whole: `0,0,${round(width)},${round(height)}`,
    nodes: new Map(placement.nodes.map(place => [place.fn, point(place)])),
    sums: new Map(placement.sums.map(place => [`${place.side}${place.fn}`, point(place)])),
    edges: new Map(
      placement.edges.map(({ edge, points, tip: end }) => [edge, [`e,${point(end)}`, ...points.map(point)].join(' ')]),
    ),
    cycles: new Map(
      placement.cycles.map(({ cycle, x, y, width: w, height: h }) => [
        cycle,
        `${point({ x, y: y + h })},${point({ x: x + w, y })}`,
      ]),
    ),
  }
}

const round = (length: number) => Number(length.toFixed(2))

/** What stands over the graph, and what all of its parts have in common. */
function wholeOf({ title, summary, date, colours: c, placed }: Picture, bb: string): string {
  const { graph, pictures, takeaway } = messages()
  const reading = [
    placed.drawing.graph.of === 'time' && !placed.drawing.compared ? takeaway.inBoxes(graph.legend.figures) : '',
    placed.drawing.compared ? pictures.dotLegend : takeaway.onEdges(graph.legend.exact, graph.legend.assumed),
  ]
  const label = `${dotLabel([`${title} · ${date}`, summary, reading.join(' ').trim()], '\\l')}\\l`
  const common = { fontname: FACES, fontsize: SIZE }
  return [
    `graph[${list({ ...common, label, labelloc: 't', labeljust: 'l', fontcolor: c['--ink2'], bgcolor: c['--panel'], pad: 0.3, bb })}];`,
    `node[${list({ ...common, style: 'filled,rounded' })}];`,
    `edge[${list({ ...common, fontsize: SMALL })}];`,
  ].join('\n')
}

/** Of what only one of two profiles has. */
const OUTLINES = { both: undefined, new: 'filled,rounded,dashed', gone: 'filled,rounded,dotted' }

function edgeStyle({ kind, change }: DrawnEdge): string | undefined {
  if (change?.presence === 'new' || kind === 'elided' || kind === 'summed') return 'dashed'
  return change?.presence === 'gone' || kind === 'assumed' ? 'dotted' : undefined
}

/** Name and figures as in the page, as far as lines of a label allow. */
const nodeLabel = ({ name, compact, left, right, change }: DrawnNode): string[] =>
  change
    ? compact
      ? [`${name} ${change.total}`]
      : [[name, change.word].join(' ').trim(), change.self, change.total].filter(line => line !== '')
    : compact
      ? [`${name} ${right}`]
      : [name, [left, right].filter(figure => figure !== '').join(' · ')]

function dressCycle({ colours }: Picture, { title, share, calls }: DrawnCycle, bb: string | undefined) {
  const { inner, title: letters } = cycleLooks(colours)
  const end = '<BR ALIGN="LEFT"/>'
  return {
    attributes: `${statements({
      style: 'filled,rounded',
      fillcolor: inner.attributes.fill,
      color: inner.attributes.stroke,
      fontcolor: letters.attributes.fill,
      labeljust: 'c',
      bb,
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
