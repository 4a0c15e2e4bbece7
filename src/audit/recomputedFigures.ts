// The call graph against what follows from self times and counts of calls alone. Half of the last digit of every self time
// can be lost, and is passed up like time; what any figure may be off by is the same arithmetic on those halves (see
// recomputeTimes.ts).

import { assemble } from '../analyse/assemble.ts'
import type { MeasuredListing } from '../analyse/joinListing.ts'
import { propagateTime } from '../analyse/propagateTime.ts'
import { type GraphRows, Kind } from '../parse/listing.ts'
import type { KnownTimes } from './flatFigures.ts'
import type { Ledger } from './ledger.ts'

/**
 * Whether gprof left out of the times functions that call others (`-E`, `-F`, or `mcount` where it calls any): then parts of
 * times go nowhere, and what is left of them stands in the call graph only.
 */
export const leavesTimeOut = ({ measured, entries }: MeasuredListing): boolean =>
  measured.arcs.caller.some(caller => entries.excluded[caller] === 1)

/**
 * Times of functions and of arcs as recomputed from self times, and by how much they may be off. Without arcs, and with
 * children times of NaN, where the listing does not tell enough.
 */
export function recomputed(
  listing: MeasuredListing,
  self: Float64Array,
  selfSlack: Float64Array,
): { known: KnownTimes; arcs: KnownTimes | null } {
  const { measured, complete, found } = listing
  if (!complete || leavesTimeOut(listing)) {
    const unknown = new Float64Array(found.length).fill(Number.NaN)
    return { known: { self, selfSlack, children: unknown, childrenSlack: unknown }, arcs: null }
  }
  const { functions, arcs } = assemble({ ...measured, functions: { ...measured.functions, self } })
  const most = propagateTime(selfSlack, arcs, measured.membership)
  return {
    known: { self, selfSlack, children: functions.children, childrenSlack: most.children },
    arcs: {
      self: arcs.self,
      selfSlack: most.arcSelf,
      children: arcs.children,
      childrenSlack: most.arcChildren,
    },
  }
}

/** Holds primary lines and arcs against them. */
export function checkRecomputed(
  ledger: Ledger,
  graph: GraphRows,
  { entries, found }: MeasuredListing,
  known: KnownTimes,
  arcs: KnownTimes,
  half: number,
): void {
  for (let row = 0; row < graph.length; row++) {
    const fn = found.rowOfIndex.get(graph.index[row]) ?? -1
    const arc = entries.arcOfRow[row]
    const [times, of] =
      graph.kind[row] === Kind.primary ? [known, fn] : graph.kind[row] === Kind.arc ? [arcs, arc] : [known, -1]
    if (of < 0) continue
    const at = { table: 'graph' as const, fn, line: graph.line[row] }
    ledger.check(at, 'self', graph.self[row], times.self[of], times.selfSlack[of] + half)
    ledger.check(at, 'children', graph.children[row], times.children[of], times.childrenSlack[of] + half)
  }
}
