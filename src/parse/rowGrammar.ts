// What one line of a listing says, read from its bytes without looking at its neighbours.
//
//   flat       time cumulative self [calls self/call total/call] name          numbers with decimals
//   primary    [n] time self children [calls | calls+self] name [<cycle N>] [n]
//   cycleHead  [n] time self children [calls | calls+inner] <cycle N as a whole> [n]
//   arc        self children count/total name [<cycle N>] [n]
//   inner      count name [<cycle N>] [n]
//   member     self children count[+self] name [<cycle N>] [n]
//
// Columns play no part: web pages collapse blanks, long names and large numbers shift what follows. Nor do words:
// headings and the texts in angle brackets are translated by some builds of gprof, numbers and brackets never are.
// A name may hold anything (blanks, brackets, digits), so it is what remains between the numbers on the left and the
// `[n]` on the right; this number, not the name, says who a row of the call graph is about. In round brackets it means
// that gprof left out the entry of that function.

import {
  APOSTROPHE,
  BAR,
  CLOSE_ROUND,
  CLOSE_SQUARE,
  EQUALS,
  GREATER,
  isBlank,
  isDigit,
  LESS,
  MINUS,
  OPEN_ROUND,
  OPEN_SQUARE,
  POINT,
  SLASH,
  SPACE,
  skipBlanks,
  ZERO,
} from './ascii.ts'
import { type Figure, FigureKind, isNotFinite, newFigure, readFigure } from './figure.ts'

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

/** What the lines that tables are drawn with begin with, in UTF-8. */
const BOX_DRAWING = [0xe2, 0x94]
/** Texts in angle brackets are short, in all languages. */
const LONGEST_MARK = 100

// Scratch, so that reading a row makes no garbage.
const first = newFigure()
const second = newFigure()
const third = newFigure()
const fourth = newFigure()
const fifth = newFigure()

/** Reads the line in `bytes[start, end)` (without its line break) into `row`. */
export function readRow(bytes: Uint8Array, start: number, end: number, row: Row): Shape {
  while (end > start && bytes[end - 1] <= SPACE) end--
  while (start < end && bytes[start] <= SPACE) start++
  if (start === end) return Shape.blank
  const byte = bytes[start]
  if (isDigit(byte)) return readFigures(bytes, start, end, row)
  if (byte === OPEN_SQUARE) return readBracketed(bytes, start, end, row)
  if (byte === MINUS) return isSeparator(bytes, start, end) ? Shape.separator : readFigures(bytes, start, end, row)
  if (byte === LESS) return isMark(bytes, start, end) ? Shape.spontaneous : Shape.text
  if (byte === OPEN_ROUND) return startsCell(bytes, start, end) ? Shape.indexCells : Shape.text
  if (isNotFinite(bytes, start, end)) return readFigures(bytes, start, end, row)
  return Shape.text
}

/** Rows that begin with a figure: all but primary lines. */
function readFigures(bytes: Uint8Array, start: number, end: number, row: Row): Shape {
  const name = end < bytes.length ? skipPlainArc(bytes, start, row) : -1
  if (name >= 0 && readTrailer(bytes, name, end, row)) return Shape.arc
  readFigure(bytes, start, end, first)
  if (first.kind !== FigureKind.integer && first.kind !== FigureKind.decimal) return Shape.text
  const afterFirst = skipBlanks(bytes, first.end, end)
  readFigure(bytes, afterFirst, end, second)
  // `3   nan [7]`: a function may be called nan, and figures that are not finite stand beside other decimals.
  const named = second.kind === FigureKind.none || (second.kind === FigureKind.decimal && second.decimals < 0)
  if (named && first.kind === FigureKind.integer) {
    if (!mayStartName(bytes, afterFirst) || !readTrailer(bytes, afterFirst, end, row)) return Shape.text
    row.count = first.value
    return Shape.inner
  }
  if (second.kind !== FigureKind.integer && second.kind !== FigureKind.decimal) return Shape.text
  if (first.kind !== FigureKind.decimal && second.kind !== FigureKind.decimal) return Shape.text
  const afterSecond = skipBlanks(bytes, second.end, end)
  readFigure(bytes, afterSecond, end, third)
  if (third.kind === FigureKind.decimal) return readFlat(bytes, end, row)

  row.self = first.value
  row.children = second.value
  row.count = third.value
  switch (third.kind) {
    case FigureKind.fraction:
      row.total = third.second
      return readTrailer(bytes, skipBlanks(bytes, third.end, end), end, row) ? Shape.arc : Shape.text
    case FigureKind.integer:
    case FigureKind.sum:
      row.total = third.kind === FigureKind.sum ? third.second : Number.NaN
      return readTrailer(bytes, skipBlanks(bytes, third.end, end), end, row) ? Shape.member : Shape.text
    case FigureKind.none:
      // VTune's rows have no counts.
      row.count = row.total = Number.NaN
      if (first.kind !== FigureKind.decimal || second.kind !== FigureKind.decimal) return Shape.text
      return readTrailer(bytes, afterSecond, end, row) ? Shape.arc : Shape.text
    default:
      return Shape.text
  }
}

/**
 * The short way for nearly all lines of a long listing: `0.12 3.45 6/7 name`, times with two decimals. Returns where
 * the name begins, or -1 for the long way, which reads the same and more. A line break must follow the line: it is what
 * ends each of these loops.
 */
function skipPlainArc(bytes: Uint8Array, at: number, row: Row): number {
  at = skipPlainTime(bytes, at, first)
  if (at < 0) return -1
  at = skipPlainTime(bytes, at, second)
  if (at < 0) return -1
  const slash = skipDigits(bytes, at, third)
  if (slash === at || bytes[slash] !== SLASH) return -1
  at = skipDigits(bytes, slash + 1, fourth)
  if (at === slash + 1 || bytes[at] !== SPACE) return -1
  row.self = first.value
  row.children = second.value
  row.count = third.value
  row.total = fourth.value
  while (bytes[at] === SPACE) at++
  return at
}

/** `12.34` and the blanks behind it; -1 for anything else. */
function skipPlainTime(bytes: Uint8Array, at: number, figure: Figure): number {
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

function skipDigits(bytes: Uint8Array, at: number, figure: Figure): number {
  let value = 0
  let digit = bytes[at] - ZERO
  while (digit >= 0 && digit <= 9) {
    value = value * 10 + digit
    digit = bytes[++at] - ZERO
  }
  figure.value = value
  return at
}

/** False for `36   [2] …` and `36 | …`, which are other rows with a line number before them. */
function mayStartName(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at]
  if (byte === BOX_DRAWING[0]) return bytes[at + 1] !== BOX_DRAWING[1]
  return byte !== OPEN_SQUARE && byte !== BAR && byte !== GREATER
}

/** The rest of a row of the flat profile, of which `first`, `second` and `third` have been read. */
function readFlat(bytes: Uint8Array, end: number, row: Row): Shape {
  if (first.kind !== FigureKind.decimal || second.kind !== FigureKind.decimal) return Shape.text
  row.percent = first.value
  row.percentDecimals = first.decimals
  row.cumulative = second.value
  row.self = third.value
  row.count = Number.NaN
  let name = skipBlanks(bytes, third.end, end)
  const calls = readFigure(bytes, name, end, fourth)
  if (calls === FigureKind.integer) {
    const perCall = readFigure(bytes, skipBlanks(bytes, fourth.end, end), end, fifth)
    const calledCount = fourth.value
    if (perCall === FigureKind.percent) {
      row.count = calledCount // FreeBSD, of a function that was not called: `0   12.00%`
      name = skipBlanks(bytes, fifth.end, end)
    } else {
      if (perCall !== FigureKind.decimal && perCall !== FigureKind.integer) return Shape.text
      const inherited = readFigure(bytes, skipBlanks(bytes, fifth.end, end), end, fourth)
      if (inherited !== FigureKind.decimal && inherited !== FigureKind.integer) return Shape.text
      row.count = calledCount
      name = skipBlanks(bytes, fourth.end, end)
    }
    if (readFigure(bytes, name, end, fifth) !== FigureKind.none && isDigit(bytes[name])) return Shape.text
  } else if (calls !== FigureKind.none && (isDigit(bytes[name]) || bytes[name] === MINUS)) return Shape.text
  if (name >= end) return Shape.text
  row.nameStart = name
  row.nameEnd = end
  return Shape.flat
}

/** Primary lines, heads of cycles, and cells of the index by function name: all that begins with `[n]`. */
function readBracketed(bytes: Uint8Array, start: number, end: number, row: Row): Shape {
  let at = start + 1
  while (at < end && isDigit(bytes[at])) at++
  if (at === start + 1) return Shape.text
  // From 10000 on gprof cuts this number, and with it the bracket; the one behind the name is whole.
  const closed = at < end && bytes[at] === CLOSE_SQUARE
  const cell = closed || at - start > 5
  if (closed) at++
  if (at >= end || !isBlank(bytes[at])) return Shape.text
  at = skipBlanks(bytes, at, end)
  if (readFigure(bytes, at, end, first) !== FigureKind.decimal) return cell ? Shape.indexCells : Shape.text
  readFigure(bytes, skipBlanks(bytes, first.end, end), end, second)
  if (second.kind !== FigureKind.decimal && second.kind !== FigureKind.integer)
    return cell ? Shape.indexCells : Shape.text
  readFigure(bytes, skipBlanks(bytes, second.end, end), end, third)
  if (third.kind !== FigureKind.decimal && third.kind !== FigureKind.integer) return Shape.text
  let name = skipBlanks(bytes, third.end, end)
  const calls = readFigure(bytes, name, end, fourth)
  if (calls === FigureKind.integer || calls === FigureKind.sum) name = skipBlanks(bytes, fourth.end, end)
  else if (calls !== FigureKind.none && isDigit(bytes[name])) return Shape.text
  row.percent = first.value
  row.self = second.value
  row.children = third.value
  row.count = calls === FigureKind.none || calls === FigureKind.decimal ? Number.NaN : fourth.value
  row.total = calls === FigureKind.sum ? fourth.second : Number.NaN
  if (!readTrailer(bytes, name, end, row)) return Shape.text
  return row.nameStart === row.nameEnd ? Shape.cycleHead : Shape.primary
}

/**
 * Splits `name <cycle N> [n]` from the right. False where there is no `[n]` or `(n)` at the end, or no name before it;
 * a cycle's own mark, with no name before it, leaves the name empty.
 */
export function readTrailer(bytes: Uint8Array, start: number, end: number, row: Row): boolean {
  if (end - start < 4) return false
  const close = bytes[end - 1]
  if (close !== CLOSE_SQUARE && close !== CLOSE_ROUND) return false
  let at = end - 2
  let index = 0
  let unit = 1
  while (at > start && isDigit(bytes[at])) {
    index += (bytes[at] - ZERO) * unit
    unit *= 10
    at--
  }
  if (unit === 1 || index > 0x7fffffff || at <= start || !isBlank(bytes[at - 1])) return false
  if (bytes[at] !== (close === CLOSE_SQUARE ? OPEN_SQUARE : OPEN_ROUND)) return false
  while (at > start && isBlank(bytes[at - 1])) at--
  if (at === start) return false
  row.index = index
  row.excluded = close === CLOSE_ROUND
  row.nameStart = start
  row.nameEnd = at
  row.cycle = 0
  if (bytes[at - 1] === GREATER) readCycleMark(bytes, start, at, row)
  return true
}

/** Takes a `<cycle N>`, in any language, off the end of the name: words and exactly one number, after a blank. */
function readCycleMark(bytes: Uint8Array, start: number, end: number, row: Row): void {
  const stop = Math.max(start, end - LONGEST_MARK)
  let numbers = 0
  let cycle = 0
  let unit = 0 // of the next digit to the left; 0 outside a number
  let words = false
  let at = end - 2
  for (; at >= stop && bytes[at] !== LESS; at--) {
    const byte = bytes[at]
    if (isDigit(byte)) {
      if (unit === 0) {
        if (numbers++ > 0) return
        unit = 1
      }
      cycle += (byte - ZERO) * unit
      unit *= 10
      continue
    }
    unit = 0
    if (byte >= 128 || ((byte | 32) >= 97 && (byte | 32) <= 122)) words = true
    else if (byte !== SPACE && byte !== POINT && byte !== MINUS && byte !== APOSTROPHE) return
  }
  if (at < stop || !words || numbers === 0 || cycle > 0x7fffffff) return
  if (at > start && !isBlank(bytes[at - 1])) return
  row.cycle = cycle
  while (at > start && isBlank(bytes[at - 1])) at--
  row.nameEnd = at
}

/** `<spontaneous>`, in any language: all of the line, in angle brackets, without a digit. */
function isMark(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[end - 1] !== GREATER || end - start < 4 || end - start > LONGEST_MARK) return false
  for (let at = start + 1; at < end - 1; at++) {
    const byte = bytes[at]
    if (isDigit(byte) || byte === LESS || byte === GREATER || byte === SLASH || byte === EQUALS) return false
  }
  return true
}

/** At least five dashes and nothing else but blanks. */
function isSeparator(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 5) return false
  for (let at = start; at < end; at++) if (bytes[at] !== MINUS && (bytes[at] !== SPACE || at < start + 5)) return false
  return true
}

/** `(12) name`: a function without an entry, in the index by function name. */
function startsCell(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start + 1
  while (at < end && isDigit(bytes[at])) at++
  return at > start + 1 && at + 2 < end && bytes[at] === CLOSE_ROUND && bytes[at + 1] === SPACE
}
