// Which place a function has by total time, as far as samples tell: a range, like those by self time in rankRanges.ts.
//
// Two totals are not two counts: most have samples in common. What main has of its callee, the callee has as well, so main
// stands before it in every run, however few samples there are; and two functions that share a third are told apart by
// what they do not share. So each pair goes by the difference of its totals,
//
//   D = Σ c(g) n(g)     with c(g) what the one has of g less what the other has        (spread.ts)
//
// of which what speaks for the one and what speaks for the other are two counts of steps of one size, variance / amount: the
// step that makes a Poisson count of both together have their mean and their variance. Where nothing is shared and all counts
// in full, that is the exact test of two self times. Who has all of the other's time is not tested.
//
// A walk through the call graph for each pair would be too long, but few pairs need one: what totals have in common
// makes them easier to tell apart, so those that are apart without it are apart. Of the others the walk is taken for so
// many as there is time for, and the rest is said to be open: the range is too wide then, never too narrow.
//
// With so many tests, Holm's procedure holds the chance that any of them is wrong to 5 %.
//
// Sources: S. Holm and J. P. Shaffer as in rankRanges.ts; M. P. Fay and E. J. Feuer, Statistics in Medicine 1997 (steps).

import { sameRate } from '../compare/counts.ts'
import type { FunctionRow, Profile } from '../profile.ts'
import { totalOf } from '../query/totals.ts'
import { sampledTotal, totalErrorsOf } from './sampling.ts'
import { holdersOf, isMember, spreadOf } from './spread.ts'

/** Chance that tests of a function go wrong, at most. */
const LEVEL = 0.05

/** Functions and arcs that are looked at in all for pairs whose totals have samples in common. */
const MOST_STEPS = 600_000

/** A difference whose square is less than so many times its variance is never significant: at 3, 8 of 100 are as large. */
const NEVER = 3

/** A fraction from here on is all of it, but for rounding. */
const WHOLE = 1 - 1e-9

/** First and last place, counted from 1. */
export interface Places {
  first: number
  last: number
}

const known = new WeakMap<Profile, Map<FunctionRow, Places | null>>()

/** Places of a function by self and children time; remembered. Null where its time or its samples are not known. */
export function totalPlacesOf(profile: Profile, fn: FunctionRow): Places | null {
  const places = known.get(profile) ?? new Map<FunctionRow, Places | null>()
  known.set(profile, places)
  const found = places.get(fn)
  if (found !== undefined) return found
  const here = placeTotal(profile, fn)
  places.set(fn, here)
  return here
}

function placeTotal(profile: Profile, fn: FunctionRow): Places | null {
  const { functions, arcs } = profile
  const sampled = sampledTotal(profile, fn)
  if (!sampled) return null
  const { time, error } = sampled
  const totals = totalOf(profile)
  const { most } = totalErrorsOf(profile)
  const { fraction } = spreadOf(profile, [[fn, 1]])
  const holders = holdersOf(profile, fn)
  /** What `p` is for all that have no time. */
  const none = chance(time, time, error * error, functions.length)

  let larger = 0
  let smaller = 0
  /** How likely each pair is to lie so far apart by chance; NaN where there is nothing to test. */
  const p = new Float64Array(functions.length).fill(Number.NaN)
  for (let other = 0; other < functions.length; other++) {
    const total = totals[other]
    if (other === fn || !(total >= 0)) continue
    if (holders[other] >= WHOLE) larger++
    else if (fractionOf(profile, fraction, fn, other) >= WHOLE) smaller++
    else
      p[other] =
        total === 0 ? none : chance(time - total, time + total, error * error + most[other] ** 2, functions.length)
  }
  let tested = 0
  const open: FunctionRow[] = []
  for (let other = 0; other < functions.length; other++) {
    if (p[other] >= 0) tested++
    if (p[other] > LEVEL / functions.length && totals[other] > 0) open.push(other)
  }
  const walks = Math.floor(MOST_STEPS / (functions.length + arcs.length))
  for (const other of open.sort((a, b) => p[a] - p[b]).slice(0, walks))
    p[other] = Math.min(p[other], chanceOfPair(profile, fn, other, time - totals[other]))

  const all = larger + smaller + tested + 1
  const limit = limitByHolm(p, tested)
  for (let other = 0; other < functions.length; other++) {
    if (!(p[other] <= limit)) continue
    if (totals[other] > time) larger++
    else smaller++
  }
  return { first: larger + 1, last: all - smaller }
}

/** Pairs that are as likely by chance as this, or less, are told apart, where so many were tested; less than 0 where none is. */
function limitByHolm(p: Float64Array, tested: number): number {
  const inQuestion = p.filter(each => each > 0 && each <= LEVEL).sort()
  const certain = p.reduce((count, each) => count + (each === 0 ? 1 : 0), 0)
  const failed = inQuestion.findIndex((each, place) => each > LEVEL / (tested - certain - place))
  return inQuestion[(failed < 0 ? inQuestion.length : failed) - 1] ?? (certain > 0 ? 0 : -1)
}

/** What a function has of another, as a fraction; of itself and its like in a cycle nothing. */
const fractionOf = (profile: Profile, fraction: Float64Array, fn: FunctionRow, other: FunctionRow): number => {
  const unit = isMember(profile, other) ? profile.functions.length + profile.functions.cycle[other] : other
  return unit === fn ? 0 : fraction[unit]
}

/** How likely two totals are to lie so far apart by chance, with what they have in common left out. */
function chanceOfPair(profile: Profile, fn: FunctionRow, other: FunctionRow, difference: number): number {
  const { variance, amount } = spreadOf(profile, [
    [fn, 1],
    [other, -1],
  ])
  return chance(difference, amount, variance * profile.samplePeriod, profile.functions.length)
}

/**
 * How likely a difference is to be as far from 0 by chance, or farther.
 *
 * @param amount What speaks for either side, in all, in the unit of the difference.
 * @param variance Of the difference, in the square of that unit.
 * @param tests How many are made, at most: a chance that is too small to matter in any of them is said to be 0.
 */
function chance(difference: number, amount: number, variance: number, tests: number): number {
  const square = (difference * difference) / variance
  if (!(square > NEVER)) return 1
  // Hoeffding's limit of both tails, which are those of a binomial law.
  if (2 * Math.exp(-square / 2) < LEVEL / tests) return 0
  const step = variance / amount
  return sameRate((amount + difference) / 2 / step, (amount - difference) / 2 / step, 1, 1)
}
