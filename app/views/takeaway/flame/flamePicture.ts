import {
  type BoxRow,
  type ComparedSides,
  endOf,
  type FlameTable,
  type FunctionRow,
  type Profile,
} from '../../../../src/index.ts'
import type { Span } from '../../../state/view.ts'
import { CHANGE_TOKENS } from '../../compared/comparedFigures.ts'
import { type FlameColouring, scaleOf } from '../../flame/flameColouring.ts'
import type { ShownSide } from '../../flame/shownSide.ts'
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
  ...CHANGE_TOKENS,
] as const
export type PictureColours = Colours<(typeof FLAME_TOKENS)[number]>

/** A chart, and where in it the page is. */
export interface ShownChart {
  table: FlameTable
  /** Whether one function is asked for and fills the picture, whatever its share. */
  isRooted: boolean
  /** The part of the zoomed box that is in view; null for all of it. */
  span: Span | null
  /** Where two profiles are compared. */
  shown: ShownSide | null
}

/** A flame chart as it is taken away, all of it: one from the roots down, or that of callers and that of callees. */
export interface FlamePicture extends Caption {
  profile: Profile
  /** From top to bottom. */
  charts: readonly ShownChart[]
  /** What functions are called on screen. */
  nameOf: (fn: FunctionRow) => string
  colouring: FlameColouring
  /** The two that are compared; null for one profile. */
  compared: ComparedSides | null
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
  ({
    heat: [c['--h0'], c['--h1'], c['--h2'], c['--h3'], c['--h4'], c['--h5']],
    groups: [c['--g0'], c['--g1'], c['--g2'], c['--g3'], c['--g4'], c['--g5']],
    changes: CHANGE_TOKENS.map(token => c[token]),
  })[scaleOf(colouring)]

/** Where the whole chart begins and ends. */
export const wholeOf = ({ table, isRooted }: ShownChart): Span =>
  isRooted && table.length > 0 ? [table.start[0], endOf(table, 0)] : [0, 1]

/** What of it the page shows. */
export function viewOf(chart: ShownChart): Span {
  const { table, span } = chart
  const [start, end] = table.zoomed < 0 ? wholeOf(chart) : [table.start[table.zoomed], endOf(table, table.zoomed)]
  return span ? [start + span[0] * (end - start), start + span[1] * (end - start)] : [start, end]
}

/** The box that it is zoomed to, -1 for none; the root that fills the picture anyway is none. */
export const zoomedBox = ({ table, isRooted }: ShownChart): BoxRow =>
  isRooted && table.zoomed === 0 ? -1 : table.zoomed

/** Whether roots are at the bottom. */
export const isUpward = ({ table }: ShownChart): boolean => table.toward === 'callers'
