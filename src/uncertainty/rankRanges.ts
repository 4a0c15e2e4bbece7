// Which place a function has by self time, as far as samples tell: a range, since the order of two functions with 9 and 15
// samples may well be the other way round in the next run.
//
// Two counts of one run with the same rate are like throws of a coin: of a + b samples in all, b lie in the second
// function as often as heads come up. So each pair has an exact test, `sameRate`. A function is tested against each of
// the others; those that surely have more stand before it, those that surely have less behind it, and any place between
// is possible. With so many tests some would be wrong by chance: Holm's procedure holds the chance that any test of
// this function is, and with it that its place is outside of its range, to 2 %. It begins as if all of the others
// were in question and lets go of those that are surely apart, so thousands of functions without a sample do not blur the
// order of those with many.
//
// Where samples are few, no test of a pair says much: 8 samples and none may be chance, when a thousand functions have none.
// Yet they cannot all have more: then most of them would have been seen. If the function has at least the lower limit of
// its count, λ, each of those with more is seen with a chance of 1 − e^−λ or more. So of so many others that were seen, there
// are only so many with more, seen or not: a limit of the number of throws from the number of hits. The two limits are wrong with a
// chance of 2.5 and 0.5 %, which makes 5 % with the tests.
//
// Functions with one count have one answer, and who is surely apart from a count is all beyond some other, larger and
// smaller: two marks that move down as the count does. O(functions log functions), and a few tests for each
// count there is.
//
// Sources: J. Przyborowski and H. Wilenski, Biometrika 1940 (the test); S. Holm, Scandinavian Journal of Statistics 1979
// (all at once), with J. P. Shaffer, Annals of Statistics 1980 (that it holds for directions too); D. Al Mohamad, E. W. van Zwet,
// A. Solari and J. J. Goeman, Biometrics 2022 (ranks from tests of pairs).

import { limitsOf, sameRate } from '../compare/counts.ts'
import { regularisedBeta } from '../compare/specialFunctions.ts'
import type { Profile } from '../profile.ts'

/** Chance that tests of pairs go wrong for a function, at most, and that there are more throws than its limit. */
const PAIRS = 0.02
const THROWS = 0.005

/** First and last place by function row, counted from 1; 0 where the self time is not known. */
export interface RankRanges {
  first: Uint32Array
  last: Uint32Array
}

const known = new WeakMap<Profile, RankRanges>()

/** Places of all functions by self time; worked out once. All 0 where it is not known what a sample counts. */
export function rankRangesOf(profile: Profile): RankRanges {
  let ranges = known.get(profile)
  if (!ranges) {
    const { functions, samplePeriod } = profile
    ranges = rankRanges(functions.self.map(self => (samplePeriod > 0 ? self / samplePeriod : Number.NaN)))
    known.set(profile, ranges)
  }
  return ranges
}

/** Those of this very profile that were worked out elsewhere. */
export const adoptRankRanges = (profile: Profile, ranges: RankRanges): void => void known.set(profile, ranges)

/** Places by count, the largest first. Counts are rounded; NaN has none. */
export function rankRanges(counts: Float64Array): RankRanges {
  const first = new Uint32Array(counts.length)
  const last = new Uint32Array(counts.length)
  const sorted = counts
    .filter(count => !Number.isNaN(count))
    .map(Math.round)
    .sort()
    .reverse()
  const values = sorted.filter((count, place) => place === 0 || count !== sorted[place - 1])
  /** How many functions have more than each value, and how many there are. */
  const before = Uint32Array.from([...values.keys(), values.length], () => sorted.length)
  for (let place = sorted.length - 1, value = values.length - 1; place >= 0; place--) {
    if (sorted[place] !== values[value]) value--
    before[value] = place
  }

  const places = new Map<number, readonly [first: number, last: number]>()
  const rounds: Marks[] = []
  for (let value = 0; value < values.length; value++) {
    let apart = 0
    for (let round = 0; ; round++) {
      rounds[round] ??= { larger: 0, smaller: value + 1 }
      const marks = rounds[round]
      moveMarks(values, value, PAIRS / (sorted.length - 1 - apart), marks)
      const { larger, smaller } = marks
      places.set(values[value], [before[larger] + 1, before[smaller]])
      const found = before[larger] + sorted.length - before[smaller]
      if (found === apart || found === sorted.length - 1) break
      apart = found
    }
  }
  const seen = values.at(-1) === 0 ? before[values.length - 1] : sorted.length
  for (const [count, [from, to]] of places)
    if (to > seen && count > 0) places.set(count, [from, 1 + mostThrows(seen - 1, count, to - 1)])
  counts.forEach((count, row) => {
    const place = places.get(Math.round(count))
    if (place) [first[row], last[row]] = place
  })
  return { first, last }
}

/** Among values in descending order: all before `larger` are surely larger, all from `smaller` on surely smaller. */
interface Marks {
  larger: number
  smaller: number
}

/** Moves marks from where they were for the value before to where they are for this one. */
function moveMarks(values: Float64Array, value: number, level: number, marks: Marks) {
  const isApart = (other: number) => sameRate(values[other], values[value], 1, 1) <= level
  while (marks.larger < value && isApart(marks.larger)) marks.larger++
  while (marks.larger > 0 && !isApart(marks.larger - 1)) marks.larger--
  marks.smaller = Math.max(marks.smaller, value + 1)
  while (marks.smaller < values.length && !isApart(marks.smaller)) marks.smaller++
  while (marks.smaller > value + 1 && isApart(marks.smaller - 1)) marks.smaller--
}

/** Of functions with more than one that has this count: how many there are at most, so many of which were seen; up to a limit. */
function mostThrows(hits: number, count: number, limit: number): number {
  const chance = -Math.expm1(-limitsOf(count)[0])
  let [low, high] = [hits, limit]
  while (low < high) {
    const throws = (low + high + 1) >> 1
    // The chance of more hits than there were.
    if (regularisedBeta(chance, hits + 1, throws - hits) <= 1 - THROWS) low = throws
    else high = throws - 1
  }
  return low
}
