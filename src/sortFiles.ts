// What a file is, is decided by its contents; its name is only for people. Of each, the beginning is looked at, and no more
// than that is held: there may be ten thousand.

import type { Archive, Follow } from './archive/archive.ts'
import { openPackedTar, openTar } from './archive/openTar.ts'
import { openZip } from './archive/openZip.ts'
import { gunzipped, heldSource } from './archive/sources.ts'
import { isTar } from './archive/tar.ts'
import { type FileKind, HEAD, kindOfFile } from './fileKind.ts'
import type { Issue } from './issue.ts'
import { type ByteSource, readRange } from './parse/elf.ts'
import { peekGzip, SIZE_LIMIT, tooLarge, unpack } from './parse/unpack.ts'
import { type NamedSource, unreadable } from './readRun.ts'

/** A file as it was dropped, chosen, or pasted. Of one in a folder, the name has the folder, too. */
export interface DroppedFile {
  name: string
  blob: Blob
}

/** A file that was found: as it was dropped, or packed in it. */
export interface FoundFile extends NamedSource {
  /** What was dropped: the file, or the archive that it is in. */
  file: DroppedFile
  /** Its share of the bytes that were dropped. */
  weight: number
  /** It lay in a folder or an archive, and nobody says that it is a profile. */
  isLoose: boolean
}

/** Files by what they are. */
export interface Sorted {
  programs: FoundFile[]
  profiles: FoundFile[]
  texts: FoundFile[]
  /** Profiles that Arcflame packed. */
  packed: FoundFile[]
  failures: Issue[]
  /** How many files in folders and archives hold nothing that could be read. */
  ignored: number
  /** Bytes that have been read to find out. */
  done: number
}

/** Heads that are fetched together: one by one, ten thousand files would take seconds. */
const AT_ONCE = 100

/** Sorts files by what they are. `follow` is told of the bytes that are done and of the gmon.out files that were found. */
export async function sortFiles(files: DroppedFile[], follow: Follow = () => true): Promise<Sorted> {
  const sorted: Sorted = { programs: [], profiles: [], texts: [], packed: [], failures: [], ignored: 0, done: 0 }
  for (let first = 0; first < files.length; first += AT_ONCE) {
    const some = files.slice(first, first + AT_ONCE)
    const heads = await Promise.all(some.map(headOf))
    for (const [i, file] of some.entries()) {
      const head = heads[i]
      if (head) await sortFile(sorted, file, kindOfFile(head, file.blob.size), files.length === 1, follow)
      else sorted.failures.push(unreadable(file.name, null))
    }
    if (!(await follow(sorted.done, sorted.profiles.length))) break
  }
  return nameByArchive(sorted)
}

/** Files of several archives may have the same paths: then the name of the archive comes first. */
function nameByArchive(sorted: Sorted): Sorted {
  const { programs, profiles, texts, packed } = sorted
  const archived = [programs, profiles, texts, packed].flat().filter(({ name, file }) => name !== file.name)
  if (new Set(archived.map(({ file }) => file)).size > 1)
    for (const found of archived) found.name = `${found.file.name}/${found.name}`
  return sorted
}

async function headOf({ blob }: DroppedFile): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await blob.slice(0, HEAD).arrayBuffer())
  } catch {
    return null
  }
}

async function sortFile(
  sorted: Sorted,
  file: DroppedFile,
  kind: FileKind,
  isOne: boolean,
  follow: Follow,
): Promise<void> {
  const { name, blob } = file
  const before = sorted.done
  const archive = await openArchive(file, kind, (part, found) =>
    follow(before + part * blob.size, sorted.profiles.length + found),
  )
  if (!archive) {
    const date = blob instanceof File ? blob.lastModified : Number.NaN
    const found = { name, source: blob, date, file, weight: blob.size, isLoose: /[/\\]/.test(name) }
    return await put(sorted, found, kind, isOne)
  }
  sorted.failures.push(...archive.failures)
  sorted.ignored += archive.ignored
  const isPassed = kind === 'gzip'
  if (isPassed) sorted.done += blob.size / 2
  const size = archive.files.reduce((sum, { source }) => sum + source.size, 0)
  for (const { path, source, kind: inner } of archive.files) {
    const weight = (source.size / size) * (isPassed ? blob.size / 2 : blob.size)
    await put(sorted, { name: path, source, file, weight, isLoose: true }, inner, false)
  }
}

/** Null for a file that is no archive. A packed tar is passed through once here, and what is kept of it is read later. */
async function openArchive({ name, blob }: DroppedFile, kind: FileKind, follow: Follow): Promise<Archive | null> {
  if (kind === 'zip') return openZip(name, blob, () => follow(0, 0))
  if (kind === 'tar') return openTar(name, blob, () => follow(0, 0))
  if (kind === 'gzip' && isTar(await peekGzip(blob, HEAD)))
    return openPackedTar(name, blob, (part, found) => follow(part / 2, found))
  return null
}

/** Puts a file where it belongs, or says why it cannot be unpacked. */
async function put(sorted: Sorted, found: FoundFile, kind: FileKind, isOne: boolean): Promise<void> {
  try {
    await putUnpacked(sorted, found, kind, isOne)
  } catch (error) {
    sorted.failures.push(unreadable(found.name, error))
  }
}

async function putUnpacked(sorted: Sorted, found: FoundFile, kind: FileKind, isOne: boolean): Promise<void> {
  const { name, source, isLoose } = found
  const fail = (errors: Issue[]) =>
    sorted.failures.push(...errors.map(error => (isOne ? error : { file: name, ...error })))
  if (kind === 'gzip') {
    const blob = await blobOf(source)
    const unpacked = await unpack(name, blob)
    if (!unpacked.ok) return void fail(unpacked.errors)
    const bytes = unpacked.value
    const inner = kindOfFile(bytes.subarray(0, HEAD), bytes.length)
    // What is read once anyway need not be unpacked twice.
    const isHeld = isOne || inner === 'program'
    const packed = { ...found, source: isHeld ? heldSource(bytes) : gunzipped(bytes.length, blob) }
    return putUnpacked(sorted, packed, inner === 'gzip' ? 'other' : inner, isOne)
  }
  if (kind === 'program') sorted.programs.push({ ...found, source: await ranged(source) })
  else if (source.size > SIZE_LIMIT) fail([tooLarge(name, SIZE_LIMIT)])
  else if (kind === 'gmon') sorted.profiles.push(found)
  else if (kind === 'packed') sorted.packed.push(found)
  else if (kind === 'text' || !isLoose) sorted.texts.push(found)
  else sorted.ignored++
}

const blobOf = async (source: ByteSource): Promise<Blob> =>
  source instanceof Blob ? source : new Blob([(await readRange(source, 0, source.size)) as Uint8Array<ArrayBuffer>])

/** An executable is read here and there: it is held where each reading would begin at the beginning. */
const ranged = async (source: ByteSource): Promise<ByteSource> =>
  source instanceof Blob ? source : heldSource(await readRange(source, 0, source.size))
