import { foldName } from '../../../../src/index.ts'
import type { FlameQuestion } from '../../flame/useFlameTable.ts'

/** Characters of a name in it. */
const LONGEST = 48

/**
 * What a flame chart is of and how sure it is. Where there is no page around it, it has to be said that it is no record
 * of stacks.
 *
 * @param certain The part of all time that has only one place it can be; NaN where that is not known.
 */
export function summaryOf([{ root, measure = 'time' }]: readonly FlameQuestion[], certain: number): string {
  const subject = root === undefined ? 'Call paths' : `Callers of ${foldName(root, LONGEST)} above, callees below,`
  const widths = { time: '', calls: ', widths by calls', self: ', widths by self time only' }
  const share = Number.isNaN(certain) ? '' : `; ${Math.round(certain * 100)} % of the time has only one place it can be`
  return `${subject} estimated from call counts${widths[measure]}${share}`
}
