// The headings of a listing: what stands above its tables.

import { readHeading, readSamplePeriod } from '../parse/headings.ts'
import { normalise } from '../parse/normalise.ts'
import type { QuotedLine } from '../profile.ts'
import type { DiagnosisInput } from './input.ts'

type ListingRead = NonNullable<DiagnosisInput['listing']>

/** Headings are at most so many lines above the first row. */
const ABOVE = 12

/** Lines above the tables that are headings in any language. */
export function headingsOf({ bytes, listing }: ListingRead): QuotedLine[] {
  const lines = new TextDecoder().decode(normalise(bytes)).split('\n', lastHeading(listing))
  const found: QuotedLine[] = []
  for (const rows of [listing.flat, listing.graph]) {
    if (!rows || rows.length === 0) continue
    const first = rows.line[0]
    for (let line = Math.max(listing.firstLine, first - ABOVE); line < first; line++) {
      const text = lines[line - 1] ?? ''
      const heading = readHeading(text.trim()) ?? readSamplePeriod(text.trim(), false)
      if (heading && heading.kind !== 'legend' && heading.kind !== 'legendEnd') found.push({ line, text })
    }
  }
  return found
}

const lastHeading = ({ flat, graph }: ListingRead['listing']) =>
  Math.max(flat && flat.length > 0 ? flat.line[0] : 0, graph && graph.length > 0 ? graph.line[0] : 0)
