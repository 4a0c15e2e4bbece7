// What is laid out, as nodes and edges that can be found again in another picture: by label, for rows change where a
// transform makes another profile. The layout itself knows one direction only, downwards; where calls are to point
// right, the axes are exchanged on the way in and on the way out.

import { type CycleRow, NO_CYCLE, type Profile } from '../../profile.ts'
import type { VisibleGraph } from '../../query/graph/chooseGraph.ts'
import { labelsOf } from '../../query/names.ts'
import type { CyclePlacement, EdgePlacement, GraphLayoutOptions, GraphPlacement, Point, Size } from '../graph.ts'

/** What is to be laid out. */
export interface GraphToPlace {
  profile: Pick<Profile, 'arcs' | 'functions'>
  graph: Pick<VisibleGraph, 'functions' | 'arcs' | 'elided' | 'cycles'>
  options: GraphLayoutOptions
}

/** A function, or a sum of what is hidden at one. */
export interface Part extends Size {
  key: string
  cycle: CycleRow
  /** For a sum that stands beside its function, the place of that in the list; else -1. */
  owner: number
}

export interface PartEdge {
  /** Places in the list of parts. */
  from: number
  to: number
  key: string
  /** So many edges before it join the same two. */
  doubles: number
}

/** Functions, then sums. */
export function partsOf({ profile, graph, options }: GraphToPlace): Part[] {
  const labels = labelsOf(profile)
  const { cycle } = profile.functions
  const size = ({ width, height }: Size) =>
    options.direction === 'down' ? { width, height } : { width: height, height: width }
  return [
    ...graph.functions.map((fn, i) => ({ key: labels[fn], cycle: cycle[fn], owner: -1, ...size(options.sizes[i]) })),
    ...options.sums.map(({ fn, side, width, height }) => ({
      key: sumKey(side, labels[fn]),
      cycle: NO_CYCLE,
      owner: cycle[fn] === NO_CYCLE ? graph.functions.indexOf(fn) : -1,
      ...size({ width, height }),
    })),
  ]
}

/** Edges as the placement numbers them. */
export function partEdgesOf({ profile, graph, options }: GraphToPlace, parts: readonly Part[]): PartEdge[] {
  const row = new Map(graph.functions.map((fn, i) => [fn, i]))
  const at = (fn: number) => row.get(fn) ?? -1
  const { caller, callee } = profile.arcs
  const ends = [
    ...graph.arcs.map(arc => [at(caller[arc]), at(callee[arc])]),
    ...graph.elided.map(link => [at(link.caller), at(link.callee)]),
    ...options.sums.map(({ fn, side }, i) => {
      const sum = graph.functions.length + i
      return side === 'callers' ? [sum, at(fn)] : [at(fn), sum]
    }),
  ]
  const seen = new Map<string, number>()
  return ends.map(([from, to]) => {
    const pair = from < to ? `${from} ${to}` : `${to} ${from}`
    const doubles = seen.get(pair) ?? 0
    seen.set(pair, doubles + 1)
    return { from, to, key: [parts[from].key, parts[to].key, doubles].join('\0'), doubles }
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

export function oldPictureOf(before: GraphToPlace, placement: GraphPlacement): OldPicture {
  const { nodes, sums, edges, cycles } = before.options.direction === 'down' ? placement : turned(placement)
  const labels = labelsOf(before.profile)
  const parts = partsOf(before)
  const partEdges = partEdgesOf(before, parts)
  const ys: number[] = []
  for (const { y } of [...nodes, ...sums].sort((a, b) => a.y - b.y))
    if (ys.length === 0 || y - ys[ys.length - 1] > SAME_LEVEL) ys.push(y)
  const old = ({ x, y, width, height }: Point & Size): OldNode => {
    return { x, y, width, height, level: ys.findIndex(other => Math.abs(other - y) <= SAME_LEVEL) }
  }
  const boxOf = new Map(cycles.map(box => [box.cycle, box]))
  return {
    nodes: new Map([
      ...nodes.map((node): [string, OldNode] => [labels[node.fn], old(node)]),
      ...sums.map((sum): [string, OldNode] => [sumKey(sum.side, labels[sum.fn]), old(sum)]),
    ]),
    edges: new Map(edges.map(edge => [partEdges[edge.edge].key, edge])),
    boxes: new Map(
      parts.flatMap(({ key, cycle }) => {
        const box = boxOf.get(cycle)
        return box ? [[key, box]] : []
      }),
    ),
    ys,
  }
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
