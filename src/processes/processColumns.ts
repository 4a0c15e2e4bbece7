// The figures of single processes, taken from each while it is added to the sum. Little is kept of each: most functions of
// a large program have no sample in most of its processes.

import { doubled } from '../doubled.ts'

/** What is kept of one process: ticks of functions, none of them 0, and what it has in all. */
export interface ProcessFacts {
  /** Samples in all, also those outside of all functions. */
  total: number
  /** Calls in all, as recorded. */
  calls: number
  fn: ArrayLike<number>
  ticks: ArrayLike<number>
}

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

/** Collects processes. */
export function processColumns() {
  let length = 0
  let cells = 0
  let place = new Uint32Array(64)
  let totals = new Float64Array(64)
  let calls = new Float64Array(64)
  let end = new Uint32Array(64)
  let fnOf = new Int32Array(1024)
  let ticksOf = new Float32Array(1024)
  return {
    /** @param at Which of the files that were given it is. */
    add(process: ProcessFacts, at: number): void {
      if (length === place.length) {
        place = doubled(place)
        totals = doubled(totals)
        calls = doubled(calls)
        end = doubled(end)
      }
      while (cells + process.fn.length > fnOf.length) {
        fnOf = doubled(fnOf)
        ticksOf = doubled(ticksOf)
      }
      fnOf.set(process.fn, cells)
      ticksOf.set(process.ticks, cells)
      cells += process.fn.length
      place[length] = at
      totals[length] = process.total
      calls[length] = process.calls
      end[length++] = cells
    },
    /** @param rowOf Row of the profile of the sum, by function as it was added. */
    take(rowOf: Int32Array): ProcessFigures {
      const start = new Uint32Array(length + 1)
      start.set(end.subarray(0, length), 1)
      return {
        length,
        place: place.slice(0, length),
        ticks: totals.slice(0, length),
        calls: calls.slice(0, length),
        self: byRow({ start, fn: fnOf.subarray(0, cells), ticks: ticksOf.subarray(0, cells) }, rowOf),
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
