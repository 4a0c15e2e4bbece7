// A computed run becomes a profile: the same tables that a listing of it would give, in full precision.

import type { Issue } from '../issue.ts'
import { NO_CYCLE, type Profile } from '../profile.ts'
import { assemble } from './assemble.ts'
import { completenessOfComputed } from './completeness.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { GprofRun } from './gprofRun.ts'
import { byBytes } from './rankRows.ts'

/** `names` are as gprof prints them, `symbols` as linkers know them, both by function of the run. */
export function profileOfRun(
  run: GprofRun,
  { names, symbols }: { names: string[]; symbols: string[] },
  title: string,
  warnings: Issue[],
): Profile {
  const { rate, dimension } = secondsOf(run)
  const rows = profileRowsOf(run)
  const rowOf = rowsByFunction(rows, run.functions.length)
  const { arcs, unit } = run
  const functions = run.functions.length
  const tables = assemble({
    functions: {
      length: rows.length,
      name: Array.from(rows, fn => names[fn]),
      index: rows.map(fn => run.index[fn]),
      self: new Float64Array(rows).map(fn => run.ticks[fn] / rate),
      calls: new Float64Array(rows).map(fn => run.calls[fn] || Number.NaN),
      explained: new Uint8Array(rows.length).fill(1),
    },
    arcs: {
      caller: arcs.caller.map(fn => rowOf[fn]),
      callee: arcs.callee.map(fn => rowOf[fn]),
      count: arcs.count,
    },
    membership: {
      cycle: rows.map(fn => (unit[fn] === fn ? NO_CYCLE : unit[fn] - functions)),
      cycles: run.members.length,
    },
    cycleNumber: Int32Array.from(run.members, (_, cycle) => cycle + 1),
    // Of a cycle that nobody outside calls, gprof prints no entry.
    cycleIndex: Int32Array.from(run.members, (_, cycle) =>
      run.shown[functions + cycle] ? run.index[functions + cycle] : -1,
    ),
  })
  const total = run.ticks.subarray(0, functions).reduce((sum, ticks) => sum + ticks, 0) / rate
  return {
    title,
    ...tables,
    total,
    samplePeriod: 1 / rate,
    unit: dimension,
    completeness: completenessOfComputed(rows.length, run.hasHistogram, run.hasArcs),
    fingerprint: fingerprintOf(tables.functions, tables.arcs),
    times: 'recomputed',
    printed: null,
    symbols: rows.some(fn => symbols[fn] !== names[fn]) ? Array.from(rows, fn => symbols[fn]) : null,
    warnings,
  }
}

/** Where the file states no rate, or none that can be, samples are counted instead of time. */
function secondsOf({ rate, dimension }: GprofRun): { rate: number; dimension: string } {
  return rate > 0 ? { rate, dimension: dimension || 'seconds' } : { rate: 1, dimension: 'samples' }
}

/** Rows of the profile by function of the run, from functions by row; -1 where the profile has none. */
export function rowsByFunction(functionOfRow: Int32Array, functions: number): Int32Array {
  const rowOf = new Int32Array(functions).fill(-1)
  functionOfRow.forEach((fn, row) => {
    rowOf[fn] = row
  })
  return rowOf
}

/**
 * The functions of a run that its profile has, by row of the profile: those to which something happened, in the order of
 * the flat profile; then those that are only callers, by index.
 */
export function profileRowsOf(run: GprofRun): Int32Array {
  const { functions, ticks, calls, arcs, index } = run
  const seen = new Uint8Array(functions.length)
  for (let fn = 0; fn < functions.length; fn++) if (ticks[fn] !== 0 || calls[fn] !== 0) seen[fn] = 2
  for (let arc = 0; arc < arcs.length; arc++) {
    seen[arcs.caller[arc]] ||= 1
    seen[arcs.callee[arc]] ||= 1
  }
  const rows = new Int32Array(seen).map((_, fn) => fn).filter(fn => seen[fn] > 0)
  return rows.sort((a, b) => {
    if (seen[a] !== seen[b]) return seen[b] - seen[a]
    if (seen[a] === 1) return index[a] - index[b]
    return ticks[b] - ticks[a] || calls[b] - calls[a] || byBytes(functions.name[a], functions.name[b]) || a - b
  })
}
