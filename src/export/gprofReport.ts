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
import { collectText, type WriteLine } from './reportLines.ts'
import { flatOfRun, graphOfRun, indexOfRun, type RunNames } from './runRows.ts'

/** Between flat profile, call graph and index. */
const pageBreak = '\f\n'

/** The parts that the profile has: flat profile, call graph and index. */
export const printReport = (profile: Profile): string => collectText(write => writeReport(profile, write))

/** The same line by line. */
export function writeReport(profile: Profile, write: WriteLine): void {
  const { flatProfile, callGraph } = profile.completeness
  const numbers = numbersOf(profile)
  const [flat, graph] = [flatProfile, callGraph].map(({ state }) => state !== 'none')
  if (flat) printFlat(flatOfProfile(profile), write)
  if (flat && graph) write(pageBreak)
  if (!graph) return
  printGraph(graphOfProfile(profile, numbers), false, write)
  write(pageBreak)
  printIndex(indexOfProfile(profile, numbers), write)
}

/** gprof's options: which parts, and whether the legends come with them. */
export interface ReportParts {
  flat: boolean
  graph: boolean
  legends: boolean
}

/** gprof's report of a run, with one character for each byte, since names need not be UTF-8. */
export const printRun = (run: GprofRun, names: RunNames, parts: ReportParts): string =>
  collectText(write => writeRun(run, names, parts, write))

/** The same line by line. */
export function writeRun(
  run: GprofRun,
  names: RunNames,
  { flat, graph, legends }: ReportParts,
  write: WriteLine,
): void {
  if (flat) {
    printFlat(flatOfRun(run, names), write)
    if (legends) write(flatLegend)
  }
  if (flat && graph) write(pageBreak)
  if (!graph) return
  printGraph(graphOfRun(run, names), legends, write)
  if (legends) write(graphLegend)
  write(pageBreak)
  printIndex(indexOfRun(run, names), write)
}
