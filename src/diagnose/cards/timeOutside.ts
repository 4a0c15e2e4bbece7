import type { Card } from '../card.ts'
import { type DiagnosisInput, samplesOf } from '../input.ts'
import type { Recorded } from '../recorded/recorded.ts'

/** Time that belongs to no function, so that the rows do not add up to all time. */
export interface TimeOutside extends Card<'timeOutside'> {
  /** In the unit of the profile, and in samples. */
  time: number
  samples: number
  /** Addresses before the first or behind the last function that samples hit; null where they are not known. */
  range: Pick<NonNullable<Recorded['outside']>, 'low' | 'high'> | null
}

/** Less than this share is what rounding, and bins that straddle the end of the code, come to. */
const LEAST_SHARE = 1e-3
/** More of all time than this may hold a function that is not known. */
const MUCH = 0.05

export function timeOutside({ profile, run, recorded, listing }: DiagnosisInput): TimeOutside | null {
  if (recorded?.isMisfit) return null
  const found = run ? outsideRun(profile, run) : listing ? outsideListing(profile, listing.listing) : 0
  const { samplePeriod, total } = profile
  const share = found / (total + found)
  if (!(share > LEAST_SHARE) || found < samplePeriod / 2) return null
  const range = recorded?.outside ? { low: recorded.outside.low, high: recorded.outside.high } : null
  return {
    card: 'timeOutside',
    risk: share > MUCH ? 'amber' : 'note',
    share,
    time: found,
    samples: samplesOf(found, profile),
    range,
  }
}

function outsideRun({ total }: DiagnosisInput['profile'], run: NonNullable<DiagnosisInput['run']>): number {
  return run.samples.total / (run.rate > 0 ? run.rate : 1) - total
}

type Listing = NonNullable<DiagnosisInput['listing']>['listing']

/**
 * A listing does not tell of samples in no function, but its percentages are of all time: where those of all rows come
 * to less than 100, the rest is such time. Each is off by half of its last digit at most.
 */
function outsideListing({ completeness, total }: DiagnosisInput['profile'], { flat }: Listing): number {
  if (!flat || completeness.flatProfile.state !== 'whole') return 0
  const percent = flat.percent.reduce((sum, each) => sum + (each || 0), 0)
  const shown = flat.percent.filter(each => each > 0).length
  const isBsd = flat.percent.every(each => Math.abs(each * 10 - Math.round(each * 10)) < 1e-6)
  // Only what all roundings together do not explain.
  const missing = 100 - percent - shown * (isBsd ? 0.05 : 0.005) - 0.01
  return missing > 0 && percent > 0 ? ((100 - percent) / percent) * total : 0
}
