// Which function of one profile is which of many others: those that have been seen so far are paired with each profile in turn.

import type { FunctionRow, Profile } from '../profile.ts'
import { labelsOf } from '../query/names.ts'
import { pairFunctions } from './pairFunctions.ts'

/** Functions of several profiles, each once. */
export interface MatchedFunctions {
  length: number
  /** What the first profile that has it calls it. */
  label: string[]
  /** For each profile the row of each function; -1 where the profile lacks it. */
  rows: Int32Array[]
}

/** Matches the functions of all profiles, those of the first first. */
export function matchAll(profiles: readonly Profile[]): MatchedFunctions {
  const label: string[] = []
  const name: string[] = []
  const index: number[] = []
  const symbols: string[] = []
  const rowsSoFar = profiles.map(profile => {
    const seen = {
      functions: { length: name.length, name, index: Int32Array.from(index) },
      symbols: profile.symbols && symbols,
    }
    const { a, b, paired } = pairFunctions(seen, profile)
    const rows = new Int32Array(name.length).fill(-1)
    for (let pair = 0; pair < paired; pair++) rows[a[pair]] = b[pair]
    const fresh: FunctionRow[] = []
    for (let pair = paired; pair < b.length; pair++) if (b[pair] >= 0) fresh.push(b[pair])
    const labels = labelsOf(profile)
    for (const row of fresh) {
      label.push(labels[row])
      name.push(profile.functions.name[row])
      index.push(profile.functions.index[row])
      symbols.push(profile.symbols?.[row] ?? profile.functions.name[row])
    }
    return [...rows, ...fresh]
  })
  return {
    length: label.length,
    label,
    rows: rowsSoFar.map(rows => {
      const all = new Int32Array(label.length).fill(-1)
      all.set(rows)
      return all
    }),
  }
}
