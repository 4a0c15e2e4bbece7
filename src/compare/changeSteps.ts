// How much a picture makes of a difference. A colour can tell a few steps only, so each stands for how much of the run a
// change surely is: the end of its 95 % range that is nearer to none. So a change that is large and one that is sure are
// weighed in one number, and what is known badly is not shown as if it were much.

import { type ComparedFigures, compareFigures, SIGNIFICANT } from './compareProfiles.ts'
import { type ComparedSides, rangeBetween, rangeOfChange, type Timed } from './compareSides.ts'
import type { Interval } from './counts.ts'

/** Steps each way. */
export const CHANGE_STEPS = 3
/** Shares of the longer run from which a change is one step more. */
const CHANGE_FROM = [0, 0.01, 0.05] as const

/** Times of one side, and calls, by row of whatever they are of. */
interface SideTimes {
  time: Float64Array
  calls: Float64Array
}

/** What is compared row by row, and by how many steps each row took longer after; less than 0 where it took less. */
export interface ComparedTimes extends ComparedFigures {
  /** 0 for what may be chance. */
  step: Int8Array
}

/** Compares times of anything that both sides have, by sampling: arcs, cycles, ways. Those given are tested together. */
export function compareTimes(compared: ComparedSides, times: Record<'a' | 'b', SideTimes>): ComparedTimes {
  const { normalisation } = compared
  const weighed = (side: 'a' | 'b') => {
    const { all, samplePeriod } = compared[side]
    return { ...times[side], total: all, period: samplePeriod }
  }
  const figures = compareFigures(weighed('a'), weighed('b'), normalisation)
  const timed = (side: 'a' | 'b', row: number): Timed => {
    const { all, samplePeriod } = compared[side]
    return { time: times[side].time[row], calls: times[side].calls[row], all, samplePeriod }
  }
  const callsOf = (side: 'a' | 'b', row: number) => times[side].calls[row]
  const rangeOf = (row: number) => rangeBetween(timed('a', row), timed('b', row), normalisation)
  return { ...figures, step: stepsOf(compared, callsOf, figures, rangeOf) }
}

/** Steps by function row, of self time or of that with callees. O(functions). */
export function changeSteps(compared: ComparedSides, which: 'self' | 'total'): Int8Array {
  const callsOf = (side: 'a' | 'b', row: number) => compared[side].calls[row] + compared[side].selfCalls[row]
  return stepsOf(compared, callsOf, compared[which], row => rangeOfChange(compared, which, row))
}

function stepsOf(
  { a, b, normalisation }: ComparedSides,
  callsOf: (side: 'a' | 'b', row: number) => number,
  figures: ComparedFigures,
  rangeOf: (row: number) => Interval,
): Int8Array {
  return Int8Array.from(figures.rate, (rate, row) => {
    const difference = figures.b[row] - figures.a[row]
    if (!(rate <= SIGNIFICANT) || !(Math.abs(difference) > 0)) return 0
    const [low, high] = rangeOf(row)
    const surely = Math.max(0, difference > 0 ? low : -high)
    const part = {
      time: surely / Math.max(a.all, b.all),
      share: surely,
      perCall: surely * Math.max(callsOf('a', row) / a.all, callsOf('b', row) / b.all),
    }[normalisation]
    const size = Math.max(1, CHANGE_FROM.filter(from => part >= from).length)
    return difference > 0 ? size : -size
  })
}
