// The call graph as a picture: Graphviz decides where things go, the page draws them. What it gets for that is numbers
// only: rows as node names, sizes worked out beforehand, no text of the profile at all. So no name can be mistaken for
// its language, and the same profile is laid out alike on every machine, whatever its fonts.
//
// Settings were chosen by measuring real profiles. Labels of arcs are left to the page, for they double the ranks and
// the time. Weights are small: they halve the length of heavy arcs, while great ones make the others cross.

import { type CycleRow, type FunctionRow, NO_CYCLE, type Profile } from '../profile.ts'
import type { VisibleGraph } from '../query/graph/chooseGraph.ts'
import type { HiddenSum } from '../query/graph/hiddenSums.ts'

/** All lengths are px; Graphviz's point is taken for one. */
export interface Size {
  width: number
  height: number
}

export interface Point {
  x: number
  y: number
}

export interface NodePlacement extends Size {
  fn: FunctionRow
  /** Centre. */
  x: number
  y: number
}

/** Where a sum of hidden callers or callees stands. */
export interface SumPlacement extends Size {
  fn: FunctionRow
  side: HiddenSum['side']
  /** Centre. */
  x: number
  y: number
}

export interface EdgePlacement {
  /** Place among the edges given: arcs first, then elided links, then those of sums. */
  edge: number
  /** A start, then three points for each cubic piece. */
  points: Point[]
  /** Where the arrow ends; the last of `points` is where its head begins. */
  tip: Point
}

export interface CyclePlacement extends Size {
  cycle: CycleRow
  /** Top left. */
  x: number
  y: number
}

/** Where everything is: y grows downwards, the origin is the top left. */
export interface GraphPlacement extends Size {
  nodes: NodePlacement[]
  sums: SumPlacement[]
  edges: EdgePlacement[]
  cycles: CyclePlacement[]
}

export interface GraphLayoutOptions {
  /** Parallel to the functions of the graph. */
  sizes: readonly Size[]
  sums: readonly (Pick<HiddenSum, 'fn' | 'side'> & Size)[]
  direction: 'down' | 'right'
  /** Without it, the text is for the layout alone. */
  dress?: GraphDress
}

/** How Graphviz is to draw what it lays out: lists of attributes in its language, none of which may move anything. */
export interface GraphDress {
  /** Statements for the graph as a whole, and for what its nodes and edges have in common. */
  graph: string
  /** By their places in the graph. */
  nodes: readonly string[]
  /** By number, as in {@link EdgePlacement}. */
  edges: readonly string[]
  sums: readonly string[]
  /** By row. What stands in the title is of its HTML-like kind. */
  cycles: ReadonlyMap<CycleRow, { attributes: string; title: string }>
}

/** Space for two lines above the members of a cycle. */
export const CYCLE_TITLE: Size = { width: 196, height: 30 }
const CYCLE_MARGIN = 12
/** From here on routes are polylines and fewer rounds of improving are made: an eighth of the time, a little worse to look at. */
const MANY = 200
const INCH = 72

/** The graph in Graphviz's language. The same graph gives the same text. */
export function graphToDot(
  { arcs, functions: { cycle }, total }: Pick<Profile, 'arcs' | 'functions' | 'total'>,
  graph: Pick<VisibleGraph, 'functions' | 'arcs' | 'elided' | 'cycles'>,
  { sizes, sums, direction, dress }: GraphLayoutOptions,
): string {
  const also = (attributes: string | undefined) => (attributes ? `,${attributes}` : '')
  const lines = [
    'digraph calls{',
    `rankdir=${direction === 'down' ? 'TB' : 'LR'};nodesep=0.25;ranksep=${direction === 'down' ? 0.45 : 0.7};`,
    graph.functions.length > MANY
      ? 'splines=polyline;nslimit=0.5;nslimit1=0.5;mclimit=0.1;remincross=false;searchsize=5;'
      : '',
    'node[shape=box,fixedsize=true,label=""];edge[arrowsize=0.7];',
    dress?.graph ?? '',
  ]
  graph.functions.forEach((fn, i) => {
    lines.push(`${fn}[width=${inches(sizes[i].width)},height=${inches(sizes[i].height)}${also(dress?.nodes[i])}];`)
  })
  for (const row of graph.cycles) {
    const members = graph.functions.filter(fn => cycle[fn] === row).join(';')
    const { attributes = '', title = '' } = dress?.cycles.get(row) ?? {}
    lines.push(
      `subgraph cluster_${row}{margin=${CYCLE_MARGIN};label=${room(CYCLE_TITLE, title)};${attributes}${members}}`,
    )
  }
  let edge = 0
  for (const arc of graph.arcs) {
    const share = Math.min(1, (arcs.self[arc] + arcs.children[arc]) / total) || 0
    lines.push(
      `${arcs.caller[arc]}->${arcs.callee[arc]}[id=${edge},weight=${1 + Math.round(4 * share)}${also(dress?.edges[edge])}];`,
    )
    edge++
  }
  for (const { caller, callee } of graph.elided) {
    lines.push(`${caller}->${callee}[id=${edge}${also(dress?.edges[edge])}];`)
    edge++
  }
  for (const [i, { fn, side, width, height }] of sums.entries()) {
    const sum = `${side}${fn}`
    lines.push(`${sum}[width=${inches(width)},height=${inches(height)}${also(dress?.sums[i])}];`)
    lines.push(`${side === 'callers' ? `${sum}->${fn}` : `${fn}->${sum}`}[id=${edge}${also(dress?.edges[edge])}];`)
    edge++
    // Beside its function; but a rank cannot be shared across the border of a cycle.
    if (cycle[fn] === NO_CYCLE) lines.push(`{rank=same;${fn};${sum}}`)
  }
  lines.push('}')
  return lines.join('\n')
}

/** Reads Graphviz's answer in its format `json0`; null where it is not one. */
export function placementFrom(json: string): GraphPlacement | null {
  const answer = parsed(json)
  const box = numbersOf(answer?.bb)
  if (!answer || box.length !== 4) return null
  const top = box[3]
  const point = (x: number, y: number): Point => ({ x: x - box[0], y: top - y })
  const placement: GraphPlacement = {
    width: box[2] - box[0],
    height: top - box[1],
    nodes: [],
    sums: [],
    edges: [],
    cycles: [],
  }
  for (const { name = '', bb, pos, width, height } of answer.objects ?? []) {
    if (name.startsWith('cluster_')) {
      const [left, low, right, high] = numbersOf(bb)
      placement.cycles.push({
        cycle: Number(name.slice('cluster_'.length)),
        ...point(left, high),
        width: right - left,
        height: high - low,
      })
    } else if (pos !== undefined) {
      const [x, y] = numbersOf(pos)
      const place = { ...point(x, y), width: Number(width) * INCH, height: Number(height) * INCH }
      const sum = /^(callers|callees)(\d+)$/.exec(name)
      if (sum) placement.sums.push({ fn: Number(sum[2]), side: sum[1] as HiddenSum['side'], ...place })
      else placement.nodes.push({ fn: Number(name), ...place })
    }
  }
  for (const { id, pos = '' } of answer.edges ?? []) {
    const points: Point[] = []
    let tip: Point | null = null
    for (const part of pos.split(' ')) {
      const isTip = part.startsWith('e,')
      const [x, y] = numbersOf(isTip ? part.slice(2) : part)
      if (isTip) tip = point(x, y)
      else points.push(point(x, y))
    }
    if (points.length >= 4) placement.edges.push({ edge: Number(id), points, tip: tip ?? points[points.length - 1] })
  }
  return placement
}

const inches = (px: number) => (px / INCH).toFixed(4)

/** A label that takes up room, whatever it shows: Graphviz sizes a table exactly as told. */
const room = ({ width, height }: Size, title: string) =>
  `<<TABLE BORDER="0" CELLPADDING="0" CELLSPACING="0" FIXEDSIZE="TRUE" WIDTH="${width}" HEIGHT="${height}"><TR><TD>${title}</TD></TR></TABLE>>`

/** The part of json0 that is used; coordinates are texts of numbers with commas, y upwards. */
interface Json0 {
  bb?: string
  objects?: { name?: string; bb?: string; pos?: string; width?: string; height?: string }[]
  edges?: { id?: string; pos?: string }[]
}

function parsed(json: string): Json0 | null {
  try {
    return JSON.parse(json) as Json0
  } catch {
    return null
  }
}

const numbersOf = (text = '') => (text === '' ? [] : text.split(',').map(Number))
