import type { Card } from '../card.ts'
import type { DiagnosisInput } from '../input.ts'
import type { Recorded } from '../recorded/recorded.ts'

/** A histogram that ends where it begins or before: the file is damaged, and times mean nothing. */
export interface BadRange extends Card<'badRange'>, Pick<Recorded, 'ranges'> {}

export function badRange({ recorded }: DiagnosisInput): BadRange | null {
  return recorded?.hasBadRange ? { card: 'badRange', risk: 'amber', share: 1, ranges: recorded.ranges } : null
}
