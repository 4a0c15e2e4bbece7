// What cards look at: a profile, and what was read for it.

import type { GprofRun } from '../analyse/gprofRun.ts'
import type { ReportSource } from '../export/reportOf.ts'
import type { ProcessTable } from '../processes/processTable.ts'
import type { FunctionRow, Profile } from '../profile.ts'
import type { ProfileRead } from '../profileRead.ts'
import { MOST_LISTED } from './card.ts'
import type { Recorded } from './recorded/recorded.ts'

export interface DiagnosisInput {
  profile: Profile
  /** The listing that it came from; null for a run. */
  listing: (ReportSource & { kind: 'listing' }) | null
  run: GprofRun | null
  /** What the executable and the gmon.out say beyond the run; null where they are not at hand. */
  recorded: Recorded | null
  processes: ProcessTable | null
}

/** All that was read, as cards look at it. Executable and gmon.out are asked for what the run does not say. */
export async function diagnosisInput({ profile, source, processes, recorded }: ProfileRead): Promise<DiagnosisInput> {
  return {
    profile,
    listing: source?.kind === 'listing' ? source : null,
    run: source?.kind === 'run' ? source.run : null,
    recorded: recorded ? await recorded() : null,
    processes: processes?.table ?? null,
  }
}

/** A part of all time; 0 where there is none. */
export const shareOf = (time: number, { total }: Pick<Profile, 'total'>): number =>
  total > 0 && time > 0 ? Math.min(1, time / total) : 0

/** Samples that a time stands for; NaN where the profile does not say what one counts. */
export const samplesOf = (time: number, { samplePeriod }: Pick<Profile, 'samplePeriod'>): number => time / samplePeriod

/**
 * The few rows of functions of which there is most, and of equal ones those that come first. O(rows): there may be tens of
 * thousands, and to sort them all would take longer than everything else.
 */
export function heaviest(
  rows: readonly FunctionRow[],
  weight: (fn: FunctionRow) => number,
  most = MOST_LISTED,
): FunctionRow[] {
  const kept: { fn: FunctionRow; weight: number }[] = []
  for (const fn of rows) {
    const each = { fn, weight: weight(fn) }
    if (kept.length === most && !(each.weight > kept[most - 1].weight)) continue
    let place = kept.length
    while (place > 0 && kept[place - 1].weight < each.weight) place--
    kept.splice(place, 0, each)
    if (kept.length > most) kept.pop()
  }
  return kept.map(({ fn }) => fn)
}

/** All calls that were recorded. */
export function callsOf({ arcs }: Pick<Profile, 'arcs'>): number {
  let calls = 0
  for (let arc = 0; arc < arcs.length; arc++) calls += arcs.count[arc] || 0
  return calls
}

/** Rows of functions for which something holds. */
export function rowsWhere(
  { functions }: Pick<Profile, 'functions'>,
  holds: (fn: FunctionRow) => boolean,
): FunctionRow[] {
  const rows: FunctionRow[] = []
  for (let fn = 0; fn < functions.length; fn++) if (holds(fn)) rows.push(fn)
  return rows
}
