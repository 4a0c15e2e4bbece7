import type { FunctionRow, Profile } from '../profile.ts'
import { expressionOf } from '../query/expression.ts'
import { cycleLabel, functionByLabel, labelsOf } from '../query/names.ts'
import type { Said } from '../saying.ts'

/** The functions that a text names. */
export interface Matching {
  /** 1 for each of them. */
  hit: Uint8Array
  matched: number
  /** Why the text is not a regular expression; null if all is well. */
  error: Said | null
}

/**
 * The function of a label, the members of a cycle by the cycle's label (`<cycle 1>`), or all functions whose names match
 * a `/regex/flags`.
 *
 * @param original The profile before any transform. A label that names a function there names no other one later, even
 *   where that function is gone and another of the same name is left.
 */
export function matchFunctions(profile: Profile, text: string, original: Profile): Matching {
  const { length, name, cycle } = profile.functions
  const hit = new Uint8Array(length)
  const fn = rowOfLabel(profile, text, original)
  let error: Said | null = null
  if (fn >= 0) hit[fn] = 1
  else {
    const expression = expressionOf(text)
    error = expression?.error ?? null
    for (let row = 0; row < length; row++) {
      const inCycle = cycle[row] >= 0 && cycleLabel(profile, cycle[row]) === text
      if (inCycle || expression?.pattern?.test(name[row])) hit[row] = 1
    }
  }
  return { hit, matched: hit.reduce((sum, is) => sum + is, 0), error }
}

/** The row that a label names, -1 for none; see {@link matchFunctions}. */
export function rowOfLabel(profile: Profile, label: string, original: Profile): FunctionRow {
  const fn = functionByLabel(profile, label)
  if (fn < 0 || labelsOf(profile)[fn] === label) return fn
  const before = functionByLabel(original, label)
  return before >= 0 && labelsOf(original)[before] === label ? -1 : fn
}
