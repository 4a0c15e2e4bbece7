import type { Card } from '../card.ts'
import type { DiagnosisInput } from '../input.ts'
import type { Recorded } from '../recorded/recorded.ts'

/** Functions that no sample could hit, since they lie outside of the addresses that were sampled. */
export interface UncoveredCode extends Card<'uncoveredCode'>, Pick<Recorded, 'ranges' | 'code'> {
  functions: number
  of: number
}

export function uncoveredCode({ recorded, run }: DiagnosisInput): UncoveredCode | null {
  if (!recorded || !run || recorded.isMisfit || recorded.hasBadRange || recorded.uncovered === 0) return null
  const { ranges, code, uncovered } = recorded
  const of = run.functions.isFunction.filter(is => is === 1).length
  return { card: 'uncoveredCode', risk: 'note', share: 0, ranges, code, functions: uncovered, of }
}
