import type { ArcRow, Profile } from '../profile.ts'
import { callerArcs } from '../query/adjacency.ts'
import { functionByLabel } from '../query/names.ts'

/** An arc, by the labels of its ends. */
export interface ArcAsked {
  caller: string
  fn: string
}

/** The arc between two functions; -1 for none. */
export function arcByLabels(profile: Profile, { caller, fn }: ArcAsked): ArcRow {
  const [from, to] = [caller, fn].map(label => functionByLabel(profile, label))
  if (from < 0 || to < 0) return -1
  for (const arc of callerArcs(profile, to)) if (profile.arcs.caller[arc] === from) return arc
  return -1
}
