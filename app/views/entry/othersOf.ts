import { type ArcRow, entryOf, type FunctionRow, type Profile } from '../../../src/index.ts'

/** Arcs of a function, heaviest first, without those to itself, which its own line tells. */
export function othersOf(profile: Profile, fn: FunctionRow): { callers: ArcRow[]; callees: ArcRow[] } {
  const { arcs } = profile
  const { callers, callees } = entryOf(profile, fn)
  return {
    callers: callers.filter(arc => arcs.caller[arc] !== fn),
    callees: callees.filter(arc => arcs.callee[arc] !== fn),
  }
}
