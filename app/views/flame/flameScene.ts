// All that a picture of the flame chart is drawn from.

import {
  BoxKind,
  type BoxRow,
  type ColourSteps,
  cycleOf,
  type FlameTable,
  type FunctionRow,
  kindOf,
} from '../../../src/index.ts'
import type { FlameColours } from './flameColours.ts'
import type { FlameWindow } from './flameWindow.ts'

export interface FlameScene {
  table: FlameTable
  window: FlameWindow
  colours: FlameColours
  /** What a function is called; what was folded is kept for as long as this stays the same. */
  nameOf: (fn: FunctionRow) => string
  /** The colour of each function and cycle, as its place in `palette`. */
  steps: ColourSteps
  palette: readonly string[]
  /** Function rows; -1 for none. */
  chosen: number
  hovered: number
  /** The box whose way from the root is marked, and the one that the keyboard is at; -1 for none. */
  chosenBox: BoxRow
  focusedBox: BoxRow
  /** The box that is being explained; -1 for none. */
  pointedBox: BoxRow
  /** By function row: 1 for what was searched for; null while nothing is. */
  hits: Uint8Array | null
  /** By box: 1 where only one of two profiles has its path; null where none are compared. */
  own: Uint8Array | null
  /** Whether everything else steps back. */
  dim: boolean
  /** Name of a cycle as a whole, by cycle row. */
  cycleName: (cycle: number) => string
}

/** How much is left of the colour of what steps back. */
export const DIMMED = 0.4
/** Between the edges of a box and its label, in CSS pixels. */
export const PADDING = 4

/** The place of a box's colour in the palette. */
export function stepOf({ table, steps }: FlameScene, box: BoxRow): number {
  if (table.fn[box] >= 0) return steps.functions[table.fn[box]]
  return kindOf(table, box) === BoxKind.cycle ? steps.cycles[cycleOf(table, box)] : 0
}
