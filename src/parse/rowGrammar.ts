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
  SLASH,
  SPACE,
  skipBlanks,
} from './ascii.ts'
import { FigureKind, isNotFinite, newFigure, readFigure, skipDigits, skipPlainTime } from './figure.ts'
import { LONGEST_MARK, type Row, Shape } from './row.ts'
import { readTrailer } from './trailer.ts'

/** What the lines that tables are drawn with begin with, in UTF-8. */
const BOX_DRAWING = [0xe2, 0x94]
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
  row.count = row.total = Number.NaN
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
      row.total = fourth.value
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
