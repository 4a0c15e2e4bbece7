// Whether a listing says everything. gprof prints every arc in the entry of its callee, and the calls of a function
// are the sum of its arcs; so a listing whose arcs account for all calls has lost none, whatever dots or words stand
// between its lines, and one whose arcs do not has lost some, however smooth it looks.

import type { Listing } from '../parse/listing.ts'
import type { FoundFunctions } from './matchFunctions.ts'
import type { Entries } from './readEntries.ts'
import { roundingOf } from './rounding.ts'

export interface Holes {
  /** Every row of the flat profile is there. Functions that are not in it then have no time of their own and no calls. */
  flatWhole: boolean
  /** Every arc of the call graph is there. */
  graphWhole: boolean
}

export function findHoles(listing: Listing, found: FoundFunctions, entries: Entries, calls: Float64Array): Holes {
  const flatWhole = listing.flat !== null && !listing.flatCut && flatAddsUp(listing) && !lacksRows(found, entries)
  if (!listing.graph) return { flatWhole, graphWhole: false }
  const accounted = callsAddUp(entries, calls)
  return { flatWhole, graphWhole: accounted && (flatWhole || !listing.graphCut) }
}

function flatAddsUp(listing: Listing): boolean {
  const { flat, flatTotal } = listing
  if (!flat || Number.isNaN(flatTotal)) return true
  const sum = flat.self.reduce((total, self) => total + (self || 0), 0)
  return Math.abs(sum - flatTotal) <= roundingOf(listing) * (flat.length + 1) + 1e-9 * flatTotal
}

/** Whether an entry shows time or calls of a function that the flat profile would then have to list. */
function lacksRows(found: FoundFunctions, entries: Entries): boolean {
  for (let fn = 0; fn < found.length; fn++)
    if (found.flatRow[fn] < 0 && entries.hasEntry[fn] && (entries.self[fn] > 0 || entries.calls[fn] > 0)) return true
  return false
}

/** Whether the arcs into every function add up to its calls. Functions whose calls nobody tells count as never called. */
function callsAddUp({ arcs }: Entries, calls: Float64Array): boolean {
  const received = new Float64Array(calls.length)
  for (let arc = 0; arc < arcs.length; arc++)
    if (arcs.caller[arc] !== arcs.callee[arc]) received[arcs.callee[arc]] += arcs.count[arc]
  return received.every((sum, fn) => sum === (calls[fn] || 0))
}
