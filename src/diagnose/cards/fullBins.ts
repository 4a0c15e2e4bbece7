import { FULL_BIN } from '../../analyse/sumGmon.ts'
import { type Card, MOST_LISTED, type Named } from '../card.ts'
import type { DiagnosisInput } from '../input.ts'

/** Counters of samples that have reached their end, behind which they begin again at 0. */
export interface FullBins extends Card<'fullBins'> {
  bins: number
  /** The most that a counter holds, and in how many seconds it is full; NaN without a rate. */
  most: number
  fullAfter: number
  /** The fullest, with addresses in hexadecimal. */
  heaviest: (Named & { address: string; samples: number })[]
}

export function fullBins({ recorded, run }: DiagnosisInput): FullBins | null {
  if (!recorded || !run || recorded.fullBins.length === 0) return null
  const inBins = recorded.fullBins.reduce((sum, { samples }) => sum + samples, 0)
  const [{ fn }] = recorded.fullBins
  return {
    card: 'fullBins',
    risk: 'amber',
    share: inBins / recorded.samples,
    bins: recorded.fullBins.length,
    most: FULL_BIN,
    fullAfter: run.rate > 0 ? FULL_BIN / run.rate : Number.NaN,
    heaviest: recorded.fullBins.slice(0, MOST_LISTED),
    ...(fn >= 0 && { place: { kind: 'function', fn } }),
  }
}
