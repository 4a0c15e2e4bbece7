// The call graph against itself: what is printed twice, what adds up, and what is a share of something else. Figures that
// are rounded are held to the roundings of all that they are worked out from; counts have none.

import { type GraphRows, Kind } from '../parse/listing.ts'
import type { FunctionRow } from '../profile.ts'
import { type EntryRows, entriesOf } from './entryRows.ts'
import type { Figure, Ledger } from './ledger.ts'
import { halfDigit, percentOf, type Share, wholeOf } from './wholeOf.ts'

/** What the flat profile says of a function; NaN where it does not. */
export interface FlatFigures {
  self(fn: FunctionRow): number
  calls(fn: FunctionRow): number
  /** The line of its row. */
  lineOf(fn: FunctionRow): number
}

/**
 * @param fnOf The function behind a number of the call graph; -1 for none.
 * @param half What a printed time may be off.
 * @param total What the heading says that all time is; NaN where it says nothing.
 * @param isPart Whether gprof left time out: an entry then has a part of its function's time, and callers parts of all of it.
 */
export function checkGraph(
  ledger: Ledger,
  graph: GraphRows,
  flat: FlatFigures,
  {
    fnOf,
    half,
    total,
    isPart,
  }: { fnOf: (number: number) => FunctionRow; half: number; total: number; isPart: boolean },
): void {
  const entries = entriesOf(graph)
  const primaryOf = new Map<number, EntryRows>()
  const headOf = new Map<number, EntryRows>()
  /** How many functions say that they are in a cycle. */
  const membersOf = new Map<number, number>()
  for (const entry of entries) {
    if (entry.primary < 0) continue
    const cycle = graph.cycle[entry.primary]
    if (graph.kind[entry.primary] === Kind.cycleHead) headOf.set(cycle, entry)
    else primaryOf.set(graph.index[entry.primary], entry)
    if (graph.kind[entry.primary] === Kind.primary) membersOf.set(cycle, (membersOf.get(cycle) ?? 0) + 1)
  }
  const at = (row: number) => ({
    table: 'graph' as const,
    fn: graph.kind[row] === Kind.cycleHead || graph.kind[row] === Kind.spontaneous ? -1 : fnOf(graph.index[row]),
    line: graph.line[row],
  })
  const check = (row: number, figure: Figure, expected: number, slack: number) =>
    ledger.check(at(row), figure, columnOf(graph, row, figure), expected, slack)
  const isLeftOut = (row: number) => graph.excluded[row] === 1
  const sum = (rows: readonly number[], column: Float64Array) => rows.reduce((all, row) => all + column[row], 0)

  checkShares()
  for (const entry of entries) {
    if (entry.primary < 0) continue
    if (graph.kind[entry.primary] === Kind.cycleHead) checkCycle(entry)
    else checkFunction(entry)
  }
  for (const entry of entries) if (entry.primary >= 0) checkArcs(entry)
  checkTwins()

  /** Percentages are shares of all time. */
  function checkShares() {
    const percentHalf = halfDigit(graph.percent)
    const rows = entries.map(({ primary }) => primary).filter(row => row >= 0)
    const share = (row: number): Share => ({
      time: graph.self[row] + graph.children[row],
      timeSlack: 2 * half,
      percent: graph.percent[row],
      percentSlack: percentHalf,
    })
    const votes = rows.map(share)
    if (total > 0) votes.push({ time: total, timeSlack: half, percent: 100, percentSlack: 0 })
    const whole = wholeOf(votes, total)
    if (!whole) return
    for (const row of rows) {
      const { value, slack } = percentOf(graph.self[row] + graph.children[row], 2 * half, whole)
      check(row, 'percent', value, slack + percentHalf)
    }
  }

  /** A primary line: the flat profile says the same, callers and callees add up to it. */
  function checkFunction({ primary, above, below, isWhole }: EntryRows) {
    const fn = fnOf(graph.index[primary])
    // What both tables print is the same. A blank in either is no call.
    if (!Number.isNaN(flat.lineOf(fn))) {
      const row = { table: 'flat' as const, fn, line: flat.lineOf(fn) }
      const [inFlat, inGraph] = [flat.calls(fn) || 0, graph.count[primary] || 0]
      check(primary, 'self', flat.self(fn), 0)
      ledger.check(row, 'self', flat.self(fn), graph.self[primary], 0)
      ledger.check(at(primary), 'calls', inGraph, inFlat, 0)
      ledger.check(row, 'calls', inFlat, inGraph, 0)
    }
    if (!isWhole) return
    const timed = below.filter(row => graph.kind[row] === Kind.arc)
    check(primary, 'children', sum(timed, graph.self) + sum(timed, graph.children), (2 * timed.length + 1) * half)
    const own = above.find(row => graph.index[row] === graph.index[primary] && graph.kind[row] === Kind.inner)
    ledger.check(at(primary), 'selfCalls', graph.total[primary] || 0, own === undefined ? 0 : graph.count[own], 0)
    const callers = above.filter(row => row !== own && graph.kind[row] !== Kind.spontaneous)
    if (callers.length === 0) return
    check(primary, 'calls', sum(callers, graph.count), 0)
    // A function that gprof leaves out, `(n)`, may have calls and no time for them.
    if (graph.cycle[primary] > 0 || !(graph.count[primary] > 0) || callers.some(isLeftOut)) return
    check(primary, 'self', sum(callers, graph.self), (callers.length + 1) * half)
    check(primary, 'children', sum(callers, graph.children), (callers.length + 1) * half)
  }

  /** A cycle as a whole: its members add up to it, and each has the figures of its own entry. */
  function checkCycle({ primary, below, isWhole }: EntryRows) {
    const members = below.filter(row => graph.kind[row] === Kind.member)
    const own = members.map(row => primaryOf.get(graph.index[row]))
    for (const [i, row] of members.entries()) {
      const entry = own[i]
      if (!entry) continue
      check(row, 'self', graph.self[entry.primary], 0)
      check(row, 'children', graph.children[entry.primary], 0)
      check(row, 'calls', graph.count[entry.primary], 0)
      ledger.check(at(row), 'selfCalls', graph.total[row] || 0, graph.total[entry.primary] || 0, 0)
    }
    // Before 2007, gprof left one member of each cycle out of the list.
    const isListed = own.every(entry => entry?.isWhole) && members.length === membersOf.get(graph.cycle[primary])
    if (!isWhole || !isListed || members.some(isLeftOut)) return
    check(primary, 'self', sum(members, graph.self), (members.length + 1) * half)
    check(primary, 'children', sum(members, graph.children), (members.length + 1) * half)
    const calls = own.flatMap(entry => entry?.above ?? []).filter(row => graph.kind[row] === Kind.arc)
    ledger.check(at(primary), 'calls', graph.count[primary] || 0, sum(calls, graph.count), 0)
    const inner = own.flatMap(
      entry =>
        entry?.above.filter(row => graph.kind[row] === Kind.inner && graph.index[row] !== graph.index[entry.primary]) ??
        [],
    )
    ledger.check(at(primary), 'selfCalls', graph.total[primary] || 0, sum(inner, graph.count), 0)
  }

  /** Callers and callees: each has the part of the callee's time that it has of its calls. */
  function checkArcs({ primary, above, below }: EntryRows) {
    for (const row of [...above, ...below]) {
      if (graph.kind[row] !== Kind.arc) continue
      const callee = row < primary ? primary : primaryOf.get(graph.index[row])?.primary
      const cycle = row < primary ? graph.cycle[primary] : graph.cycle[row]
      const whole = cycle > 0 ? headOf.get(cycle)?.primary : callee
      if (whole === undefined) continue
      check(row, 'allCalls', graph.count[whole], 0)
      if (isPart || isLeftOut(row)) continue
      const part = graph.count[row] / graph.total[row]
      for (const figure of ['self', 'children'] as const)
        if (ledger.agrees(graph.line[whole], figure)) check(row, figure, graph[figure][whole] * part, (part + 1) * half)
    }
  }

  /** An arc is printed below the primary line of its caller, and above that of its callee. */
  function checkTwins() {
    const above = new Map<string, number>()
    for (const entry of entries)
      if (entry.primary >= 0)
        for (const row of entry.above) above.set(`${graph.index[row]} ${graph.index[entry.primary]}`, row)
    for (const { primary, below } of entries) {
      if (primary < 0) continue
      for (const row of below) {
        const twin = above.get(`${graph.index[primary]} ${graph.index[row]}`)
        if (twin === undefined || graph.kind[twin] !== graph.kind[row]) continue
        for (const figure of ['self', 'children', 'calls', 'allCalls'] as const) {
          check(row, figure, columnOf(graph, twin, figure), 0)
          check(twin, figure, columnOf(graph, row, figure), 0)
        }
      }
    }
  }
}

function columnOf({ percent, self, children, count, total, kind }: GraphRows, row: number, figure: Figure): number {
  switch (figure) {
    case 'percent':
      return percent[row]
    case 'self':
      return self[row]
    case 'children':
      return children[row]
    case 'calls':
      return count[row]
    case 'allCalls':
      return kind[row] === Kind.arc ? total[row] : Number.NaN
    default:
      return Number.NaN
  }
}
