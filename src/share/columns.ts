// Columns that follow from what is stored, and where they do not; and what goes with them.
//
//   columns = functions (children selfCalls) arcs (count self children) cycles (self children calls innerCalls) total
//             flags printed? selfRange? fingerprint
//   flags   = 1 for printed, 2 for selfRange
//
// Each is a column of numbers over what is expected: in `printed`, what gprof would print of times as they are known.

import type { Tables } from '../analyse/assemble.ts'
import { fingerprintOf } from '../analyse/fingerprint.ts'
import { hasEntry } from '../export/profileRows.ts'
import { type PrintedTimes, type Profile, type SelfRange, SPONTANEOUS } from '../profile.ts'
import type { ByteWriter } from './byteWriter.ts'
import { readNumber, readNumbers, writeNumber, writeNumbers } from './numbers.ts'
import type { PackReader } from './packReader.ts'

/** Times are hundredths, as printed, samples, or halves of samples. */
export const divisorsOf = ({ samplePeriod }: Pick<Profile, 'samplePeriod'>): number[] => [
  100,
  1 / samplePeriod,
  2 / samplePeriod,
]

export function writeColumns(out: ByteWriter, profile: Profile, expected: Tables): void {
  const { functions, arcs, cycles, printed, selfRange } = profile
  const times = divisorsOf(profile)
  writeNumbers(out, functions.children, expected.functions.children, times)
  writeNumbers(out, functions.selfCalls, expected.functions.selfCalls)
  writeNumbers(out, arcs.count, expected.arcs.count)
  writeNumbers(out, arcs.self, expected.arcs.self, times)
  writeNumbers(out, arcs.children, expected.arcs.children, times)
  writeNumbers(out, cycles.self, expected.cycles.self, times)
  writeNumbers(out, cycles.children, expected.cycles.children, times)
  writeNumbers(out, cycles.calls, expected.cycles.calls)
  writeNumbers(out, cycles.innerCalls, expected.cycles.innerCalls)
  writeNumber(out, profile.total, sumOf(functions.self), times)
  out.varint((printed ? 1 : 0) + (selfRange ? 2 : 0))
  if (printed) {
    const rounded = foretellPrinted({ functions, arcs })
    writeNumbers(out, printed.functionSelf, rounded.functionSelf, times)
    writeNumbers(out, printed.functionChildren, rounded.functionChildren, times)
    writeNumbers(out, printed.arcSelf, rounded.arcSelf, times)
    writeNumbers(out, printed.arcChildren, rounded.arcChildren, times)
  }
  if (selfRange) {
    writeNumbers(out, selfRange.least, functions.self, times)
    writeNumbers(out, selfRange.most, functions.self, times)
    writeNumber(out, selfRange.all, profile.total, times)
  }
  writeNumber(out, Number.parseInt(profile.fingerprint, 16), derivedFingerprint(profile))
}

export function readColumns(input: PackReader, { functions, arcs, cycles }: Tables) {
  input.what = 'times'
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
  input.what = 'printedTimes'
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
