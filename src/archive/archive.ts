// Archives of profiles: a tar, packed with gzip or not, and a zip. No archive is held unpacked. Of a plain tar and of a zip,
// what is in them is read where it lies. A packed tar can only be read from its beginning; of that, what may hold a
// profile is kept, packed again where that makes it much smaller, as it does with a gmon.out, which is nearly all zeros.
//
// How much an archive unpacks to is known only afterwards, and one may be made to do harm: the number of files, their sizes
// and what is kept of them are bounded, and each bound has a sentence.

import type { FileKind } from '../fileKind.ts'
import type { Issue } from '../issue.ts'
import type { ByteSource } from '../parse/elf.ts'
import { SIZE_LIMIT } from '../parse/unpack.ts'
import { comparePaths } from '../processes/processNames.ts'
import type { Said } from '../saying.ts'
import { say } from './sentences.ts'

/** A file in an archive. */
export interface ArchivedFile {
  /** With its folders. */
  path: string
  source: ByteSource
  kind: FileKind
}

/** What came of an archive. */
export interface Archive {
  /** By path, as people count. */
  files: ArchivedFile[]
  /** What is wrong with it, and files that were passed over although they may hold a profile. */
  failures: Issue[]
  /** How many files hold nothing that could be read. */
  ignored: number
}

/** What an archive may hold. */
export interface ArchiveLimits {
  files: number
  /** Bytes of all of its files together. */
  size: number
  /** Bytes that are kept of a packed tar. */
  kept: number
}

/** Ten thousand gmon.out of a large server are 30 GiB, nearly all of them zeros. */
export const USUAL_LIMITS: ArchiveLimits = { files: 100_000, size: 2 ** 36, kept: 2 ** 30 }

/** Whoever opens a large archive may follow it: the part that is done, 0..1; false ends it, and what has come counts. */
export type Follow = (part: number, files: number) => boolean | Promise<boolean>

/** Files that may be a profile, its program, or text that tells of processes. Archives in archives are not opened. */
const ofUse: readonly FileKind[] = ['program', 'gmon', 'packed', 'gzip', 'text']

/** Takes down what an archive holds, as far as it may. */
export function collect(name: string, limits: ArchiveLimits) {
  const files: ArchivedFile[] = []
  const failures: Issue[] = []
  let ignored = 0
  let met = 0
  let size = 0
  let isFull = false
  const fail = (issue: Issue) => failures.push({ file: name, ...issue })
  const fill = (said: Said) => {
    isFull = true
    fail({ code: 'too-large', ...said })
  }
  return {
    fail,
    isFull: () => isFull,
    found: () => files.length,
    /** Whether a file of such a size is to be read at all. */
    admits(path: string, bytes: number): boolean {
      met++
      size += bytes
      if (met > limits.files) fill(say('tooManyFiles', { name, most: limits.files, read: files.length }))
      else if (size > limits.size) fill(say('unpacksToMore', { name, bytes: limits.size, read: files.length }))
      else if (bytes > SIZE_LIMIT)
        fail({ code: 'too-large', ...say('entryTooLarge', { path, name, bytes: SIZE_LIMIT }), file: path })
      else return true
      return false
    },
    /** Whether so many bytes in all can be kept. */
    keeps(bytes: number): boolean {
      if (bytes > limits.kept) fill(say('moreThanKept', { name, bytes: limits.kept, read: files.length }))
      return !isFull
    },
    isOfUse(kind: FileKind): boolean {
      const is = ofUse.includes(kind)
      if (!is) ignored++
      return is
    },
    add(path: string, source: ByteSource, kind: FileKind): void {
      files.push({ path: path.replace(/^(\.?\/)+/, ''), source, kind })
    },
    archive(): Archive {
      if (met === 0 && failures.length === 0) fail({ code: 'empty', ...say('archiveEmpty', { name }) })
      return { files: files.sort((a, b) => comparePaths(a.path, b.path)), failures, ignored }
    },
  }
}
