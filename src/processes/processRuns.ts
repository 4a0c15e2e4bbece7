// What single processes add to the run of their sum, by its functions and arcs: from that, the run of any of them follows
// without their files. It is that of the files but for two things, the last bit of a tick that is divided between two
// functions, and the order of arcs that are equal in time and count, which is that of the sum.

import { sampleAssigner } from '../analyse/assignSamples.ts'
import { type GprofRun, runPasses } from '../analyse/gprofRun.ts'
import { resolveArcs } from '../analyse/resolveArcs.ts'
import type { Functions } from '../analyse/selectSymbols.ts'
import type { GmonOut } from '../parse/gmonRecords.ts'
import type { ProcessFacts } from './processColumns.ts'

/** One process, by functions and arcs of the run of the sum. Rows ascend. */
export interface ProcessRun extends ProcessFacts {
  fn: Int32Array
  ticks: Float64Array
  /** Arcs that it took, and how often. */
  arc: Int32Array
  count: Float64Array
}

/** What is kept of files of a program. */
export function factsOfGmon(functions: Functions) {
  const assign = sampleAssigner(functions)
  return (gmon: GmonOut): ProcessFacts & { fn: Int32Array; ticks: Float64Array } => {
    const { ticks, total } = assign(gmon.histograms)
    let used = 0
    for (const each of ticks) if (each !== 0) used++
    const fn = new Int32Array(used)
    for (let row = 0, cell = 0; cell < used; row++) if (ticks[row] !== 0) fn[cell++] = row
    const calls = gmon.arcs.count.reduce((sum, count) => sum + count, 0)
    return { total, calls, fn, ticks: Float64Array.from(fn, row => ticks[row]) }
  }
}

/** Takes files of a sum apart. */
export function processRuns({ functions, arcs }: GprofRun) {
  const factsOf = factsOfGmon(functions)
  const arcOf = new Map(Array.from(arcs.caller, (caller, arc) => [caller * functions.length + arcs.callee[arc], arc]))
  return (gmon: GmonOut): ProcessRun => {
    const own = resolveArcs(gmon.arcs, functions)
    const rows = Array.from(own.caller, (caller, i) => arcOf.get(caller * functions.length + own.callee[i]) ?? -1)
    const order = [...rows.keys()].filter(i => rows[i] >= 0).sort((a, b) => rows[a] - rows[b])
    return {
      ...factsOf(gmon),
      arc: Int32Array.from(order, i => rows[i]),
      count: Float64Array.from(order, i => own.count[i]),
    }
  }
}

/** The run that some of the processes of a sum add up to. */
export function sumRuns(sum: GprofRun, runs: readonly ProcessRun[]): GprofRun {
  const { functions, samples, arcs } = sum
  const ticks = new Float64Array(functions.length)
  const counts = new Float64Array(arcs.length)
  const isTaken = new Uint8Array(arcs.length)
  for (const run of runs) {
    run.fn.forEach((fn, i) => {
      ticks[fn] += run.ticks[i]
    })
    run.arc.forEach((arc, i) => {
      counts[arc] += run.count[i]
      isTaken[arc] = 1
    })
  }
  const taken = arcs.caller.map((_, arc) => arc).filter(arc => isTaken[arc] === 1)
  const calls = new Float64Array(functions.length)
  for (const arc of taken) calls[arcs.callee[arc]] += counts[arc]
  const total = runs.reduce((all, run) => all + run.total, 0)
  return runPasses({
    ...sum,
    hasArcs: taken.length > 0 || (sum.hasArcs && arcs.length === 0),
    samples: { ticks, total, scale: samples.scale, usedBins: Number.NaN },
    arcs: {
      length: taken.length,
      caller: taken.map(arc => arcs.caller[arc]),
      callee: taken.map(arc => arcs.callee[arc]),
      count: Float64Array.from(taken, arc => counts[arc]),
      calls,
      atEntry: Number.NaN,
      droppedRecords: Number.NaN,
      droppedCalls: Number.NaN,
    },
  })
}
