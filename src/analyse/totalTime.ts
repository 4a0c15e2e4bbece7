import type { Listing } from '../parse/listing.ts'
import { roundingOf } from './rounding.ts'

/**
 * All the time there is. What a listing says of it, from several places: the flat profile's last cumulative time, the
 * call graph's "for p% of T seconds", and failing these what a line's own percentage makes of its time. A place that
 * lost rows, or that gprof was told to leave functions out of, says too little and never too much, so the largest wins.
 * The sum of self times wins over a larger figure that rounding alone sets apart from it: then the parts add up.
 *
 * @param adds Whether `self` is of all functions, each off by half a hundredth at most.
 */
export function totalTime(listing: Listing, self: Float64Array, adds: boolean): number {
  const sum = self.reduce((total, time) => total + (time || 0), 0)
  const printed = Math.max(listing.flatTotal || 0, listing.graphTotal || 0)
  if (adds && Math.abs(sum - printed) <= roundingOf(listing) * (self.length + 1)) return sum
  const best = Math.max(sum, printed)
  if (listing.graphTotal > 0 || adds) return best
  return Math.max(best, fromPercentages(listing))
}

/** Time ÷ share of the line with the greatest share: its rounding matters least. 0 where no line has a share. */
function fromPercentages({ flat, graph }: Listing): number {
  let percent = 0
  let time = 0
  for (let row = 0; row < (flat?.length ?? 0); row++)
    if (flat && flat.percent[row] > percent) {
      percent = flat.percent[row]
      time = flat.self[row]
    }
  for (let row = 0; row < (graph?.length ?? 0); row++)
    if (graph && graph.percent[row] > percent) {
      percent = graph.percent[row]
      time = graph.self[row] + graph.children[row]
    }
  return percent > 0 ? ((time || 0) / percent) * 100 : 0
}
