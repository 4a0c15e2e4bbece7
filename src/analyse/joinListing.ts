// A listing becomes a profile. Each step takes what the steps before it found:
//
//   matchFunctions   rows of the flat profile + numbers of the call graph → functions
//   readEntries      rows of the call graph → figures by function, arcs, cycles as a whole
//   mergeCycles      cycles as declared, and those that the arcs form all the same
//   findHoles        do the arcs account for all calls?
//   selfTimes        the time of each function itself, as closely as the listing tells
//   recomputeTimes   if so: times in full precision, checked against the printed ones
//   printedTables    if not, or where the check fails: the printed figures
//   orderArcs        arcs in the order in which they were recorded, as far as it shows

import type { Issue } from '../issue.ts'
import type { Listing } from '../parse/listing.ts'
import type { ArcTable, PrintedTimes, Profile } from '../profile.ts'
import type { Measured, Tables } from './assemble.ts'
import { completenessOf, whatIsMissing } from './completeness.ts'
import { findHoles, type Holes } from './findHoles.ts'
import { fingerprintOf } from './fingerprint.ts'
import { type FoundFunctions, matchFunctions } from './matchFunctions.ts'
import { type MergedCycles, mergeCycles } from './mergeCycles.ts'
import { orderArcs } from './orderArcs.ts'
import { printedTables } from './printedTables.ts'
import { type Entries, readEntries } from './readEntries.ts'
import { recomputeTimes } from './recomputeTimes.ts'
import { roundingOf } from './rounding.ts'
import { selfTimes } from './selfTimes.ts'
import { say } from './sentences.ts'
import { totalTime } from './totalTime.ts'

/** What a listing tells of, before times are worked out. */
export interface MeasuredListing {
  found: FoundFunctions
  entries: Entries
  merged: MergedCycles
  holes: Holes
  measured: Measured
  /** By function: the most by which the self time may be off. */
  rounding: Float64Array
  /** Whether times can be worked out: all calls are accounted for, and all self times are known. */
  complete: boolean
}

/** Joins the two tables of a listing. Rows of functions are those of its profile. */
export function measureListing(listing: Listing): MeasuredListing {
  const found = matchFunctions(listing)
  const entries = readEntries(listing.graph, found)
  const merged = mergeCycles(entries)
  const calls = callsOf(listing, found, entries)
  const holes = findHoles(listing, found, entries, calls)
  const { self, rounding } = selfTimes(listing, found, entries, calls, holes)
  const noCalls = !listing.graph && holes.flatWhole && calls.every(Number.isNaN)

  const measured: Measured = {
    functions: { length: found.length, name: found.name, index: found.index, self, calls, explained: entries.hasEntry },
    arcs: entries.arcs,
    membership: merged.membership,
    cycleNumber: merged.number,
    cycleIndex: merged.index,
  }
  const complete = (holes.graphWhole || noCalls) && !self.some(Number.isNaN)
  return { found, entries, merged, holes, measured, rounding, complete }
}

/** The profile that a listing tells of. */
export function profileOfListing(listing: Listing, title: string): Profile {
  const { found, entries, merged, holes, measured, rounding, complete } = measureListing(listing)
  const { self, calls } = measured.functions
  const warnings: Issue[] = []
  let tables: Tables | null = null
  if (complete) {
    measured.functions.explained = new Uint8Array(found.length).fill(1)
    const recomputed = recomputeTimes(measured, rounding, entries, roundingOf(listing))
    const { disagreeing } = recomputed
    if (disagreeing.length === 0 || merged.undeclared > 0) tables = recomputed.tables
    else warnings.push(disagreement(disagreeing, found))
  }
  const recomputedTimes = tables !== null
  tables ??= printedTables(measured, entries, merged, rootedOf(listing, found))
  const printed = printedTimes(entries, tables)
  if (listing.graph)
    sortArcs(tables.arcs, printed, orderArcs(listing.graph, entries.arcOfRow, tables.arcs, entries.arcs.length))
  if (!complete) tables.functions.explained = explainedOf(tables, entries, roundingOf(listing))

  const completeness = completenessOf(listing, holes, entries)
  if (merged.undeclared > 0) warnings.push(undeclaredCycles(merged.undeclared))
  if (entries.contradictions > 0) warnings.push(contradiction(entries.contradictions))
  const missing = whatIsMissing(completeness, calls, recomputedTimes)
  if (missing) warnings.push(missing)
  return {
    title,
    ...tables,
    total: totalTime(listing, self, !self.some(Number.isNaN)),
    samplePeriod: listing.samplePeriod,
    unit: listing.unit,
    completeness,
    fingerprint: fingerprintOf(tables.functions, tables.arcs),
    times: recomputedTimes ? 'recomputed' : 'printed',
    printed,
    symbols: null,
    warnings: [...listing.warnings, ...warnings],
  }
}

/** Calls of each function, without those to itself: NaN where blank, and where nobody tells. */
function callsOf({ flat }: Listing, found: FoundFunctions, entries: Entries): Float64Array {
  const calls = new Float64Array(found.length)
  for (let fn = 0; fn < found.length; fn++) {
    const told = found.flatRow[fn] >= 0 && flat ? flat.calls[found.flatRow[fn]] : entries.calls[fn]
    const elsewhere =
      found.flatRow[fn] >= 0 || entries.hasEntry[fn] || entries.cycle[fn] > 0 ? Number.NaN : entries.denominator[fn]
    // No gprof prints a function as called 0 times; where one stands (`0+11`), only the part after the + was recorded.
    calls[fn] = told || elsewhere || Number.NaN
  }
  return calls
}

/** Functions whose blank in the calls column says that nobody called them; all of them where there is no call graph. */
const rootedOf = ({ flat, graph }: Listing, found: FoundFunctions): Uint8Array =>
  Uint8Array.from(found.flatRow, row => (!graph || (flat && row >= 0 && Number.isNaN(flat.calls[row])) ? 1 : 0))

/** Functions whose entry is there with all of its callees: what they print must add up to the children time. */
function explainedOf({ arcs, functions }: Tables, entries: Entries, rounding: number): Uint8Array {
  const passed = new Float64Array(functions.length)
  const rows = new Uint32Array(functions.length)
  for (let arc = 0; arc < entries.arcs.length; arc++) {
    const time = arcs.self[arc] + arcs.children[arc]
    if (Number.isNaN(time)) continue
    passed[arcs.caller[arc]] += time
    rows[arcs.caller[arc]] += 2
  }
  return entries.hasEntry.map((has, fn) =>
    has && Math.abs(passed[fn] - functions.children[fn]) <= rounding * (rows[fn] + 1) + 1e-9 ? 1 : 0,
  )
}

function printedTimes(entries: Entries, { arcs }: Tables): PrintedTimes {
  const arcSelf = new Float64Array(arcs.length).fill(Number.NaN)
  const arcChildren = arcSelf.slice()
  arcSelf.set(entries.arcs.self)
  arcChildren.set(entries.arcs.children)
  return { functionSelf: entries.primarySelf, functionChildren: entries.primaryChildren, arcSelf, arcChildren }
}

/** Puts the first rows of all columns of arcs into an order; rows from spontaneous callers stay behind them. */
function sortArcs(arcs: ArcTable, printed: PrintedTimes, order: Uint32Array) {
  const { caller, callee, count, self, children } = arcs
  for (const column of [caller, callee, count, self, children, printed.arcSelf, printed.arcChildren]) {
    const unsorted = column.slice()
    for (let arc = 0; arc < order.length; arc++) column[arc] = unsorted[order[arc]]
  }
}

const disagreement = (rows: number[], found: FoundFunctions): Issue => ({
  code: 'inconsistent',
  ...say('timesDisagree', { functions: rows.length, first: found.name[rows[0]] }),
})

const undeclaredCycles = (cycles: number): Issue => ({
  code: 'inconsistent',
  ...say('undeclaredCycles', { cycles }),
})

const contradiction = (arcs: number): Issue => ({
  code: 'inconsistent',
  ...say('countsDisagree', { calls: arcs }),
})
