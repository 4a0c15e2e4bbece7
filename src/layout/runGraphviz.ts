import type { Viz } from '@viz-js/viz'
import { type GraphPlacement, placementFrom } from './graph.ts'

/** What came of a layout: a picture, or Graphviz's own words about why there is none. */
export type GraphLayout = { placement: GraphPlacement } | { failed: string }

/** Lays a graph out with Graphviz's `dot`. Takes up the thread until it is done. */
export function runGraphviz(viz: Viz, dot: string): GraphLayout {
  try {
    const result = viz.render(dot, { engine: 'dot', format: 'json0' })
    const placement = result.status === 'success' ? placementFrom(result.output) : null
    return placement ? { placement } : { failed: result.errors.map(({ message }) => message).join(' ') || 'no answer' }
  } catch (error) {
    // It ran out of memory or stack.
    return { failed: error instanceof Error ? error.message : String(error) }
  }
}
