import { findUnsure, type Unsure } from '../../processes/suspects.ts'
import type { Card } from '../card.ts'
import { filePerProcess } from '../commands.ts'
import type { DiagnosisInput } from '../input.ts'

/** Files of a sum that are probably not what they seem: of several processes, or of one that another is of. */
export interface Overwritten extends Card<'overwritten'> {
  suspects: (Pick<Unsure, 'kind'> & { file: string; other: string | null })[]
}

export function overwritten({ processes, recorded }: DiagnosisInput): Overwritten | null {
  if (!processes) return null
  const suspects = findUnsure(processes)
  if (suspects.length === 0) return null
  const all = processes.ticks.reduce((sum, ticks) => sum + ticks, 0)
  const theirs = [...new Set(suspects.map(({ row }) => row))].reduce((sum, row) => sum + processes.ticks[row], 0)
  return {
    card: 'overwritten',
    risk: 'amber',
    share: all > 0 ? theirs / all : 0,
    suspects: suspects.map(({ kind, row, other }) => ({
      kind,
      file: processes.path[row],
      other: other === null ? null : processes.path[other],
    })),
    ...(suspects.some(({ kind }) => kind === 'shared') && { command: [filePerProcess(recorded)] }),
    place: { kind: 'panel', panel: 'processes' },
  }
}
