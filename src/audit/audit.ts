// Do the figures of a listing agree with one another? What gprof prints tells most things more than once: in both
// tables, in the entries of caller and callee, in sums and in shares. Whoever typed a listing in, changed it, or joined
// parts of two has figures that do not agree; so has one that was printed by another arithmetic than gprof's.
//
// Every figure is held against whatever others it follows from. Times are printed with two decimals, so it may be off
// by half of the last one of each figure that it is worked out from, and no more; counts may not be off at all.

import { type MeasuredListing, measureListing } from '../analyse/joinListing.ts'
import type { FoundFunctions } from '../analyse/matchFunctions.ts'
import { roundingOf } from '../analyse/rounding.ts'
import { startsOf } from '../export/reportText.ts'
import { headingLines } from '../parse/headingLines.ts'
import type { Listing } from '../parse/listing.ts'
import { normalise } from '../parse/normalise.ts'
import type { FunctionRow } from '../profile.ts'
import { checkFlat, flatText, type KnownTimes, selfOfFlat, wholeOfFlat } from './flatFigures.ts'
import { checkGraph } from './graphFigures.ts'
import { type Audit, type Ledger, newLedger } from './ledger.ts'
import { checkRecomputed, leavesTimeOut, recomputed } from './recomputedFigures.ts'
import type { Whole } from './wholeOf.ts'

/**
 * Holds all figures of a listing against one another.
 *
 * @param rowOf The row to call a function by; that of the listing's own profile unless told otherwise.
 */
export function auditListing(
  listing: Listing,
  file: Uint8Array,
  rowOf: (found: FoundFunctions, fn: FunctionRow) => FunctionRow = (_, fn) => fn,
): Audit {
  const bytes = normalise(file)
  const start = startsOf(bytes)
  const ledger = newLedger(start.length)
  const decoder = new TextDecoder()
  const lineAt = (line: number) => decoder.decode(bytes.subarray(start[line - 1], start[line]))
  const measured = measureListing(listing)
  const half = roundingOf(listing)
  const { flat, graph } = listing
  const headings = headingLines(bytes, listing)
  const columns = headings.findLast(({ table, kind }) => table === 'flat' && kind === 'flatColumns')
  const text = flat && flatText(flat, lineAt, columns ? perCallScale(columns.text) : Number.NaN)
  const whole = flat && text && wholeOfFlat(flat, text, half)
  const { self, selfSlack } = selfTimesOf(measured, listing, whole, half)
  const { known, arcs } = recomputed(measured, self, selfSlack)
  if (flat && text) checkFlat(ledger, flat, text, known, { half, whole, isWhole: measured.holes.flatWhole })
  const { found } = measured
  const take = () => ledger.take(fn => (fn < 0 ? fn : rowOf(found, fn)))
  if (!graph) return take()
  const figure = (column: ArrayLike<number> | undefined) => (fn: number) =>
    fn >= 0 && found.flatRow[fn] >= 0 && column ? column[found.flatRow[fn]] : Number.NaN
  const isPart = leavesTimeOut(measured)
  checkGraph(
    ledger,
    graph,
    {
      self: figure(isPart ? undefined : flat?.self),
      calls: figure(flat?.calls),
      lineOf: figure(flat?.line),
    },
    { fnOf: number => found.rowOfIndex.get(number) ?? -1, half, total: listing.graphTotal, isPart },
  )
  if (arcs) checkRecomputed(ledger, graph, measured, known, arcs, half)
  const granularity = headings.findLast(({ table, kind }) => table === 'graph' && kind === 'granularity')
  if (granularity && measured.complete)
    checkTotal(ledger, granularity.line, listing.graphTotal, known, measured.entries.hasEntry, half)
  return take()
}

/**
 * All time in the heading of the call graph is the sum of the self times of all functions that have an entry, of which some
 * listings have fewer (gprof's -l), or of all functions but for some that gprof leaves out (`mcount`): no less than the
 * one, no more than the other.
 */
function checkTotal(
  ledger: Ledger,
  line: number,
  printed: number,
  { self, selfSlack }: KnownTimes,
  hasEntry: Uint8Array,
  half: number,
): void {
  const most = self.reduce((all, time) => all + time, 0)
  const least = self.reduce((all, time, fn) => all + (hasEntry[fn] ? time : 0), 0)
  const slack = selfSlack.reduce((all, each) => all + each, 0)
  const between = (most - least) / 2
  ledger.check({ table: 'graph', fn: -1, line }, 'total', printed, least + between, between + slack + half)
}

/**
 * Self times by function, and by how much they may be off. Where both tables print one and differ, by that as well: it is
 * told once, and not again of whatever is worked out from it.
 */
function selfTimesOf(
  { found, entries, measured }: MeasuredListing,
  { flat }: Listing,
  whole: Whole | null,
  half: number,
) {
  const self = measured.functions.self.slice()
  const selfSlack = self.map((_, fn) => (Number.isNaN(entries.self[fn]) ? 0 : half))
  if (!flat) return { self, selfSlack }
  const told = selfOfFlat(flat, whole, half)
  for (let fn = 0; fn < found.length; fn++) {
    const row = found.flatRow[fn]
    if (row < 0) continue
    self[fn] = told.self[row]
    const differ = Math.abs(flat.self[row] - entries.self[fn])
    selfSlack[fn] = differ > 0 ? differ + half : told.selfSlack[row]
  }
  return { self, selfSlack }
}

const SCALES: Record<string, number> = {
  T: 1e-12,
  G: 1e-9,
  M: 1e-6,
  K: 1e-3,
  m: 1e3,
  u: 1e6,
  n: 1e9,
  p: 1e12,
  f: 1e15,
  a: 1e18,
}

/** `… calls  ms/call  ms/call  name` → 1000. */
function perCallScale(heading: string): number {
  const word = heading.split(/\s+/).find((each, i, words) => each.includes('/') && each === words[i + 1])
  const unit = /^([TGMKmunpfa]?)[^/]\//.exec(word ?? '')
  return unit ? (SCALES[unit[1]] ?? 1) : Number.NaN
}
