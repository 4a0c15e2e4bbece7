// What a few columns say of one function, word by word: of a profile, or of one of two sides that are compared.

import type { FunctionRow } from '../profile.ts'
import { selfErrorOf } from '../uncertainty/sampling.ts'

/** By row of functions. Times are in the unit of the profile. */
export interface FunctionColumns {
  self: Float64Array
  total: Float64Array
  /** By others. */
  calls: Float64Array
  selfCalls: Float64Array
  /** All the time there is. */
  all: number
  samplePeriod: number
}

/** By word, what there is to show; null where there is nothing. */
export interface FunctionWords {
  /** `error`: the sampling error, √n samples. */
  self: { fn: FunctionRow; time: number; samples: number; samplePeriod: number; error: number } | null
  /** `total` is `self` and `children`. */
  total: { fn: FunctionRow; self: number; children: number; total: number } | null
  /** What part of all time is self and total time; both 0..1. */
  percent: { fn: FunctionRow; self: number; all: number; selfShare: number; totalShare: number } | null
  calls: { fn: FunctionRow; calls: number } | null
  /** Average times of one call, of those from others. */
  perCall: { fn: FunctionRow; calls: number; self: number; total: number } | null
  /** The n and m of gprof's `n+m`: calls by others, and by the function itself. */
  selfCalls: { fn: FunctionRow; others: number; own: number } | null
}

/** @param rowFor The function by which a word is shown, of amounts of which it should have some; -1 for none. */
export function wordsOfFunction(
  { self, total, calls, selfCalls, all, samplePeriod }: FunctionColumns,
  rowFor: (amounts: Float64Array) => FunctionRow,
): FunctionWords {
  const show = <T>(fn: FunctionRow, shown: (fn: FunctionRow) => T): T | null => (fn < 0 ? null : shown(fn))
  return {
    self:
      samplePeriod > 0
        ? show(rowFor(self), fn => ({
            ...{ fn, time: self[fn], samples: self[fn] / samplePeriod, samplePeriod },
            error: selfErrorOf(self[fn], samplePeriod),
          }))
        : null,
    total: show(rowFor(total), fn => ({ fn, self: self[fn], children: total[fn] - self[fn], total: total[fn] })),
    percent:
      all > 0
        ? show(rowFor(total), fn => ({
            ...{ fn, self: self[fn], all },
            ...{ selfShare: self[fn] / all, totalShare: total[fn] / all },
          }))
        : null,
    calls: show(rowFor(calls), fn => ({ fn, calls: calls[fn] })),
    perCall: show(rowFor(calls.map((count, fn) => (count > 0 ? total[fn] : 0))), fn => ({
      ...{ fn, calls: calls[fn] },
      ...{ self: self[fn] / calls[fn], total: total[fn] / calls[fn] },
    })),
    selfCalls: show(rowFor(selfCalls.map((own, fn) => (calls[fn] > 0 ? own : 0))), fn => ({
      ...{ fn, others: calls[fn], own: selfCalls[fn] },
    })),
  }
}
