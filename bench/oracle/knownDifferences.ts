// Questions to which Arcflame's answer is known not to be gprof's, and why. They are asked and counted all the same.

import type { Question } from './compare.ts'

/** How gprof ended: with no status where it crashed. */
export interface Answer {
  status: number | null
  stderr: Buffer
}

interface Known {
  reason: string
  holds: (question: Question, options: string[], gprof: Answer) => boolean
}

const known: Known[] = [
  {
    reason: '-s of a program whose lines gprof counts twice with two results: it gives up, or crashes',
    holds: (_, options, { status, stderr }) =>
      options.includes('-s') && (status === null || stderr.includes('somebody miscounted')),
  },
  {
    reason:
      'line tables of DWARF 5 in its 64-bit form, or split off: gprof cannot read them, and names no files in the index',
    holds: ({ name }, options) => /^lines-O2-gdwarf-5-(gdwarf64|gsplit-dwarf)/.test(name) && !options.includes('-s'),
  },
  {
    reason: 'basic blocks: -s keeps their counts; without samples and arcs, -z lists them',
    holds: ({ name }, options) =>
      (/basic blocks/.test(name) && options.includes('-s')) ||
      (/basic blocks only|a header only/.test(name) && options.includes('-z')),
  },
  {
    reason: 'basic blocks of a big-endian program: gprof turns their number around twice and refuses the file',
    holds: ({ name }) => /^(s390x|powerpc|mips), basic blocks/.test(name),
  },
  {
    reason: 'a scale beyond all prefixes: gprof prints what its memory holds behind the table of them',
    holds: ({ name, gprof }) =>
      gprof !== 'gprof' && /, (0 samples to the second|an end before its beginning)$/.test(name),
  },
]

/** Why the answers differ; null where they have to be the same. */
export function knownDifference(question: Question, options: string[], gprof: Answer): string | null {
  return known.find(({ holds }) => holds(question, options, gprof))?.reason ?? null
}
