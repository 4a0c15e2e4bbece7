// In which order the reader of a listing would have met the arcs of a profile. It takes them as the entries of the call
// graph mention them first, and then puts those that stand side by side for no other reason into the order in which
// they were recorded (orderArcs.ts). So the order of nearly all arcs follows from what else is known of them.

import type { Tables } from '../analyse/assemble.ts'
import { groupRows, rowsOf } from '../analyse/groupRows.ts'
import { orderArcs } from '../analyse/orderArcs.ts'
import { compareArcs, hasEntry } from '../export/profileRows.ts'
import { SPONTANEOUS } from '../profile.ts'
import type { Ties } from './ties.ts'

/** Rows of the arcs that are given, without those from spontaneous callers. */
export interface ListedOrder {
  /** As they are mentioned first. */
  mentioned: Uint32Array
  /** As the reader leaves them: places in {@link mentioned}. */
  order: Uint32Array
}

/** The order that a listing of these tables would lead to. */
export function listedOrder({ functions, arcs }: Tables, { asCaller, asCallee }: Ties): ListedOrder {
  const length = arcs.caller.indexOf(SPONTANEOUS) < 0 ? arcs.length : arcs.caller.indexOf(SPONTANEOUS)
  const callers = groupRows(arcs.callee.subarray(0, length), functions.length)
  const callees = groupRows(arcs.caller.subarray(0, length), functions.length)
  const mentioned = new Uint32Array(length)
  const placeOf = new Int32Array(length).fill(-1)
  let met = 0
  const meet = (arc: number): number => {
    if (placeOf[arc] < 0) {
      mentioned[met] = arc
      placeOf[arc] = met++
    }
    return placeOf[arc]
  }

  const entries = Int32Array.from(functions.index.keys()).filter(fn => hasEntry({ functions }, fn))
  entries.sort((a, b) => functions.index[a] - functions.index[b] || a - b)
  // Each entry in turn, with a row of no arc for its primary line.
  const entryOfRow: number[] = []
  const arcOfRow: number[] = []
  const compare = (a: number, b: number) => compareArcs({ functions, arcs }, a, b)
  for (const fn of entries) {
    const above = [...rowsOf(callers, fn)].sort((a, b) => compare(a, b) || asCaller[a] - asCaller[b])
    const below = [...rowsOf(callees, fn)].sort((a, b) => compare(b, a) || asCallee[a] - asCallee[b])
    for (const rows of [above, [-1], below])
      for (const arc of rows) {
        arcOfRow.push(arc < 0 ? -1 : meet(arc))
        entryOfRow.push(fn)
      }
  }
  for (let arc = 0; arc < length; arc++) meet(arc)

  const column = <T extends Int32Array | Float64Array>(of: T): T =>
    of.slice(0, length).map((_, i) => of[mentioned[i]]) as T
  const { caller, callee, count, self, children } = arcs
  const order = orderArcs(
    { length: arcOfRow.length, entry: Int32Array.from(entryOfRow) },
    Int32Array.from(arcOfRow),
    {
      caller: column(caller),
      callee: column(callee),
      count: column(count),
      self: column(self),
      children: column(children),
    },
    length,
  )
  return { mentioned, order }
}
