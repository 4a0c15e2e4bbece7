// Runs of one program in a row, as the reports that a build keeps of them.

import { printReport } from '../export/gprofReport.ts'
import { profileOf } from '../profile.fixture.ts'

/** The run that a step comes with, from 0. */
export const STEP = 6

/**
 * Listings of so many runs, by name of their files: with `build-07.txt`, the seventh, `work` takes 0.84 s longer and `cache`
 * is new. `parse` is as it was, but for chance.
 */
export function listingsOfRuns(runs: number): { name: string; text: string }[] {
  return Array.from({ length: runs }, (_, run) => {
    const isLater = run >= STEP
    const jitter = ((7 * run) % 11) / 100
    const text = printReport(
      profileOf(`
        main  0.05 -> work x${isLater ? 15 : 10}, parse x5
        work  ${((isLater ? 1.34 : 0.5) + jitter / 5).toFixed(2)} ${isLater ? '-> cache x3' : ''}
        parse ${(1 + jitter).toFixed(2)}
        ${isLater ? 'cache 0.30' : ''}`),
    )
    return { name: `build-${String(run + 1).padStart(2, '0')}.txt`, text }
  })
}
