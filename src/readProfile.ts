// From dropped files to profiles. What a file is, is decided by its contents; its name is only for people. A listing is a
// profile by itself; a gmon.out needs the executable that wrote it, and several of one executable are one sum.

import { profileOfListing } from './analyse/joinListing.ts'
import { fitOf, judgePair } from './analyse/judgePair.ts'
import { profileOfRun } from './analyse/profileOfRun.ts'
import type { ReportSource } from './export/reportOf.ts'
import type { Issue, Result } from './issue.ts'
import { demangle } from './parse/demangle/demangle.ts'
import { type ByteSource, readRange } from './parse/elf.ts'
import { notElf } from './parse/executableKind.ts'
import { looksLikeBsdGmon } from './parse/gmonForm.ts'
import { readListings } from './parse/gprofText.ts'
import type { Listing } from './parse/listing.ts'
import { isExecutable, isGmonOut, refusal } from './parse/otherKinds.ts'
import { unpack } from './parse/unpack.ts'
import type { Profile, QuotedLine } from './profile.ts'
import { type NamedSource, type PairRead, readRun } from './readRun.ts'

/** A file as it was dropped, chosen, or pasted. */
export interface DroppedFile {
  name: string
  blob: Blob
}

/** A profile, and what its report is made from. */
export interface ProfileRead {
  profile: Profile
  source: ReportSource
}

interface TextFile {
  name: string
  bytes: Uint8Array
  /** Bytes of the file as it was given, which of a packed one are fewer. */
  size: number
}

interface Sorted {
  programs: NamedSource[]
  profiles: NamedSource[]
  texts: TextFile[]
  failures: Issue[]
}

/**
 * Reads each profile in the files. It fails only if there is none at all; otherwise what could not be read is among the
 * warnings. What is odd about one profile is in that profile's own warnings. `progress` counts bytes.
 */
export async function readProfile(
  files: DroppedFile[],
  progress: (done: number, total: number) => void = () => {},
): Promise<Result<Profile[]>> {
  const result = await readFiles(files, progress)
  return result.ok ? { ...result, value: result.value.map(({ profile }) => profile) } : result
}

/** The same, with what it takes to show the report of each profile. */
export async function readFiles(
  files: DroppedFile[],
  progress: (done: number, total: number) => void = () => {},
): Promise<Result<ProfileRead[]>> {
  const total = files.reduce((sum, { blob }) => sum + blob.size, 0)
  const { programs, profiles, texts, failures } = await sortFiles(files)
  const found: ProfileRead[] = []
  let before = 0
  const take = (result: Result<ProfileRead[]>, name: string) => {
    if (result.ok) found.push(...result.value)
    const issues = result.ok ? result.warnings : result.errors
    failures.push(...issues.map(issue => (files.length > 1 ? { file: name, ...issue } : issue)))
  }
  if (programs.length > 0 || profiles.length > 0) {
    take(await readPair(programs, profiles), (profiles[0] ?? programs[0]).name)
    before += [...programs, ...profiles].reduce((sum, { source }) => sum + source.size, 0)
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
  if (found.length > 0) return { ok: true, value: found, warnings: failures }
  if (failures.length === 0) failures.push({ code: 'empty', message: 'No file was given.' })
  return { ok: false, errors: failures }
}

/** Sorts files by what they are. An executable is not read: its first bytes tell. */
async function sortFiles(files: DroppedFile[]): Promise<Sorted> {
  const sorted: Sorted = { programs: [], profiles: [], texts: [], failures: [] }
  for (const { name, blob } of files) {
    if (isExecutable(new Uint8Array(await blob.slice(0, 4).arrayBuffer()))) {
      sorted.programs.push({ name, source: blob })
      continue
    }
    const unpacked = await unpack(name, blob)
    if (!unpacked.ok) {
      sorted.failures.push(...unpacked.errors.map(error => (files.length > 1 ? { ...error, file: name } : error)))
      continue
    }
    const bytes = unpacked.value
    if (isExecutable(bytes)) sorted.programs.push({ name, source: sourceOf(bytes) })
    else if (isGmonOut(bytes) || looksLikeBsdGmon(bytes)) sorted.profiles.push({ name, source: sourceOf(bytes) })
    else sorted.texts.push({ name, bytes, size: blob.size })
  }
  return sorted
}

/** Bytes that are there already: a Blob of them would copy them twice. */
const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  slice: (start, end) => ({ arrayBuffer: async () => (bytes as Uint8Array<ArrayBuffer>).slice(start, end).buffer }),
})

function readText({ name, bytes }: TextFile, progress: (done: number) => void): Result<ProfileRead[]> {
  const listings = readListings(bytes, progress)
  if (listings.length === 0) return { ok: false, errors: [refusal(name, bytes)] }
  const unreadable = listings.every(isRowless) ? listings.flatMap(({ unread }) => unread).find(looksLikeRow) : undefined
  if (unreadable) return { ok: false, errors: [oddRows(name, unreadable)] }
  const title = titleOf(name)
  const value = listings.map((listing, i): ProfileRead => {
    const profile = profileOfListing(listing, i === 0 ? title : `${title} #${i + 1}`)
    return { profile, source: { kind: 'listing', bytes, listing } }
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

/** One profile of all gmon.out files together. Of several executables, the one that the addresses fit best is taken. */
async function readPair(programs: NamedSource[], profiles: NamedSource[]): Promise<Result<ProfileRead[]>> {
  if (profiles.length === 0) return { ok: false, errors: await Promise.all(programs.map(needsGmonOut)) }
  if (programs.length === 0) return { ok: false, errors: [needsExecutable(profiles.map(({ name }) => name))] }
  let best: { pair: PairRead; warnings: Issue[]; fit: number; program: NamedSource } | null = null
  const errors: Issue[] = []
  for (const program of programs) {
    const result = await readRun(program, profiles)
    if (!result.ok) {
      errors.push(...result.errors)
      continue
    }
    const fit = fitOf(result.value.run, result.value.sum) || 0
    if (best === null || fit > best.fit) best = { pair: result.value, warnings: result.warnings, fit, program }
  }
  if (best === null) return { ok: false, errors }
  const { pair, warnings, program } = best
  const issues = [...warnings, ...judgePair(pair.elf, pair.run, pair.sum)]
  const shown: string[] = []
  const names: string[] = []
  const symbols: string[] = []
  for (const symbol of pair.functions.name) {
    const name = demangle(symbol)
    shown.push(name)
    names.push(fromBytes(name))
    symbols.push(name === symbol ? names[names.length - 1] : fromBytes(symbol))
  }
  const added = pair.sum.added
  const title = added.length === 1 ? `${program.name} ${added[0]}` : `${program.name}, ${added.length} runs`
  const profile = profileOfRun(pair.run, { names, symbols }, title, issues)
  const source = { kind: 'run' as const, run: pair.run, shown, file: pair.files }
  return { ok: true, value: [{ profile, source }], warnings: [] }
}

function needsExecutable(names: string[]): Issue {
  const [name] = names
  const which = names.length === 1 ? `“${name}” is` : `“${name}” and ${names.length - 1} more are`
  return {
    code: 'needs-executable',
    message: `${which} what a program built with -pg leaves behind: addresses and counts. The names of the functions are in the program's executable: drop that too, not stripped, of the same build.`,
  }
}

async function needsGmonOut({ name, source }: NamedSource): Promise<Issue> {
  const other = notElf(await readRange(source, 0, 64), source.size)
  if (other) return { code: 'not-gprof', message: `“${name}”: ${other}`, at: { byte: 0 } }
  return {
    code: 'needs-gmon',
    message: `“${name}” is a program. Built with -pg and run to its normal end, it leaves a gmon.out in the directory it ran in: drop that too.`,
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A name with one character for each byte as text: UTF-8 where it is that, which it nearly always is. */
function fromBytes(name: string): string {
  let ascii = true
  for (let i = 0; i < name.length && ascii; i++) ascii = name.charCodeAt(i) < 0x80
  if (ascii) return name
  try {
    return utf8.decode(Uint8Array.from(name, byte => byte.charCodeAt(0)))
  } catch {
    return name
  }
}

/** `listing.txt.gz` → `listing` */
const titleOf = (name: string): string => {
  const base = name.replace(/^.*[/\\]/, '')
  return base.replace(/\.gz$/i, '').replace(/\.(txt|log|out|prof|gprof)$/i, '') || base
}
