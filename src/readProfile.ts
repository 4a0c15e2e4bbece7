// From dropped files to profiles. Which reader takes a file is decided by its contents; its name is only for people.

import { profileOfListing } from './analyse/joinListing.ts'
import type { Issue, Result } from './issue.ts'
import { readListings } from './parse/gprofText.ts'
import { isExecutable, isGmonOut, refusal } from './parse/otherKinds.ts'
import { unpack } from './parse/unpack.ts'
import type { Profile } from './profile.ts'

/** A file as it was dropped, chosen, or pasted. */
export interface DroppedFile {
  name: string
  blob: Blob
}

interface OpenFile {
  name: string
  bytes: Uint8Array
}

interface Reader {
  recognises: (bytes: Uint8Array) => boolean
  /** `all` are the files of the same drop: a gmon.out needs its executable beside it. `progress` counts bytes. */
  read: (file: OpenFile, all: OpenFile[], progress: (done: number) => void) => Result<Profile[]>
}

const gmonOut: Reader = {
  recognises: isGmonOut,
  read: ({ name }, all) => {
    const executable = all.find(({ bytes }) => isExecutable(bytes))?.name ?? 'program'
    return refused({
      code: 'needs-executable',
      message: `“${name}” is what a program built with -pg leaves behind: addresses and counts. The names of the functions are in the program's executable, and this version cannot read the two together yet. \`gprof ${executable} ${name} > listing.txt\` makes a listing of them, which opens here.`,
      at: { byte: 0 },
    })
  },
}

const executable: Reader = {
  recognises: isExecutable,
  read: ({ name }) =>
    refused({
      code: 'not-gprof',
      message: `“${name}” is a program, and a profile of a program was expected. Built with -pg and run to its end, it leaves gmon.out behind; \`gprof ${name} gmon.out > listing.txt\` makes a listing that opens here.`,
      at: { byte: 0 },
    }),
}

const listing: Reader = {
  recognises: () => true,
  read: ({ name, bytes }, _, progress) => {
    const listings = readListings(bytes, progress)
    if (listings.length === 0) return refused(refusal(name, bytes))
    const title = titleOf(name)
    const value = listings.map((each, i) => profileOfListing(each, i === 0 ? title : `${title} #${i + 1}`))
    return { ok: true, value, warnings: [] }
  },
}

/** The strictest test comes first: what is no other kind may still have a listing somewhere between its lines. */
const readers: Reader[] = [gmonOut, executable, listing]

/**
 * Reads each profile in each file. It fails only if there is none at all; otherwise what could not be read is among the
 * warnings. What is odd about one profile is in that profile's own warnings. `progress` counts bytes.
 */
export async function readProfile(
  files: DroppedFile[],
  progress: (done: number, total: number) => void = () => {},
): Promise<Result<Profile[]>> {
  const total = files.reduce((sum, { blob }) => sum + blob.size, 0)
  const failures: Issue[] = []
  const open: (OpenFile & { size: number })[] = []
  const fail = (name: string, errors: Issue[]) =>
    failures.push(...errors.map(error => (files.length > 1 ? { ...error, file: name } : error)))
  for (const { name, blob } of files) {
    const unpacked = await unpack(name, blob)
    if (unpacked.ok) open.push({ name, bytes: unpacked.value, size: blob.size })
    else fail(name, unpacked.errors)
  }

  const profiles: Profile[] = []
  let before = 0
  for (const file of open) {
    const reader = readers.find(({ recognises }) => recognises(file.bytes)) ?? listing
    // Progress counts the bytes of the files as they were given, which of a packed one are fewer than are read.
    const result = reader.read(file, open, done =>
      progress(before + (file.size * done) / Math.max(1, file.bytes.length), total),
    )
    if (result.ok) profiles.push(...result.value)
    else fail(file.name, result.errors)
    before += file.size
    progress(before, total)
  }
  if (profiles.length > 0) return { ok: true, value: profiles, warnings: failures }
  if (failures.length === 0) failures.push({ code: 'empty', message: 'No file was given.' })
  return { ok: false, errors: failures }
}

const refused = (error: Issue): Result<Profile[]> => ({ ok: false, errors: [error] })

/** `listing.txt.gz` → `listing` */
const titleOf = (name: string): string => {
  const base = name.replace(/^.*[/\\]/, '')
  return base.replace(/\.gz$/i, '').replace(/\.(txt|log|out|prof|gprof)$/i, '') || base
}
