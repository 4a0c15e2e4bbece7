import { type Card, MOST_LISTED, type Named } from '../card.ts'
import type { DiagnosisInput } from '../input.ts'

/** Calls that a process made before it forked, which are counted again in the file of each child. */
export interface Inherited extends Card<'inherited'> {
  files: number
  /** Arcs that all files have with the same count, and how many calls too many the sum may have for them. */
  arcs: number
  calls: number
  callees: (Named & { calls: number })[]
}

export function inherited({ recorded }: DiagnosisInput): Inherited | null {
  // Runs of one program that do the same have the same counts; only a program that forks hands them on.
  if (!recorded?.inherited || ![...recorded.imports].some(name => /^(v?fork|daemon)$/.test(name))) return null
  const { files, arcs, calls, callees } = recorded.inherited
  return {
    card: 'inherited',
    risk: 'note',
    share: recorded.arcCalls > 0 ? calls / recorded.arcCalls : 0,
    files,
    arcs,
    calls,
    callees: callees.slice(0, MOST_LISTED),
    place: { kind: 'panel', panel: 'processes' },
  }
}
