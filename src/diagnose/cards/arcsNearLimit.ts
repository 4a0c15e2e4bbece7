import type { Card } from '../card.ts'
import { programOf } from '../commands.ts'
import type { DiagnosisInput } from '../input.ts'

/** Nearly as many arcs as the GNU C library has room for; with more of them it writes no gmon.out at all. */
export interface ArcsNearLimit extends Card<'arcsNearLimit'> {
  arcs: number
  limit: number
}

/** glibc keeps room for 3 arcs to 100 bytes of code, for 50 at least and 2²⁰ at most (gmon.c, `ARCDENSITY`). */
const arcsFor = (bytes: number) => Math.min(2 ** 20, Math.max(50, Math.floor((bytes * 3) / 100)))
const NEAR = 0.75

export function arcsNearLimit({ recorded }: DiagnosisInput): ArcsNearLimit | null {
  // Of a sum nobody knows how many arcs each file has.
  if (recorded?.files.length !== 1 || recorded.ranges.length !== 1 || recorded.hasBadRange) return null
  const [{ low, high }] = recorded.ranges
  const limit = arcsFor(Number(BigInt(high) - BigInt(low)))
  if (recorded.arcRecords < NEAR * limit || recorded.arcRecords > limit) return null
  return {
    card: 'arcsNearLimit',
    risk: 'note',
    share: 0,
    arcs: recorded.arcRecords,
    limit,
    command: [`GLIBC_TUNABLES=glibc.gmon.minarcs=${2 * limit} ${programOf(recorded)}`],
  }
}
