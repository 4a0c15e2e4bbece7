// Sums of arcs: the calls of a function, and what its total inherits.

import { type ArcRow, type Profile, SPONTANEOUS } from '../profile.ts'
import { labelsOf } from '../query/names.ts'

/** An arc that a figure is a sum of. */
export interface ArcTerm {
  /** Labels of both ends. */
  caller: string
  fn: string
  count: number
  /** NaN where gprof has none. */
  time: number
}

/** Arcs with their ends; without calls of a function to itself, and those that gprof only infers. */
export function termsOf(profile: Profile, rows: Iterable<ArcRow>): ArcTerm[] {
  const { arcs } = profile
  const labels = labelsOf(profile)
  return [...rows]
    .filter(arc => arcs.caller[arc] !== SPONTANEOUS && arcs.caller[arc] !== arcs.callee[arc])
    .map(arc => ({
      caller: labels[arcs.caller[arc]],
      fn: labels[arcs.callee[arc]],
      count: arcs.count[arc],
      time: arcs.self[arc] + arcs.children[arc],
    }))
}

export const byCount = (a: ArcTerm, b: ArcTerm) => b.count - a.count
export const byTime = (a: ArcTerm, b: ArcTerm) => b.time - a.time || b.count - a.count
