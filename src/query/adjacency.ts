import { type Groups, groupRows, rowsOf } from '../analyse/groupRows.ts'
import { type ArcRow, type FunctionRow, type Profile, SPONTANEOUS } from '../profile.ts'

export { rowsOf }

/** Arcs by caller and by callee. */
export interface Adjacency {
  /** Arc rows that leave a function. */
  callees: Groups
  /** Arc rows that enter a function, spontaneous ones too. */
  callers: Groups
}

const known = new WeakMap<Profile['arcs'], Adjacency>()

/** Arcs by either end; worked out once for each profile. */
export function adjacencyOf(profile: Pick<Profile, 'arcs' | 'functions'>): Adjacency {
  let found = known.get(profile.arcs)
  if (!found) {
    const { caller, callee } = profile.arcs
    const functions = profile.functions.length
    found = { callees: groupRows(caller, functions), callers: groupRows(callee, functions) }
    known.set(profile.arcs, found)
  }
  return found
}

export const calleeArcs = (profile: Profile, fn: FunctionRow): ArrayLike<ArcRow> & Iterable<ArcRow> =>
  rowsOf(adjacencyOf(profile).callees, fn)
export const callerArcs = (profile: Profile, fn: FunctionRow): ArrayLike<ArcRow> & Iterable<ArcRow> =>
  rowsOf(adjacencyOf(profile).callers, fn)

/** Whether gprof knows no caller of this function. */
export function isRoot(profile: Profile, fn: FunctionRow): boolean {
  for (const arc of callerArcs(profile, fn)) if (profile.arcs.caller[arc] === SPONTANEOUS) return true
  return false
}
