// Puts a row where it belongs: into the flat profile, an entry of the call graph, or the index.

import { CLOSE_ROUND, CLOSE_SQUARE, isBlank, isDigit, LINE_FEED, OPEN_ROUND, OPEN_SQUARE, SPACE } from './ascii.ts'
import { addFlat, addGraph, endEntry, softBreak } from './draft.ts'
import { isElision } from './elision.ts'
import type { Line } from './growingRows.ts'
import { type Row, Shape } from './row.ts'
import { enter, graphIsOpen, type Reader, settleNoise } from './sections.ts'
import { textOf } from './tidyLine.ts'

/**
 * Takes a row where its shape can stand here; false leaves the line to be read as text.
 * @param at where the line begins in the file
 */
export function acceptRow(reader: Reader, line: Line, shape: Shape, row: Row, at: number): boolean {
  switch (shape) {
    case Shape.text:
      return false
    case Shape.blank:
      if (reader.draft) softBreak(reader.draft)
      return true
    case Shape.separator:
      acceptSeparator(reader, line.number)
      return true
    case Shape.indexCells:
      return acceptIndexCells(reader, line, at)
    case Shape.flat:
      reader.weakAt = -1
      addFlat(inSection(reader, 'flat') ?? enter(reader, 'flat', line.number), line, row)
      return true
    case Shape.inner:
    case Shape.spontaneous:
      if (shape === Shape.spontaneous && isElision(textOfLine(line, at))) return false // `<snip>`
      if (!graphIsOpen(reader)) {
        if (reader.weakAt < 0) {
          reader.weakAt = at
          reader.weakLine = line.number
        }
        return true
      }
  }
  let draft = inSection(reader, 'graph')
  if (!draft) {
    const { weakAt, weakLine } = reader
    const goBack = weakAt >= 0 && !graphIsOpen(reader)
    draft = enter(reader, 'graph', goBack ? weakLine : line.number)
    if (goBack) {
      reader.rewindAt = weakAt
      return true
    }
  }
  addGraph(draft, line, row, shape)
  return true
}

/** The listing at hand, if a row of this section can simply be added to it. */
const inSection = (reader: Reader, section: Reader['section']) =>
  reader.section === section && reader.headings === null && reader.noiseCount === 0 ? reader.draft : null

/** The text of the line that `at` is the beginning of; a tidied one is all there is. */
function textOfLine({ bytes, tidied }: Line, at: number): string {
  const start = tidied ? 0 : at
  const end = bytes.indexOf(LINE_FEED, start)
  return textOf(bytes, start, end < 0 ? bytes.length : end).trim()
}

function acceptSeparator({ draft, section, noiseCount }: Reader, line: number): void {
  if (!draft || section !== 'graph') return
  endEntry(draft)
  if (noiseCount === 0) draft.lastLine = line
}

/** `[n] name   [n] name` stands behind a call graph; lines of that kind elsewhere are somebody's footnotes. */
function acceptIndexCells(reader: Reader, { bytes, number, tidied }: Line, at: number): boolean {
  const { draft } = reader
  if (!draft?.graph || reader.noiseCount > 3) return false
  const start = tidied ? 0 : at
  const end = bytes.indexOf(LINE_FEED, start)
  const cells = countCells(bytes, start, end < 0 ? bytes.length : end)
  if (reader.section !== 'index') {
    if (cells < 2 && !isBlank(bytes[start])) return false
    dropIndexTitle(reader, number)
    reader.section = 'index'
    reader.headings = null
  } else if (reader.noiseCount > 0) draft.indexCut = true
  settleNoise(reader, draft)
  draft.indexCells += cells
  draft.lastLine = number
  return true
}

/** The title of the index, in whatever language, is the last line before it and has no digits. */
function dropIndexTitle(reader: Reader, line: number): void {
  const last = reader.noise[reader.noise.length - 1]
  if (!last || line - last.line > 3 || /\d/.test(textOf(reader.bytes, last.start, last.end))) return
  reader.noise.pop()
  reader.noiseCount--
}

/** Counts `[n] ` and `(n) ` that follow a blank or the beginning of the line. A name may look like one; few do. */
function countCells(bytes: Uint8Array, start: number, end: number): number {
  let cells = 0
  for (let at = start; at < end; at++) {
    const open = bytes[at]
    if ((open !== OPEN_SQUARE && open !== OPEN_ROUND) || (at > start && !isBlank(bytes[at - 1]))) continue
    const digits = at + 1
    while (at + 1 < end && isDigit(bytes[at + 1])) at++
    if (at < digits || at + 2 >= end) continue
    const close = bytes[at + 1]
    // BSD's index has room for six characters: `[10000`.
    if (
      close === SPACE ? at - digits === 4 : isBlank(bytes[at + 2]) && (close === CLOSE_SQUARE || close === CLOSE_ROUND)
    )
      cells++
  }
  return cells
}
