// From dropped files to profiles. A listing is a profile by itself, and so is what Arcflame packed; a gmon.out needs the
// executable that wrote it, and several of one executable are one sum.

import { profileOfListing } from './analyse/joinListing.ts'
import { heldSource } from './archive/sources.ts'
import { baseName } from './baseName.ts'
import { completePair, missingHalf } from './completePair.ts'
import { firstIssues, type Issue, type Result } from './issue.ts'
import { readRange } from './parse/elf.ts'
import { readListings } from './parse/gprofText.ts'
import type { Listing } from './parse/listing.ts'
import { refusal } from './parse/otherKinds.ts'
import { listingSet, type NamedListing } from './processes/listingSet.ts'
import { numberOfProcess } from './processes/processNames.ts'
import { titled } from './processes/processTable.ts'
import { type Titles, titleCollector } from './processes/processTitles.ts'
import type { Profile, QuotedLine } from './profile.ts'
import type { ProfileRead } from './profileRead.ts'
import { say } from './readingSentences.ts'
import type { Halves } from './readPair.ts'
import { readWhole } from './readRun.ts'
import { findEmbedded } from './share/embedded.ts'
import { unpackProfile } from './share/unpackProfile.ts'
import { shortestEnds } from './shortestEnds.ts'
import { type DroppedFile, type FoundFile, sortFiles } from './sortFiles.ts'

/** What came of files. */
export interface FilesRead {
  result: Result<ProfileRead[]>
  /** What was read: the files given, and what was held of the other half of a pair. */
  files: DroppedFile[]
  /** What to hold from now on, so that either half can be dropped alone and is read with the other. */
  held: Halves<DroppedFile>
}

/** Told of bytes, and of the files of processes that were read: of how many is 0 while it is not known. */
export type Progress = (done: number, total: number, files: number, ofFiles: number) => void

/**
 * Reads each profile in the files. It fails only if there is none at all; otherwise what could not be read is among the
 * warnings. What is odd about one profile is in that profile's own warnings.
 */
export async function readProfile(files: DroppedFile[], progress: Progress = () => {}): Promise<Result<Profile[]>> {
  const { result } = await readFiles(files, progress)
  return result.ok ? { ...result, value: result.value.map(({ profile }) => profile) } : result
}

/**
 * The same, with what it takes to show the report of each profile, and the processes of each sum.
 *
 * @param held What an earlier reading said to hold.
 * @param enough Asked after each file: true ends what is being done, looking for files or reading them, and what there is by
 * then is the result.
 */
export async function readFiles(
  files: DroppedFile[],
  progress: Progress = () => {},
  held: Halves<DroppedFile> = { programs: [], profiles: [] },
  enough: () => boolean | Promise<boolean> = () => false,
): Promise<FilesRead> {
  const found: ProfileRead[] = []
  let total = bytesOf(files)
  const sorted = await sortFiles(files, async (done, count) => {
    progress(done, total, count, 0)
    return !(await enough())
  })
  const { programs, profiles, texts, packed, failures } = sorted
  total += bytesOf(missingHalf(sorted, held))
  let before = sorted.done
  const pass = ({ weight }: FoundFile, nth = 0, of = 0) => {
    before += weight
    progress(Math.min(before, total), total, nth, of)
  }
  const take = (result: Result<ProfileRead[]>, name: string) => {
    if (result.ok) found.push(...result.value)
    const issues = result.ok ? result.warnings : result.errors
    failures.push(...issues.map(issue => (files.length > 1 ? { file: name, ...issue } : issue)))
  }
  for (const program of programs) pass(program)
  const pair = await completePair(sorted, held, async (file, nth, of) => {
    pass(file, nth, of)
    return !(await enough())
  })
  const told = await titlesFor([...pair.profiles, ...texts], [...pair.texts, ...texts])
  if (pair.result) take(withTitles(pair.result, told.titles), (profiles[0] ?? programs[0]).name)
  for (const file of packed) {
    take(await readPacked(file), file.name)
    pass(file)
    if (await enough()) break
  }
  const listings: NamedListing[] = []
  const titles = shortestEnds(texts.map(({ name }) => withoutKind(name)))
  for (const [i, file] of texts.entries()) {
    const scale = file.weight / file.source.size
    const result = await readText(file, titles[i], done =>
      progress(Math.min(before + done * scale, total), total, 0, 0),
    )
    if (result.ok && result.value.length === 1)
      listings.push({ path: file.name, date: file.date, read: result.value[0] })
    if (result.ok || !(file.isLoose || told.by.has(file))) take(result, file.name)
    else if (!told.by.has(file)) sorted.ignored++
    pass(file)
    if (await enough()) break
  }
  const sum = listingSet(listings)
  if (sum) found.push(titledRead(sum, told.titles))
  progress(total, total, 0, 0)
  if (sorted.ignored > 0) failures.push(ignored(sorted.ignored, found.length > 0))
  if (found.length === 0 && failures.length === 0) failures.push({ code: 'empty', ...say('noFile') })
  const issues = firstIssues(failures)
  const tellers = texts.filter(file => told.by.has(file)).map(({ file }) => file)
  return {
    result: found.length > 0 ? { ok: true, value: found, warnings: issues } : { ok: false, errors: issues },
    files: [...new Set([...pair.added, ...files])],
    held: { ...pair.held, profiles: [...new Set([...pair.held.profiles, ...tellers])] },
  }
}

const bytesOf = (files: DroppedFile[]) => files.reduce((sum, { blob }) => sum + blob.size, 0)

const ignored = (files: number, isRest: boolean): Issue => ({
  code: isRest ? 'incomplete' : 'not-gprof',
  ...say(isRest ? 'othersLeftOut' : 'noneOfUse', { files }),
})

/** A list of processes is short. */
const LONGEST_LIST = 1 << 20

/** What texts say of the processes that wrote files, and which texts do. */
async function titlesFor(profiles: FoundFile[], texts: FoundFile[]): Promise<{ titles: Titles; by: Set<FoundFile> }> {
  const numbers = new Set(profiles.map(({ name }) => numberOfProcess(name)).filter(n => n >= 0))
  const collector = titleCollector(numbers)
  const by = new Set<FoundFile>()
  if (numbers.size > 1)
    for (const file of texts) {
      const bytes = await readRange(file.source, 0, LONGEST_LIST).catch(() => new Uint8Array(0))
      if (collector.add(new TextDecoder().decode(bytes))) by.add(file)
    }
  return { titles: collector.take(), by }
}

function withTitles(result: Result<ProfileRead[]>, titles: Titles): Result<ProfileRead[]> {
  return result.ok ? { ...result, value: result.value.map(read => titledRead(read, titles)) } : result
}

const titledRead = ({ processes, ...read }: ProfileRead, titles: Titles): ProfileRead => ({
  ...read,
  processes: processes && { ...processes, table: titled(processes.table, titles) },
})

async function readPacked(file: FoundFile): Promise<Result<ProfileRead[]>> {
  const bytes = await readWhole(file)
  const result = bytes.ok ? await unpackProfile(bytes.value) : bytes
  return result.ok ? { ...result, value: [result.value] } : result
}

async function readText(
  file: FoundFile,
  title: string,
  progress: (done: number) => void,
): Promise<Result<ProfileRead[]>> {
  const whole = await readWhole(file)
  if (!whole.ok) return whole
  const embedded = findEmbedded(file.name, whole.value)
  if (embedded?.ok) return readPacked({ ...file, source: heldSource(embedded.value) })
  return embedded ?? readListing({ name: file.name, title }, whole.value, progress)
}

function readListing(
  { name, title }: { name: string; title: string },
  bytes: Uint8Array,
  progress: (done: number) => void,
): Result<ProfileRead[]> {
  const listings = readListings(bytes, progress)
  if (listings.length === 0) return { ok: false, errors: [refusal(name, bytes)] }
  const unreadable = listings.every(isRowless) ? listings.flatMap(({ unread }) => unread).find(looksLikeRow) : undefined
  if (unreadable) return { ok: false, errors: [oddRows(name, unreadable)] }
  const value = listings.map((listing, i): ProfileRead => {
    const profile = profileOfListing(listing, i === 0 ? title : `${title} #${i + 1}`)
    return { profile, source: { kind: 'listing', bytes, listing }, processes: null }
  })
  return { ok: true, value, warnings: [] }
}

const isRowless = ({ flat, nameOf }: Listing) => (flat?.length ?? 0) + nameOf.size === 0

/** Three figures, whatever is between them and in whatever script their digits are. */
const looksLikeRow = ({ text }: QuotedLine) => /(\p{Nd}+[.,/]\p{Nd}+(?!\p{Nd}).{0,20}){3}/u.test(text)

const oddRows = (name: string, { line, text }: QuotedLine): Issue => ({
  code: 'not-understood',
  ...say('oddRows', { name, line, text: text.trim().slice(0, 80) }),
  at: { line },
})

/** `run/listing.txt.gz` → `run/listing` */
function withoutKind(path: string): string {
  const name = baseName(path)
  const title = name.replace(/\.gz$/i, '').replace(/\.(txt|log|out|prof|gprof)$/i, '') || name
  return path.slice(0, path.length - name.length) + title
}
