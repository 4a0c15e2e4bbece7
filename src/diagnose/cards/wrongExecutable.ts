import type { Card } from '../card.ts'
import type { DiagnosisInput } from '../input.ts'
import type { Recorded } from '../recorded/recorded.ts'

/** An executable and a gmon.out that do not belong together, as far as addresses tell. */
export interface WrongExecutable
  extends Card<'wrongExecutable'>,
    Pick<Recorded, 'program' | 'files' | 'ranges' | 'code' | 'fit'> {
  samples: number
  arcs: number
}

export function wrongExecutable({ recorded }: DiagnosisInput): WrongExecutable | null {
  if (!recorded?.isMisfit || recorded.moved) return null
  const { program, files, ranges, code, fit, samples, arcRecords } = recorded
  return {
    card: 'wrongExecutable',
    risk: 'amber',
    share: 1,
    program,
    files,
    ranges,
    code,
    fit,
    samples,
    arcs: arcRecords,
  }
}
