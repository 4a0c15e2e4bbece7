// The graph as a tree, for assistive technology: each function stands under its heaviest caller that is drawn. Callers
// that would close a loop are passed over, so each function is there once, and those without any other are roots.

import type { FunctionRow } from '../../../src/index.ts'
import type { GraphDrawing } from './graphDrawing.ts'
import { SEVERAL } from './graphParts.ts'

/** Where a function stands in the tree. */
export interface TreePlace {
  /** 1 for a root. */
  level: number
  /** Among its siblings, from 1. */
  place: number
  siblings: number
  /** Whether all that it calls is drawn; null where it calls nothing. */
  isOpen: boolean | null
}

/** Every function drawn, callers before what hangs on them, the heaviest first. */
export function graphTree({ nodes, edges, graph }: Pick<GraphDrawing, 'nodes' | 'edges' | 'graph'>) {
  const parent = new Map<FunctionRow, FunctionRow>()
  const heaviestFirst = edges
    .filter(({ caller, callee }) => caller !== SEVERAL && callee !== SEVERAL)
    .sort((a, b) => b.width - a.width || a.caller - b.caller)
  for (const { caller, callee } of heaviestFirst)
    if (!parent.has(callee) && !hangsBelow(parent, caller, callee)) parent.set(callee, caller)

  const below = new Map<FunctionRow, FunctionRow[]>()
  const roots: FunctionRow[] = []
  for (const fn of nodes.keys()) {
    const above = parent.get(fn)
    if (above === undefined) roots.push(fn)
    else below.set(above, [...(below.get(above) ?? []), fn])
  }
  const share = (fn: FunctionRow) => nodes.get(fn)?.totalShare || 0
  const hides = new Set(graph.sums.filter(({ side }) => side === 'callees').map(({ fn }) => fn))
  const places = new Map<FunctionRow, TreePlace>()
  const pending = [{ siblings: roots, level: 1 }].flatMap(rowsOf)
  for (let row = pending.pop(); row; row = pending.pop()) {
    const children = below.get(row.fn) ?? []
    places.set(row.fn, {
      level: row.level,
      place: row.place,
      siblings: row.siblings,
      isOpen: hides.has(row.fn) ? false : children.length > 0 ? true : null,
    })
    pending.push(...rowsOf({ siblings: children, level: row.level + 1 }))
  }
  return places

  /** In the order in which they are taken off the end: the lightest first. */
  function rowsOf({ siblings, level }: { siblings: FunctionRow[]; level: number }) {
    return siblings
      .sort((a, b) => share(b) - share(a) || a - b)
      .map((fn, i) => ({ fn, level, place: i + 1, siblings: siblings.length }))
      .reverse()
  }
}

function hangsBelow(parent: ReadonlyMap<FunctionRow, FunctionRow>, fn: FunctionRow, above: FunctionRow): boolean {
  for (let at: FunctionRow | undefined = fn; at !== undefined; at = parent.get(at)) if (at === above) return true
  return false
}
