import type { Profile } from '../profile.ts'

const known = new WeakMap<object, Float64Array>()

/**
 * Self and children time of each function, in the profile's unit; NaN where either is not known. Where some of the others
 * that were summed when a profile was pruned are called below others of them, that time comes into them again each time:
 * no more is told than there is.
 */
export function totalOf({ functions, total, pruned }: Pick<Profile, 'functions' | 'total' | 'pruned'>): Float64Array {
  let totals = known.get(functions)
  if (!totals) {
    const most = pruned ? total : Number.POSITIVE_INFINITY
    totals = functions.self.map((self, row) => Math.min(most, self + functions.children[row]))
    known.set(functions, totals)
  }
  return totals
}
