// The commands that mend things, for a POSIX shell. Names of files are those that were given; where none is known, a word
// in capitals stands for it.

import { baseName } from '../baseName.ts'
import type { Recorded } from './recorded/recorded.ts'

type Files = Pick<Recorded, 'program' | 'files' | 'isStripped'> | null

/** A word of a command as the shell reads it. */
export const quoted = (word: string): string =>
  /^[\w@%+:,./=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`

/** The program as it is run. */
export const programOf = (files: Files): string => (files ? quoted(`./${baseName(files.program)}`) : './PROGRAM')

/** The program as gprof reads it, which is with symbols. */
const symbolsOf = (files: Files): string => (files?.isStripped ? 'UNSTRIPPED' : programOf(files))

/** More files than this are not written into a command one by one. */
const MOST_FILES = 20

function gmonOf(files: Files): string {
  if (files === null) return 'gmon.out'
  if (files.files.length > MOST_FILES) return 'GMON_FILES'
  return files.files.map(file => quoted(file.replace(/^-/, './-'))).join(' ')
}

/** gprof with more arguments before the files. */
export const gprof = (files: Files, ...switches: string[]): string =>
  ['gprof', ...switches.map(quoted), symbolsOf(files), gmonOf(files)].join(' ')

/** So many runs, each with a file of its own, and their sum. */
export const sumOfRuns = (files: Files, runs: number): string[] => [
  `for i in $(seq ${runs}); do GMON_OUT_PREFIX=run ${programOf(files)}; done`,
  `gprof -s ${symbolsOf(files)} run.*`,
]

/** One file for each process. */
export const filePerProcess = (files: Files): string => `GMON_OUT_PREFIX=run ${programOf(files)}`

/** All objects compiled anew and linked, for profiling. */
export const rebuild = (...link: string[]): string =>
  `make clean && make CFLAGS='-O2 -g -pg' LDFLAGS='${['-pg', ...link].join(' ')}'`

/** Which executable has names, and what they are at some addresses. */
export const addressNames = (addresses: string[]): string[] => [
  'nm UNSTRIPPED | wc -l',
  ...(addresses.length > 0 ? [`addr2line -f -e UNSTRIPPED ${addresses.join(' ')}`] : []),
]
