// Several listings of one program: runs of it, or its processes. They are profiles by themselves, and one more is their sum.

import type { Issue } from '../issue.ts'
import type { Profile } from '../profile.ts'
import type { ProfileRead } from '../profileRead.ts'
import type { ProcessFigures } from './processColumns.ts'
import { processTable, timeOfTick } from './processTable.ts'
import { type SummedProfiles, sumProfiles } from './sumProfiles.ts'

/** Two listings are for being compared. */
const FEWEST = 3

/** A listing, by the name of its file. */
export interface NamedListing {
  name: string
  read: ProfileRead
}

/**
 * The sum of listings, with each of them as a process. Null where there are not several that can be summed: whole ones in
 * one unit, that have at least half of their functions in common with the first.
 */
export function listingSet(listings: readonly NamedListing[]): ProfileRead | null {
  const whole = listings.filter(
    ({ read: { profile } }) => profile.times === 'recomputed' && profile.functions.length > 0,
  )
  const summed = whole.filter(({ read }) => isAlike(whole[0].read.profile, read.profile))
  if (summed.length < FEWEST) return null
  const { rows, profile } = withWarning(sumProfiles(summed.map(({ read }) => read.profile)))
  const figures = figuresOf(summed, rows, profile)
  const leftOut = listings.filter(listing => !summed.includes(listing)).map(({ name }) => notSummed(name))
  const paths = summed.map(({ name }) => name)
  const table = processTable(figures, paths, profile.functions.length, leftOut)
  const readSum = (chosen: readonly number[]): ProfileRead => ({
    profile: withWarning(sumProfiles(chosen.map(row => summed[row].read.profile))).profile,
    source: null,
    processes: null,
  })
  const processes = {
    table,
    read: async (chosen: readonly number[]) => ({
      ok: true as const,
      value: chosen.length === 1 ? summed[chosen[0]].read : readSum(chosen),
      warnings: [],
    }),
  }
  return { profile, source: null, processes }
}

function isAlike(first: Profile, other: Profile): boolean {
  if (first.unit !== other.unit) return false
  const names = new Set(first.functions.name)
  const common = other.functions.name.filter(name => names.has(name)).length
  return 2 * common >= Math.min(first.functions.length, other.functions.length)
}

const withWarning = ({ profile, rows }: SummedProfiles): SummedProfiles => ({
  rows,
  profile: { ...profile, warnings: [ofListings] },
})

const ofListings: Issue = {
  code: 'mended',
  message:
    'This is a sum of listings: their self times, as rounded as they were printed, and their counts of calls were added up by name, and all other times worked out from that. gprof could not have made it.',
}

const notSummed = (file: string): Issue => ({
  code: 'inconsistent',
  message: `“${file}” is not in the sum of listings: it is of another program or unit, or lines of it are missing.`,
  file,
})

function figuresOf(listings: readonly NamedListing[], rows: Int32Array[], sum: Profile): ProcessFigures {
  const tick = timeOfTick(sum)
  const profiles = listings.map(({ read }) => read.profile)
  const cells = profiles.map(({ functions }, i) =>
    Array.from(rows[i], (fn, row) => ({ fn, ticks: functions.self[row] / tick }))
      .filter(({ ticks }) => ticks > 0)
      .sort((a, b) => a.fn - b.fn),
  )
  const start = new Uint32Array(profiles.length + 1)
  cells.forEach((each, i) => {
    start[i + 1] = start[i] + each.length
  })
  const all = cells.flat()
  return {
    length: profiles.length,
    place: Uint32Array.from(profiles, (_, i) => i),
    ticks: Float64Array.from(profiles, ({ total }) => total / tick),
    calls: Float64Array.from(profiles, callsIn),
    self: { start, fn: Int32Array.from(all, ({ fn }) => fn), ticks: Float32Array.from(all, ({ ticks }) => ticks) },
  }
}

const callsIn = ({ functions }: Profile): number =>
  functions.calls.reduce((sum, calls, fn) => sum + (calls || 0) + (functions.selfCalls[fn] || 0), 0)
