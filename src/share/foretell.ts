// What follows from what is stored of a profile. Writer and reader work it out alike, from the same code that made it in
// the first place; what is otherwise all the same is then stored as a difference.

import { assembleFrom, type Measured, rootsOf, type Tables } from '../analyse/assemble.ts'
import { findCycles, type Membership } from '../analyse/findCycles.ts'
import type { FunctionTable } from '../profile.ts'
import type { Calls } from './calls.ts'
import { listedOrder } from './listedOrder.ts'
import type { Ties } from './ties.ts'

/** What is stored, by function and by call. */
export interface Stored {
  functions: Pick<FunctionTable, 'length' | 'name' | 'index' | 'self' | 'calls' | 'explained'>
  calls: Calls
  membership: Membership
  cycleNumber: Int32Array
  cycleIndex: Int32Array
  roots: Int32Array
  /** By call and by root behind them: times that are known otherwise; see `propagateTime`. */
  given: Float64Array
}

/** Calls of each function, without those to itself; NaN for none. */
export function foretellCalls(functions: number, { caller, callee, count }: Calls): Float64Array {
  const calls = new Float64Array(functions)
  for (let call = 0; call < caller.length; call++) if (caller[call] !== callee[call]) calls[callee[call]] += count[call]
  return calls.map(n => n || Number.NaN)
}

export const foretellMembership = (functions: number, { caller, callee }: Calls): Membership =>
  findCycles({ functions, caller, callee })

/** 1 where a function has a spontaneous caller. */
export function foretellRoots(stored: Pick<Stored, 'functions' | 'calls' | 'membership'>): Uint8Array {
  const rooted = new Uint8Array(stored.functions.length)
  for (const fn of rootsOf({ ...stored, arcs: stored.calls })) rooted[fn] = 1
  return rooted
}

/**
 * Functions and, behind them, cycles by gprof's numbers: most time first; of equal ones cycles, then those without `_`,
 * then those with most calls. A function with a number has the next one after that of the one before it, nearly always.
 */
export function foretellRanks({ functions, cycles }: Tables): Int32Array {
  const n = functions.length
  const known = (value: number) => (Number.isNaN(value) ? -1 : value)
  const time = Float64Array.from({ length: n + cycles.length }, (_, row) =>
    known(row < n ? functions.self[row] + functions.children[row] : cycles.self[row - n] + cycles.children[row - n]),
  )
  const late = (row: number) => (row >= n ? -1 : Number(functions.name[row].startsWith('_')))
  const calls = (row: number) => (row >= n ? 0 : known(functions.calls[row]))
  return new Int32Array(time.length)
    .map((_, row) => row)
    .sort((a, b) => time[b] - time[a] || late(a) - late(b) || calls(b) - calls(a) || a - b)
}

export interface Foretold extends Tables {
  /** For each arc of the tables its place among the stored ones, calls first, then roots. */
  places: Uint32Array
}

/** All tables, with arcs as they are stored, and times worked out in that order. */
export function foretellTables(stored: Stored): Foretold {
  const tables = assembled(stored, stored.calls, stored.given)
  return { ...tables, places: Uint32Array.from(tables.arcs.caller.keys()) }
}

/** The same in the order of a listing of them. */
export function foretellListed(stored: Stored, tables: Tables, ties: Ties): Foretold {
  const { mentioned, order } = listedOrder(tables, ties)
  const take = <T extends Int32Array | Float64Array>(column: T): T =>
    column.map((value, i) => (i < mentioned.length ? column[mentioned[i]] : value)) as T
  const { caller, callee, count } = stored.calls
  const calls = { caller: take(caller), callee: take(callee), count: take(count) }
  const listed = assembled(stored, calls, take(stored.given))
  const rows = Uint32Array.from(tables.arcs.caller.keys(), i => order[i] ?? i)
  return { ...listed, arcs: reordered(listed.arcs, rows), places: rows.map(i => mentioned[i] ?? i) }
}

function assembled(
  { functions, membership, cycleNumber, cycleIndex, roots }: Stored,
  calls: Calls,
  given: Float64Array,
) {
  const measured: Measured = { functions, arcs: calls, membership, cycleNumber, cycleIndex }
  return assembleFrom(measured, roots, given)
}

/** Arcs in another order: for each place the row that goes there. */
export function reordered(arcs: Tables['arcs'], rows: Uint32Array): Tables['arcs'] {
  const take = <T extends Int32Array | Float64Array>(column: T): T => column.map((_, i) => column[rows[i]]) as T
  const { length, caller, callee, count, self, children } = arcs
  return {
    length,
    caller: take(caller),
    callee: take(callee),
    count: take(count),
    self: take(self),
    children: take(children),
  }
}
