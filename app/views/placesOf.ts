import { type FunctionRow, type Profile, rankRangesOf } from '../../src/index.ts'
import { formatCount } from '../ui/format.ts'

/**
 * First and last place of a function by self time, for people: `any` where it may be any of them all, null where there are no samples to tell from.
 */
export function placesOf(profile: Profile, fn: FunctionRow): readonly [first: string, last: string] | 'any' | null {
  const { first, last } = rankRangesOf(profile)
  if (first[fn] === 0) return null
  const isAny = first[fn] === 1 && last[fn] === profile.functions.length && last[fn] > 1
  return isAny ? 'any' : [formatCount(first[fn]), formatCount(last[fn])]
}
