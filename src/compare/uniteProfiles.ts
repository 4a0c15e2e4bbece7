// Two profiles with the same rows. Each keeps its own figures and gains, without time and without calls, the functions and
// arcs that only the other has. So any view can show either of them, what is chosen stays chosen from one to the other,
// and the row of a function or a call in one is its row in the other. Only the arcs from spontaneous callers, which come
// last, are each profile's own: nobody is recorded to call it, is said of one program and not of the other.
//
// An arc with a count of 0 is what gprof makes of a call that stands in the code and was never made; here it is a call
// that only the other program makes.

import { type ArcTable, type FunctionTable, NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { adjacencyOf, rowsOf } from '../query/adjacency.ts'
import { type FunctionPairs, pairFunctions } from './pairFunctions.ts'

/** Both profiles with one numbering. */
export interface United {
  a: Profile
  b: Profile
  /** So many rows of arcs mean the same in both. */
  calls: number
  /** By row of functions: in which of the two it is. */
  inA: Uint8Array
  inB: Uint8Array
}

/** Gives two profiles the same rows. The order is that of the second, with what only the first has behind it. */
export function uniteProfiles(a: Profile, b: Profile): United {
  const pairs = pairFunctions(a, b)
  const order = rowsInOrder(pairs, b.functions.length)
  const rowsA = order.map(pair => pairs.a[pair])
  const rowsB = order.map(pair => pairs.b[pair])
  const arcs = uniteArcs(a, b, rowsA, rowsB)
  return {
    a: widen(a, rowsA, b, rowsB, arcs, arcs.rowInA),
    b: widen(b, rowsB, a, rowsA, arcs, arcs.rowInB),
    calls: arcs.length,
    inA: Uint8Array.from(rowsA, row => (row >= 0 ? 1 : 0)),
    inB: Uint8Array.from(rowsB, row => (row >= 0 ? 1 : 0)),
  }
}

/** Pairs in the order of the second profile; those that it lacks come last. */
function rowsInOrder({ length, b }: FunctionPairs, functions: number): Int32Array {
  const order = new Int32Array(length)
  let last = functions
  for (let pair = 0; pair < length; pair++) order[b[pair] >= 0 ? b[pair] : last++] = pair
  return order
}

/** All calls by united rows of functions, those of the second profile first, and where each is in either; -1 for nowhere. */
interface UnitedArcs {
  length: number
  caller: Int32Array
  callee: Int32Array
  rowInA: Int32Array
  rowInB: Int32Array
}

function uniteArcs(a: Profile, b: Profile, rowsA: Int32Array, rowsB: Int32Array): UnitedArcs {
  const ofA = inverse(rowsA, a.functions.length)
  const ofB = inverse(rowsB, b.functions.length)
  const partner = arcsInBoth(a, b, ofA, ofB, rowsB)
  const fromB = callsOf(b)
  const row = new Int32Array(b.arcs.length)
  fromB.forEach((arc, i) => {
    row[arc] = i
  })
  const fromA = callsOf(a)
  const added = fromA.filter(arc => partner[arc] < 0)
  const length = fromB.length + added.length
  const rowInA = new Int32Array(length).fill(-1)
  for (const arc of fromA) if (partner[arc] >= 0) rowInA[row[partner[arc]]] = arc
  rowInA.set(added, fromB.length)
  const rowInB = new Int32Array(length).fill(-1)
  rowInB.set(fromB)
  const ends = (column: 'caller' | 'callee') =>
    Int32Array.from({ length }, (_, i) =>
      rowInB[i] >= 0 ? ofB[b.arcs[column][rowInB[i]]] : ofA[a.arcs[column][rowInA[i]]],
    )
  return { length, caller: ends('caller'), callee: ends('callee'), rowInA, rowInB }
}

/** Rows of arcs that have a caller. */
const callsOf = ({ arcs }: Profile): Int32Array =>
  arcs.caller.map((_, arc) => arc).filter(arc => arcs.caller[arc] !== SPONTANEOUS)

function inverse(rows: Int32Array, length: number): Int32Array {
  const of = new Int32Array(length)
  for (let row = 0; row < rows.length; row++) if (rows[row] >= 0) of[rows[row]] = row
  return of
}

/** For each arc of the first profile the same one of the second; -1 for none. O(functions + arcs). */
function arcsInBoth(a: Profile, b: Profile, ofA: Int32Array, ofB: Int32Array, rowsB: Int32Array): Int32Array {
  const partner = new Int32Array(a.arcs.length).fill(-1)
  const intoA = adjacencyOf(a).callers
  const intoB = adjacencyOf(b).callers
  // By caller: the latest callee that it was met with, and the arc.
  const met = new Int32Array(rowsB.length).fill(-1)
  const by = new Int32Array(rowsB.length)
  for (let fn = 0; fn < a.functions.length; fn++) {
    const callee = ofA[fn]
    if (rowsB[callee] < 0) continue
    for (const arc of rowsOf(intoB, rowsB[callee])) {
      if (b.arcs.caller[arc] === SPONTANEOUS) continue
      const caller = ofB[b.arcs.caller[arc]]
      met[caller] = callee
      by[caller] = arc
    }
    for (const arc of rowsOf(intoA, fn)) {
      const caller = a.arcs.caller[arc]
      if (caller !== SPONTANEOUS && met[ofA[caller]] === callee) partner[arc] = by[ofA[caller]]
    }
  }
  return partner
}

/** A profile with the rows of both: where it has nothing itself, there is neither time nor a call. */
function widen(
  own: Profile,
  rows: Int32Array,
  other: Profile,
  otherRows: Int32Array,
  united: UnitedArcs,
  arcRows: Int32Array,
): Profile {
  const { functions } = own
  const text = (ownTexts: string[], others: string[]) =>
    Array.from(rows, (row, i) => (row >= 0 ? ownTexts[row] : others[otherRows[i]]))
  const numbers = (column: Float64Array, absent: number) =>
    Float64Array.from(rows, row => (row >= 0 ? column[row] : absent))
  const table: FunctionTable = {
    length: rows.length,
    name: text(functions.name, other.functions.name),
    index: rows.map(row => (row >= 0 ? functions.index[row] : -1)),
    self: numbers(functions.self, 0),
    children: numbers(functions.children, 0),
    calls: numbers(functions.calls, Number.NaN),
    selfCalls: numbers(functions.selfCalls, 0),
    cycle: rows.map(row => (row >= 0 ? functions.cycle[row] : NO_CYCLE)),
    explained: Uint8Array.from(rows, row => (row >= 0 ? functions.explained[row] : 1)),
  }
  const { symbols } = own
  return {
    ...own,
    functions: table,
    arcs: widenArcs(own, table, rows, united, arcRows),
    printed: null,
    symbols: symbols && other.symbols ? text(symbols, other.symbols) : null,
  }
}

/** All calls, then the arcs from spontaneous callers; what the profile lacks altogether, nobody is recorded to call. */
function widenArcs(
  { arcs }: Profile,
  functions: FunctionTable,
  rows: Int32Array,
  united: UnitedArcs,
  arcRows: Int32Array,
): ArcTable {
  const of = inverse(rows, rows.length)
  const roots = arcs.caller.map((_, arc) => arc).filter(arc => arcs.caller[arc] === SPONTANEOUS)
  const absent = rows.map((_, fn) => fn).filter(fn => rows[fn] < 0)
  const length = united.length + roots.length + absent.length
  const column = (values: Float64Array, absentCall: (arc: number) => number, absentRoot: number) => {
    const wide = new Float64Array(length).fill(absentRoot)
    for (let arc = 0; arc < united.length; arc++) wide[arc] = arcRows[arc] >= 0 ? values[arcRows[arc]] : absentCall(arc)
    roots.forEach((arc, i) => {
      wide[united.length + i] = values[arc]
    })
    return wide
  }
  const caller = new Int32Array(length).fill(SPONTANEOUS)
  caller.set(united.caller)
  const callee = new Int32Array(length)
  callee.set(united.callee)
  callee.set(
    roots.map(arc => of[arcs.callee[arc]]),
    united.length,
  )
  callee.set(absent, united.length + roots.length)
  // Within a cycle gprof has no time for an arc, whether it was called or not.
  const noTime = (arc: number) => (isWithinCycle(functions, united, arc) ? Number.NaN : 0)
  return {
    length,
    caller,
    callee,
    count: column(arcs.count, () => 0, Number.NaN),
    self: column(arcs.self, noTime, 0),
    children: column(arcs.children, noTime, 0),
  }
}

/** Also of a function to itself. */
function isWithinCycle({ cycle }: FunctionTable, { caller, callee }: UnitedArcs, arc: number): boolean {
  const [from, to] = [caller[arc], callee[arc]]
  return from === to || (cycle[from] !== NO_CYCLE && cycle[from] === cycle[to])
}
