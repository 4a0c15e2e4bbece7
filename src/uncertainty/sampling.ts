// How far times may be off because they were sampled.
//
// A self time is a count of samples, n, times what one sample counts. Counts of rare events follow Poisson's law, whose
// standard deviation is the root of the mean: n is good to ± √n ("Statistical Sampling Error" in the manual of gprof says the
// same). Samples of one run add up to its length, so a function that takes nearly all of it is known better than that: √n
// errs on the safe side there, and so it does for a function that has only a part of the samples of a bin or of a path.
//
// A total is a sum of self times, of each the fraction that reaches the function: gprof hands a caller the part of the
// callee's time that it has of the calls, and counts of calls are exact. So with φ the fraction of g's self time that
// reaches f, on all ways together,
//
//   total of f    = Σ φ(f, g) n(g)
//   variance of f = Σ φ(f, g)² n(g)        since samples of different functions are independent
//
//   f -> g x1, h -> g x1, g 16 samples     8 ± 2 of them reach f: half of 16 ± 4, not 8 ± √8.
//   f -> a x1, f -> b x1, a -> g x1, b -> g x1    the halves meet again: f has all 16 ± 4.
//
// That second line is why variances cannot be handed up as times are: what callees of f have from one g goes up and down
// together. For one function the sum is exact, O(functions + arcs), from f downwards. For all of them at once it is
// O(functions²) at worst, so there are limits instead, in one sweep: as if no two callees of f had a sample in common, and
// as if all they have went up and down together, or every sample that reaches f did so whole (φ ≤ 1, so Σ φ² n ≤ Σ φ n).
//
// Time that a cut listing leaves out is taken for samples of the function whose callees are missing.
//
// All this is with gprof's assumption that calls of one function cost the same. How wrong that can be is another matter,
// which more samples do not mend: totals.ts tells the two apart.

import { type Interval, limitsOf } from '../compare/counts.ts'
import type { ArcRow, CycleRow, FunctionRow, Profile } from '../profile.ts'
import { isInner } from '../query/entry.ts'
import { flowOf } from '../query/flow.ts'
import { isMember, outgoingOf, spreadOf } from './spread.ts'

/** A time that was sampled, in {@link Profile.unit}. */
export interface Sampled {
  time: number
  /** One standard deviation; 0 where there was no sample. */
  error: number
  /** In 95 of 100 runs it holds the true time. */
  range: Interval
}

/**
 * A time from its variance, in the square of its unit. Its range is that of a Poisson count with the same mean and variance in
 * steps of their own size, which is Garwood's exact one where all samples count in full.
 *
 * @see M. P. Fay and E. J. Feuer, Confidence intervals for directly standardized rates: a method based on the gamma
 * distribution, Statistics in Medicine 1997
 */
function sampled(time: number, variance: number, samplePeriod: number): Sampled {
  const step = time > 0 && variance > 0 ? variance / time : samplePeriod
  const [low, high] = limitsOf(time / step)
  return { time, error: Math.sqrt(variance), range: [low * step, high * step] }
}

/** One standard deviation of a self time, in its unit: of n samples, √n. NaN where it is not known what a sample counts. */
export const selfErrorOf = (self: number, samplePeriod: number): number => Math.sqrt(self * samplePeriod)

/** Self time of a function with its error; null where it is not known, or not known what a sample counts. */
export function sampledSelf({ functions, samplePeriod }: Profile, fn: FunctionRow): Sampled | null {
  const time = functions.self[fn]
  return time >= 0 && samplePeriod > 0 ? sampled(time, time * samplePeriod, samplePeriod) : null
}

/** The same for its self and children time, exact under gprof's assumption. */
export function sampledTotal(profile: Profile, fn: FunctionRow): Sampled | null {
  const time = profile.functions.self[fn] + profile.functions.children[fn]
  return sampledPlace(profile, fn, time)
}

/** The same for a cycle as a whole. */
export function sampledCycle(profile: Profile, cycle: CycleRow): Sampled | null {
  const time = profile.cycles.self[cycle] + profile.cycles.children[cycle]
  return sampledPlace(profile, profile.functions.length + cycle, time)
}

/** The same for the time that an arc passes; null within a cycle too. */
export function sampledArc(profile: Profile, arc: ArcRow): Sampled | null {
  const { arcs } = profile
  if (isInner(profile, arc)) return null
  const { units, size } = flowOf(profile)
  const callee = units.of[arcs.callee[arc]]
  const whole = sampledPlace(profile, callee, size[callee])
  return whole && sampledPart(whole, arcs.self[arc] + arcs.children[arc], profile)
}

/** So much of a time that was sampled; null where that is not known. */
export function sampledPart(
  whole: Sampled,
  time: number,
  { samplePeriod }: Pick<Profile, 'samplePeriod'>,
): Sampled | null {
  if (!(time >= 0)) return null
  return sampled(time, whole.time > 0 ? (whole.error * (time / whole.time)) ** 2 : 0, samplePeriod)
}

function sampledPlace(profile: Profile, place: number, time: number): Sampled | null {
  const { samplePeriod } = profile
  if (!(time >= 0) || !(samplePeriod > 0)) return null
  return sampled(time, varianceOf(profile, place) * samplePeriod, samplePeriod)
}

const variances = new WeakMap<Profile, Map<number, number>>()

/** Σ φ² times, of a unit or a member of a cycle; remembered. */
function varianceOf(profile: Profile, place: number): number {
  let known = variances.get(profile)
  if (!known) {
    known = new Map()
    variances.set(profile, known)
  }
  const variance = known.get(place) ?? spreadOf(profile, [[place, 1]]).variance
  known.set(place, variance)
  return variance
}

/** Limits of the standard deviation of self and children time by function, in {@link Profile.unit}; NaN where unknown. */
export interface TotalErrors {
  least: Float64Array
  most: Float64Array
}

const limits = new WeakMap<Profile, TotalErrors>()

/** Limits of the errors of all totals; worked out once. O(functions + arcs). */
export function totalErrorsOf(profile: Profile): TotalErrors {
  let errors = limits.get(profile)
  if (!errors) {
    errors = limitErrors(profile)
    limits.set(profile, errors)
  }
  return errors
}

/** Those of this very profile that were worked out elsewhere. */
export const adoptTotalErrors = (profile: Profile, errors: TotalErrors): void => void limits.set(profile, errors)

function limitErrors(profile: Profile): TotalErrors {
  const { functions, arcs, samplePeriod } = profile
  const flow = flowOf(profile)
  const { units, size, arcTime } = flow
  // In the unit of times, as if one sample counted 1.
  const least = new Float64Array(units.count)
  const most = new Float64Array(units.count)
  const limit = (place: number) => {
    const { start, rows } = outgoingOf(profile, flow, place)
    let own = size[place]
    let apart = 0
    let together = 0
    for (let i = start[place]; i < start[place + 1]; i++) {
      const time = arcTime[rows[i]]
      if (time === 0) continue
      const to = units.of[arcs.callee[rows[i]]]
      const part = time / size[to]
      apart += part * part * least[to]
      together += part * Math.sqrt(most[to])
      own -= time
    }
    least[place] = Math.max(0, own) + apart
    most[place] = Math.min(size[place], Math.max(0, own) + together * together)
  }
  for (const unit of units.calleesFirst) if (!isMember(profile, unit)) limit(unit)
  for (let fn = 0; fn < functions.length; fn++) if (isMember(profile, fn)) limit(fn)
  const errorOf = (variance: Float64Array) =>
    variance.slice(0, functions.length).map((value, fn) => {
      const isKnown = functions.self[fn] + functions.children[fn] >= 0 && samplePeriod > 0
      return isKnown ? Math.sqrt(value * samplePeriod) : Number.NaN
    })
  return { least: errorOf(least), most: errorOf(most) }
}
