// Columns that are derived, and where they are not as derived; and what goes with them.

import type { Tables } from '../analyse/assemble.ts'
import { fingerprintOf } from '../analyse/fingerprint.ts'
import { hasEntry } from '../export/profileRows.ts'
import { type PrintedTimes, type Profile, type SelfRange, SPONTANEOUS } from '../profile.ts'
import type { ByteWriter } from './byteWriter.ts'
import { readNumber, readNumbers, writeNumber, writeNumbers } from './numbers.ts'
import type { PackReader } from './packReader.ts'

const COUNTS = [1] as const
export const divisorsOf = ({ samplePeriod }: Pick<Profile, 'samplePeriod'>) => [
  100,
  1 / samplePeriod,
  2 / samplePeriod,
  1,
]

export function writeColumns(out: ByteWriter, profile: Profile, expected: Tables): void {
  const { functions, arcs, cycles, printed, selfRange } = profile
  const times = divisorsOf(profile)
  writeNumbers(out, functions.children, times, expected.functions.children)
  writeNumbers(out, functions.selfCalls, COUNTS, expected.functions.selfCalls)
  writeNumbers(out, arcs.count, COUNTS, expected.arcs.count)
  writeNumbers(out, arcs.self, times, expected.arcs.self)
  writeNumbers(out, arcs.children, times, expected.arcs.children)
  writeNumbers(out, cycles.self, times, expected.cycles.self)
  writeNumbers(out, cycles.children, times, expected.cycles.children)
  writeNumbers(out, cycles.calls, COUNTS, expected.cycles.calls)
  writeNumbers(out, cycles.innerCalls, COUNTS, expected.cycles.innerCalls)
  writeNumber(out, profile.total, times, sumOf(functions.self))
  out.varint((printed ? 1 : 0) + (selfRange ? 2 : 0))
  if (printed) {
    const rounded = foretellPrinted({ functions, arcs })
    writeNumbers(out, printed.functionSelf, times, rounded.functionSelf)
    writeNumbers(out, printed.functionChildren, times, rounded.functionChildren)
    writeNumbers(out, printed.arcSelf, times, rounded.arcSelf)
    writeNumbers(out, printed.arcChildren, times, rounded.arcChildren)
  }
  if (selfRange) {
    writeNumbers(out, selfRange.least, times, functions.self)
    writeNumbers(out, selfRange.most, times, functions.self)
    writeNumber(out, selfRange.all, times, profile.total)
  }
  writeNumber(out, Number.parseInt(profile.fingerprint, 16), COUNTS, derivedFingerprint(profile))
}

export function readColumns(input: PackReader, { functions, arcs, cycles }: Tables) {
  input.what = 'the times'
  functions.children = readNumbers(input, functions.length, functions.children)
  functions.selfCalls = readNumbers(input, functions.length, functions.selfCalls)
  arcs.count = readNumbers(input, arcs.length, arcs.count)
  arcs.self = readNumbers(input, arcs.length, arcs.self)
  arcs.children = readNumbers(input, arcs.length, arcs.children)
  cycles.self = readNumbers(input, cycles.length, cycles.self)
  cycles.children = readNumbers(input, cycles.length, cycles.children)
  cycles.calls = readNumbers(input, cycles.length, cycles.calls)
  cycles.innerCalls = readNumbers(input, cycles.length, cycles.innerCalls)
  const total = readNumber(input, sumOf(functions.self))
  input.what = 'the times as printed'
  const flags = input.below(4)
  const rounded = foretellPrinted({ functions, arcs })
  const printed: PrintedTimes | null =
    flags % 2 === 1
      ? {
          functionSelf: readNumbers(input, functions.length, rounded.functionSelf),
          functionChildren: readNumbers(input, functions.length, rounded.functionChildren),
          arcSelf: readNumbers(input, arcs.length, rounded.arcSelf),
          arcChildren: readNumbers(input, arcs.length, rounded.arcChildren),
        }
      : null
  const selfRange: SelfRange | null =
    flags >= 2
      ? {
          least: readNumbers(input, functions.length, functions.self),
          most: readNumbers(input, functions.length, functions.self),
          all: readNumber(input, total),
        }
      : null
  const print = readNumber(input, derivedFingerprint({ functions, arcs }))
  const fingerprint = (print >>> 0).toString(16).padStart(8, '0')
  return { functions, arcs, cycles, total, printed, ...(selfRange && { selfRange }), fingerprint }
}

/** What gprof would print of times that it knows as closely: hundredths, and nothing of functions without an entry. */
function foretellPrinted({ functions, arcs }: Pick<Profile, 'functions' | 'arcs'>): PrintedTimes {
  const round = (times: Float64Array) => times.map(time => Math.round(time * 100) / 100)
  const ofEntries = (times: Float64Array) => times.map((time, fn) => (hasEntry({ functions }, fn) ? time : Number.NaN))
  return {
    functionSelf: ofEntries(round(functions.self)),
    functionChildren: ofEntries(round(functions.children)),
    arcSelf: round(arcs.self).map((time, arc) => (arcs.caller[arc] === SPONTANEOUS ? Number.NaN : time)),
    arcChildren: round(arcs.children).map((time, arc) => (arcs.caller[arc] === SPONTANEOUS ? Number.NaN : time)),
  }
}

const sumOf = (times: Float64Array): number => times.reduce((sum, time) => sum + time, 0)

const derivedFingerprint = ({ functions, arcs }: Pick<Profile, 'functions' | 'arcs'>): number =>
  Number.parseInt(fingerprintOf(functions, arcs), 16)
