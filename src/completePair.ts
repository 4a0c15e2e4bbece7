// Half of a pair that is dropped alone is read with the other half of what was dropped last, whether that was right,
// wrong, or waiting. What is dropped takes the place of what was held of its kind; files of one kind that are meant to go
// together are dropped together.

import type { Issue, Result } from './issue.ts'
import { readRange } from './parse/elf.ts'
import { notElf } from './parse/executableKind.ts'
import type { ProfileRead } from './profileRead.ts'
import { type Halves, needsOther, readPair } from './readPair.ts'
import { type DroppedFile, type Half, sortFiles } from './sortFiles.ts'

export interface CompletedPair {
  /** Null where no half was dropped. */
  result: Result<ProfileRead[]> | null
  /** What was held and has been read with what was dropped. */
  added: DroppedFile[]
  /** What to hold from now on. */
  held: Halves<DroppedFile>
}

/**
 * Reads what was dropped of a pair, with what is held if that is the half it lacks. If the two turn out not to belong
 * together, that is no profile: nobody asked for both. Those that were dropped together are shown and told.
 */
export async function completePair(dropped: Halves<Half>, held: Halves<DroppedFile>): Promise<CompletedPair> {
  const { programs, profiles } = dropped
  if (programs.length === 0 && profiles.length === 0) return { result: null, added: [], held }
  const isWhole = programs.length > 0 && profiles.length > 0
  const wanted = isWhole ? [] : programs.length > 0 ? held.profiles : held.programs
  const { added, gone } = await stillThere(wanted)
  const sorted = await sortFiles(added)
  const pair = { programs: [...programs, ...sorted.programs], profiles: [...profiles, ...sorted.profiles] }
  const readable = (await Promise.all(programs.map(isElf))).flatMap((is, i) => (is ? [programs[i].file] : []))
  const isUseless = programs.length > 0 && readable.length === 0
  const next = {
    programs: isUseless ? held.programs : programs.length > 0 ? readable : added,
    profiles: pair.profiles.map(({ file }) => file),
  }
  if (pair.programs.length === 0 || pair.profiles.length === 0) {
    const replaced = isUseless ? [] : replacement(dropped, held)
    return { result: { ok: false, errors: [...(await needsOther(pair)), ...replaced, ...gone] }, added, held: next }
  }
  const read = await readPair(pair)
  const wrong = read.ok && added.length > 0 ? read.value[0].profile.warnings.find(isWrongPair) : undefined
  if (!wrong) return { result: read, added, held: next }
  const tried: Issue = {
    ...wrong,
    message: `Tried with ${namesOf(added)}, dropped before: ${wrong.message} To see them all the same, drop both together.`,
  }
  return { result: { ok: false, errors: [...(await needsOther(dropped)), tried] }, added, held: next }
}

/** A program of another system is called by its name, but no gmon.out will ever be read with it. */
const isElf = async ({ source }: Half) => notElf(await readRange(source, 0, 64), source.size) === null

const isWrongPair = ({ code }: Issue) => code === 'wrong-pair'

/** Files that can still be read; a browser does not read a file that was written anew since it was dropped. */
async function stillThere(files: DroppedFile[]): Promise<{ added: DroppedFile[]; gone: Issue[] }> {
  const added: DroppedFile[] = []
  const gone: Issue[] = []
  for (const file of files)
    try {
      await file.blob.slice(0, 1).arrayBuffer()
      added.push(file)
    } catch {
      gone.push({
        code: 'incomplete',
        message: `“${file.name}”, dropped before, has been changed or removed since and can no longer be read: drop it again.`,
      })
    }
  return { added, gone }
}

/** What a half that goes on waiting is told of the one that waited before it. */
function replacement({ programs, profiles }: Halves<Half>, held: Halves<DroppedFile>): Issue[] {
  const [code, before] =
    profiles.length > 0 ? (['needs-executable', held.profiles] as const) : (['needs-gmon', held.programs] as const)
  if (before.length === 0) return []
  const together = code === 'needs-executable' ? ' To add runs up, drop their files together.' : ''
  return [{ code, message: `${namesOf([...programs, ...profiles])} takes the place of ${namesOf(before)}.${together}` }]
}

/** `“a”`, `“a” and 2 more` */
const namesOf = ([{ name }, ...others]: { name: string }[]) =>
  others.length === 0 ? `“${name}”` : `“${name}” and ${others.length} more`
