// Two profiles compared, as the worker tells a page of them.

import type { FlameTable } from '../layout/flameTable.ts'
import type { Profile } from '../profile.ts'
import type { VisibleGraph } from '../query/graph/chooseGraph.ts'
import { bothProfiles } from './bothProfiles.ts'
import { type ComparedSides, compareSides } from './compareSides.ts'
import { flameOfSide } from './flameOfSide.ts'
import { graphOfSides } from './graphOfSides.ts'
import type { Normalisation } from './side.ts'

export interface ComparisonFixture {
  /** Of both. */
  profile: Profile
  compared: ComparedSides
  /** All of the call graph. */
  graph: VisibleGraph
  /** All paths of one side. */
  flame: (side: 'a' | 'b') => FlameTable
}

export function comparisonOf(a: Profile, b: Profile, by: Normalisation = 'time'): ComparisonFixture {
  const both = bothProfiles(a, b)
  return {
    profile: both.profile,
    compared: compareSides(both, by),
    graph: graphOfSides(both.profile, both, { minShare: 0, pinned: [] }),
    flame: side => flameOfSide(both.profile, both[side], { cut: 0, path: [] }),
  }
}
