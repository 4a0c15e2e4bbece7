// All sentences that are said of files and profiles, by id. Whoever says them in another language has to have each of them.

import { analyseSentences } from './analyse/sentences.ts'
import { archiveSentences } from './archive/sentences.ts'
import { compareSentences } from './compare/sentences.ts'
import { exportSentences } from './export/sentences.ts'
import { issueSentences } from './issue.ts'
import { nextSteps, otherKindNames, otherKindSentences } from './parse/otherKindSentences.ts'
import { parseSentences } from './parse/sentences.ts'
import { processSentences } from './processes/sentences.ts'
import { expressionFaults, querySentences } from './query/sentences.ts'
import { readingSentences } from './readingSentences.ts'
import { packedParts, shareSentences } from './share/sentences.ts'
import { titleSentences } from './titles.ts'
import { transformSentences } from './transform/sentences.ts'

/** The tables, by what they are about. */
export const sentences = {
  analyse: analyseSentences,
  archive: archiveSentences,
  compare: compareSentences,
  export: exportSentences,
  expressionFaults,
  issue: issueSentences,
  nextSteps,
  otherKindNames,
  otherKinds: otherKindSentences,
  packedParts,
  parse: parseSentences,
  processes: processSentences,
  query: querySentences,
  reading: readingSentences,
  share: shareSentences,
  titles: titleSentences,
  transform: transformSentences,
}

/** The same, as whoever translates them needs them. */
export type AllSentences = typeof sentences
