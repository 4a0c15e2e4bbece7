// gprof's own block for one function: its callers, the primary line, its callees.

import { type ArcRow, type FunctionRow, NO_CYCLE, type Profile } from '../profile.ts'
import { adjacencyOf, rowsOf } from './adjacency.ts'

/** The rows of one entry, heaviest first; calls inside the function's cycle and of itself, which carry no time, come last. */
export interface Entry {
  fn: FunctionRow
  /** Arcs into the function, from {@link SPONTANEOUS} too. */
  callers: ArcRow[]
  callees: ArcRow[]
}

/** The entry of a function. */
export function entryOf(profile: Profile, fn: FunctionRow): Entry {
  const { callers, callees } = adjacencyOf(profile)
  const byWeight = (a: ArcRow, b: ArcRow) =>
    timeOf(profile, b) - timeOf(profile, a) || profile.arcs.count[b] - profile.arcs.count[a] || a - b
  return { fn, callers: [...rowsOf(callers, fn)].sort(byWeight), callees: [...rowsOf(callees, fn)].sort(byWeight) }
}

const timeOf = ({ arcs }: Profile, arc: ArcRow) => {
  const time = arcs.self[arc] + arcs.children[arc]
  return Number.isNaN(time) ? -1 : time
}

/** Whether both ends of an arc are one function or in one cycle, so that gprof passes no time along it. */
export function isInner({ functions, arcs }: Pick<Profile, 'functions' | 'arcs'>, arc: ArcRow): boolean {
  const from = arcs.caller[arc]
  const to = arcs.callee[arc]
  return (
    from === to || (from >= 0 && functions.cycle[from] !== NO_CYCLE && functions.cycle[from] === functions.cycle[to])
  )
}

/**
 * All calls that the callee of an arc received, the m of gprof's `n/m`: those of its whole cycle from outside, if it is
 * in one. NaN where unknown.
 */
export function allCalls({ functions, cycles, arcs }: Profile, arc: ArcRow): number {
  const callee = arcs.callee[arc]
  return functions.cycle[callee] === NO_CYCLE ? functions.calls[callee] : cycles.calls[functions.cycle[callee]]
}

/** Members of a cycle, heaviest first. */
export function membersOf({ functions }: Profile, cycle: number): FunctionRow[] {
  const members: FunctionRow[] = []
  for (let fn = 0; fn < functions.length; fn++) if (functions.cycle[fn] === cycle) members.push(fn)
  const time = (fn: FunctionRow) => functions.self[fn] + functions.children[fn]
  return members.sort((a, b) => time(b) - time(a) || a - b)
}
