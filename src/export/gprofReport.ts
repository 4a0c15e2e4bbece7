// The report that `gprof -b` prints, from a profile. Parsing it gives the profile again, but for what two decimals of
// seconds cannot hold. Layout and order: GNU gprof's cg_print.c and hist.c, as of 2.40.

import type { Profile } from '../profile.ts'
import { printFlat } from './gprofFlat.ts'
import { printGraph } from './gprofGraph.ts'
import { printIndex } from './gprofIndex.ts'
import { numbersOf } from './gprofNumbers.ts'

/** The parts that the profile has: flat profile, call graph and index. */
export function printReport(profile: Profile): string {
  const { flatProfile, callGraph } = profile.completeness
  const numbers = numbersOf(profile)
  const parts: string[] = []
  if (flatProfile.state !== 'none') parts.push(printFlat(profile))
  if (callGraph.state !== 'none') parts.push(printGraph(profile, numbers), printIndex(profile, numbers))
  return parts.join('\f\n')
}
