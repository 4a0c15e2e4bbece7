import { profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { bothProfiles } from './bothProfiles.ts'
import { type ComparedSides, compareSides } from './compareSides.ts'
import type { Normalisation } from './side.ts'

/** Two drawings compared (see `profileOf`), a sample of each being 0.01 s, and the profile that has the rows of both. */
export function comparedOf(
  before: string,
  after: string,
  normalisation: Normalisation = 'time',
): { profile: Profile; compared: ComparedSides } {
  const drawn = (drawing: string) => ({ ...profileOf(drawing), samplePeriod: 0.01 })
  const sides = bothProfiles(drawn(before), drawn(after))
  return { profile: sides.profile, compared: compareSides(sides, normalisation) }
}
