import type { Card } from '../card.ts'
import { sumOfRuns } from '../commands.ts'
import { callsOf, type DiagnosisInput } from '../input.ts'

/** Calls, and no time: the program worked for less than a sample, or spent its time where gprof does not look. */
export interface NoSamples extends Card<'noSamples'> {
  /** Pairs of caller and callee, and all their calls. */
  arcs: number
  calls: number
  /** Whether there is a histogram, whose bins are all empty. */
  hasHistogram: boolean
  /** What a sample counts, in seconds; NaN where it is not known. */
  samplePeriod: number
  /** Addresses that samples can hit, in hexadecimal; empty where they are not known. */
  ranges: { low: string; high: string }[]
  /** So many runs at least, summed, for a time of ±10 %. */
  runs: number
}

/**
 * For ±10 % (one standard deviation) a hundred samples are needed. Where one run had none, three are the most that it
 * can be expected to have, at 95 %, since e⁻³ ≈ 0.05.
 */
const RUNS = Math.ceil(100 / 3)

export function noSamples({ profile, recorded, run }: DiagnosisInput): NoSamples | null {
  if (profile.total > 0 || (recorded && recorded.samples > 0)) return null
  const calls = callsOf(profile)
  if (calls === 0) return null
  // A call graph without a flat profile, cut out of its listing, says nothing of samples.
  if (profile.completeness.callGraph.state === 'part') return null
  return {
    card: 'noSamples',
    risk: 'amber',
    share: 1,
    arcs: profile.arcs.count.filter(count => count > 0).length,
    calls,
    hasHistogram: run?.hasHistogram ?? true,
    samplePeriod: run?.hasHistogram === false ? Number.NaN : profile.samplePeriod,
    ranges: recorded?.ranges.map(({ low, high }) => ({ low, high })) ?? [],
    runs: RUNS,
    command: sumOfRuns(recorded, RUNS),
    place: { kind: 'measure', measure: 'calls' },
  }
}
