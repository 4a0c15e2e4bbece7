// Where the figures of a profile come from: lines of the report, and where executable and gmon.out were read, the bins and
// the records that were counted. Times that are passed along arcs come from other figures, whose own origin can be asked
// for in turn.

import type { ReportText } from '../export/reportText.ts'
import type { Profile } from '../profile.ts'
import type { ProfileRead } from '../profileRead.ts'
import { cycleLabel, functionByLabel } from '../query/names.ts'
import { arcByLabels } from './arcByLabels.ts'
import { type ArcProvenance, ofArc } from './arcProvenance.ts'
import { type CycleProvenance, ofCycle } from './cycleProvenance.ts'
import { type FunctionProvenance, ofFunction } from './functionProvenance.ts'
import { ofWhole, type WholeProvenance } from './wholeProvenance.ts'

/** Whose figures: those of a function, or with a caller those of the arc between the two. */
export interface FiguresAsked {
  /** A label, or `<cycle N>` for that cycle as a whole; empty for the profile as a whole. */
  fn: string
  caller: string | null
}

export type Provenance = WholeProvenance | FunctionProvenance | CycleProvenance | ArcProvenance

/**
 * Where figures come from; null where the profile does not have them.
 *
 * @param report The report of the same profile without switches.
 */
export function provenanceOf(read: ProfileRead, report: ReportText, { fn, caller }: FiguresAsked): Provenance | null {
  const { profile } = read
  if (caller !== null) {
    const arc = arcByLabels(profile, { caller, fn })
    return arc < 0 ? null : ofArc(read, report, arc)
  }
  if (fn === '') return ofWhole(read, report)
  const row = functionByLabel(profile, fn)
  if (row >= 0) return ofFunction(read, report, row)
  const cycle = cycleByLabel(profile, fn)
  return cycle < 0 ? null : ofCycle(read, report, cycle)
}

const cycleByLabel = (profile: Profile, label: string) =>
  [...profile.cycles.number.keys()].findIndex(cycle => cycleLabel(profile, cycle) === label)
