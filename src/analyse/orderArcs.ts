// gprof lists callers and callees by time and count, and what is equal in both in the order in which the arcs were
// recorded. Each listing shows two views of that order: how equal callers stand in one entry, and how equal callees
// stand in another. Rows of the arc table are put into an order that agrees with both, so that whoever sorts arcs by
// time and count, leaving equal ones in the order of the table, lists them as gprof did.

import type { GraphRows } from '../parse/listing.ts'
import type { ArcTable } from '../profile.ts'
import { groupRows } from './groupRows.ts'

/**
 * The order of the first arcs of a table, those that rows of the call graph tell of.
 * @param arcOfRow For each row of the call graph the arc it tells of; -1 for rows that are no arc.
 */
export function orderArcs(
  graph: Pick<GraphRows, 'length' | 'entry'>,
  arcOfRow: Int32Array,
  arcs: Omit<ArcTable, 'length'>,
  length: number,
): Uint32Array {
  const earlier: number[] = []
  const later: number[] = []
  for (let row = 1; row < graph.length; row++) {
    const above = arcOfRow[row - 1]
    const arc = arcOfRow[row]
    if (above < 0 || arc < 0 || graph.entry[row] !== graph.entry[row - 1]) continue
    if (above !== arc && isEqual(arcs, above, arc)) {
      earlier.push(above)
      later.push(arc)
    }
  }
  const { start, rows } = groupRows(Int32Array.from(later), length)
  return earliestFirst(
    length,
    start,
    Int32Array.from(rows, i => earlier[i]),
  )
}

/** Whether two arcs of one entry stand side by side for no other reason than the order of recording. */
function isEqual({ caller, callee, count, self, children }: Omit<ArcTable, 'length'>, a: number, b: number): boolean {
  if (count[a] !== count[b] || (caller[a] === callee[a]) !== (caller[b] === callee[b])) return false
  const time = self[a] + children[a]
  const other = self[b] + children[b]
  return Number.isNaN(time) ? Number.isNaN(other) : Math.abs(time - other) <= 1e-12 * time
}

/** All nodes, each after those that are said to be earlier, as far as these do not contradict one another. */
function earliestFirst(nodes: number, start: Uint32Array, earlier: Int32Array): Uint32Array {
  const order = new Uint32Array(nodes)
  const seen = new Uint8Array(nodes)
  const next = start.slice(0, nodes)
  const path: number[] = []
  let placed = 0
  for (let node = 0; node < nodes; node++) {
    if (seen[node]) continue
    seen[node] = 1
    path.push(node)
    while (path.length > 0) {
      const last = path[path.length - 1]
      if (next[last] < start[last + 1]) {
        const before = earlier[next[last]++]
        if (seen[before]) continue
        seen[before] = 1
        path.push(before)
      } else {
        path.pop()
        order[placed++] = last
      }
    }
  }
  return order
}
