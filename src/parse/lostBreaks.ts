// Listings whose line breaks were lost on the way: chat programs, forms and some web pages make one line of a table; JSON
// and source code have `\n` in their place.
//
// The rows themselves say where they begin and end. One of the flat profile begins with three figures that no figure
// precedes; one of the call graph ends with `[n]`, and a primary line begins with it. That could also be an odd name, so
// lines are only cut where all that comes out are rows and headings, and where the cumulative figures of the flat profile
// are the sums that they should be. Otherwise a line stays as it is.

import { isDigit, LINE_FEED, POINT } from './ascii.ts'
import { newRow, Shape } from './row.ts'
import { readRow } from './rowGrammar.ts'

/** More was never pasted in one piece. */
const LARGEST_PASTE = 1 << 20
/** A row holds five figures with decimals at most. Lines with fewer than this are left alone: nearly always that is all. */
const CROWDED = 6
/** Legends are cut at blanks into lines of about this length, for a heading is never much longer. */
const LEGEND_WIDTH = 120
/** Two figures of two decimals each, and a sum of such. */
const ROUNDING = 0.016

const FIGURE = '\\d+\\.\\d{1,3}'
const FLAT_ROW = `(?<=\\s|^)(?=\\d)(?<!(?:(?:^|\\s)[\\d.,/+]+|\\[\\d{1,9}\\]?)\\s+)${FIGURE}\\s+${FIGURE}\\s+${FIGURE}(?=\\s)`
const PRIMARY = `\\[\\d+\\]?\\s+${FIGURE}\\s+${FIGURE}\\s+${FIGURE}\\s`
const DASHES = '(?<!-)-{20,}'
const SPONTANEOUS = '<[^<>\\d\\s]{3,60}>(?=\\s*\\[\\d)'
const HEADING =
  'Flat profile:|Each sample counts as|no time accumulated|%\\s+cumulative\\s+self|%\\s+the percentage of|\\f|Call graph|granularity:|index\\s+%\\s?time|This table describes|Copyright \\(C\\) \\d|Index by function name'
/** Places before which a line break was, and places behind which one was. */
const BEFORE = new RegExp(`${FLAT_ROW}|${PRIMARY}|${DASHES}|${SPONTANEOUS}|${HEADING}`, 'g')
const BEHIND =
  /(?<=[^\s[(][ \t])[[(]\d+[\])](?=\s*(?:\d|<[^<>\d]+>|-{20}))|-{20,}|are preserved\.|Index by function name|called\s+name(?=\s)/g
const FLAT_ROWS = new RegExp(FLAT_ROW, 'g')
const IS_PRIMARY = new RegExp(PRIMARY)
/** Figures that only a row has. */
const ROW_FIGURES = new RegExp(`(?<!\\d)${FIGURE}\\s+${FIGURE}\\s|\\d/\\d+\\s+\\S`)
const WRITTEN_BREAKS = /(\\r)?\\n.*\\n.*\\n/
const WRITTEN: Record<string, string> = { n: '\n', t: '\t', f: '\f', '"': '"', '\\': '\\', '/': '/' }

interface Restored {
  bytes: Uint8Array
  /** Whether line breaks were put back. */
  restored: boolean
  /** The first line that seems to hold several rows, but stays as it was; 0 for none. */
  uncut: number
}

/** The text with its line breaks. */
export function restoreLines(bytes: Uint8Array): Restored {
  if (bytes.length > LARGEST_PASTE || !hasCrowdedLine(bytes)) return { bytes, restored: false, uncut: 0 }
  const lines = new TextDecoder().decode(bytes).split('\n')
  const mended = lines.map(line => (!isCrowded(line) ? line : (cutLine(readBreaks(line)) ?? line)))
  const uncut = lines.findIndex((line, i) => mended[i] === line && isCrowded(line) && lacksLines(line)) + 1
  if (mended.every((line, i) => line === lines[i])) return { bytes, restored: false, uncut }
  return { bytes: new TextEncoder().encode(mended.join('\n')), restored: true, uncut }
}

const isCrowded = (line: string): boolean => (line.match(/\d\.\d/g)?.length ?? 0) >= CROWDED

/** The same of all lines, before any is decoded. */
function hasCrowdedLine(bytes: Uint8Array): boolean {
  let points = 0
  for (let at = 1; at < bytes.length; at++) {
    if (bytes[at] === LINE_FEED) points = 0
    else if (bytes[at] === POINT && isDigit(bytes[at - 1]) && isDigit(bytes[at + 1]) && ++points === CROWDED)
      return true
  }
  return false
}

/** Puts line breaks in the place of those that are written out, where that makes rows. */
function readBreaks(line: string): string {
  if (!WRITTEN_BREAKS.test(line)) return line
  const text = line
    .replace(/\\r(?=\\n)/g, '')
    .replace(/\\u00([0-7][\da-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\([ntf"\\/])/g, (_, letter: string) => WRITTEN[letter])
  return shapesOf(text.split('\n')).some(shape => shape === Shape.flat || shape === Shape.primary) ? text : line
}

/** The line cut into rows and headings; null if it holds one row at most, or something else besides. */
function cutLine(text: string): string | null {
  if (text.includes('\n')) return text
  if (!lacksLines(text)) return null
  const pieces = text
    .replace(BEFORE, '\n$&')
    .replace(BEHIND, '$&\n')
    .split('\n')
    .filter(piece => piece.trim() !== '')
  const shapes = shapesOf(pieces)
  if (!shapes.includes(Shape.flat) && !shapes.includes(Shape.primary)) return null
  if (pieces.some((piece, i) => shapes[i] === Shape.text && ROW_FIGURES.test(piece))) return null
  if (!cumulativeAddsUp(pieces)) return null
  return pieces.map((piece, i) => (shapes[i] === Shape.text ? wrapped(piece) : piece)).join('\n')
}

function shapesOf(lines: string[]): Shape[] {
  const row = newRow()
  return lines.map(line => readLine(line, row))
}

function readLine(line: string, row = newRow()): Shape {
  const bytes = new TextEncoder().encode(line)
  return readRow(bytes, 0, bytes.length, row)
}

/** Whether the cumulative figure of each row of the flat profile is that of the row before and its own time. */
function cumulativeAddsUp(pieces: string[]): boolean {
  const row = newRow()
  let before = Number.NaN
  for (const piece of pieces) {
    if (readLine(piece, row) !== Shape.flat) {
      before = Number.NaN
      continue
    }
    if (Math.abs(row.cumulative - before - row.self) > ROUNDING) return false
    before = row.cumulative
  }
  return true
}

function wrapped(text: string): string {
  let width = 0
  return text.replace(/\S+\s*/g, word => {
    width += word.length
    if (width < LEGEND_WIDTH) return word
    width = 0
    return `${word}\n`
  })
}

/** Whether several rows seem to be in one line. */
export const lacksLines = (line: string): boolean =>
  (line.match(FLAT_ROWS)?.length ?? 0) > 1 || (IS_PRIMARY.test(line) && line.match(BEHIND) !== null)
