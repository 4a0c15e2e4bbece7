// The book that an audit keeps: which printed figures were held against others, and which of them do not agree.

import type { FunctionRow } from '../profile.ts'

/** Columns of a listing. `allCalls` is the m of `n/m`, `selfCalls` that of `n+m`, `total` what 100 % of a table is. */
export const figures = [
  'percent',
  'cumulative',
  'self',
  'children',
  'calls',
  'selfCalls',
  'allCalls',
  'selfPerCall',
  'totalPerCall',
  'total',
] as const
export type Figure = (typeof figures)[number]

/** A printed figure that does not follow from the others. */
export interface Disagreement {
  table: 'flat' | 'graph'
  figure: Figure
  /** The function that the line names; -1 for a cycle as a whole, and for headings. */
  fn: FunctionRow
  /** Of the report, from 1. */
  line: number
  printed: number
  /** What the others make of it, give or take `slack`. */
  expected: number
  slack: number
}

export interface Audit {
  /** Figures that were held against others, and those of them that agree. */
  checked: number
  agreed: number
  /** By line; the first {@link MOST_LISTED} of them. */
  disagreements: Disagreement[]
}

export const MOST_LISTED = 1000

/** Where a figure stands. */
export type Line = Pick<Disagreement, 'table' | 'fn' | 'line'>

export type Ledger = ReturnType<typeof newLedger>

/** @param lines How many the listing has. */
export function newLedger(lines: number) {
  const disagreements = new Map<number, Disagreement>()
  const isChecked = new Uint8Array((lines + 1) * figures.length)
  let checked = 0
  const keyOf = (line: number, figure: Figure) => line * figures.length + figures.indexOf(figure)
  return {
    /**
     * Holds a figure against what it should be. What is not printed, and what nobody knows what it should be, is NaN or
     * infinite (as all times are at a rate of 0), and is not held against anything. A slack of 0 is for counts, and for figures that are printed twice.
     */
    check(at: Line, figure: Figure, printed: number, expected: number, slack: number): void {
      if (!Number.isFinite(printed) || !Number.isFinite(expected)) return
      const key = keyOf(at.line, figure)
      if (!isChecked[key]) {
        isChecked[key] = 1
        checked++
      }
      const exact = slack > 0 ? slack + 1e-9 * Math.abs(expected) : 0
      if (Math.abs(printed - expected) <= exact || disagreements.has(key)) return
      disagreements.set(key, { ...at, figure, printed, expected, slack })
    },
    /** Whether nothing has been said against a figure so far. */
    agrees: (line: number, figure: Figure): boolean => !disagreements.has(keyOf(line, figure)),
    /** @param rowOf The row to call a function by. */
    take(rowOf: (fn: FunctionRow) => FunctionRow): Audit {
      // Of one line, what is certain first.
      const all = [...disagreements.values()].sort((a, b) => a.line - b.line || a.slack - b.slack)
      return {
        checked,
        agreed: checked - all.length,
        disagreements: all.slice(0, MOST_LISTED).map(each => ({ ...each, fn: rowOf(each.fn) })),
      }
    },
  }
}
