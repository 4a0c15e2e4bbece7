import type { Card } from '../card.ts'
import { gprof } from '../commands.ts'
import type { DiagnosisInput } from '../input.ts'

/** A listing with one of its two tables: printed with `-p` or `-q`, or copied in part. */
export interface OnePart extends Card<'onePart'> {
  part: 'flat' | 'graph'
  /** Rows, or entries. */
  found: number
}

export function onePart({ profile, listing, recorded }: DiagnosisInput): OnePart | null {
  const { flatProfile, callGraph } = profile.completeness
  if (!listing || (flatProfile.state === 'none') === (callGraph.state === 'none')) return null
  const part = flatProfile.state === 'none' ? 'graph' : 'flat'
  // Of a program that counted no calls, gprof prints no call graph: that is another card.
  if (part === 'flat' && !profile.functions.calls.some(calls => calls > 0)) return null
  return {
    card: 'onePart',
    // Without a flat profile nothing is wrong: entries tell all times.
    risk: part === 'flat' ? 'amber' : 'note',
    share: part === 'flat' ? 1 : 0,
    part,
    found: part === 'flat' ? flatProfile.found : callGraph.found,
    command: [gprof(recorded)],
    place: { kind: 'panel', panel: 'report' },
  }
}
