// Half of a pair that is dropped alone is read with the other half of what was dropped last, whether that was right,
// wrong, or waiting. What is dropped takes the place of what was held of its kind; files of one kind that are meant to go
// together are dropped together.

import type { Issue, Result } from './issue.ts'
import { readRange } from './parse/elf.ts'
import { notElf } from './parse/executableKind.ts'
import type { ProfileRead } from './profileRead.ts'
import { say } from './readingSentences.ts'
import { type Halves, needsOther, readPair } from './readPair.ts'
import { type DroppedFile, type FoundFile, sortFiles } from './sortFiles.ts'

export interface CompletedPair {
  /** Null where no half was dropped. */
  result: Result<ProfileRead[]> | null
  /** What was held and has been read with what was dropped. */
  added: DroppedFile[]
  /** The gmon.out files that were read, or are still waiting. */
  profiles: FoundFile[]
  /** Texts that were held with them, which tell of processes. */
  texts: FoundFile[]
  /** What to hold from now on. */
  held: Halves<DroppedFile>
}

/** What is held of the half that was not dropped. */
export const missingHalf = ({ programs, profiles }: Halves<unknown>, held: Halves<DroppedFile>): DroppedFile[] =>
  programs.length > 0 === profiles.length > 0 ? [] : programs.length > 0 ? held.profiles : held.programs

/**
 * Reads what was dropped of a pair, with what is held if that is the half it lacks. If the two turn out not to belong
 * together, that is no profile: nobody asked for both. Those that were dropped together are shown and told.
 *
 * @param goOn After each gmon.out: false ends the reading.
 */
export async function completePair(
  dropped: Halves<FoundFile>,
  held: Halves<DroppedFile>,
  goOn: (read: FoundFile, nth: number, of: number) => boolean | Promise<boolean> = () => true,
): Promise<CompletedPair> {
  const { programs, profiles } = dropped
  if (programs.length === 0 && profiles.length === 0) return { result: null, added: [], profiles: [], texts: [], held }
  const { added, gone } = await stillThere(missingHalf(dropped, held))
  const sorted = await sortFiles(added)
  const pair = {
    programs: programs.length > 0 ? programs : sorted.programs,
    profiles: profiles.length > 0 ? profiles : sorted.profiles,
  }
  const readable = (await Promise.all(programs.map(isElf))).flatMap((is, i) => (is ? [programs[i].file] : []))
  const isUseless = programs.length > 0 && readable.length === 0
  const next = {
    programs: isUseless ? held.programs : programs.length > 0 ? distinct(readable) : added,
    profiles: profiles.length > 0 ? distinct(profiles.map(({ file }) => file)) : added,
  }
  const rest = { added, profiles: pair.profiles, texts: sorted.texts, held: next }
  if (pair.programs.length === 0 || pair.profiles.length === 0) {
    const replaced = isUseless ? [] : replacement(dropped, held)
    return { result: { ok: false, errors: [...(await needsOther(pair)), ...replaced, ...gone] }, ...rest }
  }
  const read = await readPair(pair, nth => goOn(pair.profiles[nth - 1], nth, pair.profiles.length))
  const wrong = read.ok && added.length > 0 ? read.value[0].profile.warnings.find(isWrongPair) : undefined
  if (!wrong) return { result: read, ...rest }
  const { message, says } = wrong
  const tried: Issue = {
    ...wrong,
    ...say('tried', { ...named(added), wrong: { message, says } }),
  }
  return { result: { ok: false, errors: [...(await needsOther(dropped)), tried] }, ...rest }
}

/** Of several that are in one archive, the archive once. */
const distinct = (files: DroppedFile[]) => [...new Set(files)]

/** A program of another system is called by its name, but no gmon.out will ever be read with it. */
const isElf = async ({ source }: FoundFile) => notElf(await readRange(source, 0, 64), source.size) === null

const isWrongPair = ({ code }: Issue) => code === 'wrong-pair'

/** Files that can still be read; a browser does not read a file that was written anew since it was dropped. */
async function stillThere(files: DroppedFile[]): Promise<{ added: DroppedFile[]; gone: Issue[] }> {
  const isThere = await Promise.all(
    files.map(async ({ blob }) => {
      try {
        await blob.slice(0, 1).arrayBuffer()
        return true
      } catch {
        return false
      }
    }),
  )
  const gone = files
    .filter((_, i) => !isThere[i])
    .map(({ name }): Issue => ({ code: 'incomplete', ...say('gone', { name }) }))
  return { added: files.filter((_, i) => isThere[i]), gone }
}

/** What a half that goes on waiting is told of the one that waited before it. */
function replacement({ programs, profiles }: Halves<FoundFile>, held: Halves<DroppedFile>): Issue[] {
  const [code, before] =
    profiles.length > 0 ? (['needs-executable', held.profiles] as const) : (['needs-gmon', held.programs] as const)
  if (before.length === 0) return []
  const { name, others } = named([...programs, ...profiles])
  const { name: nameBefore, others: othersBefore } = named(before)
  const areRuns = code === 'needs-executable'
  return [{ code, ...say('replaced', { name, others, before: nameBefore, othersBefore, areRuns }) }]
}

/** The first by name, and how many others there are. */
const named = ([{ name }, ...others]: { name: string }[]) => ({ name, others: others.length })
