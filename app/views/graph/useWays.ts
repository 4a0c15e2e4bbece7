import { useMemo } from 'react'
import { type FunctionRow, type GraphPath, heaviestPaths } from '../../../src/index.ts'
import { useApp } from '../../state/store.ts'
import type { PlacedDrawing } from './useGraphLayout.ts'

/** So many ways can be asked for; more than nine nobody compares. */
export const MOST_WAYS = 9

/** The ways to the chosen function that are drawn, the heaviest first, and the one that the view asks for. */
export function useWays(
  placed: PlacedDrawing | null,
  chosen: FunctionRow,
): { ways: GraphPath[]; lit: GraphPath | null } {
  const asked = useApp(state => state.view.way)
  const ways = useMemo(
    () =>
      placed?.drawing.nodes.has(chosen)
        ? heaviestPaths(placed.drawing.profile, placed.drawing.graph, chosen, MOST_WAYS)
        : [],
    [placed, chosen],
  )
  return { ways, lit: ways[Math.min(asked, ways.length) - 1] ?? null }
}
