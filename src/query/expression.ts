// Regular expressions, as a search or a transform has them. Whoever wrote the link chose them, and the names that they
// are held against may be 20,000 characters long. The engine of the language tries one way to match after the other, and
// of these there may be more than anyone can wait for: `/(a+)+$/` doubles its time with each `a`. So matching is done
// as RE2 does it, all ways at once, in a time that grows with the text and the expression alone. The price is that an
// expression cannot look ahead or refer back to what it matched before.

import { RE2JS } from 're2js'
import { expressionIn } from './searchText.ts'

/** Longest program that an expression may become; it has about a step for each character that is written out. */
const MOST_STEPS = 1200

/** A text written `/regex/flags` as an expression, or why it is none; null for any other text. */
export function expressionOf(text: string): { pattern: RE2JS; error: null } | { pattern: null; error: string } | null {
  const written = expressionIn(text)
  if (!written) return null
  try {
    const pattern = RE2JS.compile(RE2JS.translateRegExp(written.source), flagsOf(written.flags))
    if (pattern.programSize() <= MOST_STEPS) return { pattern, error: null }
    return { pattern: null, error: 'It repeats so much that to search for it would take too long.' }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return { pattern: null, error: said.replace(/^error parsing regexp: (.*): `/, '$1 `') }
  }
}

const flagsOf = (flags: string): number =>
  (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
  (flags.includes('m') ? RE2JS.MULTILINE : 0) |
  (flags.includes('s') ? RE2JS.DOTALL : 0)
