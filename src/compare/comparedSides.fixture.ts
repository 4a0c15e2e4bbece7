import type { FlameTable } from '../layout/flameTable.ts'
import { profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import type { VisibleGraph } from '../query/graph/chooseGraph.ts'
import { bothProfiles } from './bothProfiles.ts'
import { type ComparedSides, compareSides } from './compareSides.ts'
import { flameOfSide } from './flameOfSide.ts'
import { graphOfSides } from './graphOfSides.ts'
import type { Normalisation } from './weigh.ts'

export interface ComparedFixture {
  /** Of both. */
  profile: Profile
  compared: ComparedSides
  /** All of the call graph of both. */
  graph: VisibleGraph
  /** All paths of one side. */
  flame: (side: 'a' | 'b') => FlameTable
}

/** Two drawings compared (see `profileOf`), a sample of each being 0.01 s, and the profile that has the rows of both. */
export function comparedOf(before: string, after: string, normalisation: Normalisation = 'time'): ComparedFixture {
  const drawn = (drawing: string) => ({ ...profileOf(drawing), samplePeriod: 0.01 })
  const { profile, ...sides } = bothProfiles(drawn(before), drawn(after))
  return {
    profile,
    compared: compareSides(sides, normalisation),
    graph: graphOfSides(profile, sides, { minShare: 0, pinned: [] }),
    flame: side => flameOfSide(profile, sides[side], { cut: 0, path: [] }),
  }
}
