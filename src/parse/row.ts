// What one line of a listing can be, and the figures that it can hold.

/** What a line is. */
export const Shape = {
  /** Text: a heading, a legend, or no part of a listing. */
  text: 0,
  blank: 1,
  /** A line of dashes. */
  separator: 2,
  flat: 3,
  primary: 4,
  cycleHead: 5,
  arc: 6,
  inner: 7,
  member: 8,
  spontaneous: 9,
  /** `[n] name   [n] name`: the index by function name. */
  indexCells: 10,
} as const
export type Shape = (typeof Shape)[keyof typeof Shape]

/** The figures of one row; which of them mean something depends on its shape. Reused from line to line. */
export interface Row {
  percent: number
  /** Digits behind the point of {@link percent}: BSD prints one in the flat profile, GNU two; -1 for `nan` and `inf`. */
  percentDecimals: number
  cumulative: number
  self: number
  children: number
  count: number
  total: number
  /** Where the name stands in the bytes. */
  nameStart: number
  nameEnd: number
  /** Trailing `[n]` or `(n)`. */
  index: number
  excluded: boolean
  /** N of `<cycle N>`; 0 for none. */
  cycle: number
}

export const newRow = (): Row => ({
  percent: Number.NaN,
  percentDecimals: 0,
  cumulative: Number.NaN,
  self: Number.NaN,
  children: Number.NaN,
  count: Number.NaN,
  total: Number.NaN,
  nameStart: 0,
  nameEnd: 0,
  index: 0,
  excluded: false,
  cycle: 0,
})

/** Texts in angle brackets are short, in all languages: bytes. */
export const LONGEST_MARK = 100
