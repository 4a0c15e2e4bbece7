// Reads what gprof prints: the flat profile, the call graph and the index by function name, in any order, any number of
// times, with anything before, between and after them.
//
// A row is known by its own shape (rowGrammar.ts), so no heading is needed, and every line that is no row is text, to
// be judged by where it stands (textLines.ts): a heading, a legend, dots where somebody left rows out, or something
// else. What headings say is kept until a row follows; only then is it known whether they open a second listing. (BSD
// prints a granularity line before both tables.) Text inside a listing is reported, text around it is not ours.
//
// Two shapes are too weak to open a call graph on their own, `12 name [3]` and `<word>`. Where they come before the
// first firm row, as the callers of the first entry may, the reader goes back to them once the call graph is open.
//
// All in all this is one pass over the bytes. Lines that are rows are never decoded; text costs a few regular
// expressions a line. What cannot be told: a flat profile that ends within the name of its last row, for a name may
// end anywhere.

import type { Issue } from '../issue.ts'
import { acceptRow } from './acceptRow.ts'
import { LINE_FEED } from './ascii.ts'
import { checkEnd } from './cutEnd.ts'
import type { Line } from './growingRows.ts'
import type { Listing } from './listing.ts'
import { restoreLines } from './lostBreaks.ts'
import { normalise } from './normalise.ts'
import { newRow } from './row.ts'
import { readRow } from './rowGrammar.ts'
import { endDraft, newReader, settleBareHeadings } from './sections.ts'
import { say } from './sentences.ts'
import { readText } from './textLines.ts'

const PROGRESS_STEP = 1 << 20

const linesRestored = (): Issue => ({ code: 'mended', ...say('linesRestored') })

const severalRows = (line: number): Issue => ({
  code: 'not-understood',
  ...say('severalRows'),
  at: { line },
})

/**
 * All listings in a file; none if it holds no row and no heading of any. Never fails.
 * @param progress called about every megabyte with the number of bytes read
 */
export function readListings(file: Uint8Array, progress?: (done: number) => void): Listing[] {
  const { bytes, restored, uncut } = restoreLines(normalise(file))
  const reader = newReader(bytes)
  const row = newRow()
  const line: Line = { bytes, number: 0, tidied: false }
  let nextProgress = PROGRESS_STEP
  let at = 0
  while (at < bytes.length) {
    if (at >= nextProgress) {
      progress?.(at)
      nextProgress = at + PROGRESS_STEP
    }
    let end = bytes.indexOf(LINE_FEED, at)
    if (end < 0) end = bytes.length
    line.number++
    const shape = readRow(bytes, at, end, row)
    if (!acceptRow(reader, line, shape, row, at)) readText(reader, line.number, at, end)
    if (reader.rewindAt >= 0) {
      at = reader.rewindAt
      line.number = reader.weakLine - 1
      reader.rewindAt = -1
    } else at = end + 1
  }
  settleBareHeadings(reader)
  if (reader.draft) checkEnd(reader, reader.draft, line.number)
  endDraft(reader)
  progress?.(bytes.length)
  for (const { warnings } of reader.listings) {
    if (restored) warnings.push(linesRestored())
    if (uncut > 0) warnings.push(severalRows(uncut))
  }
  return reader.listings
}
