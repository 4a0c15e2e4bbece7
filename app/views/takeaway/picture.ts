import type { FunctionRow, GraphPath } from '../../../src/index.ts'
import { readColours } from '../../ui/readColours.ts'
import { CHANGE_TOKENS } from '../compared/comparedFigures.ts'
import type { PlacedDrawing } from '../graph/useGraphLayout.ts'

/** All the colours of a picture that leaves the page, by the names they have in it. */
export const TOKENS = [
  '--panel',
  '--sunk',
  '--line',
  '--line2',
  '--edge',
  '--ink',
  '--ink2',
  '--ink3',
  '--accent',
  '--heat',
  '--h0',
  '--h1',
  '--h2',
  '--h3',
  '--h4',
  '--h5',
  '--hatch',
  '--hatch-bg',
  '--more-ink',
  '--less-ink',
  ...CHANGE_TOKENS,
] as const

/** As `#rrggbb`. */
export type PictureColours = Colours<(typeof TOKENS)[number]>
export type Colours<Token extends `--${string}`> = Record<Token, string>

/** A call graph as it is taken away: what the page shows of it, and what has to be said where there is no page round it. */
export interface Picture {
  placed: PlacedDrawing
  /** -1 for none. */
  chosen: FunctionRow
  /** The heaviest way to the chosen function. */
  path: GraphPath | null
  /** 1 for each function row that the search found; null while nothing is searched for. */
  hits: ArrayLike<number> | null
  /** What the profile is called. */
  title: string
  /** What part of it is shown. */
  summary: string
  date: string
  colours: PictureColours
}

/** The colours of the page in its present theme. */
export const readPictureColours = (at: HTMLElement): PictureColours => hexColours(at, TOKENS)

/** Tokens of the page in its present theme, as `#rrggbb`, or `#rrggbbaa` where they can be seen through. */
export function hexColours<Token extends `--${string}`>(at: HTMLElement, tokens: readonly Token[]): Colours<Token> {
  const colours = readColours(at, tokens)
  return Object.fromEntries(tokens.map(token => [token, hexOf(colours[token])])) as Colours<Token>
}

/** `rgb(1, 2, 3)` or `rgba(1, 2, 3, 0.4)`, as browsers tell it, for readers that know only `#010203`. */
const hexOf = (colour: string) =>
  `#${(colour.match(/[\d.]+/g) ?? [])
    .map((part, i) => Math.round(Number(part) * (i < 3 ? 1 : 255)))
    .map(part => part.toString(16).padStart(2, '0'))
    .join('')}`
