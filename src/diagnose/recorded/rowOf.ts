import type { GprofRun } from '../../analyse/gprofRun.ts'
import { profileRowsOf, rowsByFunction } from '../../analyse/profileOfRun.ts'
import type { FunctionRow } from '../../profile.ts'

/** Row of the profile by function of the run; -1 where the profile has none. */
export type RowOf = (fn: number) => FunctionRow

/** The same for a run. Few functions are ever asked for, often none, and all rows take a sort: it waits until then. */
export function rowsOfRun(run: GprofRun): RowOf {
  let rows: Int32Array | null = null
  return fn => {
    rows ??= rowsByFunction(profileRowsOf(run), run.functions.length)
    return rows[fn]
  }
}
