import { useMemo } from 'react'
import { type FunctionRow, type GraphPath, heaviestPaths } from '../../../src/index.ts'
import { useApp } from '../../state/store.ts'
import type { GraphDrawing } from './graphDrawing.ts'
import type { PlacedDrawing } from './useGraphLayout.ts'

/** So many ways can be asked for; more than nine nobody compares. */
export const MOST_WAYS = 9

/** The ways to a function that are drawn, the heaviest first. */
export const waysTo = ({ nodes, profile, graph }: GraphDrawing, fn: FunctionRow): GraphPath[] =>
  nodes.has(fn) ? heaviestPaths(profile, graph, fn, MOST_WAYS) : []

/** The one that the view asks for, from 1; the last where there are fewer. */
export const litWay = (ways: readonly GraphPath[], asked: number): GraphPath | null =>
  ways[Math.min(asked, ways.length) - 1] ?? null

/** The ways to the chosen function, and the one that is lit. */
export function useWays(
  placed: PlacedDrawing | null,
  chosen: FunctionRow,
): { ways: GraphPath[]; lit: GraphPath | null } {
  const asked = useApp(state => state.view.way)
  const ways = useMemo(() => (placed ? waysTo(placed.drawing, chosen) : []), [placed, chosen])
  return { ways, lit: litWay(ways, asked) }
}
