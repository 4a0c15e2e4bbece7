import type { Card } from '../card.ts'
import { rebuild } from '../commands.ts'
import type { DiagnosisInput } from '../input.ts'

/** An executable with no names left but those that other programs may call. */
export interface Stripped extends Card<'stripped'> {
  program: string
  /** Names that are left. */
  functions: number
}

export function stripped({ recorded, run }: DiagnosisInput): Stripped | null {
  if (!recorded?.isStripped || !run) return null
  const { program } = recorded
  return { card: 'stripped', risk: 'amber', share: 1, program, functions: run.functions.length, command: [rebuild()] }
}
