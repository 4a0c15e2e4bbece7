// Listings of one program, of which a sum was made. Each is stored with all that it says, and the sum follows from them.
//
//   set  = names ends paths titles dates (functions calls)… gap… gap… counts… self… order… rest… warnings
//   rest = title scale tables pruned completeness warnings       tables without what stands before
//
// Names and ends (who called whom) are those of the sum. A listing has some of both, told by the gaps between them (see
// gaps.ts). Runs of a program make the same calls mostly, and as often: so a count is foretold by that of the last listing
// with the call. Functions stand in the order of gprof's flat profile, nearly always.

import { byBytes } from '../analyse/rankRows.ts'
import { listingSet } from '../processes/listingSet.ts'
import { withTitles } from '../processes/processTable.ts'
import { sumProfiles } from '../processes/sumProfiles.ts'
import { type Profile, SPONTANEOUS } from '../profile.ts'
import type { ProcessSet, ProfileRead } from '../profileRead.ts'
import type { ByteWriter } from './byteWriter.ts'
import { type Calls, type Ends, readEnds, writeEnds } from './calls.ts'
import { divisorsOf } from './columns.ts'
import {
  foretellWarning,
  readCompleteness,
  readPruned,
  readScale,
  readWarnings,
  writeCompleteness,
  writePruned,
  writeScale,
  writeWarnings,
} from './facts.ts'
import { FUNCTIONS_LIMIT, LISTED_LIMIT, PROCESSES_LIMIT } from './format.ts'
import { readGaps, writeGaps } from './gaps.ts'
import { lastCounts } from './lastCounts.ts'
import { readNames, readText, writeNames, writeText } from './names.ts'
import { readNumbers, writeNumbers } from './numbers.ts'
import { readOrder, writeOrder } from './order.ts'
import type { PackReader } from './packReader.ts'
import { readFollowing, storedArcs, writeFollowing } from './tables.ts'

/** The listings of a set, in the order of its processes; null where it is none, or has some that are more than that. */
export function listingsOf({ processes }: Pick<ProfileRead, 'processes'>): Profile[] | null {
  const listings = processes?.listings ?? []
  const isPlain = ({ source, profile }: ProfileRead) => source?.kind !== 'run' && !profile.symbols && !profile.selfRange
  return listings.length > 0 && listings.every(isPlain) ? listings.map(({ profile }) => profile) : null
}

/** Whether they are more than any set that is packed. */
export const areTooMany = (listings: readonly Profile[]): boolean =>
  listings.length > PROCESSES_LIMIT ||
  listings.reduce((rows, { functions, arcs }) => rows + functions.length + arcs.length, 0) > LISTED_LIMIT

/** One listing in terms of the sum: rows of its functions and calls there, ascending, and what each has. */
interface Shared {
  fn: Int32Array
  self: Float64Array
  call: Int32Array
  count: Float64Array
}

/** @param set Whose listings these are. */
export function writeListings(out: ByteWriter, listings: readonly Profile[], { table }: ProcessSet): void {
  const { profile: sum, rows } = sumProfiles(listings)
  const { name } = sum.functions
  const ends = storedArcs(sum).calls
  const shared = listings.map((profile, i) => sharedOf(profile, rows[i], ends, name.length))
  writeNames(out, name)
  out.mark()
  writeEnds(out, ends)
  out.mark()
  writeNames(out, table.path)
  writeNames(out, table.title)
  writeNumbers(out, table.date)
  for (const { fn, call } of shared) {
    out.varint(fn.length)
    out.varint(call.length)
  }
  for (const { fn } of shared) writeGaps(out, fn)
  for (const { call } of shared) writeGaps(out, call)
  out.mark()
  const last = lastCounts(ends.caller.length)
  for (const { call, count } of shared) {
    writeNumbers(out, count, last.of(call))
    last.take(call, count)
  }
  out.mark()
  shared.forEach(({ self }, i) => {
    writeNumbers(out, self, null, divisorsOf(listings[i]))
  })
  out.mark()
  shared.forEach((each, i) => {
    const place = placesOf(flatOrder(each, name, ends))
    writeOrder(
      out,
      Uint32Array.from(rows[i], fn => place.get(fn) ?? 0),
    )
  })
  out.mark()
  for (const profile of listings) writeRest(out, profile)
  writeWarnings(out, table.issues, null)
}

/** The sum of the listings, with each of them. */
export function readListings(input: PackReader, title: string): ProfileRead | null {
  input.what = 'functionNames'
  const name = readNames(input, FUNCTIONS_LIMIT)
  input.what = 'calls'
  const ends = readEnds(input, name.length)
  input.what = 'listingNames'
  const paths = readNames(input, PROCESSES_LIMIT)
  const titles = readNames(input, PROCESSES_LIMIT)
  if (titles.length !== paths.length) input.fail('wrong')
  const dates = readNumbers(input, paths.length)
  input.what = 'listingRows'
  const lengths = paths.map(() => [input.count(1, name.length), input.count(1, ends.caller.length)])
  if (lengths.reduce((sum, [functions, calls]) => sum + functions + calls, 0) > LISTED_LIMIT) input.fail('wrong')
  const fns = lengths.map(([length]) => readGaps(input, length, name.length))
  const calls = lengths.map(([, length]) => readGaps(input, length, ends.caller.length))
  const last = lastCounts(ends.caller.length)
  const counts = calls.map(call => {
    const count = readNumbers(input, call.length, last.of(call))
    last.take(call, count)
    return count
  })
  input.what = 'listingTimes'
  const selfs = fns.map(fn => readNumbers(input, fn.length))
  input.what = 'functionOrder'
  const listings = paths.map((_, i) => {
    const shared = { fn: fns[i], self: selfs[i], call: calls[i], count: counts[i] }
    const order = flatOrder(shared, name, ends)
    const places = readOrder(input, order.length)
    return toldBy(
      input,
      shared,
      Int32Array.from(places, place => order[place]),
      { name, ends },
    )
  })
  const profiles = listings.map(told => readRest(input, told))
  const issues = readWarnings(input, null)
  if (input.fault) return null
  const read = (profile: Profile): ProfileRead => ({ profile, source: null, processes: null })
  const set = listingSet(profiles.map((profile, i) => ({ path: paths[i], date: dates[i], read: read(profile) })))
  if (set?.processes?.table.length !== profiles.length) {
    input.fail('wrong')
    return null
  }
  const { profile, processes } = set
  return {
    ...set,
    profile: { ...profile, title },
    processes: { ...processes, table: { ...withTitles(processes.table, titles), issues } },
  }
}

function sharedOf({ functions, arcs }: Profile, rows: Int32Array, ends: Ends, width: number): Shared {
  const order = [...rows.keys()].sort((a, b) => rows[a] - rows[b])
  const arcOf = new Map<number, number>()
  for (let arc = 0; arc < arcs.length; arc++)
    if (arcs.caller[arc] !== SPONTANEOUS) arcOf.set(rows[arcs.caller[arc]] * width + rows[arcs.callee[arc]], arc)
  const arcAt = (call: number) => arcOf.get(ends.caller[call] * width + ends.callee[call])
  const call = Int32Array.from(ends.caller.keys()).filter(each => arcAt(each) !== undefined)
  return {
    fn: Int32Array.from(order, row => rows[row]),
    self: Float64Array.from(order, row => functions.self[row]),
    call,
    count: Float64Array.from(call, each => arcs.count[arcAt(each) ?? 0]),
  }
}

/** The functions of a listing as gprof's flat profile has them: by time, then by calls, then by name. */
function flatOrder({ fn, self, call, count }: Shared, name: readonly string[], { callee }: Ends): Int32Array {
  const place = placesOf(fn)
  const calls = new Float64Array(fn.length)
  call.forEach((each, i) => {
    calls[place.get(callee[each]) ?? -1] += count[i]
  })
  const order = Int32Array.from(fn.keys())
  order.sort((a, b) => self[b] - self[a] || calls[b] - calls[a] || byBytes(name[fn[a]], name[fn[b]]) || a - b)
  return order.map(at => fn[at])
}

/** By row of the sum where it stands: a map, as a listing may have few of very many. */
const placesOf = (rows: Int32Array) => new Map(Array.from(rows, (row, place) => [row, place]))

/** What is told of a listing before the rest, in rows of its own, which are given as rows of the sum. */
function toldBy(
  input: PackReader,
  { fn, self, call, count }: Shared,
  rows: Int32Array,
  { name, ends }: { name: string[]; ends: Ends },
): { name: string[]; self: Float64Array; calls: Calls } {
  const row = placesOf(rows)
  const own = new Map(Array.from(fn, (shared, i) => [shared, self[i]]))
  const [caller, callee] = [ends.caller, ends.callee].map(column => call.map(each => row.get(column[each]) ?? -1))
  if (caller.includes(-1) || callee.includes(-1)) input.fail('wrong')
  const order = [...call.keys()].sort((a, b) => caller[a] - caller[b] || callee[a] - callee[b])
  return {
    name: Array.from(rows, shared => name[shared]),
    self: Float64Array.from(rows, shared => own.get(shared) ?? Number.NaN),
    calls: {
      caller: Int32Array.from(order, i => caller[i]),
      callee: Int32Array.from(order, i => callee[i]),
      count: Float64Array.from(order, i => count[i]),
    },
  }
}

function writeRest(out: ByteWriter, profile: Profile): void {
  writeText(out, profile.title)
  writeScale(out, profile)
  const marks = out.marks.length
  writeFollowing(out, profile, storedArcs(profile))
  out.marks.length = marks // of many listings, the kinds are too many for a piece each
  writePruned(out, profile.pruned)
  writeCompleteness(out, profile.completeness, profile)
  writeWarnings(out, profile.warnings, foretellWarning(profile))
}

function readRest(input: PackReader, told: ReturnType<typeof toldBy>): Profile {
  const title = readText(input)
  const scale = readScale(input)
  const tables = { title, ...scale, symbols: null, ...readFollowing(input, scale, told) }
  const pruned = readPruned(input)
  const whole = { ...tables, ...(pruned && { pruned }), completeness: readCompleteness(input, tables) }
  return { ...whole, warnings: readWarnings(input, foretellWarning(whole)) }
}
