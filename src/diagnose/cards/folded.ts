import { type Card, MOST_LISTED, type Named } from '../card.ts'
import { type DiagnosisInput, shareOf } from '../input.ts'

/** Functions that gprof does not know, such as parts and copies made by the compiler: the one before has their time. */
export interface Folded extends Card<'folded'> {
  symbols: number
  /** Most samples first, then most calls. */
  heaviest: { name: string; into: Named; samples: number; calls: number }[]
  samples: number
  calls: number
}

const MUCH = 0.05

export function folded({ profile, recorded }: DiagnosisInput): Folded | null {
  if (!recorded || recorded.folded.length === 0) return null
  const { name } = profile.functions
  const samples = recorded.folded.reduce((sum, each) => sum + each.samples, 0)
  const calls = recorded.folded.reduce((sum, each) => sum + each.calls, 0)
  const ofSamples = samples * profile.samplePeriod > 0 ? shareOf(samples * profile.samplePeriod, profile) : 0
  const share = Math.max(ofSamples, recorded.arcCalls > 0 ? calls / recorded.arcCalls : 0)
  const place = recorded.folded[0].fn
  return {
    card: 'folded',
    risk: share >= MUCH ? 'amber' : 'note',
    share,
    symbols: recorded.folded.length,
    heaviest: recorded.folded.slice(0, MOST_LISTED).map(({ fn, ...each }) => ({
      name: each.name,
      into: { fn, name: fn < 0 ? '' : name[fn] },
      samples: each.samples,
      calls: each.calls,
    })),
    samples,
    calls,
    ...(place >= 0 && { place: { kind: 'function', fn: place } }),
  }
}
