import { headingLines } from '../../parse/headingLines.ts'
import type { QuotedLine } from '../../profile.ts'
import type { Card } from '../card.ts'
import { gprof } from '../commands.ts'
import type { DiagnosisInput } from '../input.ts'

/** A listing in another language than English: figures are the same, and headings may be cut within a letter. */
export interface Translated extends Card<'translated'> {
  /** A heading that tells. */
  heading: QuotedLine
}

/** Words that every gprof prints in English into its headings. */
const english = /flat profile|each sample|cumulative|granularity|call graph|index|self|called|name|\(K\)|no time/i

export function translated({ listing, recorded }: DiagnosisInput): Translated | null {
  const heading = listing && headingLines(listing.bytes, listing.listing).find(({ text }) => !english.test(text))
  if (!heading) return null
  const { line, text } = heading
  return {
    card: 'translated',
    risk: 'note',
    share: 0,
    heading: { line, text },
    command: [`LC_ALL=C ${gprof(recorded)} > profile.txt`],
    place: { kind: 'line', line },
  }
}
