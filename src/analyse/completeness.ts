// How much of a report a listing holds, as figures for the strip and as a sentence.

import type { Issue } from '../issue.ts'
import type { Listing } from '../parse/listing.ts'
import type { Completeness, Part } from '../profile.ts'
import type { Said } from '../saying.ts'
import type { Holes } from './findHoles.ts'
import type { Entries } from './readEntries.ts'
import { say } from './sentences.ts'

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
  const parts: Said[] = []
  if (leftOutCount > 0)
    parts.push(
      say('linesLeftOut', { places: leftOutCount, lines: leftOut.slice(0, MOST_PLACES).map(({ line }) => line) }),
    )
  if (flatProfile.state === 'part') parts.push(say('rowsThere', { rows: flatProfile.found }))
  if (callGraph.state === 'none')
    return { code: 'incomplete', ...say(calls.every(Number.isNaN) ? 'noCalls' : 'flatOnly', { parts }) }
  const { found, expected } = callGraph
  if (callGraph.state === 'part')
    parts.push(found < expected ? say('entriesThere', { found, expected }) : say('callsUnaccounted'))
  if (parts.length === 0) return null
  return { code: 'incomplete', ...say(recomputed ? 'incompleteButKnown' : 'incomplete', { parts }) }
}
