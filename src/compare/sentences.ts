// What is said of profiles that are compared.

import { grouped, sayer } from '../saying.ts'

export const compareSentences = {
  otherUnits: ({ unit, other }: { unit: string; other: string }) =>
    `One profile counts ${unit}, another ${other}: only shares of their totals can be compared.`,
  manyRuns: ({ most }: { most: number }) =>
    `These are more than ${grouped(most)} runs: how they differ among themselves is not read, and sampling alone tells how sure changes are.`,
  unlikeRuns:
    'What is done to the mean cannot be done to each run in the same way: sampling alone tells how sure changes are.',
}

export const say = /* @__PURE__ */ sayer(compareSentences)
