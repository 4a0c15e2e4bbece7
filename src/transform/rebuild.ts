// What a transform leaves becomes a profile again: rows that are gone leave the tables, children times and the times of
// cycles follow from the arcs.
//
// A transform says of each arc only how much time passes along it. Which part of that is the callee's own is gprof's
// assumption again: every call of a function brings the same, so each arc brings self and children time in the
// proportion that the function (or its cycle as a whole) has them.

import { type ArcTable, type CycleTable, type FunctionTable, NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { amount, flowOf } from '../query/flow.ts'
import { adoptLabels, labelsOf } from '../query/names.ts'

/** The arcs that a transform leaves, column by column; no pair twice. */
export interface DraftArcs {
  caller: number[]
  callee: number[]
  count: number[]
  /** Anything for arcs within a cycle, which carry none. */
  time: number[]
}

/** A profile in the making. Functions keep the rows they had, or have new ones, where `labels` is null. */
export interface Draft {
  functions: Omit<FunctionTable, 'children'>
  least: Float64Array
  most: Float64Array
  /** Children time that no listed callee explains; NaN where the children time is not known. */
  missing: Float64Array
  arcs: DraftArcs
  /** Of cycles as a whole. A cycle that has one member left is none any more. */
  cycles: Pick<CycleTable, 'number' | 'index' | 'calls'> & { missing: Float64Array }
  labels: string[] | null
  symbols: string[] | null
  total: number
}

/** The outcome of one transform. */
export interface Transformed {
  profile: Profile
  /** The new row of each old one; -1 for functions that are gone. */
  row: Int32Array
}

/** A draft that leaves all as it is, its columns free to be written to; without arcs. */
export function draftOf(profile: Profile): Draft {
  const { functions, cycles, symbols, selfRange, total } = profile
  const { missing } = flowOf(profile)
  return {
    functions: { ...functions, self: functions.self.slice(), calls: functions.calls.slice() },
    least: (selfRange?.least ?? functions.self).slice(),
    most: (selfRange?.most ?? functions.self).slice(),
    missing: functions.children.map((time, fn) => (Number.isNaN(time) ? Number.NaN : missing[fn])),
    arcs: { caller: [], callee: [], count: [], time: [] },
    cycles: {
      number: cycles.number,
      index: cycles.index,
      calls: cycles.calls,
      missing: missing.slice(functions.length),
    },
    labels: labelsOf(profile),
    symbols,
    total,
  }
}

/** Adds an arc to a draft. */
export function addArc(arcs: DraftArcs, caller: number, callee: number, count: number, time: number) {
  arcs.caller.push(caller)
  arcs.callee.push(callee)
  arcs.count.push(count)
  arcs.time.push(time)
}

/** The profile of a draft, of the rows with a 1 in `keep`. */
export function rebuild(profile: Profile, draft: Draft, keep: Uint8Array): Transformed {
  const old = draft.functions
  const { rows, row } = orderRows(old.self, keep)
  const { cycle, kept: cyclesKept } = cyclesLeft(old.cycle, rows, draft.cycles.number.length)
  const arcs = arcsLeft(draft.arcs, row)
  const float = (column: Float64Array) => Float64Array.from(rows, fn => column[fn])

  const self = float(old.self)
  const missing = float(draft.missing)
  const isInner = (caller: number, callee: number) =>
    caller === callee || (caller !== SPONTANEOUS && cycle[callee] !== NO_CYCLE && cycle[caller] === cycle[callee])
  const children = missing.slice()
  const innerCalls = new Float64Array(cyclesKept.length)
  for (let arc = 0; arc < arcs.length; arc++) {
    const [from, to] = [arcs.caller[arc], arcs.callee[arc]]
    if (from === SPONTANEOUS) continue
    if (!isInner(from, to)) children[from] += arcs.time[arc]
    else if (from !== to) innerCalls[cycle[to]] += arcs.count[arc]
  }
  const cycleSelf = new Float64Array(cyclesKept.length)
  const cycleChildren = Float64Array.from(cyclesKept, each => draft.cycles.missing[each])
  for (let fn = 0; fn < rows.length; fn++) {
    if (cycle[fn] === NO_CYCLE) continue
    cycleSelf[cycle[fn]] += amount(self[fn])
    cycleChildren[cycle[fn]] += amount(children[fn])
  }

  const arcSelf = new Float64Array(arcs.length).fill(Number.NaN)
  const arcChildren = arcSelf.slice()
  for (let arc = 0; arc < arcs.length; arc++) {
    const to = arcs.callee[arc]
    if (isInner(arcs.caller[arc], to)) continue
    const inCycle = cycle[to] !== NO_CYCLE
    const own = inCycle ? cycleSelf[cycle[to]] : self[to]
    const inherited = inCycle ? cycleChildren[cycle[to]] : children[to]
    const all = own + inherited
    arcSelf[arc] = all > 0 ? arcs.time[arc] * (own / all) : all * 0 // NaN where it is not known
    arcChildren[arc] = all > 0 ? arcs.time[arc] * (inherited / all) : arcs.time[arc]
  }

  const functions: FunctionTable = {
    length: rows.length,
    name: Array.from(rows, fn => old.name[fn]),
    index: Int32Array.from(rows, fn => old.index[fn]),
    self,
    children,
    calls: float(old.calls),
    selfCalls: float(old.selfCalls),
    cycle,
    explained: Uint8Array.from(rows, fn => old.explained[fn]),
  }
  const { labels, symbols } = draft
  if (labels) {
    const doubles = new Map<number, string>()
    for (const [fn, from] of rows.entries()) if (labels[from] !== old.name[from]) doubles.set(fn, labels[from])
    adoptLabels({ functions }, doubles)
  }
  const rebuilt: Profile = {
    ...profile,
    functions,
    arcs: {
      length: arcs.length,
      caller: arcs.caller,
      callee: arcs.callee,
      count: arcs.count,
      self: arcSelf,
      children: arcChildren,
    } satisfies ArcTable,
    cycles: {
      length: cyclesKept.length,
      number: Int32Array.from(cyclesKept, each => draft.cycles.number[each]),
      index: Int32Array.from(cyclesKept, each => draft.cycles.index[each]),
      self: cycleSelf,
      children: cycleChildren,
      calls: Float64Array.from(cyclesKept, each => draft.cycles.calls[each]),
      innerCalls,
    },
    total: Math.max(0, draft.total),
    printed: null,
    symbols: symbols && Array.from(rows, fn => symbols[fn]),
    selfRange: {
      least: Float64Array.from(rows, (fn, i) => Math.min(draft.least[fn], self[i])),
      most: Float64Array.from(rows, (fn, i) => Math.max(draft.most[fn], self[i])),
      all: profile.selfRange?.all ?? profile.total,
    },
  }
  return { profile: rebuilt, row }
}

/** Kept rows in the order of a flat profile, by falling self time; and the new row of each. */
function orderRows(self: Float64Array, keep: Uint8Array): { rows: Int32Array; row: Int32Array } {
  const rows = Int32Array.from(keep.keys()).filter(fn => keep[fn])
  const time = (fn: number) => (Number.isNaN(self[fn]) ? -1 : self[fn])
  rows.sort((a, b) => time(b) - time(a) || a - b)
  const row = new Int32Array(keep.length).fill(-1)
  rows.forEach((fn, to) => {
    row[fn] = to
  })
  return { rows, row }
}

/** Cycles with two members left or more, and the cycle of each kept row. */
function cyclesLeft(cycleOf: Int32Array, rows: Int32Array, cycles: number): { cycle: Int32Array; kept: number[] } {
  const members = new Uint32Array(cycles)
  for (const fn of rows) if (cycleOf[fn] !== NO_CYCLE) members[cycleOf[fn]]++
  const kept = [...members.keys()].filter(each => members[each] >= 2)
  const renumbered = new Int32Array(cycles).fill(NO_CYCLE)
  kept.forEach((each, to) => {
    renumbered[each] = to
  })
  return { cycle: Int32Array.from(rows, fn => (cycleOf[fn] === NO_CYCLE ? NO_CYCLE : renumbered[cycleOf[fn]])), kept }
}

/** Arcs whose ends are kept, those from spontaneous callers behind the others. */
function arcsLeft({ caller, callee, count, time }: DraftArcs, row: Int32Array) {
  const isKept = (arc: number) => row[callee[arc]] >= 0 && (caller[arc] === SPONTANEOUS || row[caller[arc]] >= 0)
  const all = [...caller.keys()].filter(isKept)
  const order = [...all.filter(arc => caller[arc] !== SPONTANEOUS), ...all.filter(arc => caller[arc] === SPONTANEOUS)]
  return {
    length: order.length,
    caller: Int32Array.from(order, arc => (caller[arc] === SPONTANEOUS ? SPONTANEOUS : row[caller[arc]])),
    callee: Int32Array.from(order, arc => row[callee[arc]]),
    count: Float64Array.from(order, arc => count[arc]),
    time: Float64Array.from(order, arc => time[arc]),
  }
}
