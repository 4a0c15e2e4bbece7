// The tables of a profile, column by column.

import { fingerprintOf } from '../analyse/fingerprint.ts'
import type { ArcTable, CycleTable, FunctionTable, PrintedTimes, Profile, SelfRange } from '../profile.ts'
import { NO_CYCLE, SPONTANEOUS } from '../profile.ts'
import type { ByteWriter } from './byteWriter.ts'
import type { Facts } from './facts.ts'
import { ARCS_LIMIT, FUNCTIONS_LIMIT } from './format.ts'
import { readNames, writeNames } from './names.ts'
import { readNumber, readNumbers, writeNumber, writeNumbers } from './numbers.ts'
import type { PackReader } from './packReader.ts'

const COUNTS = [1] as const
const divisorsOf = ({ samplePeriod }: Facts) => [100, 1 / samplePeriod, 2 / samplePeriod, 1]

export function writeTables(out: ByteWriter, profile: Profile): void {
  const { functions, arcs, cycles, symbols, printed, selfRange } = profile
  const times = divisorsOf(profile)
  out.varint(functions.length)
  out.varint(arcs.length)
  out.varint(cycles.length)
  writeNames(out, functions.name)
  out.varint(symbols ? 1 : 0)
  if (symbols) writeNames(out, symbols)
  for (const fn of functions.cycle) out.varint(fn + 1)
  for (const explained of functions.explained) out.varint(explained)
  writeNumbers(out, functions.index, COUNTS)
  writeNumbers(out, functions.self, times)
  writeNumbers(out, functions.children, times)
  writeNumbers(out, functions.calls, COUNTS)
  writeNumbers(out, functions.selfCalls, COUNTS)
  for (const caller of arcs.caller) out.varint(caller + 1)
  for (const callee of arcs.callee) out.varint(callee)
  writeNumbers(out, arcs.count, COUNTS)
  writeNumbers(out, arcs.self, times)
  writeNumbers(out, arcs.children, times)
  writeNumbers(out, cycles.number, COUNTS)
  writeNumbers(out, cycles.index, COUNTS)
  writeNumbers(out, cycles.self, times)
  writeNumbers(out, cycles.children, times)
  writeNumbers(out, cycles.calls, COUNTS)
  writeNumbers(out, cycles.innerCalls, COUNTS)
  writeNumber(out, profile.total, times)
  out.varint((printed ? 1 : 0) + (selfRange ? 2 : 0))
  if (printed) {
    writeNumbers(out, printed.functionSelf, times, functions.self)
    writeNumbers(out, printed.functionChildren, times, functions.children)
    writeNumbers(out, printed.arcSelf, times, arcs.self)
    writeNumbers(out, printed.arcChildren, times, arcs.children)
  }
  if (selfRange) {
    writeNumbers(out, selfRange.least, times, functions.self)
    writeNumbers(out, selfRange.most, times, functions.self)
    writeNumber(out, selfRange.all, times, profile.total)
  }
  writeNumber(out, Number.parseInt(profile.fingerprint, 16), COUNTS, derivedFingerprint(profile))
}

const derivedFingerprint = ({ functions, arcs }: Pick<Profile, 'functions' | 'arcs'>): number =>
  Number.parseInt(fingerprintOf(functions, arcs), 16)

export function readTables(input: PackReader, facts: Facts): Profile {
  input.what = 'the number of functions'
  const length = input.count(2, FUNCTIONS_LIMIT)
  const arcsLength = input.count(2, ARCS_LIMIT)
  const cyclesLength = input.below(length + 1)
  input.what = 'the names of functions'
  const name = readNames(input, length)
  const symbols = input.below(2) ? readNames(input, length) : null
  input.what = 'the functions'
  const rows = (length: number, limit: number) => Int32Array.from({ length }, () => input.below(limit))
  const functions: FunctionTable = {
    length,
    name,
    cycle: rows(length, cyclesLength + 1).map(cycle => cycle + NO_CYCLE),
    explained: Uint8Array.from({ length }, () => input.below(2)),
    index: Int32Array.from(readNumbers(input, length)),
    self: readNumbers(input, length),
    children: readNumbers(input, length),
    calls: readNumbers(input, length),
    selfCalls: readNumbers(input, length),
  }
  input.what = 'the calls'
  const arcs: ArcTable = {
    length: arcsLength,
    caller: rows(arcsLength, length + 1).map(caller => caller + SPONTANEOUS),
    callee: rows(arcsLength, length),
    count: readNumbers(input, arcsLength),
    self: readNumbers(input, arcsLength),
    children: readNumbers(input, arcsLength),
  }
  input.what = 'the cycles'
  const cycles: CycleTable = {
    length: cyclesLength,
    number: Int32Array.from(readNumbers(input, cyclesLength)),
    index: Int32Array.from(readNumbers(input, cyclesLength)),
    self: readNumbers(input, cyclesLength),
    children: readNumbers(input, cyclesLength),
    calls: readNumbers(input, cyclesLength),
    innerCalls: readNumbers(input, cyclesLength),
  }
  const total = readNumber(input)
  input.what = 'the times as printed'
  const flags = input.below(4)
  const printed: PrintedTimes | null =
    flags % 2 === 1
      ? {
          functionSelf: readNumbers(input, length, functions.self),
          functionChildren: readNumbers(input, length, functions.children),
          arcSelf: readNumbers(input, arcsLength, arcs.self),
          arcChildren: readNumbers(input, arcsLength, arcs.children),
        }
      : null
  const selfRange: SelfRange | null =
    flags >= 2
      ? {
          least: readNumbers(input, length, functions.self),
          most: readNumbers(input, length, functions.self),
          all: readNumber(input, total),
        }
      : null
  const print = readNumber(input, derivedFingerprint({ functions, arcs }))
  const fingerprint = (print >>> 0).toString(16).padStart(8, '0')
  return { ...facts, functions, arcs, cycles, total, printed, symbols, ...(selfRange && { selfRange }), fingerprint }
}
