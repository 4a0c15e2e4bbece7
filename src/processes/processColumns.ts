// The figures of single processes, taken from each gmon.out while it is added to the sum. Little is kept of each: most
// functions of a large program have no sample in most of its processes.

import { sampleAssigner } from '../analyse/assignSamples.ts'
import type { Functions } from '../analyse/selectSymbols.ts'
import { doubled } from '../doubled.ts'
import type { GmonOut } from '../parse/gmonRecords.ts'

/** Columns by process. */
export interface ProcessFigures {
  length: number
  /** Which of the files that were given it is, from 0. */
  place: Uint32Array
  /** Samples in all, also those outside of all functions. */
  ticks: Float64Array
  /** Calls in all, as recorded. */
  calls: Float64Array
  self: ProcessTicks
}

/** Self ticks of functions in processes, none of them 0: those of process p are in rows `start[p]` to `start[p + 1] - 1`. */
export interface ProcessTicks {
  start: Uint32Array
  /** Row of the profile of the sum, ascending within a process. */
  fn: Int32Array
  ticks: Float32Array
}

/** Collects processes of one program. */
export function processColumns() {
  let assign: ReturnType<typeof sampleAssigner> | null = null
  let length = 0
  let cells = 0
  let place = new Uint32Array(64)
  let ticks = new Float64Array(64)
  let calls = new Float64Array(64)
  let end = new Uint32Array(64)
  let fnOf = new Int32Array(1024)
  let ticksOfCell = new Float32Array(1024)
  return {
    add(gmon: GmonOut, at: number, functions: Functions): void {
      assign ??= sampleAssigner(functions)
      const samples = assign(gmon.histograms)
      if (length === place.length) {
        place = doubled(place)
        ticks = doubled(ticks)
        calls = doubled(calls)
        end = doubled(end)
      }
      for (let fn = 0; fn < samples.ticks.length; fn++) {
        if (samples.ticks[fn] === 0) continue
        if (cells === fnOf.length) {
          fnOf = doubled(fnOf)
          ticksOfCell = doubled(ticksOfCell)
        }
        fnOf[cells] = fn
        ticksOfCell[cells++] = samples.ticks[fn]
      }
      place[length] = at
      ticks[length] = samples.total
      calls[length] = gmon.arcs.count.reduce((sum, count) => sum + count, 0)
      end[length++] = cells
    },
    /** @param rowOf Row of the profile by function of the program. */
    take(rowOf: Int32Array): ProcessFigures {
      const start = new Uint32Array(length + 1)
      start.set(end.subarray(0, length), 1)
      return {
        length,
        place: place.slice(0, length),
        ticks: ticks.slice(0, length),
        calls: calls.slice(0, length),
        self: byRow({ start, fn: fnOf.subarray(0, cells), ticks: ticksOfCell.subarray(0, cells) }, rowOf),
      }
    },
  }
}

/** With functions as rows of the profile, ascending within each process. */
function byRow({ start, fn, ticks }: ProcessTicks, rowOf: Int32Array): ProcessTicks {
  const rows = new Int32Array(fn.length)
  const sorted = new Float32Array(fn.length)
  for (let process = 0; process + 1 < start.length; process++) {
    const order = Array.from({ length: start[process + 1] - start[process] }, (_, i) => start[process] + i)
    order.sort((a, b) => rowOf[fn[a]] - rowOf[fn[b]])
    order.forEach((cell, i) => {
      rows[start[process] + i] = rowOf[fn[cell]]
      sorted[start[process] + i] = ticks[cell]
    })
  }
  return { start, fn: rows, ticks: sorted }
}
