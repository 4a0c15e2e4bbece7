// The report that gprof prints. From a computed run it is gprof's own to the last byte; from any profile, what
// `gprof -b` prints as far as the profile knows: parsing it gives the profile again, but for what two decimals of
// seconds cannot hold. Layout and order: GNU gprof's cg_print.c and hist.c, as of 2.40.

import type { GprofRun } from '../analyse/gprofRun.ts'
import type { Profile } from '../profile.ts'
import { printFlat } from './gprofFlat.ts'
import { printGraph } from './gprofGraph.ts'
import { printIndex } from './gprofIndex.ts'
import { numbersOf } from './gprofNumbers.ts'
import { flatLegend, graphLegend } from './legend.ts'
import { flatOfProfile, graphOfProfile, indexOfProfile } from './profileRows.ts'
import { flatOfRun, graphOfRun, indexOfRun, type RunNames } from './runRows.ts'

/** Between flat profile, call graph and index. */
const pageBreak = '\f\n'

/** The parts that the profile has: flat profile, call graph and index. */
export function printReport(profile: Profile): string {
  const { flatProfile, callGraph } = profile.completeness
  const numbers = numbersOf(profile)
  const parts: string[] = []
  if (flatProfile.state !== 'none') parts.push(printFlat(flatOfProfile(profile)))
  if (callGraph.state !== 'none')
    parts.push(printGraph(graphOfProfile(profile, numbers), false), printIndex(indexOfProfile(profile, numbers)))
  return parts.join(pageBreak)
}

/** gprof's options: which parts, and whether the legends come with them. */
export interface ReportParts {
  flat: boolean
  graph: boolean
  legends: boolean
}

/** gprof's report of a run, with one character for each byte, since names need not be UTF-8. */
export function printRun(run: GprofRun, names: RunNames, { flat, graph, legends }: ReportParts): string {
  const parts: string[] = []
  if (flat) parts.push(printFlat(flatOfRun(run, names)) + (legends ? flatLegend : ''))
  if (graph) {
    parts.push(printGraph(graphOfRun(run, names), legends) + (legends ? graphLegend : ''))
    parts.push(printIndex(indexOfRun(run, names)))
  }
  return parts.join(pageBreak)
}
