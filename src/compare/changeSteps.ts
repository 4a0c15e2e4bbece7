// How much a picture makes of a difference. A colour can tell a few steps only, so each stands for how much of the run a
// change surely is: the end of its 95 % range that is nearer to none. So a change that is large and one that is sure are
// weighed in one number, and what is known badly is not shown as if it were much.

import { type ComparedFigures, compareFigures, SIGNIFICANT } from './compareProfiles.ts'
import { type ComparedSides, rangeBetween, type SideFigures, type Timed } from './compareSides.ts'

/** Steps each way. */
export const CHANGE_STEPS = 3
/** Shares of the longer run from which a change is one step more. */
export const CHANGE_FROM = [0, 0.01, 0.05] as const

/** Times of one side, and calls, by row of whatever they are of. */
export interface SideTimes {
  time: Float64Array
  calls: Float64Array
}

/** What is compared row by row, and by how many steps each row took longer after; less than 0 where it took less. */
export interface ComparedTimes extends ComparedFigures {
  /** 0 for what may be chance. */
  step: Int8Array
}

/** Compares times of anything that both sides have: arcs, cycles, ways. Those given are tested together. */
export function compareTimes(compared: ComparedSides, times: Record<'a' | 'b', SideTimes>): ComparedTimes {
  const { normalisation } = compared
  const weighed = (side: 'a' | 'b') => {
    const { all, samplePeriod } = compared[side]
    return { ...times[side], total: all, period: samplePeriod }
  }
  const figures = compareFigures(weighed('a'), weighed('b'), normalisation)
  return { ...figures, step: stepsOf(compared, times, figures) }
}

/** Steps by function row, of self time or of that with callees. O(functions). */
export function changeSteps(compared: ComparedSides, which: 'self' | 'total'): Int8Array {
  const times = (side: SideFigures): SideTimes => ({
    time: side[which],
    calls: side.calls.map((calls, row) => calls + side.selfCalls[row]),
  })
  return stepsOf(compared, { a: times(compared.a), b: times(compared.b) }, compared[which])
}

function stepsOf(compared: ComparedSides, { a, b }: Record<'a' | 'b', SideTimes>, figures: ComparedFigures): Int8Array {
  const { normalisation } = compared
  const [allA, allB] = [compared.a.all, compared.b.all]
  return Int8Array.from(figures.rate, (rate, row) => {
    const difference = figures.b[row] - figures.a[row]
    if (!(rate <= SIGNIFICANT) || !(Math.abs(difference) > 0)) return 0
    const timed = (side: SideFigures, { time, calls }: SideTimes): Timed => ({
      ...{ time: time[row], calls: calls[row] },
      ...{ all: side.all, samplePeriod: side.samplePeriod },
    })
    const [low, high] = rangeBetween(timed(compared.a, a), timed(compared.b, b), normalisation)
    const surely = Math.max(0, difference > 0 ? low : -high)
    const part = {
      time: surely / Math.max(allA, allB),
      share: surely,
      perCall: surely * Math.max(a.calls[row] / allA, b.calls[row] / allB),
    }[normalisation]
    const size = Math.max(1, CHANGE_FROM.filter(from => part >= from).length)
    return difference > 0 ? size : -size
  })
}
