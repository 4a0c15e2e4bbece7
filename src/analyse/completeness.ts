// How much of a report a listing holds, as figures for the strip and as a sentence.

import type { Issue } from '../issue.ts'
import type { Listing } from '../parse/listing.ts'
import type { Completeness, Part, QuotedLine } from '../profile.ts'
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
    leftOut: listing.leftOut,
    leftOutCount: listing.leftOutCount,
    unread: listing.unread,
    unreadCount: listing.unreadCount,
    firstLine: listing.firstLine,
    lastLine: listing.lastLine,
  }
}

/** Of a profile that was worked out rather than read from a listing. */
export function completenessOfComputed(functions: number, hasTimes: boolean, hasCalls: boolean): Completeness {
  const part = (there: boolean): Part =>
    there
      ? { state: 'whole', found: functions, expected: functions }
      : { state: 'none', found: 0, expected: Number.NaN }
  return {
    flatProfile: part(hasTimes),
    callGraph: part(hasCalls),
    index: part(false),
    legend: false,
    leftOut: [],
    leftOutCount: 0,
    unread: [],
    unreadCount: 0,
    firstLine: 0,
    lastLine: 0,
  }
}

/** The most places that a sentence lists. */
const MOST_PLACES = 5

/** A warning for what a person should know to be missing; null if that is nothing. */
export function whatIsMissing(
  { flatProfile, callGraph, leftOut, leftOutCount }: Completeness,
  calls: Float64Array,
  recomputed: boolean,
): Issue | null {
  const parts: string[] = []
  if (leftOutCount > 0) parts.push(`whoever passed it on left lines out ${placesOf(leftOut, leftOutCount)}`)
  if (flatProfile.state === 'part') parts.push(`of the flat profile, ${rowsThere(flatProfile.found)}`)
  if (callGraph.state === 'none') {
    const message = calls.every(Number.isNaN)
      ? 'The listing records no calls, so there is no call graph: the time of each function stands alone. Calls are recorded where the program is compiled with -pg, not only linked with it.'
      : 'The listing has a flat profile only, so it is not known who called whom. `gprof` without -p prints the call graph as well.'
    const rest = parts.length > 0 ? ` What there is of it is incomplete: ${parts.join('; ')}.` : ''
    return { code: 'incomplete', message: message + rest }
  }
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

const rowsThere = (rows: number): string => `${count(rows, 'row')} ${rows === 1 ? 'is' : 'are'} there`

/** `in 3 places (lines 12, 30, 41)` */
function placesOf(places: QuotedLine[], all: number): string {
  const lines = places.slice(0, MOST_PLACES).map(({ line }) => line.toLocaleString('en-US'))
  return `in ${count(all, 'place')} (line${all === 1 ? '' : 's'} ${lines.join(', ')}${all > lines.length ? ' …' : ''})`
}

/** `1,012 entries` and the like. */
export const count = (n: number, noun: string): string => `${n.toLocaleString('en-US')} ${noun}${n === 1 ? '' : 's'}`
