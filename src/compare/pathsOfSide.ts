// Which call paths only one of two profiles has.

import { BoxKind, cycleOf, type FlameTable, kindOf } from '../layout/flameTable.ts'
import { type FunctionRow, NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import type { SideFigures } from './compareSides.ts'

/**
 * By box of a flame chart of one side: 1 where a function or a call on its path was not recorded on the other side.
 * "n more" is as what it is of. O(boxes + arcs).
 */
export function pathsOfSide(table: FlameTable, both: Profile, other: Pick<SideFigures, 'has' | 'hasArc'>): Uint8Array {
  const { arcs, functions } = both
  const width = functions.length + both.cycles.length
  const keyOf = (caller: number, callee: number) => caller * width + callee
  const known = new Set<number>()
  for (let arc = 0; arc < arcs.length; arc++) {
    const [caller, callee] = [arcs.caller[arc], arcs.callee[arc]]
    if (!other.hasArc[arc] || caller === SPONTANEOUS) continue
    const [from, to] = [functions.cycle[caller], functions.cycle[callee]]
    known.add(keyOf(caller, callee))
    if (to !== NO_CYCLE) known.add(keyOf(caller, functions.length + to))
    if (from !== NO_CYCLE) known.add(keyOf(functions.length + from, callee))
  }
  const own = new Uint8Array(table.length)
  // By box, the function or cycle that it is or belongs to; -1 for none.
  const place = new Int32Array(table.length).fill(-1)
  for (let box = 0; box < table.length; box++) {
    const parent = table.parent[box]
    const above = parent < 0 ? -1 : place[parent]
    own[box] = parent < 0 ? 0 : own[parent]
    const kind = kindOf(table, box)
    if (kind === BoxKind.more) place[box] = above
    if (kind > BoxKind.cycle) continue
    place[box] = kind === BoxKind.cycle ? functions.length + cycleOf(table, box) : table.fn[box]
    if (kind === BoxKind.function && !other.has[table.fn[box]]) own[box] = 1
    if (above < 0 || isMember(functions.cycle, table.fn[box], above - functions.length)) continue
    const [caller, callee] = table.toward === 'callers' ? [place[box], above] : [above, place[box]]
    if (!known.has(keyOf(caller, callee))) own[box] = 1
  }
  return own
}

/** Whether a box is a function of the cycle that it stands below: no call led there. */
const isMember = (cycleOfFunction: Int32Array, fn: FunctionRow, cycle: number) =>
  fn >= 0 && cycle >= 0 && cycleOfFunction[fn] === cycle
