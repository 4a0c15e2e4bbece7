// The call graph against what follows from self times and counts of calls alone. Half of the last digit of every self time
// can be lost, and is passed up like time; what any figure may be off by is the same arithmetic on those halves (see
// recomputeTimes.ts).

import { assemble } from '../analyse/assemble.ts'
import type { MeasuredListing } from '../analyse/joinListing.ts'
import { propagateTime } from '../analyse/propagateTime.ts'
import { type GraphRows, Kind } from '../parse/listing.ts'
import type { KnownFunctions } from './flatFigures.ts'
import type { Ledger } from './ledger.ts'

/** Times of functions as recomputed, and by how much they may be off; NaN where the listing does not tell enough. */
export function recomputed({ measured, complete, found }: MeasuredListing, selfSlack: Float64Array) {
  if (!complete) {
    const unknown = new Float64Array(found.length).fill(Number.NaN)
    return {
      known: { self: measured.functions.self, selfSlack, children: unknown, childrenSlack: unknown },
      arcs: null,
    }
  }
  const tables = assemble(measured)
  const most = propagateTime(selfSlack, tables.arcs, measured.membership)
  return {
    known: {
      self: tables.functions.self,
      selfSlack,
      children: tables.functions.children,
      childrenSlack: most.children,
    },
    arcs: {
      self: tables.arcs.self,
      selfSlack: most.arcSelf,
      children: tables.arcs.children,
      childrenSlack: most.arcChildren,
    },
  }
}

/** Holds primary lines and arcs against them. */
export function checkRecomputed(
  ledger: Ledger,
  graph: GraphRows,
  { entries, found }: MeasuredListing,
  known: KnownFunctions,
  arcs: NonNullable<ReturnType<typeof recomputed>['arcs']>,
  half: number,
): void {
  for (let row = 0; row < graph.length; row++) {
    const fn = found.rowOfIndex.get(graph.index[row]) ?? -1
    const at = { table: 'graph' as const, fn, line: graph.line[row] }
    if (graph.kind[row] === Kind.primary && fn >= 0) {
      ledger.check(at, 'self', graph.self[row], known.self[fn], known.selfSlack[fn] + half)
      ledger.check(at, 'children', graph.children[row], known.children[fn], known.childrenSlack[fn] + half)
    } else if (graph.kind[row] === Kind.arc && entries.arcOfRow[row] >= 0) {
      const arc = entries.arcOfRow[row]
      ledger.check(at, 'self', graph.self[row], arcs.self[arc], arcs.selfSlack[arc] + half)
      ledger.check(at, 'children', graph.children[row], arcs.children[arc], arcs.childrenSlack[arc] + half)
    }
  }
}
