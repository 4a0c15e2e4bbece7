import type { FunctionRow } from '../../../src/index.ts'
import { SEVERAL } from './graphParts.ts'
import type { PlacedDrawing } from './useGraphLayout.ts'

export type WalkKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

export const isWalkKey = (key: string): key is WalkKey =>
  key === 'ArrowUp' || key === 'ArrowDown' || key === 'ArrowLeft' || key === 'ArrowRight'

/**
 * Where an arrow key leads from a function: against the calls to its heaviest caller shown, along them to its heaviest
 * callee, across them to the next function of the same rank. -1 if there is none.
 */
export function walk({ drawing, placement }: PlacedDrawing, from: FunctionRow, key: WalkKey): FunctionRow {
  const down = drawing.direction === 'down'
  if (key === (down ? 'ArrowUp' : 'ArrowLeft')) return heaviest(drawing.edges, 'callee', 'caller', from)
  if (key === (down ? 'ArrowDown' : 'ArrowRight')) return heaviest(drawing.edges, 'caller', 'callee', from)

  const [along, across] = down ? (['y', 'x'] as const) : (['x', 'y'] as const)
  const extent = down ? 'height' : 'width'
  const start = placement.nodes.find(node => node.fn === from)
  if (!start) return -1
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1
  let next = -1
  let nearest = Number.POSITIVE_INFINITY
  for (const node of placement.nodes) {
    const distance = sign * (node[across] - start[across])
    const sameRank = Math.abs(node[along] - start[along]) < (node[extent] + start[extent]) / 2
    if (!sameRank || distance <= 0 || distance >= nearest) continue
    nearest = distance
    next = node.fn
  }
  return next
}

function heaviest(
  edges: PlacedDrawing['drawing']['edges'],
  near: 'caller' | 'callee',
  far: 'caller' | 'callee',
  from: FunctionRow,
): FunctionRow {
  let best: (typeof edges)[number] | null = null
  for (const edge of edges)
    if (edge[near] === from && edge[far] !== SEVERAL && (best === null || edge.width > best.width)) best = edge
  return best?.[far] ?? -1
}
