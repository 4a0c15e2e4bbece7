// The list of small pictures, row by row.

import type { FollowedRuns } from '../../../src/index.ts'

/** Place of the program as a whole among functions. */
export const WHOLE = -1

/** Pictures side by side, by place in the trend, with so many before them; or the heading of those that moved, or of those that may not have. */
export type TrendRow = { kind: 'cards'; places: number[]; first: number } | { kind: 'moved' | 'rest' }

/** Functions that did not surely move are fewer, until a person asks for all. */
export const FEW = 12

export interface TrendList {
  rows: TrendRow[]
  /** All that are shown, in order. */
  places: number[]
  moved: number
  /** Of those that a name was looked for in, so many may not have moved. */
  rest: number
}

/**
 * @param fits Whether a place is of a function that is looked for.
 * @param side So many pictures stand beside each other.
 */
export function trendRows(
  { fn, moved }: Pick<FollowedRuns, 'fn' | 'moved'>,
  fits: ((place: number) => boolean) | null,
  withRest: boolean,
  side: number,
): TrendList {
  const all = Array.from(fn, (_, place) => place).filter(place => !fits || fits(place))
  const first = all.filter(place => place < moved)
  const rest = all.filter(place => place >= moved)
  const shown = withRest ? rest : rest.slice(0, FEW)
  const head = fits ? first : [WHOLE, ...first]
  const rows: TrendRow[] = [{ kind: 'moved' }, ...inRows(head, side, 0)]
  if (rest.length > 0) rows.push({ kind: 'rest' }, ...inRows(shown, side, head.length))
  return { rows, places: [...head, ...shown], moved: first.length, rest: rest.length }
}

const inRows = (places: number[], side: number, before: number): TrendRow[] =>
  Array.from({ length: Math.ceil(places.length / side) }, (_, row) => ({
    kind: 'cards',
    places: places.slice(row * side, (row + 1) * side),
    first: before + row * side,
  }))
