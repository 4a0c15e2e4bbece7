import type { Part, QuotedLine } from '../../profile.ts'
import type { Card } from '../card.ts'
import { gprof } from '../commands.ts'
import type { DiagnosisInput } from '../input.ts'

/** A listing of which parts are missing. */
export interface CutListing extends Card<'cutListing'> {
  flatProfile: Part
  callGraph: Part
  /** The first place where somebody put dots or words for lines, null for none, and how many there are. */
  leftOut: QuotedLine | null
  leftOutCount: number
  /** Whether what is there accounts for all calls, so that times are known all the same. */
  isKnown: boolean
}

export function cutListing({ profile, recorded }: DiagnosisInput): CutListing | null {
  const { flatProfile, callGraph, leftOut, leftOutCount } = profile.completeness
  if (flatProfile.state !== 'part' && callGraph.state !== 'part' && leftOutCount === 0) return null
  const isKnown = profile.times === 'recomputed'
  return {
    card: 'cutListing',
    risk: isKnown ? 'note' : 'amber',
    share: isKnown ? 0 : 1,
    flatProfile,
    callGraph,
    leftOut: leftOut[0] ?? null,
    leftOutCount,
    isKnown,
    command: [`${gprof(recorded, '-b')} > profile.txt`],
    place: leftOut.length > 0 ? { kind: 'line', line: leftOut[0].line } : { kind: 'panel', panel: 'report' },
  }
}
