// The headings of a listing: what stands above its tables.

import type { QuotedLine } from '../profile.ts'
import { LINE_FEED } from './ascii.ts'
import { type Heading, readHeading, readSamplePeriod } from './headings.ts'
import type { Listing } from './listing.ts'
import { normalise } from './normalise.ts'

/** Headings are at most so many lines above the first row. */
const ABOVE = 12

/** A line above a table that is a heading in any language, and what it says. */
export interface HeadingLine extends QuotedLine, Heading {
  table: 'flat' | 'graph'
}

/** Headings of the flat profile, then of the call graph; `only` of the one, which stands near the beginning. */
export function headingLines(bytes: Uint8Array, listing: Listing, only?: 'flat' | 'graph'): HeadingLine[] {
  const tables = { flat: listing.flat?.line[0] ?? 0, graph: listing.graph?.line[0] ?? 0 }
  const wanted = only ? [only] : (['flat', 'graph'] as const)
  const last = Math.max(...wanted.map(table => tables[table]))
  const lines = new TextDecoder().decode(normalise(bytes.subarray(0, roomFor(bytes, last)))).split('\n', last)
  const found: HeadingLine[] = []
  for (const table of wanted) {
    const first = tables[table]
    for (let line = Math.max(listing.firstLine, first - ABOVE); line < first; line++) {
      const text = (lines[line - 1] ?? '').trim()
      const heading = readHeading(text) ?? readSamplePeriod(text, false)
      if (heading && heading.kind !== 'legend' && heading.kind !== 'legendEnd')
        found.push({ table, line, text, ...heading })
    }
  }
  return found
}

/** So many bytes are enough for the first lines in any encoding, unless lines end in another way: then it is all of them. */
function roomFor(bytes: Uint8Array, lines: number): number {
  let at = -1
  for (let line = 0; line <= lines; line++) {
    at = bytes.indexOf(LINE_FEED, at + 1)
    if (at < 0) return bytes.length
  }
  return Math.min(bytes.length, at + 2)
}
