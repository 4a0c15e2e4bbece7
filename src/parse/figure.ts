// One figure of a row: a number, or two with a sign between them.

import { COMMA, isBlank, isDigit, MINUS, PERCENT, PLUS, POINT, SLASH, ZERO } from './ascii.ts'

export const FigureKind = { none: 0, integer: 1, decimal: 2, fraction: 3, sum: 4, percent: 5 } as const
export type FigureKind = (typeof FigureKind)[keyof typeof FigureKind]

/** One figure: `12`, `0.05`, `3/7`, `1+5`, `12%`, `nan`. */
export interface Figure {
  kind: FigureKind
  value: number
  /** Behind the `/` or `+`; NaN for none. */
  second: number
  /** Digits behind the point; -1 for `nan` and `inf`. */
  decimals: number
  /** Where it ends in the bytes. */
  end: number
}
export const newFigure = (): Figure => ({
  kind: FigureKind.none,
  value: Number.NaN,
  second: Number.NaN,
  decimals: 0,
  end: 0,
})

const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`))

/** Length of `nan` or `inf` at this place, 0 if there is none. */
export function notFinite(bytes: Uint8Array, at: number, end: number): number {
  if (at + 3 > end || (at + 3 < end && !isBlank(bytes[at + 3]))) return 0
  const word = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2]
  return word === 0x6e616e || word === 0x696e66 ? 3 : 0
}

/** Reads one figure that a blank or the end of the line must follow; {@link FigureKind.none} for anything else. */
export function readFigure(bytes: Uint8Array, at: number, end: number, figure: Figure): FigureKind {
  figure.kind = FigureKind.none
  figure.value = Number.NaN
  figure.second = Number.NaN
  figure.decimals = 0
  figure.end = at
  if (at >= end) return FigureKind.none
  const negative = bytes[at] === MINUS
  if (negative) at++
  const digits = at
  let value = 0
  while (at < end && isDigit(bytes[at])) value = value * 10 + (bytes[at++] - ZERO)
  let kind: FigureKind = FigureKind.integer
  if (at === digits) {
    if (notFinite(bytes, at, end) === 0) return FigureKind.none
    value = bytes[at] === 110 /* n */ ? Number.NaN : Number.POSITIVE_INFINITY
    at += 3
    kind = FigureKind.decimal
    figure.decimals = -1
  } else if (at + 1 < end && (bytes[at] === POINT || bytes[at] === COMMA) && isDigit(bytes[at + 1])) {
    // Spreadsheets and translators of web pages write decimal commas; gprof does not.
    const decimals = ++at
    while (at < end && isDigit(bytes[at])) value = value * 10 + (bytes[at++] - ZERO)
    figure.decimals = at - decimals
    if (figure.decimals >= POWERS_OF_TEN.length) return FigureKind.none
    value /= POWERS_OF_TEN[figure.decimals]
    kind = FigureKind.decimal
  }
  if (at < end && !isBlank(bytes[at])) {
    const mark = bytes[at]
    if (mark === PERCENT) {
      kind = FigureKind.percent
      at++
    } else if (kind === FigureKind.integer && (mark === SLASH || mark === PLUS)) {
      const more = ++at
      let other = 0
      while (at < end && isDigit(bytes[at])) other = other * 10 + (bytes[at++] - ZERO)
      if (at === more) return FigureKind.none
      figure.second = other
      kind = mark === SLASH ? FigureKind.fraction : FigureKind.sum
    }
    // Darwin lets a name touch the number before it: `12+1234567_name`.
    if (at < end && !isBlank(bytes[at]) && kind !== FigureKind.sum) return FigureKind.none
  }
  figure.kind = kind
  figure.value = negative ? -value : value
  figure.end = at
  return kind
}
