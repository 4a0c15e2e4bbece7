// What is said of the files of processes, and of listings that are added up.

import { sayer } from '../saying.ts'

export const processSentences = {
  probablySum: ({ file }: { file: string }) =>
    `“${file}” has as many samples and calls as all other files together: it is probably their sum, and everything is counted twice. Leave it out.`,
  sharedName: ({ file }: { file: string }) =>
    `“${file}” has no process number in its name, as the others have. If several processes wrote it, it holds the one that ended last.`,
  autovacuum: ({ file }: { file: string }) =>
    `“${file}” is of no single process: PostgreSQL's autovacuum workers all write this file, and it holds the one that ended last.`,
  sameNumber: ({ file, other, number }: { file: string; other: string; number: number }) =>
    `“${other}” and “${file}” are of process ${number} both: the number was used twice, or one is another state of the other. Both are in the sum.`,
  probablyCopy: ({ file, other }: { file: string; other: string }) =>
    `“${file}” has the same samples in the same functions and as many calls as “${other}”: one is probably a copy of the other, and counted twice.`,
  sumOfListings:
    'This is a sum of listings: their self times, as rounded as they were printed, and their counts of calls were added up by name, and all other times worked out from that. gprof could not have made it.',
  notSummed: ({ file }: { file: string }) =>
    `“${file}” is not in the sum of listings: it is of another program or unit, or lines of it are missing.`,
  noneChosen: 'No process is chosen: choose one at least.',
}

export const say = /* @__PURE__ */ sayer(processSentences)
