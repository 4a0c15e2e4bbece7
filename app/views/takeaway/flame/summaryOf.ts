import { type FlameTable, foldName } from '../../../../src/index.ts'
import type { Piece } from '../../../messages/first/en.ts'
import { messages } from '../../../messages/messages.ts'
import { certainWords } from '../../flame/flameFacts.ts'
import type { FlameQuestion } from '../../flame/useFlameTable.ts'

/** Characters of a name in it. */
const LONGEST = 48

/**
 * What a flame chart is of and how sure it is. Where there is no page around it, it has to be said that it is no record
 * of stacks.
 */
export function summaryOf([{ root, measure = 'time' }]: readonly FlameQuestion[], table: FlameTable): string {
  const { file } = messages().flame
  const summary = file.summary(root === undefined ? '' : foldName(root, LONGEST), measure)
  const certain = certainWords(table)
  return certain ? file.summaryWith(summary, plainText(certain)) : summary
}

const plainText = (pieces: readonly Piece[]): string =>
  pieces.map(piece => (typeof piece === 'string' ? piece : Object.values(piece)[0])).join('')
