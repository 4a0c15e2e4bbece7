import type { Card } from '../card.ts'
import type { DiagnosisInput } from '../input.ts'

/** A rate of samples that cannot be, or that no system is known to have: all times depend on it. */
export interface OddRate extends Card<'oddRate'> {
  /** Samples to the second, or to whatever is measured. */
  rate: number
  /** Other rates in the same gmon.out, which gprof takes no notice of. */
  others: number[]
}

/** Rates of profiling clocks: 50 to 128 on Unix systems, 1,000 and more where a board has its own timer. */
const [LEAST, MOST] = [10, 100_000]

export function oddRate({ profile, run, recorded }: DiagnosisInput): OddRate | null {
  if (profile.unit !== 'seconds' && profile.unit !== 'samples') return null
  const rate = run ? run.rate : 1 / profile.samplePeriod
  const isKnown = run ? run.hasHistogram : profile.samplePeriod > 0
  const others = [...new Set(recorded?.ranges.map(range => range.rate) ?? [])].filter(other => other !== rate)
  const isOdd = isKnown && !(rate >= LEAST && rate <= MOST)
  return isOdd || others.length > 0 ? { card: 'oddRate', risk: 'amber', share: 1, rate, others } : null
}
