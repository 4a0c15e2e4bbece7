// What the entries of a call graph say, by function row. An arc is printed up to twice, below the primary line of its
// caller and above that of its callee, with the same figures; either is enough.

import { type GraphRows, Kind } from '../parse/listing.ts'
import type { FoundFunctions } from './matchFunctions.ts'

/** "cycle N as a whole". */
export interface CycleHead {
  index: number
  self: number
  children: number
  /** Calls from outside; NaN where blank. */
  calls: number
  innerCalls: number
}

/** Pairs of caller and callee, each once, in order of first mention. Times are as printed; NaN within a cycle. */
export interface FoundArcs {
  length: number
  caller: Int32Array
  callee: Int32Array
  count: Float64Array
  self: Float64Array
  children: Float64Array
}

export interface Entries {
  /** Entries found, those of cycles as a whole too. */
  length: number
  /** The highest `[n]` anywhere: gprof numbers every function and cycle, also those without an entry. */
  highestIndex: number
  /** By function row: 1 for a function with an entry of its own. */
  hasEntry: Uint8Array
  /** By function row: 1 where the entry says `<spontaneous>`. */
  spontaneous: Uint8Array
  /** By function row: 1 where gprof left the entry out on request, `(n)`. */
  excluded: Uint8Array
  /** By function row, of the primary line: NaN where there is none. */
  primarySelf: Float64Array
  primaryChildren: Float64Array
  /** By function row, of the primary line, else of the cycle's list of members; NaN where neither tells. */
  self: Float64Array
  children: Float64Array
  /** By function row: calls, without those to itself; 0 where the line leaves them blank; NaN where there is no line. */
  calls: Float64Array
  selfCalls: Float64Array
  /** By function row: the m of `n/m` where the function is the callee: its calls, or those of its cycle; else NaN. */
  denominator: Float64Array
  /** By function row: N of `<cycle N>`; 0 for none. */
  cycle: Int32Array
  heads: Map<number, CycleHead>
  arcs: FoundArcs
  /** For each row of the call graph the arc it tells of; -1 for rows that are no arc. */
  arcOfRow: Int32Array
  /** Arcs whose two mentions disagree. */
  contradictions: number
}

export function readEntries(graph: GraphRows | null, found: FoundFunctions): Entries {
  const functions = found.length
  const blank = () => new Float64Array(functions).fill(Number.NaN)
  const entries: Entries = {
    length: 0,
    highestIndex: 0,
    hasEntry: new Uint8Array(functions),
    spontaneous: new Uint8Array(functions),
    excluded: new Uint8Array(functions),
    primarySelf: blank(),
    primaryChildren: blank(),
    self: blank(),
    children: blank(),
    calls: blank(),
    selfCalls: blank(),
    denominator: blank(),
    cycle: new Int32Array(functions),
    heads: new Map(),
    arcs: emptyArcs(graph?.length ?? 0),
    arcOfRow: new Int32Array(graph?.length ?? 0).fill(-1),
    contradictions: 0,
  }
  if (!graph) return entries
  const fnOf = (row: number) => found.rowOfIndex.get(graph.index[row]) ?? -1

  for (let row = 0; row < graph.length; row++) {
    entries.highestIndex = Math.max(entries.highestIndex, graph.index[row])
    if (graph.kind[row] === Kind.cycleHead || graph.kind[row] === Kind.spontaneous) continue
    const fn = fnOf(row)
    if (fn < 0) continue
    if (graph.cycle[row] > 0) entries.cycle[fn] = graph.cycle[row]
    if (graph.excluded[row]) entries.excluded[fn] = 1
  }

  const addArc = arcAdder(entries, functions)
  for (let first = 0, end = 0; first < graph.length; first = end) {
    end = first + 1
    while (end < graph.length && graph.entry[end] === graph.entry[first]) end++
    const primary = primaryRow(graph, first, end)
    if (primary < 0) continue
    entries.length++
    if (graph.kind[primary] === Kind.cycleHead) {
      entries.heads.set(graph.cycle[primary], {
        index: graph.index[primary],
        self: graph.self[primary],
        children: graph.children[primary],
        calls: graph.count[primary],
        innerCalls: graph.total[primary] || 0,
      })
      for (let row = first; row < end; row++)
        if (graph.kind[row] === Kind.member) readFigures(entries, fnOf(row), graph, row)
      continue
    }
    const fn = fnOf(primary)
    if (fn < 0) continue
    readFigures(entries, fn, graph, primary)
    for (let row = first; row < end; row++) {
      const kind = graph.kind[row]
      if (kind === Kind.spontaneous && row < primary) entries.spontaneous[fn] = 1
      if (kind !== Kind.arc && kind !== Kind.inner) continue
      const other = fnOf(row)
      if (other < 0) continue
      if (row < primary) addArc(other, fn, graph, row)
      else addArc(fn, other, graph, row)
    }
  }
  addUnlistedSelfArcs(entries)
  trimArcs(entries.arcs)
  return entries
}

function primaryRow(graph: GraphRows, first: number, end: number): number {
  for (let row = first; row < end; row++)
    if (graph.kind[row] === Kind.primary || graph.kind[row] === Kind.cycleHead) return row
  return -1
}

/** Takes over what a primary line, or a line in a cycle's list of members, says of a function. */
function readFigures(entries: Entries, fn: number, graph: GraphRows, row: number) {
  if (fn < 0 || entries.hasEntry[fn]) return
  if (graph.kind[row] === Kind.primary) {
    entries.hasEntry[fn] = 1
    entries.primarySelf[fn] = graph.self[row]
    entries.primaryChildren[fn] = graph.children[row]
  }
  entries.self[fn] = graph.self[row]
  entries.children[fn] = graph.children[row]
  entries.calls[fn] = graph.count[row] || 0
  entries.selfCalls[fn] = graph.total[row] || 0
}

/** Adds an arc, or to an arc already met what its other mention tells. */
function arcAdder(entries: Entries, functions: number) {
  const { arcs, arcOfRow } = entries
  const arcOfPair = new Map<number, number>()
  return (caller: number, callee: number, graph: GraphRows, row: number) => {
    const timed = graph.kind[row] === Kind.arc && caller !== callee
    const count = graph.count[row] || 0
    if (timed && !(entries.denominator[callee] >= 0)) entries.denominator[callee] = graph.total[row]
    const pair = caller * functions + callee
    const known = arcOfPair.get(pair)
    if (known !== undefined) {
      arcOfRow[row] = known
      if (arcs.count[known] !== count) entries.contradictions++
      return
    }
    const arc = arcs.length++
    arcOfRow[row] = arc
    arcOfPair.set(pair, arc)
    arcs.caller[arc] = caller
    arcs.callee[arc] = callee
    arcs.count[arc] = count
    arcs.self[arc] = timed ? graph.self[row] : Number.NaN
    arcs.children[arc] = timed ? graph.children[row] : Number.NaN
  }
}

/** Calls of a function to itself that its primary line tells, `n+m`, where the row of the arc is missing. */
function addUnlistedSelfArcs({ arcs, selfCalls }: Entries) {
  const listed = new Set<number>()
  for (let arc = 0; arc < arcs.length; arc++) if (arcs.caller[arc] === arcs.callee[arc]) listed.add(arcs.caller[arc])
  for (let fn = 0; fn < selfCalls.length; fn++) {
    if (!(selfCalls[fn] > 0) || listed.has(fn)) continue
    const arc = arcs.length++
    arcs.caller[arc] = arcs.callee[arc] = fn
    arcs.count[arc] = selfCalls[fn]
    arcs.self[arc] = arcs.children[arc] = Number.NaN
  }
}

/** Room for as many arcs as there are rows: each row tells of one arc at most. */
const emptyArcs = (rows: number): FoundArcs => ({
  length: 0,
  caller: new Int32Array(rows),
  callee: new Int32Array(rows),
  count: new Float64Array(rows),
  self: new Float64Array(rows),
  children: new Float64Array(rows),
})

function trimArcs(arcs: FoundArcs) {
  arcs.caller = arcs.caller.slice(0, arcs.length)
  arcs.callee = arcs.callee.slice(0, arcs.length)
  arcs.count = arcs.count.slice(0, arcs.length)
  arcs.self = arcs.self.slice(0, arcs.length)
  arcs.children = arcs.children.slice(0, arcs.length)
}
