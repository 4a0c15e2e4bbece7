// How long two profiles of one large program take to compare, from their tables to the changes in order, and how long many
// take to follow.

import { profileOfListing } from '../src/analyse/joinListing.ts'
import { compareProfiles, orderByChange, SIGNIFICANT } from '../src/compare/compareProfiles.ts'
import { poissonCount } from '../src/compare/simulation.fixture.ts'
import type { Normalisation } from '../src/compare/weigh.ts'
import { printReport } from '../src/export/gprofReport.ts'
import { readListings } from '../src/parse/gprofText.ts'
import type { Profile } from '../src/profile.ts'
import { randomNumbers } from '../src/randomNumbers.fixture.ts'
import { orderByMovement, trendOf } from '../src/trend/trendOf.ts'
import { type Measurement, median } from './measure.ts'
import { type Invented, inSeconds, inventProgram, sortedProfile } from './syntheticListing.ts'

const FUNCTIONS = 50_000
const ROUNDS = 9
const RUNS = 20
/** ms */
const LIMIT = 300

export function* compare(functions = FUNCTIONS): Iterable<Measurement> {
  const program = inventProgram(functions, 1)
  const [before, after] = [read(program), read(changed(program))]
  let perComparison = 0
  for (const by of ['time', 'share', 'perCall'] as const) {
    let changes = 0
    const value = timeOf(ROUNDS, [before, after], ([a, b]) => {
      changes = changesOf(a, b, by)
    })
    perComparison ||= value
    yield {
      bench: 'compare',
      case: `${functions} functions on each side, by ${by}`,
      metric: 'time',
      value,
      unit: 'ms',
      reference: LIMIT,
      ratio: value / LIMIT,
      note: `${changes} changes, in order; ${before.total.toFixed(0)} s in all; reference: our limit for 50,000 functions`,
    }
  }
  yield follow(program, (RUNS - 1) * perComparison)
}

function follow(program: Invented, reference: number): Measurement {
  const runs = Array.from({ length: RUNS }, (_, run) => read(changed(program, 2 + run)))
  let moved = 0
  const value = timeOf(3, runs, of => {
    const { self, total } = trendOf(of, 'time')
    const order = orderByMovement(self)
    orderByMovement(total)
    moved = order.findIndex(fn => self.rate[fn] > SIGNIFICANT)
  })
  return {
    bench: 'compare',
    case: `trend of ${RUNS} runs, ${program.names.length} functions`,
    metric: 'time',
    value,
    unit: 'ms',
    reference,
    ratio: value / reference,
    note: `${moved} functions moved, in order; reference: ${RUNS - 1} comparisons of two, by time`,
  }
}

/** Median time of work on profiles of which nothing is remembered. */
function timeOf(rounds: number, profiles: Profile[], work: (profiles: Profile[]) => void): number {
  const times: number[] = []
  for (let round = -2; round < rounds; round++) {
    const fresh = profiles.map(unknown)
    const start = performance.now()
    work(fresh)
    if (round >= 0) times.push(performance.now() - start)
  }
  return median(times)
}

function changesOf(a: Profile, b: Profile, by: Normalisation): number {
  const { self, total } = compareProfiles(a, b, by)
  const order = orderByChange(self)
  orderByChange(total)
  return order.findIndex(row => self.rate[row] > SIGNIFICANT)
}

/** By way of a listing, so that no two profiles share a name's memory. */
const read = ({ names, ticks, calls }: Invented): Profile =>
  profileOfListing(
    readListings(new TextEncoder().encode(printReport(sortedProfile(names, inSeconds(ticks), calls))))[0],
    '',
  )

/** The same, of which nothing is remembered. */
const unknown = (profile: Profile): Profile => ({ ...profile, functions: { ...profile.functions } })

/** Another run of a later build: other samples, one function in a hundred half as slow again, one in a hundred renamed. */
function changed({ names, ticks, calls }: Invented, seed = 2): Invented {
  const random = randomNumbers(seed)
  return {
    names: names.map(name => (random() < 0.01 ? `${name}2` : name)),
    ticks: ticks.map(count => poissonCount(random, random() < 0.01 ? count * 1.5 : count)),
    calls: calls.map(([from, to, count]) => [from, to, random() < 0.05 ? count + 1 : count]),
  }
}
