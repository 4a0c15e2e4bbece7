import type { FunctionRow, Profile } from '../profile.ts'
import type { PairRead } from '../readRun.ts'

/** Names of functions of a run, as the profile has them; of those that it does not have, as the symbol table does. */
export const namesInRun =
  ({ functions }: PairRead, profile: Profile, rows: Int32Array) =>
  (fn: FunctionRow) => {
    const row = rows.indexOf(fn)
    return row < 0 ? functions.name[fn] : profile.functions.name[row]
  }
