// The tables of a profile: what cannot be derived, and then, column by column, where what is derived is not what was
// there.
//
//   tables = names self arcs calls explained cycles roots given ranks numbers (0 | 1 ties) order columns
//
// Arcs are stored by caller and callee; the order of the profile's own is told at last, as it differs from that one, or
// from the order that a listing leads to. What is "expected" is what foretell.ts makes of what stands before.

import type { Tables } from '../analyse/assemble.ts'
import type { Membership } from '../analyse/findCycles.ts'
import { type FunctionTable, NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { type ByteWriter, byteWriter, shortestOf } from './byteWriter.ts'
import { type Calls, readCalls, writeCalls } from './calls.ts'
import { divisorsOf, readColumns, writeColumns } from './columns.ts'
import type { Scale } from './facts.ts'
import {
  type Foretold,
  foretellCalls,
  foretellListed,
  foretellMembership,
  foretellRanks,
  foretellRoots,
  foretellTables,
  reordered,
  type Stored,
} from './foretell.ts'
import { readFunctionNames, writeFunctionNames } from './functionNames.ts'
import { readNumber, readNumbers, writeNumber, writeNumbers } from './numbers.ts'
import { readOrder, writeOrder } from './order.ts'
import type { PackReader } from './packReader.ts'
import { readRanks, writeRanks } from './ranks.ts'
import { readTies, writeTies } from './ties.ts'

export function writeTables(out: ByteWriter, profile: Profile): void {
  const { functions } = profile
  writeFunctionNames(out, profile)
  out.mark()
  writeNumbers(out, functions.self, null, divisorsOf(profile))
  out.mark()
  const arcs = storedArcs(profile)
  writeCalls(out, arcs.calls)
  out.mark()
  writeFollowing(out, profile, arcs)
}

/** All but names, self times and calls, which are told already. */
export function writeFollowing(out: ByteWriter, profile: Profile, { calls, roots, rows }: StoredArcs): void {
  const { functions, cycles } = profile
  writeNumbers(out, functions.calls, foretellCalls(functions.length, calls))
  writeNumbers(out, functions.explained, new Uint8Array(functions.length).fill(1))
  const membership = { cycle: functions.cycle, cycles: cycles.length }
  writeMembership(out, membership, foretellMembership(functions.length, calls))
  const rooted = new Uint8Array(functions.length)
  for (const fn of roots) rooted[fn] = 1
  writeNumbers(out, rooted, foretellRoots({ functions, calls, membership }))
  const stored: Stored = {
    functions,
    calls,
    membership,
    cycleNumber: cycles.number,
    cycleIndex: cycles.index,
    roots,
    given: givenTimes(profile, rows),
  }
  writeGiven(out, profile, stored)
  out.mark()
  const tables = foretellTables(stored)
  writeNumbering(out, tables)
  out.mark()
  writeRest(out, profile, { stored, tables, rows })
}

export function readTables(input: PackReader, scale: Scale) {
  const { name, symbols } = readFunctionNames(input)
  const { length } = name
  input.what = 'functionTimes'
  const self = readNumbers(input, length)
  input.what = 'calls'
  const calls = readCalls(input, length)
  return { symbols, ...readFollowing(input, scale, { name, self, calls }) }
}

/** What is told of a profile before what follows. */
interface Told extends Pick<FunctionTable, 'name' | 'self'> {
  calls: Calls
}

export function readFollowing(input: PackReader, scale: Scale, { name, self, calls }: Told) {
  const { length } = name
  input.what = 'calls'
  const received = readNumbers(input, length, foretellCalls(length, calls))
  const explained = Uint8Array.from(readNumbers(input, length, new Uint8Array(length).fill(1)))
  input.what = 'cycles'
  const membership = readMembership(input, foretellMembership(length, calls))
  const functions = { length, name, self, calls: received, explained, index: new Int32Array(length) }
  const rooted = readNumbers(input, length, foretellRoots({ functions, calls, membership }))
  const roots = Int32Array.from(rooted.keys()).filter(fn => rooted[fn] !== 0)
  const stored: Stored = {
    functions,
    calls,
    membership,
    cycleNumber: new Int32Array(membership.cycles),
    cycleIndex: new Int32Array(membership.cycles),
    roots,
    given: readGiven(input, scale, { calls, roots, functions }),
  }
  const tables = foretellTables(stored)
  readNumbering(input, tables)
  return readRest(input, stored, tables)
}

const countingFrom1 = (length: number): Int32Array => Int32Array.from({ length }, (_, row) => row + 1)

/** Calls as they are stored, roots, and for each of these, one after the other, its row in the profile. */
interface StoredArcs {
  calls: Calls
  roots: Int32Array
  rows: Uint32Array
}

export function storedArcs({ arcs }: Profile): StoredArcs {
  const { caller, callee, count } = arcs
  const all = [...caller.keys()]
  const called = all
    .filter(arc => caller[arc] !== SPONTANEOUS)
    .sort((a, b) => caller[a] - caller[b] || callee[a] - callee[b])
  const rooted = all.filter(arc => caller[arc] === SPONTANEOUS).sort((a, b) => callee[a] - callee[b])
  return {
    calls: {
      caller: Int32Array.from(called, arc => caller[arc]),
      callee: Int32Array.from(called, arc => callee[arc]),
      count: Float64Array.from(called, arc => count[arc]),
    },
    roots: Int32Array.from(rooted, arc => callee[arc]),
    rows: Uint32Array.from([...called, ...rooted]),
  }
}

function writeMembership(out: ByteWriter, { cycle, cycles }: Membership, expected: Membership): void {
  writeNumber(out, cycles, expected.cycles)
  writeNumbers(out, cycle, expected.cycle)
}

function readMembership(input: PackReader, expected: Membership): Membership {
  const cycles = readNumber(input, expected.cycles)
  const cycle = Int32Array.from(readNumbers(input, expected.cycle.length, expected.cycle))
  if (
    !(Number.isInteger(cycles) && cycles >= 0 && cycles <= cycle.length) ||
    cycle.some(row => row < NO_CYCLE || row >= cycles)
  )
    input.fail('wrong')
  return input.fault ? { cycles: 0, cycle: cycle.fill(NO_CYCLE) } : { cycles, cycle }
}

/**
 * In a profile whose times were worked out, time that goes into functions that are not explained cannot be: there are
 * none but in a pruned one, where they stand for many.
 */
function givenTimes({ functions, arcs, times }: Profile, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, arc =>
    times === 'printed' || functions.explained[arcs.callee[arc]] ? Number.NaN : arcs.self[arc] + arcs.children[arc],
  )
}

const hasGiven = (
  { times }: Pick<Scale, 'times'>,
  { functions, calls, roots }: Pick<Stored, 'functions' | 'calls' | 'roots'>,
) => [...calls.callee, ...roots].map(fn => times === 'recomputed' && functions.explained[fn] === 0)

function writeGiven(out: ByteWriter, scale: Scale, stored: Stored): void {
  const has = hasGiven(scale, stored)
  writeNumbers(
    out,
    stored.given.filter((_, arc) => has[arc]),
    null,
    divisorsOf(scale),
  )
}

function readGiven(
  input: PackReader,
  scale: Scale,
  stored: Pick<Stored, 'functions' | 'calls' | 'roots'>,
): Float64Array {
  const has = hasGiven(scale, stored)
  const times = readNumbers(input, has.filter(is => is).length)
  let next = 0
  return Float64Array.from(has, is => (is ? times[next++] : Number.NaN))
}

/** The numbers of functions and cycles as a whole, and those of cycles among themselves. */
function writeNumbering(out: ByteWriter, tables: Tables): void {
  const { functions, cycles } = tables
  const ranks = foretellRanks(tables)
  writeRanks(
    out,
    ranks.map(row => (row < functions.length ? functions.index[row] : cycles.index[row - functions.length])),
  )
  writeNumbers(out, cycles.number, countingFrom1(cycles.length))
}

/** Fills the columns in. */
function readNumbering(input: PackReader, tables: Tables): void {
  const { functions, cycles } = tables
  const ranks = foretellRanks(tables)
  readRanks(input, ranks.length).forEach((number, rank) => {
    const row = ranks[rank]
    if (row < functions.length) functions.index[row] = number
    else cycles.index[row - functions.length] = number
  })
  cycles.number.set(readNumbers(input, cycles.length, countingFrom1(cycles.length)))
}

/** What is stored of a profile, the tables that follow, and by stored arc its row in the profile. */
interface Writing {
  stored: Stored
  tables: Foretold
  rows: Uint32Array
}

/** The order of the arcs and all derived columns: as stored, or as in a listing, whichever is nearer. */
function writeRest(out: ByteWriter, profile: Profile, { stored, tables, rows }: Writing): void {
  const tried = [0, 1].map(isListed => {
    const rest = byteWriter()
    rest.varint(isListed)
    const expected = isListed ? foretellListed(stored, tables, writeTies(rest, tables, rows)) : tables
    rest.mark()
    const placeOf = new Uint32Array(rows.length)
    expected.places.forEach((at, place) => {
      placeOf[rows[at]] = place
    })
    writeOrder(rest, placeOf)
    rest.mark()
    writeColumns(rest, profile, { ...expected, arcs: reordered(expected.arcs, placeOf) })
    return rest
  })
  out.append(shortestOf(tried))
}

function readRest(input: PackReader, stored: Stored, tables: Foretold) {
  input.what = 'callOrder'
  const expected = input.below(2) ? foretellListed(stored, tables, readTies(input, tables)) : tables
  const arcs = reordered(expected.arcs, readOrder(input, expected.arcs.length))
  return readColumns(input, { ...expected, arcs })
}
