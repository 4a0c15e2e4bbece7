import type { Profile } from '../profile.ts'
import { labelsOf } from '../query/names.ts'
import type { Place } from './card.ts'

/** The function that a place leads to, by label: of a cycle its first member; empty where it is about none. */
export function labelOfPlace(profile: Profile, place: Place | undefined): string {
  if (place?.kind === 'function') return labelsOf(profile)[place.fn]
  if (place?.kind === 'cycle') return labelsOf(profile)[profile.functions.cycle.indexOf(place.cycle)]
  return ''
}
