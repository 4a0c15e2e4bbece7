import { type FlameTable, foldName } from '../../../../src/index.ts'
import { certainWords } from '../../flame/flameFacts.ts'
import type { FlameQuestion } from '../../flame/useFlameTable.ts'

/** Characters of a name in it. */
const LONGEST = 48

/**
 * What a flame chart is of and how sure it is. Where there is no page around it, it has to be said that it is no record
 * of stacks.
 */
export function summaryOf([{ root, measure = 'time' }]: readonly FlameQuestion[], table: FlameTable): string {
  const subject = root === undefined ? 'Call paths' : `Callers of ${foldName(root, LONGEST)} above, callees below,`
  const widths = { time: '', calls: ', widths by calls', self: ', widths by self time only' }
  const certain = certainWords(table)
  return `${subject} estimated from call counts${widths[measure]}${certain ? `; ${certain.share} ${certain.words}` : ''}`
}
