// How long it takes to tell how sure the numbers of a large program are: the errors of all totals and the ranges of all
// places, which the worker works out, and the exact error and the place of one total, which the page does where it is looked at.

import { adoptFlow, flowOf } from '../src/query/flow.ts'
import { totalOf } from '../src/query/totals.ts'
import { rankRanges } from '../src/uncertainty/rankRanges.ts'
import { sampledTotal, totalErrorsOf } from '../src/uncertainty/sampling.ts'
import { totalPlacesOf } from '../src/uncertainty/totalPlaces.ts'
import { type Measurement, median } from './measure.ts'
import { inSeconds, inventProgram, sortedProfile } from './syntheticListing.ts'

const FUNCTIONS = 50_000
const ROUNDS = 15
/** ms */
const LIMIT = 50

export function* sure(functions = FUNCTIONS): Iterable<Measurement> {
  const { names, ticks, calls } = inventProgram(functions, 1)
  const profile = sortedProfile(names, inSeconds(ticks), calls)
  // The flow is worked out for other views anyway.
  const flow = flowOf(profile)
  const counts = Float64Array.from(profile.functions.self, self => self / profile.samplePeriod)
  const times: Record<'errors' | 'ranks' | 'one', number[]> = { errors: [], ranks: [], one: [] }
  for (let round = -2; round < ROUNDS; round++) {
    const fresh = { ...profile }
    adoptFlow(fresh, flow)
    const start = performance.now()
    totalErrorsOf(fresh)
    const summed = performance.now()
    rankRanges(counts)
    const ranked = performance.now()
    sampledTotal(fresh, profile.functions.name.indexOf('main'))
    const looked = performance.now()
    if (round < 0) continue
    times.errors.push(summed - start)
    times.ranks.push(ranked - summed)
    times.one.push(looked - ranked)
  }
  const totals = totalOf(profile)
  totalErrorsOf(profile) // the worker has them worked out by then
  const byTotal = [...totals.keys()].sort((a, b) => totals[b] - totals[a])
  const places = [0, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000]
    .filter(place => place < functions)
    .map(place => {
      const start = performance.now()
      totalPlacesOf(profile, byTotal[place])
      return performance.now() - start
    })
  const [errors, ranks, one] = [times.errors, times.ranks, times.one].map(median)
  const distinct = new Set(counts.map(Math.round)).size
  const row = (what: string, value: number, reference: number, note: string): Measurement => ({
    ...{ bench: 'sure', case: `${functions} functions: ${what}`, metric: 'time', value, unit: 'ms' },
    ...{ reference, ratio: value / reference, note },
  })
  const limit = `reference: our limit for ${FUNCTIONS} functions`
  yield row('errors of totals and places', errors + ranks, LIMIT, limit)
  yield row('errors of totals', errors, LIMIT, limit)
  yield row('places', ranks, LIMIT, `${distinct} different counts; ${limit}`)
  yield row('exact error of the total of main', one, 16, 'reference: a frame')
  yield row(
    'place by total of one',
    median(places),
    LIMIT,
    'median of those from the 1st to the 30,000th; reference: no task of the page is longer',
  )
  yield row('place by total, the slowest', Math.max(...places), LIMIT, 'of the same; the page does it at once')
}
