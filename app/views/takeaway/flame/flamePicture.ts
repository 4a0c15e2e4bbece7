import { type Colouring, endOf, type FlameTable, type FunctionRow, type Profile } from '../../../../src/index.ts'
import { type Colours, hexColours } from '../picture.ts'
import type { Caption } from '../svgPage.ts'

/** All the colours of a flame chart that leaves the page, by the names they have in it. */
export const FLAME_TOKENS = [
  '--panel',
  '--line2',
  '--ink',
  '--ink2',
  '--ink3',
  '--accent',
  '--box-ink',
  '--stipple',
  '--hatch',
  '--hatch-bg',
  '--g0',
  '--g1',
  '--g2',
  '--g3',
  '--g4',
  '--g5',
  '--h0',
  '--h1',
  '--h2',
  '--h3',
  '--h4',
  '--h5',
] as const
export type PictureColours = Colours<(typeof FLAME_TOKENS)[number]>

/** A flame chart as it is taken away: all of it, and where in it the page is. */
export interface FlamePicture extends Caption {
  profile: Profile
  table: FlameTable
  /** What functions are called on screen. */
  nameOf: (fn: FunctionRow) => string
  colouring: Colouring
  /** -1 for none. */
  chosen: FunctionRow
  /** What is searched for. */
  query: string
  /** 1 for each function row that the search found; null while nothing is searched for. */
  hits: Uint8Array | null
  colours: PictureColours
}

export const readFlameTokens = (at: HTMLElement): PictureColours => hexColours(at, FLAME_TOKENS)

/** By steps: hues for what has no order, one hue for what has. */
export const paletteOf = ({ colouring, colours: c }: Pick<FlamePicture, 'colouring' | 'colours'>): string[] =>
  isRamp(colouring)
    ? [c['--h0'], c['--h1'], c['--h2'], c['--h3'], c['--h4'], c['--h5']]
    : [c['--g0'], c['--g1'], c['--g2'], c['--g3'], c['--g4'], c['--g5']]

/** Whether the colours have an order. */
export const isRamp = (colouring: Colouring): boolean => colouring === 'self' || colouring === 'calls'

/** What the page is zoomed to, 0..1. */
export function zoomedSpan(table: FlameTable): { from: number; to: number } {
  const { zoomed } = table
  return zoomed < 0 ? { from: 0, to: 1 } : { from: table.start[zoomed], to: endOf(table, zoomed) }
}
