import type { FunctionRow } from '../profile.ts'
import { type Heaviest, heaviest } from './heaviest.ts'

/** A function whose self time is part of a sum. */
export interface FunctionTerm {
  fn: string
  time: number
}

/** Functions with self time, the heaviest first; those that have none are not terms of a sum. */
export function selfTerms(
  labels: readonly string[],
  self: Float64Array,
  rows: Iterable<FunctionRow>,
): Heaviest<FunctionTerm> {
  const terms = [...rows].filter(fn => self[fn] !== 0 && !Number.isNaN(self[fn]))
  return heaviest(
    terms.map(fn => ({ fn: labels[fn], time: self[fn] })).sort((a, b) => b.time - a.time),
    ({ time }) => time,
  )
}
