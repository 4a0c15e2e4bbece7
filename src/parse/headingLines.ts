// The headings of a listing: what stands above its tables.

import type { QuotedLine } from '../profile.ts'
import { type Heading, readHeading, readSamplePeriod } from './headings.ts'
import type { Listing } from './listing.ts'
import { normalise } from './normalise.ts'

/** Headings are at most so many lines above the first row. */
const ABOVE = 12

/** A line above a table that is a heading in any language, and what it says. */
export interface HeadingLine extends QuotedLine, Heading {
  table: 'flat' | 'graph'
}

/** Headings of the flat profile, then of the call graph. */
export function headingLines(bytes: Uint8Array, listing: Listing): HeadingLine[] {
  const tables = { flat: listing.flat?.line[0] ?? 0, graph: listing.graph?.line[0] ?? 0 }
  const lines = new TextDecoder().decode(normalise(bytes)).split('\n', Math.max(tables.flat, tables.graph))
  const found: HeadingLine[] = []
  for (const table of ['flat', 'graph'] as const) {
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
