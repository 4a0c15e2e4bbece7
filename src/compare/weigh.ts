// One time of each function of one profile, and what it takes to weigh it: samples ÷ exposure is the figure that is compared.

import type { Issue } from '../issue.ts'
import type { FunctionRow, Profile } from '../profile.ts'
import { totalOf } from '../query/totals.ts'
import { say } from './sentences.ts'

/** What figures are made comparable by: as they are, as shares of each profile's total (0..1), or for each call. */
export type Normalisation = 'time' | 'share' | 'perCall'

/** A time that every function has: its own, or that with its callees'. */
export type TimeKind = 'self' | 'total'

export interface WeighedTimes {
  /** In the profile's unit; 0 for a function that the profile lacks; NaN where it does not say. */
  time: Float64Array
  /** Those of a function to itself included; NaN where they are not known. */
  calls: Float64Array
  /** Of the whole profile. */
  total: number
  /** What one sample counts. */
  period: number
}

/** The functions in these rows of a profile, in their order; -1 is a function that it lacks. */
export function weigh(profile: Profile, kind: TimeKind, rows: ArrayLike<FunctionRow>): WeighedTimes {
  const { functions, total, samplePeriod } = profile
  const times = kind === 'self' ? functions.self : totalOf(profile)
  const time = new Float64Array(rows.length) // what a profile lacks took no time that anybody saw
  const calls = new Float64Array(rows.length).fill(Number.NaN)
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]
    if (row < 0) continue
    time[i] = times[row]
    calls[i] = functions.calls[row] + functions.selfCalls[row]
  }
  return { time, calls, total, period: samplePeriod }
}

/** All times as figures that can be compared. */
export const normalised = ({ time, calls, total }: WeighedTimes, normalisation: Normalisation): Float64Array =>
  normalisation === 'time' ? time : time.map((each, row) => each / (normalisation === 'share' ? total : calls[row]))

/** What a function's time is divided by to be its figure. */
export const divisorOf = ({ calls, total }: WeighedTimes, row: number, normalisation: Normalisation): number =>
  ({ time: 1, share: total, perCall: calls[row] })[normalisation]

/** How much was watched for a function's samples to be caught: so many samples to a second, in all, or to a call's second. */
export const exposureOf = (weighed: WeighedTimes, row: number, normalisation: Normalisation): number =>
  divisorOf(weighed, row, normalisation) / weighed.period

/** What is to be said of profiles that do not all count the same; nothing where they do. */
export function otherUnits(profiles: readonly Pick<Profile, 'unit'>[]): Issue[] {
  const [{ unit }] = profiles
  const other = profiles.find(profile => profile.unit !== unit)
  if (!other) return []
  return [{ code: 'inconsistent', ...say('otherUnits', { unit, other: other.unit }) }]
}
