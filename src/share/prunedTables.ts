// The figures of a pruned profile. Where times were worked out, they are again, by the same arithmetic, with the time that
// goes into the others as given: so all that is not in the others is as it was, and takes no room in a link. Where they
// are as a listing printed them, they are taken over and added up.

import { assembleFrom, type Measured, type Tables } from '../analyse/assemble.ts'
import { NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import type { PrunedArc, PrunedRows } from './prunedRows.ts'

/** Times worked out. */
export function workOut(profile: Profile, rows: PrunedRows, arcs: PrunedArc[]): Tables {
  const calls = arcs.filter(({ caller }) => caller !== SPONTANEOUS)
  const given = Float64Array.from(arcs, ({ callee, from }) =>
    callee === rows.others ? sum(profile.arcs.self, from) + sum(profile.arcs.children, from) : Number.NaN,
  )
  const roots = Int32Array.from(arcs.slice(calls.length), ({ callee }) => callee)
  const tables = assembleFrom(measuredOf(profile, rows, calls), roots, given)
  // Calls among members that are one row now are calls of that row to itself, but still are calls inside the cycle.
  tables.cycles.innerCalls = Float64Array.from(rows.cycles, each => profile.cycles.innerCalls[each])
  return tables
}

/** Times as they were. */
export function addUp(profile: Profile, rows: PrunedRows, arcs: PrunedArc[]): Tables {
  const { cycles } = profile
  const { functions, arcs: ends, membership, cycleNumber, cycleIndex } = measuredOf(profile, rows, arcs)
  const { cycle } = membership
  const isInner = arcs.map(
    ({ caller, callee }) =>
      caller === callee || (caller !== SPONTANEOUS && cycle[caller] !== NO_CYCLE && cycle[caller] === cycle[callee]),
  )
  const timeOf = (column: Float64Array) =>
    Float64Array.from(arcs, ({ from }, arc) =>
      isInner[arc] ? Number.NaN : from.length === 1 ? column[from[0]] : sum(column, from),
    )
  const [self, children] = [timeOf(profile.arcs.self), timeOf(profile.arcs.children)]
  const received = sumsBy(ends.callee, rows.length, arc => self[arc] + children[arc])
  const passed = sumsBy(ends.caller, rows.length, arc => self[arc] + children[arc])
  const childrenOf = rows.sumOf(profile.functions.children)
  if (rows.others >= 0) childrenOf[rows.others] = Math.max(0, received[rows.others] - functions.self[rows.others])
  if (rows.callers >= 0) childrenOf[rows.callers] = passed[rows.callers]
  const ofCycle = (column: Float64Array) => Float64Array.from(rows.cycles, each => column[each])
  const selfCalls = sumsBy(ends.caller, rows.length, arc =>
    ends.caller[arc] === ends.callee[arc] ? ends.count[arc] : Number.NaN,
  )
  return {
    functions: { ...functions, children: childrenOf, selfCalls, cycle },
    arcs: { length: arcs.length, ...ends, self, children },
    cycles: {
      length: rows.cycles.length,
      number: cycleNumber,
      index: cycleIndex,
      self: ofCycle(cycles.self),
      children: ofCycle(cycles.children),
      calls: ofCycle(cycles.calls),
      innerCalls: ofCycle(cycles.innerCalls),
    },
  }
}

function measuredOf({ functions, arcs, cycles }: Profile, rows: PrunedRows, pruned: PrunedArc[]): Measured {
  const count = Float64Array.from(pruned, ({ caller, from }) =>
    caller === SPONTANEOUS ? Number.NaN : sum(arcs.count, from),
  )
  const received = sumsBy(
    pruned.map(({ callee }) => callee),
    rows.length,
    arc => (pruned[arc].caller === pruned[arc].callee ? Number.NaN : count[arc]),
  )
  return {
    functions: {
      length: rows.length,
      name: rows.name,
      index: Int32Array.from(rows.from, fn => (fn < 0 ? -1 : functions.index[fn])),
      self: rows.sumOf(functions.self),
      calls: Float64Array.from(rows.from, (fn, row) => (fn < 0 ? received[row] || Number.NaN : functions.calls[fn])),
      explained: Uint8Array.from(rows.from, (fn, row) =>
        fn >= 0 ? functions.explained[fn] : row === rows.others || row === rows.callers ? 0 : 1,
      ),
    },
    arcs: {
      caller: Int32Array.from(pruned, ({ caller }) => caller),
      callee: Int32Array.from(pruned, ({ callee }) => callee),
      count,
    },
    membership: { cycle: rows.cycle, cycles: rows.cycles.length },
    cycleNumber: Int32Array.from(rows.cycles, each => cycles.number[each]),
    cycleIndex: Int32Array.from(rows.cycles, each => cycles.index[each]),
  }
}

/** What is known of some rows of a column, added up. */
const sum = (column: Float64Array, rows: number[]): number => rows.reduce((all, row) => all + (column[row] || 0), 0)

/** Values by row, added up by key; a key of -1 and a value of NaN are left out. */
function sumsBy(keys: ArrayLike<number>, length: number, of: (row: number) => number): Float64Array {
  const sums = new Float64Array(length)
  for (let row = 0; row < keys.length; row++) if (keys[row] >= 0) sums[keys[row]] += of(row) || 0
  return sums
}
