// 库所说的全部句子的简体中文，按编号查找。

import type { AllSentences, Sentences } from '../../../src/index.ts'
import { archive, otherKinds, parse, reading } from './files.ts'
import { analyse, compare, exporting, issue, processes, query, share, transform } from './profiles.ts'

export const byFolder: AllSentences = {
  analyse,
  archive,
  compare,
  export: exporting,
  issue,
  otherKinds,
  parse,
  processes,
  query,
  reading,
  share,
  transform,
}

export const sentencesZh: Sentences = Object.assign({}, ...Object.values(byFolder))
