// What is laid out, as nodes and edges that can be found again in another picture: by label, for rows change where a
// transform makes another profile. The layout itself knows one direction only, downwards; where calls are to point
// right, the axes are exchanged on the way in and on the way out.

import { type CycleRow, type FunctionRow, NO_CYCLE, type Profile } from '../../profile.ts'
import type { VisibleGraph } from '../../query/graph/chooseGraph.ts'
import type { HiddenSum } from '../../query/graph/hiddenSums.ts'
import { labelsOf } from '../../query/names.ts'
import type { CyclePlacement, EdgePlacement, GraphLayoutOptions, GraphPlacement, Point, Size } from '../graph.ts'

/** What a picture consists of. Plain data, little enough to be sent to another thread. */
export interface GraphParts {
  direction: 'down' | 'right'
  functions: FunctionRow[]
  sums: Pick<HiddenSum, 'fn' | 'side'>[]
  cycles: CycleRow[]
  /** Functions, then sums. */
  nodes: Part[]
  /** As a placement numbers them. */
  edges: PartEdge[]
}

/** A function, or a sum of what is hidden at one. */
interface Part extends Size {
  key: string
  cycle: CycleRow
  /** For a sum that stands beside its function, the place of that in the list; else -1. */
  owner: number
}

interface PartEdge {
  /** Places in the list of parts. */
  from: number
  to: number
  key: string
  /** So many edges before it join the same two. */
  doubles: number
}

/** The parts of a graph that is to be laid out. */
export function partsOf(
  profile: Pick<Profile, 'arcs' | 'functions'>,
  graph: Pick<VisibleGraph, 'functions' | 'arcs' | 'elided' | 'cycles'>,
  options: GraphLayoutOptions,
): GraphParts {
  const labels = labelsOf(profile)
  const { cycle } = profile.functions
  const size = ({ width, height }: Size) =>
    options.direction === 'down' ? { width, height } : { width: height, height: width }
  const nodes = [
    ...graph.functions.map((fn, i) => ({ key: labels[fn], cycle: cycle[fn], owner: -1, ...size(options.sizes[i]) })),
    ...options.sums.map(({ fn, side, width, height }) => ({
      key: sumKey(side, labels[fn]),
      cycle: NO_CYCLE,
      owner: cycle[fn] === NO_CYCLE ? graph.functions.indexOf(fn) : -1,
      ...size({ width, height }),
    })),
  ]
  return {
    direction: options.direction,
    functions: graph.functions,
    sums: options.sums.map(({ fn, side }) => ({ fn, side })),
    cycles: graph.cycles,
    nodes,
    edges: edgesOf(endsOf(profile, graph, options), nodes),
  }
}

function endsOf(
  { arcs: { caller, callee } }: Pick<Profile, 'arcs'>,
  { functions, arcs, elided }: Pick<VisibleGraph, 'functions' | 'arcs' | 'elided'>,
  { sums }: GraphLayoutOptions,
): [number, number][] {
  const row = new Map(functions.map((fn, i) => [fn, i]))
  const at = (fn: FunctionRow) => row.get(fn) ?? -1
  return [
    ...arcs.map((arc): [number, number] => [at(caller[arc]), at(callee[arc])]),
    ...elided.map((link): [number, number] => [at(link.caller), at(link.callee)]),
    ...sums.map(({ fn, side }, i): [number, number] => {
      const sum = functions.length + i
      return side === 'callers' ? [sum, at(fn)] : [at(fn), sum]
    }),
  ]
}

function edgesOf(ends: readonly [number, number][], nodes: readonly Part[]): PartEdge[] {
  const seen = new Map<string, number>()
  return ends.map(([from, to]) => {
    const pair = from < to ? `${from} ${to}` : `${to} ${from}`
    const doubles = seen.get(pair) ?? 0
    seen.set(pair, doubles + 1)
    return { from, to, key: [nodes[from].key, nodes[to].key, doubles].join('\0'), doubles }
  })
}

/** A node of the picture before. */
export interface OldNode extends Point, Size {
  /** Place of its height among all, from the top. */
  level: number
}

/** The picture before, by the keys of its parts. */
export interface OldPicture {
  nodes: Map<string, OldNode>
  edges: Map<string, EdgePlacement>
  /** The box round a function. */
  boxes: Map<string, CyclePlacement>
  /** Height of each level. */
  ys: number[]
}

/** Nodes of one level are this near in height, px. */
const SAME_LEVEL = 1

export function oldPictureOf(before: GraphParts, placement: GraphPlacement): OldPicture {
  const { nodes, sums, edges, cycles } = before.direction === 'down' ? placement : turned(placement)
  const ys: number[] = []
  for (const { y } of [...nodes, ...sums].sort((a, b) => a.y - b.y))
    if (ys.length === 0 || y - ys[ys.length - 1] > SAME_LEVEL) ys.push(y)
  const old = ({ x, y, width, height }: Point & Size): OldNode => {
    return { x, y, width, height, level: ys.findIndex(other => Math.abs(other - y) <= SAME_LEVEL) }
  }
  const places = new Map<FunctionRow | string, Point & Size>([
    ...nodes.map((node): [FunctionRow, Point & Size] => [node.fn, node]),
    ...sums.map((sum): [string, Point & Size] => [`${sum.side}${sum.fn}`, sum]),
  ])
  const boxOf = new Map(cycles.map(box => [box.cycle, box]))
  const picture: OldPicture = { nodes: new Map(), edges: new Map(), boxes: new Map(), ys }
  for (const [i, { key, cycle }] of before.nodes.entries()) {
    const sum = before.sums[i - before.functions.length]
    const place = places.get(sum ? `${sum.side}${sum.fn}` : before.functions[i])
    if (place) picture.nodes.set(key, old(place))
    const box = boxOf.get(cycle)
    if (box) picture.boxes.set(key, box)
  }
  for (const edge of edges) picture.edges.set(before.edges[edge.edge].key, edge)
  return picture
}

/** No label has this character. */
const sumKey = (side: string, label: string) => `${label}\0${side}`

/** The axes exchanged. */
export function turned(placement: GraphPlacement): GraphPlacement {
  const point = ({ x, y }: Point) => ({ x: y, y: x })
  const area = <T extends Point & Size>(one: T): T => ({ ...one, ...point(one), width: one.height, height: one.width })
  return {
    width: placement.height,
    height: placement.width,
    nodes: placement.nodes.map(area),
    sums: placement.sums.map(area),
    edges: placement.edges.map(({ edge, points, tip }) => ({ edge, points: points.map(point), tip: point(tip) })),
    cycles: placement.cycles.map(area),
  }
}
