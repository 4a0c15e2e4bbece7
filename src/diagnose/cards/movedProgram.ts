import type { Card } from '../card.ts'
import { rebuild } from '../commands.ts'
import type { DiagnosisInput } from '../input.ts'
import type { Recorded } from '../recorded/recorded.ts'

/** The right executable, which ran at other addresses than those it was linked at (PIE). */
export interface MovedProgram extends Card<'movedProgram'>, Pick<Recorded, 'program' | 'fit'> {
  /** By how many bytes, in hexadecimal, and the share of arcs that lead to functions once that is taken off. */
  distance: string
  fitMoved: number
  arcs: number
}

export function movedProgram({ recorded }: DiagnosisInput): MovedProgram | null {
  if (!recorded?.moved) return null
  const { program, fit, moved, arcRecords } = recorded
  return {
    card: 'movedProgram',
    risk: 'amber',
    share: 1,
    program,
    fit,
    distance: moved.distance,
    fitMoved: moved.fit,
    arcs: arcRecords,
    command: [rebuild('-no-pie')],
  }
}
