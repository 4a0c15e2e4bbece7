import type { Card } from '../card.ts'
import { rebuild } from '../commands.ts'
import { callsOf, type DiagnosisInput, samplesOf } from '../input.ts'

/** Times, and not one call: linked for profiling, but not compiled for it. */
export interface NoArcs extends Card<'noArcs'> {
  /** NaN where a listing does not say what a sample counts. */
  samples: number
  /** Functions with time. */
  functions: number
}

export function noArcs({ profile, recorded }: DiagnosisInput): NoArcs | null {
  const { functions, total } = profile
  const counts = callsOf(profile) > 0 || functions.calls.some(calls => calls > 0)
  if (counts || !(total > 0) || (recorded && recorded.arcRecords > 0)) return null
  if (!recorded && profile.completeness.flatProfile.state === 'none') return null
  return {
    card: 'noArcs',
    risk: 'amber',
    share: 1,
    samples: recorded?.samples ?? samplesOf(total, profile),
    functions: functions.self.filter(time => time > 0).length,
    command: [rebuild()],
    place: { kind: 'panel', panel: 'list' },
  }
}
