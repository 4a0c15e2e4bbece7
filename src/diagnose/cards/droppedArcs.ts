import type { Card } from '../card.ts'
import type { DiagnosisInput } from '../input.ts'

/** Calls from or to addresses in no function, which gprof leaves out without a word. */
export interface DroppedArcs extends Card<'droppedArcs'> {
  records: number
  ofRecords: number
  calls: number
}

export function droppedArcs({ recorded }: DiagnosisInput): DroppedArcs | null {
  if (!recorded || recorded.isMisfit || recorded.droppedRecords === 0) return null
  const { droppedRecords, droppedCalls, arcRecords, arcCalls } = recorded
  const share = arcCalls > 0 ? droppedCalls / arcCalls : 0
  return {
    card: 'droppedArcs',
    risk: 'note',
    share,
    records: droppedRecords,
    ofRecords: arcRecords,
    calls: droppedCalls,
  }
}
