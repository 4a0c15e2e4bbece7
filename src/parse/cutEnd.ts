// Files that end within a line: a copy that was not finished, a full disk, a log cut to size.
//
// A row of the call graph ends with `[n]`, so half a row is none. A row of the flat profile ends with a name, which may
// be cut anywhere. Text that was pasted often lacks the last line break, so its absence alone proves nothing; a
// bracket left open does, and so do percentages that call for more time than the rows add up to.

import { LINE_FEED } from './ascii.ts'
import { addUnread, type Draft, dropLastFlat, markCut } from './draft.ts'
import type { GrowingFlat } from './growingRows.ts'
import { type Reader, unreadText } from './sections.ts'
import { say } from './sentences.ts'

/** Says so where the last line of the file is half a row, and leaves that row out. */
export function checkEnd(reader: Reader, draft: Draft, line: number): void {
  const { bytes, noise, noiseCount, headings } = reader
  if (bytes[bytes.length - 1] === LINE_FEED || headings) return
  const start = bytes.lastIndexOf(LINE_FEED) + 1
  const text = unreadText(bytes, start, bytes.length)
  if (noiseCount === 0 && draft.flat && draft.lastRow === 'flat' && draft.lastRowLine === line) {
    if (!endsWithinName(text) && !wantsMoreTime(draft.flat, draft.flatTotal)) return
    dropLastFlat(draft)
  } else if (noiseCount !== 1 || noise[0].line !== line || !/^\s*[\d[<(-]/.test(text)) return
  addUnread(draft, { line, text })
  markCut(draft)
  draft.lastLine = line
  draft.warnings.push({
    code: 'truncated',
    ...say('endsWithinLine'),
    at: { line },
  })
}

/** Whether a bracket is still open at the end; angle brackets may be operators. */
function endsWithinName(text: string): boolean {
  const count = (bracket: RegExp) => text.match(bracket)?.length ?? 0
  return count(/[([{]/g) > count(/[)\]}]/g)
}

/** Whether the row with the most time puts 100 % higher than the last cumulative figure, rounding allowed for. */
function wantsMoreTime({ length, self, percent }: GrowingFlat, cumulative: number): boolean {
  let most = 0
  for (let row = 1; row < length; row++) if (self[row] > self[most]) most = row
  return (100 * (self[most] - 0.005)) / (percent[most] + 0.05) > cumulative + 0.01
}
