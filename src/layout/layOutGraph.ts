import type { Viz } from '@viz-js/viz'
import type { GraphPlacement } from './graph.ts'
import { type GraphLayout, runGraphviz } from './runGraphviz.ts'
import type { GraphParts } from './steady/parts.ts'
import { steadyPlacement } from './steady/steadyPlacement.ts'

/** A graph to be laid out: as a text for Graphviz, and as its parts. */
export interface GraphText {
  dot: string
  parts: GraphParts
}

/** The same, and the graph like whose picture its own is to be, as far as they share functions. */
export interface GraphToLayOut extends GraphText {
  like: GraphText | null
}

/** So many pictures are kept to place others like them. */
const MOST_KNOWN = 4

/** Lays out one graph after the other, and remembers the pictures that others were to be like. */
export function createGraphLayout(viz: Viz): (graph: GraphToLayOut) => GraphLayout {
  const known = new Map<string, GraphPlacement>()
  function layOutKnown(dot: string): GraphLayout {
    const placement = known.get(dot)
    const layout = placement ? { placement } : runGraphviz(viz, dot)
    known.delete(dot)
    if ('placement' in layout) known.set(dot, layout.placement)
    for (const [oldest] of known) if (known.size > MOST_KNOWN) known.delete(oldest)
    return layout
  }
  return ({ dot, parts, like }) => {
    if (!like || like.dot === dot) return layOutKnown(dot)
    const before = layOutKnown(like.dot)
    const placement = 'placement' in before ? steadyPlacement(parts, like.parts, before.placement) : null
    return placement ? { placement } : runGraphviz(viz, dot)
  }
}
