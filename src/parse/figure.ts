// One figure of a row: a number, or two with a sign between them.

import { COMMA, isBlank, isDigit, MINUS, PERCENT, PLUS, POINT, SLASH, SPACE, ZERO } from './ascii.ts'

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

const LETTER_N = 110
const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`))

/** Whether `nan` or `inf` stands here, and nothing else of a word. */
export function isNotFinite(bytes: Uint8Array, at: number, end: number): boolean {
  if (at + 3 > end || (at + 3 < end && !isBlank(bytes[at + 3]))) return false
  const word = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2]
  return word === 0x6e616e || word === 0x696e66
}

/**
 * Reads one figure that a blank or the end of the line must follow. For anything else the answer is
 * {@link FigureKind.none}, and only `kind` is set.
 */
export function readFigure(bytes: Uint8Array, at: number, end: number, figure: Figure): FigureKind {
  figure.kind = FigureKind.none
  if (at >= end) return FigureKind.none
  let byte = bytes[at]
  const negative = byte === MINUS
  if (negative) byte = bytes[++at]
  if (!isDigit(byte)) return readNotFinite(bytes, at, end, negative, figure)
  // The end of the line is a byte that is no digit, except at the end of the file.
  let value = 0
  do {
    value = value * 10 + (byte - ZERO)
    byte = ++at < end ? bytes[at] : SPACE
  } while (isDigit(byte))
  let kind: FigureKind = FigureKind.integer
  if ((byte === POINT || byte === COMMA) && at + 1 < end && isDigit(bytes[at + 1])) {
    // Spreadsheets and translators of web pages write decimal commas; gprof does not.
    const point = at
    byte = bytes[++at]
    do {
      value = value * 10 + (byte - ZERO)
      byte = ++at < end ? bytes[at] : SPACE
    } while (isDigit(byte))
    figure.decimals = at - point - 1
    if (figure.decimals >= POWERS_OF_TEN.length) return FigureKind.none
    value /= POWERS_OF_TEN[figure.decimals]
    kind = FigureKind.decimal
  } else if (byte === SLASH || byte === PLUS) {
    kind = byte === SLASH ? FigureKind.fraction : FigureKind.sum
    const sign = at
    let other = 0
    byte = ++at < end ? bytes[at] : SPACE
    while (isDigit(byte)) {
      other = other * 10 + (byte - ZERO)
      byte = ++at < end ? bytes[at] : SPACE
    }
    if (at === sign + 1) return FigureKind.none
    figure.second = other
  }
  if (byte === PERCENT && (kind === FigureKind.integer || kind === FigureKind.decimal)) {
    kind = FigureKind.percent
    byte = ++at < end ? bytes[at] : SPACE
  }
  // Darwin lets a name touch the number before it: `12+1234567_name`.
  if (!isBlank(byte) && kind !== FigureKind.sum) return FigureKind.none
  figure.kind = kind
  figure.value = negative ? -value : value
  figure.end = at
  return kind
}

/** `nan`, `inf`: what gprof prints where a file says that time was not sampled. */
function readNotFinite(bytes: Uint8Array, at: number, end: number, negative: boolean, figure: Figure): FigureKind {
  if (!isNotFinite(bytes, at, end)) return FigureKind.none
  const infinite = negative ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  figure.kind = FigureKind.decimal
  figure.value = bytes[at] === LETTER_N ? Number.NaN : infinite
  figure.decimals = -1
  figure.end = at + 3
  return FigureKind.decimal
}

/**
 * Takes `12.34` and the blanks behind it; answers the place behind them, or -1 for anything else. This and
 * {@link skipDigits} rely on a line break to stop them.
 */
export function skipPlainTime(bytes: Uint8Array, at: number, figure: Figure): number {
  const point = skipDigits(bytes, at, figure)
  const tenths = bytes[point + 1] - ZERO
  const hundredths = bytes[point + 2] - ZERO
  if (point === at || bytes[point] !== POINT || bytes[point + 3] !== SPACE) return -1
  if (tenths < 0 || tenths > 9 || hundredths < 0 || hundredths > 9) return -1
  figure.value = (figure.value * 100 + tenths * 10 + hundredths) / 100
  at = point + 4
  while (bytes[at] === SPACE) at++
  return at
}

/** Takes all digits, none too; answers the place behind them. */
export function skipDigits(bytes: Uint8Array, at: number, figure: Figure): number {
  let value = 0
  let digit = bytes[at] - ZERO
  while (digit >= 0 && digit <= 9) {
    value = value * 10 + digit
    digit = bytes[++at] - ZERO
  }
  figure.value = value
  return at
}
