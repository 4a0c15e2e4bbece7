// What is said of profiles that are compared.

import { sayer } from '../saying.ts'

export const compareSentences = {
  otherUnits: ({ unit, other }: { unit: string; other: string }) =>
    `One profile counts ${unit}, another ${other}: only shares of their totals can be compared.`,
}

export const say = /* @__PURE__ */ sayer(compareSentences)
