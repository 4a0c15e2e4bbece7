// The flame chart of one of two profiles, told in the rows and labels of the profile that has the functions of both. A side
// has its own calls, and so its own cycles: each lies within one of both, since all calls of a side are among those of both.

import { type FlameOptions, layoutFlame } from '../layout/flame.ts'
import { FIRST_CYCLE, type FlameTable } from '../layout/flameTable.ts'
import { NO_CYCLE, type Profile } from '../profile.ts'
import { cycleLabel, functionByLabel, labelsOf } from '../query/names.ts'
import type { Side } from './bothProfiles.ts'

/** Lays out a side; labels in the options are those of both. */
export function flameOfSide(both: Profile, side: Side, { path, root, ...options }: FlameOptions): FlameTable {
  const toSide = (label: string) => labelInSide(both, side, label)
  const table = layoutFlame(side.profile, {
    ...options,
    path: path.map(toSide),
    ...(root === undefined ? {} : { root: toSide(root) }),
  })
  const rows = new Int32Array(side.profile.functions.length).fill(-1)
  for (let row = 0; row < side.fn.length; row++) if (side.fn[row] >= 0) rows[side.fn[row]] = row
  const cycles = new Int32Array(side.profile.cycles.length)
  side.profile.functions.cycle.forEach((cycle, fn) => {
    if (cycle !== NO_CYCLE && rows[fn] >= 0) cycles[cycle] = both.functions.cycle[rows[fn]]
  })
  const moved = (column: Float64Array, to: Int32Array, length: number) => {
    const found = new Float64Array(length).fill(Number.NaN)
    column.forEach((value, row) => {
      if (to[row] >= 0) found[to[row]] = value
    })
    return found
  }
  return {
    ...table,
    fn: table.fn.map(fn => (fn >= 0 ? rows[fn] : fn <= FIRST_CYCLE ? FIRST_CYCLE - cycles[FIRST_CYCLE - fn] : fn)),
    bounds: {
      certainShare: table.bounds.certainShare,
      most: moved(table.bounds.most, rows, both.functions.length),
      cycleMost: moved(table.bounds.cycleMost, cycles, both.cycles.length),
    },
  }
}

/** What a function or cycle of both is called on one side; what that lacks keeps its label, which leads nowhere there. */
function labelInSide(both: Profile, side: Side, label: string): string {
  const fn = functionByLabel(both, label)
  if (fn >= 0) return side.fn[fn] >= 0 ? labelsOf(side.profile)[side.fn[fn]] : label
  for (let cycle = 0; cycle < both.cycles.length; cycle++) {
    if (cycleLabel(both, cycle) !== label) continue
    for (let row = 0; row < side.fn.length; row++) {
      if (both.functions.cycle[row] !== cycle || side.fn[row] < 0) continue
      const own = side.profile.functions.cycle[side.fn[row]]
      if (own !== NO_CYCLE) return cycleLabel(side.profile, own)
    }
  }
  return label
}
