import type { Profile } from '../profile.ts'

const known = new WeakMap<object, Float64Array>()

/** Self and children time of each function, in the profile's unit; NaN where either is not known. */
export function totalOf({ functions }: Pick<Profile, 'functions'>): Float64Array {
  let total = known.get(functions)
  if (!total) {
    total = functions.self.map((self, row) => self + functions.children[row])
    known.set(functions, total)
  }
  return total
}
