// 库所说的全部句子的简体中文，按编号查找。

import type { AllSentences, Sentences } from '../../../src/index.ts'
import { archive, nextSteps, otherKindNames, otherKinds, parse, reading } from './files.ts'
import {
  analyse,
  compare,
  exporting,
  expressionFaults,
  issue,
  packedParts,
  processes,
  query,
  share,
  titles,
  transform,
} from './profiles.ts'

export const tables: AllSentences = {
  analyse,
  archive,
  compare,
  export: exporting,
  expressionFaults,
  issue,
  nextSteps,
  otherKindNames,
  otherKinds,
  packedParts,
  parse,
  processes,
  query,
  reading,
  share,
  titles,
  transform,
}

export const sentencesZh: Sentences = Object.assign({}, ...Object.values(tables))
