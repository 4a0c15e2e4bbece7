import { numberOfProcess } from '../../processes/processNames.ts'
import { findDoubled } from '../../processes/suspects.ts'
import type { Card } from '../card.ts'
import { filePerProcess } from '../commands.ts'
import type { DiagnosisInput } from '../input.ts'

/** One file of a program that makes more processes: all of them write the same file, and the last one's is left. */
export interface Forks extends Card<'forks'> {
  file: string
  /** What it calls to make them. */
  calls: string[]
}

const forking = /^(v?fork|_?_fork|clone3?|daemon|forkpty)$/

export function forks({ recorded, processes }: DiagnosisInput): Forks | null {
  if (!recorded) return null
  // A gmon.sum of one file is no other process.
  const doubled = processes ? findDoubled(processes).map(({ row }) => row) : []
  const [file, ...others] = recorded.files.filter((_, row) => !doubled.includes(row))
  if (file === undefined || others.length > 0) return null
  const calls = [...recorded.imports].filter(name => forking.test(name))
  // With a number in its name, a file is of one process only.
  if (calls.length === 0 || numberOfProcess(file) >= 0) return null
  return { card: 'forks', risk: 'amber', share: 0, file, calls, command: [filePerProcess(recorded)] }
}
