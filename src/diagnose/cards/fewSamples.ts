import type { Card, Named } from '../card.ts'
import { sumOfRuns } from '../commands.ts'
import { type DiagnosisInput, heaviest, rowsWhere, samplesOf } from '../input.ts'

/** So few samples that the heaviest function is off by more than a tenth, one standard deviation. */
export interface FewSamples extends Card<'fewSamples'> {
  samples: number
  /** The two with most self time; `second` is null where only one has any. */
  first: Named & { samples: number }
  second: (Named & { samples: number }) | null
  /** By how many standard deviations the two differ; NaN for one alone. */
  apart: number
  /** So many times as long, or as many runs summed, make the first one known to ±10 %. */
  longer: number
}

/** The number n of samples in a function has a standard deviation of √n, a tenth of it where n is this. */
const ENOUGH = 100
/** Fewer samples, and a time may well be half of what it is, or half as much again, at 95 %. */
const VERY_FEW = 16
/** What differs by more is significant at 95 %. */
const SIGNIFICANT = 1.96

export function fewSamples({ profile, recorded }: DiagnosisInput): FewSamples | null {
  const { functions, total, samplePeriod } = profile
  if (!(samplePeriod > 0) || !(total > 0)) return null
  const rows = rowsWhere(profile, fn => functions.self[fn] > 0)
  if (rows.length === 0) return null
  const [first, second] = heaviest(rows, fn => functions.self[fn], 2).map(fn => ({
    fn,
    name: functions.name[fn],
    samples: samplesOf(functions.self[fn], profile),
  }))
  if (first.samples >= ENOUGH) return null
  const apart = second ? (first.samples - second.samples) / Math.sqrt(first.samples + second.samples) : Number.NaN
  const longer = Math.ceil(ENOUGH / first.samples)
  return {
    card: 'fewSamples',
    risk: apart < SIGNIFICANT || first.samples < VERY_FEW ? 'amber' : 'note',
    share: 1,
    samples: samplesOf(total, profile),
    first,
    second: second ?? null,
    apart,
    longer,
    command: sumOfRuns(recorded, longer),
    place: { kind: 'function', fn: first.fn },
  }
}
