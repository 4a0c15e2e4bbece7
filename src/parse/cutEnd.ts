// A file that ends within a line.

import { addUnread, type Draft, markCut } from './draft.ts'
import { type Reader, unreadText } from './sections.ts'

/** Says so where the last line of the file is the beginning of a row. */
export function endsWithin(reader: Reader, draft: Draft, line: number): void {
  const { bytes, noise } = reader
  const last = noise[noise.length - 1]
  const unended = bytes[bytes.length - 1] !== 10
  if (!unended || reader.noiseCount !== 1 || last?.line !== line || reader.headings) return
  const text = unreadText(bytes, last.start, last.end)
  if (!/^\s*[\d[<(-]/.test(text)) return
  addUnread(draft, { line, text })
  markCut(draft)
  draft.lastLine = line
  draft.warnings.push({
    code: 'truncated',
    message: 'The listing ends in the middle of a line. The rows before it were read.',
    at: { line },
  })
}
