// Samples of one function in one run after the other. As everywhere, samples are taken to follow Poisson's law: what is asked
// is whether runs differ by more than the chance of sampling. That machines are not always as fast is no part of it, and is
// found as a change where it is one.

/** Runs in order. */
export interface CountSeries {
  /** Samples of each run; they may be fractions. */
  counts: Float64Array
  /** What each was watched by, so that count ÷ exposure is the figure; 0 where the run tells nothing. */
  exposure: Float64Array
  /** Whether counts are parts of their exposures, as of a share, rather than free. */
  isPart: boolean
}

/** Some runs of a series together. */
export interface Stretch {
  count: number
  exposure: number
}

/** The runs from one up to another, which is not among them. */
export function stretchOf({ counts, exposure }: CountSeries, from = 0, to = counts.length): Stretch {
  const sum = { count: 0, exposure: 0 }
  for (let run = from; run < to; run++) {
    sum.count += counts[run]
    sum.exposure += exposure[run]
  }
  return sum
}

/**
 * Twice the logarithm of the likelihood of a stretch's samples at the rate that suits them best, but for what is the same for
 * any rate. Of a stretch, minus those of the two that it falls into, it is what is gained by a change between them.
 */
export function likelihoodOf({ count, exposure }: Stretch, isPart: boolean): number {
  const own = count > 0 ? count * Math.log(count / exposure) : 0
  const rest = isPart ? exposure - count : 0
  return 2 * (own + (rest > 0 ? rest * Math.log(rest / exposure) : 0))
}
