import { type FunctionRow, type Places, type Profile, rankRangesOf } from '../../src/index.ts'
import { formatCount } from '../ui/format.ts'

/** First and last place for people; `any` where it may be any of them all. */
export type PlacesSaid = readonly [first: string, last: string] | 'any'

/** Places of a function by self time; null where there are no samples to tell from. */
export function placesOf(profile: Profile, fn: FunctionRow): PlacesSaid | null {
  const { first, last } = rankRangesOf(profile)
  return placesFrom(profile, first[fn] === 0 ? null : { first: first[fn], last: last[fn] })
}

/** The same of places that are known. */
export function placesFrom({ functions }: Profile, places: Places | null): PlacesSaid | null {
  if (!places) return null
  const isAny = places.first === 1 && places.last === functions.length && places.last > 1
  return isAny ? 'any' : [formatCount(places.first), formatCount(places.last)]
}
