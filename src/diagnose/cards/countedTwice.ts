import { findDoubled } from '../../processes/suspects.ts'
import type { Card } from '../card.ts'
import type { DiagnosisInput } from '../input.ts'

/** Files of a sum that hold what others of it hold, such as a gmon.sum beside the files that it was made of. */
export interface CountedTwice extends Card<'countedTwice'> {
  /** `of`: the file that it is a copy of; null for the sum of all others. */
  files: { file: string; of: string | null }[]
}

export function countedTwice({ processes }: DiagnosisInput): CountedTwice | null {
  const doubled = processes ? findDoubled(processes) : []
  if (!processes || doubled.length === 0) return null
  const { path, ticks } = processes
  const all = ticks.reduce((sum, each) => sum + each, 0)
  const twice = doubled.reduce((sum, { row }) => sum + ticks[row], 0)
  return {
    card: 'countedTwice',
    risk: 'amber',
    share: all > 0 ? twice / all : 0,
    files: doubled.map(({ row, other }) => ({ file: path[row], of: other === null ? null : path[other] })),
    place: { kind: 'without', processes: doubled.map(({ row }) => row) },
  }
}
