// What two sides have of a call, normalised as the other figures are.

import type { ArcRow, ComparedSides } from '../../../src/index.ts'

/** Times and counts of an arc on both sides; a time is NaN where gprof has none, or where it cannot be normalised. */
export interface ComparedArc {
  before: number
  after: number
  callsBefore: number
  callsAfter: number
}

export function comparedArc({ a, b, normalisation }: ComparedSides, arc: ArcRow): ComparedArc {
  const time = (side: ComparedSides['a']) =>
    side.time[arc] / { time: 1, share: side.all, perCall: side.count[arc] }[normalisation]
  return { before: time(a), after: time(b), callsBefore: a.count[arc], callsAfter: b.count[arc] }
}
