// The flat profile as a list: which number a column shows, and the order of rows by it.

import type { Profile } from '../profile.ts'
import { totalOf } from './totals.ts'

/** A column of the function list that can sort it. */
export type Column = 'name' | 'self' | 'total' | 'children' | 'calls' | 'selfPerCall' | 'totalPerCall'

/** The sort key of each function row: times in the profile's unit, calls as recorded, names as ranks; NaN for blank. */
export function columnOf(profile: Profile, column: Column): Float64Array {
  const { functions } = profile
  const perCall = (time: Float64Array) =>
    time.map((t, row) => (functions.calls[row] > 0 ? t / functions.calls[row] : Number.NaN))
  switch (column) {
    case 'name':
      return rankOf(functions.name)
    case 'self':
      return functions.self
    case 'total':
      return totalOf(profile)
    case 'children':
      return functions.children
    case 'calls':
      return functions.calls
    case 'selfPerCall':
      return perCall(functions.self)
    case 'totalPerCall':
      return perCall(totalOf(profile))
  }
}

/** Row numbers ordered by a key: blanks (NaN) last either way, ties in the order of the file. */
export function orderRows(key: Float64Array, descending: boolean): Uint32Array {
  const rows = Uint32Array.from(key.keys())
  const sign = descending ? -1 : 1
  return rows.sort((a, b) => {
    const blankA = Number.isNaN(key[a])
    const blankB = Number.isNaN(key[b])
    if (blankA || blankB) return blankA === blankB ? a - b : blankA ? 1 : -1
    return sign * (key[a] - key[b]) || a - b
  })
}

/** Place of each name in alphabetical order (upper case beside lower), equal names sharing one. */
function rankOf(names: string[]): Float64Array {
  const folded = names.map(name => name.toLowerCase())
  const order = folded.map((_, row) => row).sort((a, b) => (folded[a] < folded[b] ? -1 : folded[a] > folded[b] ? 1 : 0))
  const rank = new Float64Array(names.length)
  order.forEach((row, place) => {
    const before = order[place - 1]
    rank[row] = place > 0 && folded[row] === folded[before] ? rank[before] : place
  })
  return rank
}
