// A profile in as many characters as there is room for: whole if it fits, else with as many functions as fit.

import type { Issue } from '../issue.ts'
import type { Profile, Pruned } from '../profile.ts'
import type { ProfileRead } from '../profileRead.ts'
import { linkLength } from './link.ts'
import { listingsOf } from './listings.ts'
import { packProfile } from './packProfile.ts'
import { pruneProfile } from './prune.ts'
import { say } from './sentences.ts'

/** A packed profile, and what became of it on the way. */
export interface Packed {
  bytes: Uint8Array
  /** Null where nothing had to be left out. */
  pruned: Pruned | null
  /** How many processes are in it, of a sum of several; 0 where only their sum is. */
  processes: number
  /** Of the profile that is packed; see {@link Profile.fingerprint}. */
  fingerprint: string
}

/** It fails, with a sentence, for a profile that is too large to be packed, or of which no function fits. */
export type PackResult = { ok: true; value: Packed } | { ok: false; errors: Issue[] }

/**
 * Packs a profile with as many functions as there is room for. Processes are in it if all of them are: what there is no
 * room for first.
 *
 * @param characters The most that it may take as base64url; null for no limit.
 */
export async function pruneToFit(read: ProfileRead, characters: number | null): Promise<PackResult> {
  const room = characters ?? Number.POSITIVE_INFINITY
  const all = read.processes ? await packOf(read) : null
  if (all?.ok && linkLength(all.value.bytes.length) <= room) return all
  const whole = await packOf({ ...read, processes: null })
  if (whole.ok ? linkLength(whole.value.bytes.length) <= room : characters === null) return whole
  let fitting: Packed | null = null
  // Nearly always, more functions take more room.
  for (let from = 1, to = read.profile.functions.length - 1; from <= to; ) {
    const keep = (from + to) >> 1
    const part = await packOf({ profile: pruneProfile(read.profile, keep), source: null, processes: null })
    if (part.ok && linkLength(part.value.bytes.length) <= room) {
      fitting = part.value
      from = keep + 1
    } else to = keep - 1
  }
  return fitting ? { ok: true, value: fitting } : { ok: false, errors: [noRoom(room)] }
}

async function packOf(read: ProfileRead): Promise<PackResult> {
  const packed = await packProfile(read)
  if (!packed.ok) return packed
  const { pruned, fingerprint }: Profile = read.profile
  const processes = read.processes && (read.processes.runs || listingsOf(read)) ? read.processes.table.length : 0
  return { ok: true, value: { bytes: packed.value, pruned: pruned ?? null, processes, fingerprint } }
}

const noRoom = (room: number): Issue => ({
  code: 'too-large',
  ...say('nothingFits', { characters: room }),
})
