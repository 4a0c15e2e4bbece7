import { regularisedGamma } from '../compare/specialFunctions.ts'
import { type CountSeries, likelihoodOf } from './countSeries.ts'

/** Of series in which nothing changes, the share in which a change may be seen. */
const FALSE_ALARMS = 0.05

/**
 * The runs with which something changed for good or for a while, in order; none of them is the first. Of all ways to cut the
 * series into stretches of one rate each, it is the likeliest, where each cut must gain as much as chance hardly ever gives:
 * twice the logarithm of the likelihood gains what a chi-square of one degree of freedom exceeds with a chance of 5 %, shared
 * out among the runs.
 *
 * @see B. Jackson et al., An algorithm for optimal partitioning of data on an interval, IEEE Signal Processing Letters 2005;
 * R. Killick, P. Fearnhead and I. A. Eckley, Optimal detection of changepoints with a linear computational cost, JASA 2012
 */
export function changePoints({ counts, exposure, isPart }: CountSeries): number[] {
  const runs = counts.length
  const price = priceOfCut(runs)
  /** The most that can be had from the first so many runs, less the price of cuts, and where the last stretch of that begins. */
  const most = new Float64Array(runs + 1).fill(Number.NEGATIVE_INFINITY)
  const from = new Int32Array(runs + 1)
  most[0] = price // the first stretch costs nothing
  for (let end = 1; end <= runs; end++) {
    const stretch = { count: 0, exposure: 0 }
    for (let start = end - 1; start >= 0; start--) {
      stretch.count += counts[start]
      stretch.exposure += exposure[start]
      const gain = most[start] + likelihoodOf(stretch, isPart) - price
      if (gain > most[end]) {
        most[end] = gain
        from[end] = start
      }
    }
  }
  const points: number[] = []
  for (let end = from[runs]; end > 0; end = from[end]) points.unshift(end)
  return points
}

const prices = new Map<number, number>()

/** What one of the cuts of so many runs has to gain. */
function priceOfCut(runs: number): number {
  const known = prices.get(runs)
  if (known !== undefined) return known
  const chance = FALSE_ALARMS / runs
  let [low, high] = [0, 200]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (1 - regularisedGamma(0.5, middle / 2) > chance) low = middle
    else high = middle
  }
  prices.set(runs, high)
  return high
}
