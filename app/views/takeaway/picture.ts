import type { FunctionRow, GraphPath } from '../../../src/index.ts'
import { readColours } from '../../ui/readColours.ts'
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
] as const

/** As `#rrggbb`. */
export type PictureColours = Record<(typeof TOKENS)[number], string>

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
export function readPictureColours(at: HTMLElement): PictureColours {
  const colours = readColours(at, TOKENS)
  return Object.fromEntries(TOKENS.map(token => [token, hexOf(colours[token])])) as PictureColours
}

/** `rgb(1, 2, 3)`, as browsers tell it, for readers that know only `#010203`. */
const hexOf = (colour: string) =>
  `#${(colour.match(/\d+/g) ?? [])
    .slice(0, 3)
    .map(part => Number(part).toString(16).padStart(2, '0'))
    .join('')}`
