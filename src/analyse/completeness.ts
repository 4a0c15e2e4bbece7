// How much of a report a listing holds, as figures for the strip and as a sentence.

import type { Issue } from '../issue.ts'
import type { Listing } from '../parse/listing.ts'
import type { Completeness } from '../profile.ts'
import type { Holes } from './findHoles.ts'
import type { Entries } from './readEntries.ts'

/** Which parts of a report the listing has, and how much of each. */
export function completenessOf(listing: Listing, holes: Holes, entries: Entries): Completeness {
  const rows = listing.flat?.length ?? 0
  return {
    flatProfile: listing.flat
      ? { state: holes.flatWhole ? 'whole' : 'part', found: rows, expected: holes.flatWhole ? rows : Number.NaN }
      : { state: 'none', found: 0, expected: Number.NaN },
    callGraph: listing.graph
      ? {
          state: holes.graphWhole && !listing.graphCut ? 'whole' : 'part',
          found: entries.length,
          expected:
            holes.graphWhole && !listing.graphCut ? entries.length : Math.max(entries.highestIndex, entries.length),
        }
      : { state: 'none', found: 0, expected: Number.NaN },
    index: listing.index,
    legend: listing.legend,
    unread: listing.unread,
    unreadCount: listing.unreadCount,
    firstLine: listing.firstLine,
    lastLine: listing.lastLine,
  }
}

/** A warning for what a person should know to be missing; null if that is nothing. */
export function whatIsMissing(
  { flatProfile, callGraph }: Completeness,
  calls: Float64Array,
  recomputed: boolean,
): Issue | null {
  if (callGraph.state === 'none') {
    const message = calls.every(Number.isNaN)
      ? 'The listing records no calls, so there is no call graph: the time of each function stands alone. Calls are recorded where the program is compiled with -pg, not only linked with it.'
      : 'The listing has a flat profile only, so it is not known who called whom. `gprof` without -p prints the call graph as well.'
    return { code: 'incomplete', message }
  }
  const parts: string[] = []
  if (flatProfile.state === 'part') parts.push(`the flat profile is cut after ${count(flatProfile.found, 'row')}`)
  if (callGraph.state === 'part')
    parts.push(
      callGraph.found < callGraph.expected
        ? `of the call graph, ${callGraph.found.toLocaleString('en-US')} of up to ${callGraph.expected.toLocaleString('en-US')} entries are there`
        : 'the call graph does not account for all calls',
    )
  if (parts.length === 0) return null
  return {
    code: 'incomplete',
    message: `The listing is incomplete: ${parts.join('; ')}. ${recomputed ? 'What is there accounts for all calls, so times are known all the same.' : 'Times are as printed, and what is missing is shown as not known.'}`,
  }
}

/** `1,012 entries` and the like. */
export const count = (n: number, noun: string): string => `${n.toLocaleString('en-US')} ${noun}${n === 1 ? '' : 's'}`
