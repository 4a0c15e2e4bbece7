// Regular expressions, as a search or a transform has them. Whoever wrote the link chose them, and the names that they
// are held against may be 20,000 characters long. The engine of the language tries one way to match after the other, and
// of these there may be more than anyone can wait for: `/(a+)+$/` doubles its time with each `a`. So matching is done
// as RE2 does it, all ways at once, in a time that grows with the text and the expression alone. The price is that an
// expression cannot look ahead or refer back to what it matched before.

import { RE2JS, RE2JSSyntaxException } from 're2js'
import type { Said } from '../saying.ts'
import { expressionIn } from './searchText.ts'
import { expressionFaults, say, sayFault } from './sentences.ts'

/** Longest program that an expression may become; it has about a step for each character that is written out. */
const MOST_STEPS = 1200

/** A text written `/regex/flags` as an expression, or why it is none; null for any other text. */
export function expressionOf(text: string): { pattern: RE2JS; error: null } | { pattern: null; error: Said } | null {
  const written = expressionIn(text)
  if (!written) return null
  try {
    const pattern = RE2JS.compile(RE2JS.translateRegExp(written.source), flagsOf(written.flags))
    if (pattern.programSize() <= MOST_STEPS) return { pattern, error: null }
    return { pattern: null, error: say('tooManySteps') }
  } catch (error) {
    return { pattern: null, error: whyNone(error) }
  }
}

function whyNone(error: unknown): Said {
  if (!(error instanceof RE2JSSyntaxException))
    return { message: error instanceof Error ? error.message : String(error), says: null }
  const ids = Object.keys(expressionFaults) as (keyof typeof expressionFaults)[]
  const id = ids.find(id => expressionFaults[id] === error.getDescription())
  const fault = id ? sayFault(id) : { message: error.getDescription(), says: null }
  const part = error.getPattern()
  return part ? say('faultIn', { fault, part }) : fault
}

const flagsOf = (flags: string): number =>
  (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
  (flags.includes('m') ? RE2JS.MULTILINE : 0) |
  (flags.includes('s') ? RE2JS.DOTALL : 0)
