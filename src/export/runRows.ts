// The rows of a report from a computed run: the same rows, in the same order and with the same figures as gprof's.

import type { GprofRun } from '../analyse/gprofRun.ts'
import { rowsOf } from '../analyse/groupRows.ts'
import { isProfilingRoutine } from '../analyse/profilingRoutines.ts'
import { byBytes } from '../analyse/rankRows.ts'
import {
  type FlatReport,
  type FlatReportRow,
  type GraphReport,
  type IndexCell,
  perCallPrefix,
  type ReportArc,
  type ReportEntry,
} from './reportRows.ts'

/** How names are printed, and whether functions to which nothing happened are printed too (`-z`). */
export interface RunNames {
  /** By function; one character for each byte. */
  shown: string[]
  /** Source file of a static function, for the index; empty where unknown. */
  file: string[]
  withUnused: boolean
  /** Whether symbols are lines: only those that are functions then have entries in the call graph, and no cycle has. */
  byLine?: boolean
}

/** The flat profile: most time first, then most calls, then by name. */
export function flatOfRun(run: GprofRun, { shown, withUnused }: RunNames): FlatReport {
  const { functions, samples, ticks, calls, children, rate, dimension } = run
  const [letter, scale] = unitOfRun(run)
  const order = Int32Array.from({ length: functions.length }, (_, fn) => fn)
  order.sort(
    (a, b) => ticks[b] - ticks[a] || calls[b] - calls[a] || byBytes(functions.name[a], functions.name[b]) || a - b,
  )
  const noTime = samples.total <= 0
  const total = noTime ? 1 : samples.total
  const rows: FlatReportRow[] = []
  let cumulative = 0
  for (const fn of order) {
    if (calls[fn] === 0 && ticks[fn] === 0 && !withUnused) continue
    if (isProfilingRoutine(functions.name[fn])) continue
    cumulative += ticks[fn]
    rows.push({
      fn,
      percent: (100 * ticks[fn]) / total,
      cumulative: cumulative / rate,
      self: ticks[fn] / rate,
      calls: calls[fn],
      selfPerCall: (scale * ticks[fn]) / rate / calls[fn],
      totalPerCall: (scale * (ticks[fn] + children[fn])) / rate / calls[fn],
      name: shown[fn],
    })
  }
  // The abbreviation is one character to gprof, and where it is none the text ends there.
  const perCallUnit = run.abbreviation === '' ? letter : `${letter}${run.abbreviation}/call`
  return { samplePeriod: 1 / rate, dimension, perCallUnit, noTime, rows }
}

function unitOfRun({ functions, ticks, calls, children, rate }: GprofRun): [letter: string, scale: number] {
  let most = 0
  for (let fn = 0; fn < functions.length; fn++)
    if (calls[fn] !== 0) most = Math.max(most, (ticks[fn] + children[fn]) / calls[fn])
  // With a rate of 0, gprof reads beyond the end of its table of prefixes; this is what it finds there.
  return most > 0 && rate === 0 ? ['<', 1] : perCallPrefix(most / rate)
}

/** The call graph: entries by index. */
export function graphOfRun(run: GprofRun, names: RunNames): GraphReport {
  const { rate, graphTotal } = run
  const halves = Math.trunc(run.samples.scale)
  return {
    granularity: Number.isFinite(halves) ? halves * 2 : 0,
    share: graphTotal > 0 ? { percent: 100 / graphTotal, total: graphTotal / rate } : null,
    entries: entriesOfRun(run, names),
  }
}

function* entriesOfRun(run: GprofRun, names: RunNames): Generator<ReportEntry> {
  const { functions, calls, selfCalls, propagatedSelf, propagatedChildren, shown } = run
  for (const row of run.ranked) {
    const used = calls[row] !== 0 || selfCalls[row] !== 0 || propagatedSelf[row] !== 0 || propagatedChildren[row] !== 0
    if (!shown[row] || !(used || names.withUnused)) continue
    if (names.byLine && !functions.isFunction[row]) continue
    yield row < functions.length ? functionEntry(run, names, row) : cycleEntry(run, names, row)
  }
}

function functionEntry(run: GprofRun, names: RunNames, fn: number): ReportEntry {
  // Callers lightest first, callees heaviest first; what weighs the same in the order in which it was recorded.
  const above = [...rowsOf(run.callers, fn)].sort((a, b) => compareArcs(run, a, b) || a - b)
  const below = [...rowsOf(run.callees, fn)].sort((a, b) => compareArcs(run, b, a) || a - b)
  return {
    fn,
    callers: above.map(arc => arcLine(run, names, arc, run.arcs.caller[arc])),
    ...figures(run, fn),
    name: nameOf(run, names, fn),
    callees: below.map(arc => arcLine(run, names, arc, run.arcs.callee[arc])),
    members: null,
  }
}

function cycleEntry(run: GprofRun, names: RunNames, row: number): ReportEntry {
  const { functions, calls, selfCalls, propagatedSelf, propagatedChildren, rate } = run
  const number = row - functions.length
  const weight = (fn: number) => propagatedSelf[fn] + propagatedChildren[fn]
  const allCalls = (fn: number) => calls[fn] + selfCalls[fn]
  const members = [...run.members[number]].sort((a, b) => weight(b) - weight(a) || allCalls(b) - allCalls(a))
  return {
    fn: -1,
    callers: [],
    ...figures(run, row),
    name: `<cycle ${number + 1} as a whole> ${numberOf(run, row)}`,
    callees: [],
    members: members.map(fn => ({
      fn,
      self: propagatedSelf[fn] / rate,
      children: propagatedChildren[fn] / rate,
      calls: calls[fn],
      selfCalls: selfCalls[fn],
      name: nameOf(run, names, fn),
    })),
  }
}

function figures(run: GprofRun, row: number) {
  const self = run.propagatedSelf[row]
  const children = run.propagatedChildren[row]
  return {
    index: run.index[row],
    percent: (100 * (self + children)) / (run.graphTotal > 0 ? run.graphTotal : 1),
    self: self / run.rate,
    children: children / run.rate,
    calls: run.calls[row],
    selfCalls: run.selfCalls[row],
  }
}

function arcLine(run: GprofRun, names: RunNames, arc: number, other: number): ReportArc {
  return {
    fn: other,
    inner: isInner(run, arc),
    self: run.arcSelf[arc] / run.rate,
    children: run.arcChildren[arc] / run.rate,
    count: run.arcs.count[arc],
    all: run.calls[run.unit[run.arcs.callee[arc]]],
    name: nameOf(run, names, other),
  }
}

/** A call of a function to itself, or within one cycle. */
function isInner({ arcs, unit }: GprofRun, arc: number): boolean {
  return unit[arcs.caller[arc]] === unit[arcs.callee[arc]]
}

/** gprof's order of arcs: calls of a function to itself, calls within a cycle by count, others by time, then count. */
function compareArcs(run: GprofRun, a: number, b: number): number {
  const { arcs, arcSelf, arcChildren } = run
  const rank = (arc: number) => (arcs.caller[arc] === arcs.callee[arc] ? 0 : isInner(run, arc) ? 1 : 2)
  if (rank(a) !== rank(b) || rank(a) === 0) return rank(a) - rank(b)
  const difference = rank(a) === 1 ? 0 : arcSelf[a] + arcChildren[a] - (arcSelf[b] + arcChildren[b])
  return difference || arcs.count[a] - arcs.count[b]
}

function nameOf(run: GprofRun, names: RunNames, fn: number): string {
  const cycle = run.unit[fn] === fn ? '' : ` <cycle ${run.unit[fn] - run.functions.length + 1}>`
  return `${names.shown[fn]}${cycle} ${numberOf(run, fn)}`
}

/** `[3]`; `(3)` for what has no entry because it is left out of the graph. */
function numberOf({ index, shown }: GprofRun, row: number): string {
  return shown[row] ? `[${index[row]}]` : `(${index[row]})`
}

/** Functions with time or calls of their own by name as in the symbol table, then cycles. */
export function indexOfRun(run: GprofRun, names: RunNames): IndexCell[] {
  const { functions, calls, ticks, members } = run
  const rows: number[] = []
  for (let fn = 0; fn < functions.length; fn++)
    if (names.withUnused || calls[fn] !== 0 || ticks[fn] !== 0) rows.push(fn)
  rows.sort((a, b) => byBytes(functions.name[a], functions.name[b]) || a - b)
  const cells = rows.map(fn => ({
    number: numberOf(run, fn),
    name: names.file[fn] ? `${names.shown[fn]} (${names.file[fn]})` : names.shown[fn],
  }))
  for (let cycle = 0; cycle < members.length; cycle++)
    cells.push({ number: numberOf(run, functions.length + cycle), name: `<cycle ${cycle + 1}>` })
  return cells
}
