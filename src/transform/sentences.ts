// Why a transform cannot be applied.

import { sayer } from '../saying.ts'

export const transformSentences = {
  joinsTooMany: 'Hiding these functions would join more callers with callees than can be shown.',
  mustBeWhole:
    'Without an arc, times have to be worked out anew, and for that the listing must be whole: parts of it are missing.',
  noSlashes: 'An expression begins and ends with a slash.',
}

export const say = /* @__PURE__ */ sayer(transformSentences)
