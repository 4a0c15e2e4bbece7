// The list of what two profiles have, by row of both: which order it has, and how many of its rows are changes.

import type { FunctionRow } from '../profile.ts'
import { orderRows } from '../query/rows.ts'
import { type ComparedFigures, orderByChange, SIGNIFICANT } from './compareProfiles.ts'
import type { ComparedSides } from './compareSides.ts'

/** A figure of both sides that can sort them. */
export type ComparedColumn = 'before' | 'after' | 'change' | 'ratio'

/** How many times what was before is after: 0 for what is gone, infinite for what is new; NaN where nothing was counted. */
export const ratioOf = ({ a, b }: Pick<ComparedFigures, 'a' | 'b'>, row: FunctionRow): number => b[row] / a[row]

/** Rows ordered by a figure. By change, what is surely one comes first, each by its size; ascending is the other way round. */
export function orderCompared(figures: ComparedFigures, column: ComparedColumn, descending: boolean): Uint32Array {
  if (column === 'change') return descending ? orderByChange(figures) : orderByChange(figures).reverse()
  const key = {
    before: () => figures.a,
    after: () => figures.b,
    ratio: () => figures.a.map((_, row) => ratioOf(figures, row)),
  }[column]()
  return orderRows(key, descending)
}

/** Whether a function differs by more than chance. */
export const isSure = ({ rate }: Pick<ComparedFigures, 'rate'>, row: FunctionRow): boolean => rate[row] <= SIGNIFICANT

/** Of the functions that were sampled on either side, how many surely changed. */
export function countChanges({ a, b, rate }: ComparedFigures): { sure: number; tested: number } {
  let sure = 0
  let tested = 0
  for (let row = 0; row < rate.length; row++) {
    if (rate[row] <= SIGNIFICANT) sure++
    if (a[row] > 0 || b[row] > 0) tested++
  }
  return { sure, tested }
}

/** Which side has a function that the other lacks; null where both have it. */
export function onlySideOf({ a, b }: Pick<ComparedSides, 'a' | 'b'>, row: FunctionRow): 'a' | 'b' | null {
  if (a.has[row] && b.has[row]) return null
  return a.has[row] ? 'a' : 'b'
}
