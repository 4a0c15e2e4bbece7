// How reading can fail. Failure is a value with a place: a reader never throws for bad input, never logs, and never
// knows of a screen.

import { grouped, type Said, sayer } from './saying.ts'

/** Something about a file that a person should know. */
export interface Issue extends Said {
  code:
    | 'empty' // nothing in it
    | 'not-gprof' // some other kind of file
    | 'needs-executable' // a gmon.out alone
    | 'needs-gmon' // an executable alone
    | 'wrong-pair' // an executable, and a gmon.out that another one wrote
    | 'truncated' // ends where it should go on
    | 'incomplete' // parts were left out
    | 'mended' // was damaged on the way, and could be put right
    | 'inconsistent' // figures that contradict one another
    | 'damaged' // a container that cannot be unpacked
    | 'too-large'
    | 'unreachable' // an address that nothing comes from
    | 'not-understood'
  /** The file's name, where several were given. */
  file?: string
  at?: { line: number } | { byte: number }
}

/** The outcome of reading: a value and what is odd about it, or the reasons why there is none. */
export type Result<T> = { ok: true; value: T; warnings: Issue[] } | { ok: false; errors: Issue[] }

/** A list that a person reads: so many of the issues, and one that says how many more there are. */
export function firstIssues(issues: readonly Issue[], most = 50): Issue[] {
  if (issues.length <= most) return [...issues]
  return [...issues.slice(0, most), { code: 'incomplete', ...say('andMore', { rest: issues.length - most }) }]
}

export const issueSentences = {
  andMore: ({ rest }: { rest: number }) => `And so it is with ${grouped(rest)} more that are not listed.`,
}

const say = /* @__PURE__ */ sayer(issueSentences)
