import { messages } from '../../../messages/messages.ts'
import { formatCount } from '../../../ui/format.ts'
import type { ShownChart } from './flamePicture.ts'

export const boxesIn = (charts: readonly ShownChart[]) => charts.reduce((sum, { table }) => sum + table.length, 0)

/** A share of all time. A picture of wider boxes alone would tell nothing. */
const COARSEST = 0.01

/**
 * Charts of so many boxes at most in all: as they are on screen, or with wider boxes alone. Rejects with a sentence where
 * there are too many that are wide.
 *
 * @param layOut Lays them out with boxes that are so many times as wide as on screen.
 */
export async function chartsOfAtMost(
  most: number,
  layOut: (coarser: number) => Promise<ShownChart[]>,
): Promise<ShownChart[]> {
  for (let coarser = 1; ; coarser *= 2) {
    const charts = await layOut(coarser)
    const count = boxesIn(charts)
    if (count <= most) return charts
    if (charts.some(({ table }) => 2 * table.cut > COARSEST))
      throw new Error(messages().flame.file.tooMany(formatCount(count)))
  }
}
