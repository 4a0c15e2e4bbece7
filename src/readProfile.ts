// From dropped files to profiles. A listing is a profile by itself, and so is what Arcflame packed; a gmon.out needs the
// executable that wrote it, and several of one executable are one sum.

import { profileOfListing } from './analyse/joinListing.ts'
import { completePair } from './completePair.ts'
import type { Issue, Result } from './issue.ts'
import { readListings } from './parse/gprofText.ts'
import type { Listing } from './parse/listing.ts'
import { refusal } from './parse/otherKinds.ts'
import type { Profile, QuotedLine } from './profile.ts'
import type { ProfileRead } from './profileRead.ts'
import type { Halves } from './readPair.ts'
import { unpackProfile } from './share/unpackProfile.ts'
import { type DroppedFile, sortFiles, type WholeFile } from './sortFiles.ts'

/** What came of files. */
export interface FilesRead {
  result: Result<ProfileRead[]>
  /** What was read: the files given, and what was held of the other half of a pair. */
  files: DroppedFile[]
  /** What to hold from now on, so that either half can be dropped alone and is read with the other. */
  held: Halves<DroppedFile>
}

/**
 * Reads each profile in the files. It fails only if there is none at all; otherwise what could not be read is among the
 * warnings. What is odd about one profile is in that profile's own warnings. `progress` counts bytes.
 */
export async function readProfile(
  files: DroppedFile[],
  progress: (done: number, total: number) => void = () => {},
): Promise<Result<Profile[]>> {
  const { result } = await readFiles(files, progress)
  return result.ok ? { ...result, value: result.value.map(({ profile }) => profile) } : result
}

/** The same, with what it takes to show the report of each profile. `held` is what an earlier reading said to hold. */
export async function readFiles(
  files: DroppedFile[],
  progress: (done: number, total: number) => void = () => {},
  held: Halves<DroppedFile> = { programs: [], profiles: [] },
): Promise<FilesRead> {
  const { programs, profiles, texts, packed, failures } = await sortFiles(files)
  const pair = await completePair({ programs, profiles }, held)
  const all = [...pair.added, ...files]
  const total = all.reduce((sum, { blob }) => sum + blob.size, 0)
  const found: ProfileRead[] = []
  let before = 0
  const take = (result: Result<ProfileRead[]>, name: string) => {
    if (result.ok) found.push(...result.value)
    const issues = result.ok ? result.warnings : result.errors
    failures.push(...issues.map(issue => (files.length > 1 ? { file: name, ...issue } : issue)))
  }
  if (pair.result) {
    take(pair.result, (profiles[0] ?? programs[0]).name)
    before = total - [...packed, ...texts].reduce((sum, { size }) => sum + size, 0)
    progress(before, total)
  }
  for (const { name, bytes, size } of packed) {
    const result = await unpackProfile(bytes)
    take(result.ok ? { ...result, value: [result.value] } : result, name)
    before += size
    progress(before, total)
  }
  for (const text of texts) {
    const start = before
    const scale = text.size / Math.max(1, text.bytes.length)
    take(
      readText(text, done => progress(start + done * scale, total)),
      text.name,
    )
    before += text.size
    progress(before, total)
  }
  if (found.length === 0 && failures.length === 0) failures.push({ code: 'empty', message: 'No file was given.' })
  const result: FilesRead['result'] =
    found.length > 0 ? { ok: true, value: found, warnings: failures } : { ok: false, errors: failures }
  return { result, files: all, held: pair.held }
}

function readText({ name, bytes }: WholeFile, progress: (done: number) => void): Result<ProfileRead[]> {
  const listings = readListings(bytes, progress)
  if (listings.length === 0) return { ok: false, errors: [refusal(name, bytes)] }
  const unreadable = listings.every(isRowless) ? listings.flatMap(({ unread }) => unread).find(looksLikeRow) : undefined
  if (unreadable) return { ok: false, errors: [oddRows(name, unreadable)] }
  const title = titleOf(name)
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
  message: `“${name}” has the headings of gprof's listing, but none of its rows can be read. The first is line ${line.toLocaleString('en-US')}, “${text.trim().slice(0, 80)}”, where a row as gprof prints it was expected: figures with blanks between them, and a name. Open the file that gprof wrote, or copy the listing again as plain text.`,
  at: { line },
})

/** `listing.txt.gz` → `listing` */
const titleOf = (name: string): string => {
  const base = name.replace(/^.*[/\\]/, '')
  return base.replace(/\.gz$/i, '').replace(/\.(txt|log|out|prof|gprof)$/i, '') || base
}
