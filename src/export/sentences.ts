// Why a file in another format cannot be written.

import { sayer } from '../saying.ts'

export const exportSentences = {
  severalUnits: ({ units }: { units: readonly string[] }) =>
    `A file for pprof has one unit of time, and these profiles have several: ${units.join(', ')}.`,
  tooManyPaths:
    'There are too many deep call paths for pprof, which lists each in full. Callgrind’s format has the same sums and needs no paths.',
}

export const say = /* @__PURE__ */ sayer(exportSentences)
