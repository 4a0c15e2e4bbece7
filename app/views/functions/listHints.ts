// How sure the numbers of the function list are: what is told when one is pointed at, and the column of ranks.

import {
  type FunctionRow,
  type Profile,
  rankRangesOf,
  sampledSelf,
  selfErrorOf,
  totalErrorsOf,
  totalOf,
} from '../../../src/index.ts'
import type { Messages } from '../../messages/en.ts'
import { formatCount, formatTime, formatTimeWithError } from '../../ui/format.ts'
import { placesOf } from '../placesOf.ts'
import type { ListColumn } from './listColumns.ts'

export type Hint = (row: FunctionRow) => string | undefined

/**
 * Times with their errors, in words. Those of totals are limits: the exact ones take a walk through the call graph for each
 * function, which its entry can afford and a list cannot.
 */
export function hintsOf(
  profile: Profile,
  words: Messages['sure'],
): Record<'self' | 'total' | 'perCall' | 'totalPerCall', Hint> {
  const { functions, samplePeriod, unit } = profile
  const totals = totalOf(profile)
  const { most } = totalErrorsOf(profile)
  const atMost = (time: number, error: number) =>
    error > 0 ? words.errorAtMost(formatTimeWithError(time, error, unit)) : undefined
  return {
    self: row => {
      const self = sampledSelf(profile, row)
      if (!self) return undefined
      const [low, high] = self.range.map(end => formatTime(end, unit))
      return words.timeRangeAndPlaces(
        formatTimeWithError(self.time, self.error, unit),
        low,
        high,
        placesSaid(profile, row, words) ?? '',
      )
    },
    total: row => atMost(totals[row], most[row]),
    perCall: row => {
      const error = selfErrorOf(functions.self[row], samplePeriod)
      return error > 0
        ? formatTimeWithError(functions.self[row] / functions.calls[row], error / functions.calls[row], unit)
        : undefined
    },
    totalPerCall: row => atMost(totals[row] / functions.calls[row], most[row] / functions.calls[row]),
  }
}

/** Places by self time in words; nothing where they are not known. */
function placesSaid(profile: Profile, row: FunctionRow, words: Messages['sure']): string | undefined {
  const places = placesOf(profile, row)
  if (!places) return undefined
  const all = formatCount(profile.functions.length)
  return places === 'any' ? words.anyPlaceSaid(all) : words.placesSaid(...places, all)
}

/** Places by self time, as ranges. */
export function rankColumn(profile: Profile, words: Messages['sure']): ListColumn {
  const { first } = rankRangesOf(profile)
  const text = (row: FunctionRow) => {
    const places = placesOf(profile, row)
    return places === 'any' ? words.anyPlace : places ? words.places(...places) : ''
  }
  const said = (row: FunctionRow) => placesSaid(profile, row, words)
  return {
    ...{ key: 'rank', sort: null, head: words.rank, title: words.rankTitle },
    ...{ width: 84, narrowWidth: 84, from: 1000, bar: null },
    ...{ text, value: row => first[row], hint: said, said },
  }
}
