// The profiles that the worker holds: those that were read, and what was made of them last.

import { type BothProfiles, bothProfiles, type Sides } from './compare/bothProfiles.ts'
import { areRepeated, type OnRun, type RunsOfSides, repeatedRunsKeeper } from './compare/repeatedRuns.ts'
import type { Result } from './issue.ts'
import { type Selection, selectProcesses } from './processes/selectProcesses.ts'
import type { Profile } from './profile.ts'
import type { ProfileRead } from './profileRead.ts'
import type { Transform } from './transform/transform.ts'

/** One of the profiles that were read. */
export interface AskedPart {
  /** Counts them, from 0. */
  profile: number
  /** Of its processes, these; null for the profile as it was read. */
  selection: Selection | null
}

/** What a question is about. */
export interface Asked extends AskedPart {
  /** What it is compared with: the profile before. The question is then about both. */
  against: AskedPart | null
  transforms: readonly Transform[]
}

/** What was asked about, before transforms; with its sides where two are compared. */
export interface About extends ProfileRead {
  sides: SidesAsked | null
}

export interface SidesAsked extends Sides {
  /** Reads the runs that the sides are means of, and transforms each; null where they are no repeated runs. */
  readRuns: ((onRun: OnRun) => Promise<RunsOfSides | null>) | null
}

/** Told how many files of processes were read anew, and of how many. */
export type OnFile = (done: number, of: number) => void

/** Going to and fro between a few selections of processes reads no file again. */
const MOST_CHOSEN = 4

/** Holds what was read. A reading is an offer first: what is held changes only when it is taken. */
export function profileHolder() {
  let held: ProfileRead[] = []
  let offer: { id: number; profiles: ProfileRead[] } | null = null
  let chosen: { from: ProfileRead; key: string; read: Promise<Result<ProfileRead>> }[] = []
  const repeatedRuns = repeatedRunsKeeper()
  let latestPair: { a: Profile; b: Profile; both: BothProfiles } | null = null

  function bothOf(a: Profile, b: Profile): BothProfiles {
    if (latestPair?.a !== a || latestPair.b !== b) latestPair = { a, b, both: bothProfiles(a, b) }
    return latestPair.both
  }

  function selected(from: ProfileRead, selection: Selection, onFile: OnFile): Promise<Result<ProfileRead>> {
    const key = `${selection.as} ${selection.rows.join(' ')}`
    const known = chosen.find(each => each.from === from && each.key === key)
    const latest = known ?? { from, key, read: select(from, selection, onFile) }
    chosen = [latest, ...chosen.filter(each => each !== known)].slice(0, MOST_CHOSEN)
    return latest.read
  }

  function wholeOf({ profile }: AskedPart): ProfileRead {
    const whole = held[profile]
    if (!whole) throw new Error(`There is no profile ${profile} in the worker.`)
    return whole
  }

  const readOf = async (whole: ProfileRead, { selection }: AskedPart, onFile: OnFile): Promise<Result<ProfileRead>> =>
    selection ? selected(whole, selection, onFile) : { ok: true, value: whole, warnings: [] }

  return {
    /** What a reading found, in the place of what another one did. */
    offer(id: number, profiles: ProfileRead[]): void {
      offer = { id, profiles }
    },
    /** Drops what a reading found, unless it was taken. */
    decline(id: number): void {
      if (offer?.id === id) offer = null
    },
    /** Takes what a reading found behind so many of the profiles that are held. */
    take(id: number, keep: number): void {
      if (offer?.id !== id) throw new Error(`Reading ${id} has nothing to offer.`)
      held = [...held.slice(0, keep), ...offer.profiles]
      offer = null
    },
    /** What a question is about; it fails where files of processes are gone. */
    async about({ against, transforms, ...asked }: Asked, onFile: OnFile): Promise<Result<About>> {
      // Both are settled before the first pause, in which others may be taken.
      const [after, before] = [wholeOf(asked), wholeOf(against ?? asked)]
      const b = await readOf(after, asked, onFile)
      if (!b.ok || !against) return b.ok ? { ...b, value: { ...b.value, sides: null } } : b
      const a = await readOf(before, against, onFile)
      if (!a.ok) return a
      const { profile, ...both } = bothOf(a.value.profile, b.value.profile)
      const of = { a: { read: before, ...against }, b: { read: after, ...asked } }
      const readRuns = areRepeated(of.a, of.b) ? (onRun: OnRun) => repeatedRuns(of, transforms, onRun) : null
      const sides = { ...both, readRuns }
      return { ok: true, value: { profile, source: null, processes: null, sides }, warnings: [] }
    },
  }
}

async function select({ processes }: ProfileRead, selection: Selection, onFile: OnFile): Promise<Result<ProfileRead>> {
  if (!processes) throw new Error('This profile is of one process.')
  const { rows } = selection
  return selectProcesses(processes, selection, done => onFile(done, rows.length))
}
