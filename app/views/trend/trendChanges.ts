// The changes of a function over runs: where they are, how large, and which runs are before and after each.

import type { TrendFigures } from '../../../src/index.ts'

/** Something changed with a run. Runs are counted from 0, in the order of the trend. */
export interface TrendChange {
  run: number
  /** Level after less level before, normalised as the figures are. */
  difference: number
  /** First run of the stretch before, and the run behind the last of the one after. */
  from: number
  to: number
}

/** Changes of a function in the order of runs. */
export function changesOf({ start, firstRun, level }: TrendFigures, place: number, runs: number): TrendChange[] {
  const changes: TrendChange[] = []
  for (let stretch = start[place] + 1; stretch < start[place + 1]; stretch++)
    changes.push({
      run: firstRun[stretch],
      difference: level[stretch] - level[stretch - 1],
      from: firstRun[stretch - 1],
      to: stretch + 1 < start[place + 1] ? firstRun[stretch + 1] : runs,
    })
  return changes
}

/** The one that is furthest from nought; the first of several. */
export const largestOf = (changes: readonly TrendChange[]): TrendChange | null =>
  changes.reduce<TrendChange | null>(
    (most, each) => (most && Math.abs(most.difference) >= Math.abs(each.difference) ? most : each),
    null,
  )
