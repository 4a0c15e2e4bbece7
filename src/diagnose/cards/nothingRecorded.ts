import type { Card } from '../card.ts'
import { rebuild } from '../commands.ts'
import type { DiagnosisInput } from '../input.ts'

/** A gmon.out with neither samples nor calls. */
export interface NothingRecorded extends Card<'nothingRecorded'> {
  /** Of all histograms, and samples to the second; 0 where there is none. */
  bins: number
  rate: number
}

export function nothingRecorded({ recorded }: DiagnosisInput): NothingRecorded | null {
  if (!recorded || recorded.samples > 0 || recorded.arcRecords > 0) return null
  const bins = recorded.ranges.reduce((sum, range) => sum + range.bins, 0)
  return {
    card: 'nothingRecorded',
    risk: 'amber',
    share: 1,
    bins,
    rate: recorded.ranges[0]?.rate ?? 0,
    command: [rebuild()],
  }
}
