// Everything gprof works out from an executable and its gmon.out, in the figures gprof works with: ticks, not seconds,
// and every addition in its order, because the last digit that is printed depends on it. A `Profile` is made from it
// for the views; the exact report is printed from it.

import { type AssignedSamples, assignSamples } from './assignSamples.ts'
import { collectCycles } from './collectCycles.ts'
import { type Groups, groupRows } from './groupRows.ts'
import { inheritFractions } from './inheritFractions.ts'
import { numberFunctions } from './numberFunctions.ts'
import { propagateTicks } from './propagateTicks.ts'
import { rankRows } from './rankRows.ts'
import { type FunctionArcs, resolveArcs } from './resolveArcs.ts'
import type { Functions } from './selectSymbols.ts'
import type { SummedGmon } from './sumGmon.ts'

/**
 * A run of gprof. Columns called "by row" have one row for each function and, behind those, one for each cycle as a
 * whole: to gprof a cycle is one more symbol.
 */
export interface GprofRun {
  functions: Functions
  hasHistogram: boolean
  hasArcs: boolean
  /** Samples to the unit of time; 0 where there is no histogram. */
  rate: number
  dimension: string
  abbreviation: string
  samples: AssignedSamples
  arcs: FunctionArcs
  /** Arc rows by caller and by callee, oldest first. */
  callees: Groups
  callers: Groups
  /** Row of the cycle the function is in, or its own row. By function. */
  unit: Int32Array
  /** Members of each cycle, in gprof's order, which is that of its walk. */
  members: number[][]
  /** Self ticks, by row; a cycle has the sum of its members'. */
  ticks: Float64Array
  /** Calls without those to itself (of a cycle: from outside), and calls to itself (among members). By row. */
  calls: Float64Array
  selfCalls: Float64Array
  /** Ticks inherited from callees, by row. */
  children: Float64Array
  /** The part of the times that counts and is printed; all of it but for profiling routines. By row. */
  propagatedSelf: Float64Array
  propagatedChildren: Float64Array
  /** Whether gprof prints an entry. By row. */
  shown: Uint8Array
  /** gprof's `[n]`, by row; 0 without a call graph. */
  index: Int32Array
  /** Rows by index. */
  ranked: Int32Array
  /** Ticks that pass along each arc, by arc row. */
  arcSelf: Float64Array
  arcChildren: Float64Array
  /** What 100 % of the call graph is, in ticks. */
  graphTotal: number
}

/** What all the rest of a run follows from. */
export type RunGiven = Pick<
  GprofRun,
  'functions' | 'hasHistogram' | 'hasArcs' | 'rate' | 'dimension' | 'abbreviation' | 'samples' | 'arcs'
>

/** Runs gprof's passes, one after the other. */
export function runGprof(functions: Functions, sum: Pick<SummedGmon, 'histograms' | 'arcs' | 'hasArcs'>): GprofRun {
  const { histograms } = sum
  const first = histograms[0]
  return runPasses({
    functions,
    hasHistogram: histograms.length > 0,
    hasArcs: sum.hasArcs,
    rate: first?.rate ?? 0,
    dimension: first?.dimension ?? 'seconds',
    abbreviation: first?.abbreviation ?? 's',
    samples: assignSamples(histograms, functions),
    arcs: resolveArcs(sum.arcs, functions),
  })
}

/** The passes that need no addresses any more. */
export function runPasses(given: RunGiven): GprofRun {
  const { functions, samples, arcs } = given
  const n = functions.length
  const callees = groupRows(arcs.caller, n)
  const callers = groupRows(arcs.callee, n)
  const numbering = numberFunctions(n, callees, arcs.callee)
  const cycles = collectCycles(samples.ticks, arcs, callers, numbering)
  const fractions = inheritFractions(functions, arcs, callers, numbering.order, cycles)
  const times = propagateTicks(arcs, callees, fractions, cycles)
  const { ranked, index } = rankRows(functions.name, cycles.calls, times.propagatedSelf, times.propagatedChildren)
  return {
    ...given,
    callees,
    callers,
    unit: cycles.unit,
    members: cycles.members,
    calls: cycles.calls,
    selfCalls: cycles.selfCalls,
    ticks: times.ticks,
    children: times.children,
    propagatedSelf: times.propagatedSelf,
    propagatedChildren: times.propagatedChildren,
    shown: fractions.shown,
    index,
    ranked,
    arcSelf: times.arcSelf,
    arcChildren: times.arcChildren,
    graphTotal: fractions.total,
  }
}
