import type { FunctionRow, Profile } from '../profile.ts'
import { adoptRankRanges, type RankRanges, rankRangesOf } from '../uncertainty/rankRanges.ts'
import { adoptTotalErrors, type TotalErrors, totalErrorsOf } from '../uncertainty/sampling.ts'
import { adoptBounds, type Bounds, boundsOf } from './bounds.ts'
import { adoptFlow, type Flow, flowOf } from './flow.ts'
import { adoptGroups, groupsOf, type NameGroups } from './groups.ts'
import { adoptLabels, doublesOf } from './names.ts'

/**
 * What many views ask of a profile at once, and what takes longer to work out than a page may be held up. Whoever read
 * the profile works it out beside it, and whoever shows it adopts the findings; a page that did not would only be slower.
 */
export interface Findings {
  flow: Flow
  bounds: Bounds
  groups: NameGroups
  doubles: Map<FunctionRow, string>
  totalErrors: TotalErrors
  ranks: RankRanges
}

export const findingsOf = (profile: Profile): Findings => ({
  flow: flowOf(profile),
  bounds: boundsOf(profile),
  groups: groupsOf(profile),
  doubles: doublesOf(profile),
  totalErrors: totalErrorsOf(profile),
  ranks: rankRangesOf(profile),
})

/** Takes over what another thread found in the same profile, so that it is not worked out twice. */
export function adoptFindings(profile: Profile, findings: Findings): void {
  const { flow, bounds, groups, doubles, totalErrors, ranks } = findings
  adoptFlow(profile, flow)
  adoptBounds(profile, bounds)
  adoptGroups(profile, groups)
  adoptLabels(profile, doubles)
  adoptTotalErrors(profile, totalErrors)
  adoptRankRanges(profile, ranks)
}
