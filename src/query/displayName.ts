// Under which name a function is shown: a choice of the person, which changes no link and no figure.

import type { FunctionRow, Profile } from '../profile.ts'
import { labelsOf } from './names.ts'
import { shortName } from './shortName.ts'
import { visibleText } from './visibleText.ts'

/** `full`: as gprof prints it; `short`: arguments folded; `raw`: as linkers know it. */
export type Naming = 'full' | 'short' | 'raw'

const shortNamesOf = new WeakMap<object, string[]>()

/** The function's name under a naming, with nothing in it that is not seen. Where raw names are not known, or are no other, those are gprof's. */
export function displayName(
  { functions, symbols }: Pick<Profile, 'functions' | 'symbols'>,
  fn: FunctionRow,
  naming: Naming,
): string {
  const name = functions.name[fn]
  if (naming === 'raw') return visibleText(symbols?.[fn] ?? name)
  if (naming === 'full') return visibleText(name)
  let known = shortNamesOf.get(functions)
  if (!known) {
    known = []
    shortNamesOf.set(functions, known)
  }
  known[fn] ??= visibleText(shortName(name))
  return known[fn]
}

/** The same for a label: two functions of one name are told apart as their labels tell them apart. */
export function displayLabel(profile: Pick<Profile, 'functions' | 'symbols'>, fn: FunctionRow, naming: Naming): string {
  const distinction = labelsOf(profile)[fn].slice(profile.functions.name[fn].length)
  return displayName(profile, fn, naming) + distinction
}

/** Under which namings at least one function may be called otherwise than under `full`; `full` itself comes first. */
export function namingsOf({ functions, symbols }: Pick<Profile, 'functions' | 'symbols'>): Naming[] {
  const hasArguments = functions.name.some(name => /[<(]/.test(name))
  return ['full', ...(hasArguments ? (['short'] as const) : []), ...(symbols ? (['raw'] as const) : [])]
}
