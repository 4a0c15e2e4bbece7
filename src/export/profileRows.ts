// The rows of a report from a profile, wherever it came from. Where a listing printed a time, that is printed again: the
// rounded figure of what gprof knew is nearer than that of what could be worked out from rounded ones.

import { type ArcRow, type CycleRow, type FunctionRow, NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { adjacencyOf, rowsOf } from '../query/adjacency.ts'
import { isInner } from '../query/entry.ts'
import { compareBytes } from './cFormat.ts'
import type { Numbers } from './gprofNumbers.ts'
import {
  type FlatReport,
  type FlatReportRow,
  type GraphReport,
  type IndexCell,
  perCallPrefix,
  type ReportArc,
  type ReportEntry,
} from './reportRows.ts'

/**
 * Rows in the order of the function table. Functions with neither time nor calls have none, unless one that has some
 * comes later: rows fall by time, so theirs was only too short for two decimals.
 */
export function flatOfProfile({ functions, printed, total, samplePeriod, unit }: Profile): FlatReport {
  const { self, calls, children, name } = functions
  let most = 0
  for (let fn = 0; fn < functions.length; fn++)
    if (calls[fn] > 0) most = Math.max(most, (self[fn] + (children[fn] || 0)) / calls[fn] || 0)
  const [letter, scale] = perCallPrefix(most)

  let length = functions.length
  while (length > 0 && !(self[length - 1] > 0) && !(calls[length - 1] > 0)) length--
  // gprof divides by the number of samples; what it credits to functions may add up to a little more.
  const samples = samplePeriod > 0 ? Math.round(total / samplePeriod) * samplePeriod : total
  const rows: FlatReportRow[] = []
  let cumulative = 0
  for (let fn = 0; fn < length; fn++) {
    if (Number.isNaN(self[fn])) continue
    cumulative += self[fn]
    rows.push({
      fn,
      percent: (100 * self[fn]) / (samples > 0 ? samples : 1),
      cumulative,
      self: asPrinted(printed?.functionSelf, self, fn),
      calls: calls[fn],
      selfPerCall: (scale * self[fn]) / calls[fn],
      totalPerCall: (scale * (self[fn] + (children[fn] || 0))) / calls[fn],
      name: name[fn],
    })
  }
  const perCallUnit = `${letter}${unit.slice(0, 1)}/call`
  return { samplePeriod, dimension: unit, perCallUnit, noTime: !(total > 0), rows }
}

/** An entry for each function and each cycle, in the order of their numbers. */
export function graphOfProfile(profile: Profile, numbers: Numbers): GraphReport {
  const { functions, cycles, total, samplePeriod } = profile
  const entries: { number: number; entry: () => ReportEntry }[] = []
  for (let fn = 0; fn < functions.length; fn++)
    if (hasEntry(profile, fn))
      entries.push({ number: numbers.ofFunction[fn], entry: () => functionEntry(profile, numbers, fn) })
  for (let cycle = 0; cycle < cycles.length; cycle++)
    if (cycles.index[cycle] >= 0)
      entries.push({ number: cycles.index[cycle], entry: () => cycleEntry(profile, numbers, cycle) })
  entries.sort((a, b) => a.number - b.number)
  return {
    granularity: 2, // it depends on the program's size, and gprof prints 2 for nearly all
    share: total > 0 ? { percent: (100 * samplePeriod) / total, total } : null,
    entries: entries.map(({ entry }) => entry()),
  }
}

/** Functions with time or calls of their own by name, then cycles by number. */
export function indexOfProfile({ functions, cycles }: Profile, numbers: Numbers): IndexCell[] {
  const rows: number[] = []
  for (let fn = 0; fn < functions.length; fn++) if (functions.self[fn] > 0 || functions.calls[fn] > 0) rows.push(fn)
  rows.sort((a, b) => compareBytes(functions.name[a], functions.name[b]) || a - b)
  const cells = rows.map(fn => ({ number: `[${numbers.ofFunction[fn]}]`, name: functions.name[fn] }))
  const byNumber = [...cycles.number.keys()].sort((a, b) => cycles.number[a] - cycles.number[b])
  for (const cycle of byNumber)
    if (cycles.index[cycle] >= 0)
      cells.push({ number: `[${cycles.index[cycle]}]`, name: `<cycle ${cycles.number[cycle]}>` })
  return cells
}

/** gprof leaves out functions to which nothing happened; what a cut listing does not explain has no entry either. */
export function hasEntry({ functions }: Pick<Profile, 'functions'>, fn: FunctionRow): boolean {
  const { explained, calls, selfCalls, self, children } = functions
  return explained[fn] === 1 && (calls[fn] > 0 || selfCalls[fn] > 0 || self[fn] > 0 || children[fn] > 0)
}

function functionEntry(profile: Profile, numbers: Numbers, fn: FunctionRow): ReportEntry {
  const { functions, arcs, printed, total } = profile
  const { callers, callees } = adjacencyOf(profile)
  const above = [...rowsOf(callers, fn)].filter(arc => arcs.caller[arc] !== SPONTANEOUS)
  // Callers lightest first, callees heaviest first; what weighs the same in the order in which it was recorded.
  above.sort((a, b) => compareArcs(profile, a, b) || a - b)
  const below = [...rowsOf(callees, fn)].sort((a, b) => compareArcs(profile, b, a) || a - b)
  return {
    fn,
    callers: above.map(arc => arcLine(profile, numbers, arc, arcs.caller[arc])),
    index: numbers.ofFunction[fn],
    percent: (100 * (functions.self[fn] + functions.children[fn])) / (total > 0 ? total : 1),
    self: asPrinted(printed?.functionSelf, functions.self, fn),
    children: asPrinted(printed?.functionChildren, functions.children, fn),
    calls: functions.calls[fn] || 0,
    selfCalls: functions.selfCalls[fn],
    name: nameOf(profile, numbers, fn),
    callees: below.map(arc => arcLine(profile, numbers, arc, arcs.callee[arc])),
    members: null,
  }
}

function cycleEntry(profile: Profile, numbers: Numbers, cycle: CycleRow): ReportEntry {
  const { functions, cycles, total } = profile
  const weight = (fn: FunctionRow) => functions.self[fn] + functions.children[fn]
  const calls = (fn: FunctionRow) => (functions.calls[fn] || 0) + functions.selfCalls[fn]
  const members: FunctionRow[] = []
  for (let fn = 0; fn < functions.length; fn++) if (functions.cycle[fn] === cycle) members.push(fn)
  members.sort((a, b) => weight(b) - weight(a) || calls(b) - calls(a) || a - b)
  return {
    fn: -1,
    callers: [],
    index: cycles.index[cycle],
    percent: (100 * (cycles.self[cycle] + cycles.children[cycle])) / (total > 0 ? total : 1),
    self: cycles.self[cycle],
    children: cycles.children[cycle],
    calls: cycles.calls[cycle] || 0,
    selfCalls: cycles.innerCalls[cycle],
    name: `<cycle ${cycles.number[cycle]} as a whole> [${cycles.index[cycle]}]`,
    callees: [],
    members: members.map(fn => ({
      fn,
      self: asPrinted(profile.printed?.functionSelf, functions.self, fn),
      children: asPrinted(profile.printed?.functionChildren, functions.children, fn),
      calls: functions.calls[fn] || 0,
      selfCalls: functions.selfCalls[fn],
      name: nameOf(profile, numbers, fn),
    })),
  }
}

function arcLine(profile: Profile, numbers: Numbers, arc: ArcRow, other: FunctionRow): ReportArc {
  const { arcs, functions, cycles, printed } = profile
  const callee = arcs.callee[arc]
  const all = functions.cycle[callee] === NO_CYCLE ? functions.calls[callee] : cycles.calls[functions.cycle[callee]]
  return {
    fn: other,
    inner: isInner(profile, arc),
    self: asPrinted(printed?.arcSelf, arcs.self, arc),
    children: asPrinted(printed?.arcChildren, arcs.children, arc),
    count: arcs.count[arc],
    all: all || 0,
    name: nameOf(profile, numbers, other),
  }
}

const asPrinted = (printed: Float64Array | undefined, known: Float64Array, row: number): number =>
  printed && !Number.isNaN(printed[row]) ? printed[row] : known[row]

function nameOf({ functions, cycles }: Profile, numbers: Numbers, fn: FunctionRow): string {
  const cycle = functions.cycle[fn] === NO_CYCLE ? '' : ` <cycle ${cycles.number[functions.cycle[fn]]}>`
  return `${functions.name[fn]}${cycle} [${numbers.ofFunction[fn]}]`
}

/** gprof's order of arcs: calls of a function to itself, calls within a cycle by count, others by time, then count. */
export function compareArcs(profile: Pick<Profile, 'functions' | 'arcs'>, a: ArcRow, b: ArcRow): number {
  const { arcs } = profile
  const rank = (arc: ArcRow) => (arcs.caller[arc] === arcs.callee[arc] ? 0 : isInner(profile, arc) ? 1 : 2)
  if (rank(a) !== rank(b) || rank(a) === 0) return rank(a) - rank(b)
  // A time that is not known is less than any: an order must be one, whoever sorts.
  const time = (arc: ArcRow) =>
    Number.isNaN(arcs.self[arc] + arcs.children[arc]) ? -1 : arcs.self[arc] + arcs.children[arc]
  return (rank(a) === 1 ? 0 : time(a) - time(b)) || arcs.count[a] - arcs.count[b]
}
