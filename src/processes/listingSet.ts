// Several listings of one program: runs of it, or its processes. They are profiles by themselves, and one more is their sum.

import type { Issue } from '../issue.ts'
import type { Profile } from '../profile.ts'
import type { ProfileRead } from '../profileRead.ts'
import { type ProcessFigures, processColumns } from './processColumns.ts'
import { type ProcessFile, processTable, timeOfTick } from './processTable.ts'
import { say } from './sentences.ts'
import { type SummedProfiles, sumProfiles } from './sumProfiles.ts'

/** Two listings are for being compared. */
const FEWEST = 3

/** A listing, by its file. */
export interface NamedListing extends ProcessFile {
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
  if (whole.length < FEWEST) return null
  const isAlike = likenessTo(whole[0].read.profile)
  const summed = whole.filter(({ read }) => isAlike(read.profile))
  if (summed.length < FEWEST) return null
  const { rows, profile } = withWarning(sumProfiles(summed.map(({ read }) => read.profile)))
  const figures = figuresOf(summed, rows, profile)
  const leftOut = listings.filter(listing => !summed.includes(listing)).map(({ path }) => notSummed(path))
  const table = processTable(figures, summed, profile.functions.length, leftOut)
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
    runs: null,
    listings: summed.map(({ read }) => read),
  }
  return { profile, source: null, processes }
}

function likenessTo(first: Profile): (other: Profile) => boolean {
  const names = new Set(first.functions.name)
  return other => {
    const common = other.functions.name.filter(name => names.has(name)).length
    return other.unit === first.unit && 2 * common >= Math.min(first.functions.length, other.functions.length)
  }
}

const withWarning = ({ profile, rows }: SummedProfiles): SummedProfiles => ({
  rows,
  profile: { ...profile, warnings: [ofListings()] },
})

const ofListings = (): Issue => ({ code: 'mended', ...say('sumOfListings') })

const notSummed = (file: string): Issue => ({
  code: 'inconsistent',
  ...say('notSummed', { file }),
  file,
})

function figuresOf(listings: readonly NamedListing[], rows: Int32Array[], sum: Profile): ProcessFigures {
  const tick = timeOfTick(sum)
  const columns = processColumns()
  listings.forEach(({ read: { profile } }, i) => {
    const { self } = profile.functions
    const timed = [...self.keys()].filter(fn => self[fn] > 0)
    const fn = timed.map(row => rows[i][row])
    columns.add(
      { total: profile.total / tick, calls: callsIn(profile), fn, ticks: timed.map(row => self[row] / tick) },
      i,
    )
  })
  return columns.take(Int32Array.from(sum.functions.name.keys()))
}

const callsIn = ({ functions }: Profile): number =>
  functions.calls.reduce((sum, calls, fn) => sum + (calls || 0) + (functions.selfCalls[fn] || 0), 0)
