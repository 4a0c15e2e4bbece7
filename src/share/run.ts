// A computed run, as far as something happened in it: the functions that its profile has, in the order of their
// addresses, ticks and calls. All else follows by gprof's own arithmetic, to the last digit of its report; only the
// numbers `[n]` count functions that are left out, too, so the gaps that those leave are stored.
//
//   run   = flags dimension abbreviation names files rate scale ticks total calls ranks
//   flags = 1 for a histogram, + 2 for arcs
//   files = names, and if there are any, for each function its number among them, 0 for none

import { type GprofRun, runPasses } from '../analyse/gprofRun.ts'
import { profileRowsOf } from '../analyse/profileOfRun.ts'
import type { ReportSource } from '../export/reportOf.ts'
import type { ByteWriter } from './byteWriter.ts'
import { readCalls, writeCalls } from './calls.ts'
import { FUNCTIONS_LIMIT } from './format.ts'
import { readNames, readText, writeNames, writeText } from './names.ts'
import { readNumber, readNumbers, writeNumber, writeNumbers } from './numbers.ts'
import type { PackReader } from './packReader.ts'
import { readRanks, writeRanks } from './ranks.ts'

type RunSource = NonNullable<ReportSource> & { kind: 'run' }

export function writeRun(out: ByteWriter, { run, file }: Pick<RunSource, 'run' | 'file'>): void {
  const { functions, samples, arcs, rate } = run
  const kept = keptFunctions(run)
  const row = new Map(Array.from(kept, (fn, i) => [fn, i]))
  out.varint((run.hasHistogram ? 1 : 0) + (run.hasArcs ? 2 : 0))
  writeText(out, run.dimension)
  writeText(out, run.abbreviation)
  writeNames(
    out,
    Array.from(kept, fn => functions.name[fn]),
  )
  writeFiles(
    out,
    Array.from(kept, fn => file[fn]),
  )
  out.mark()
  writeNumber(out, rate)
  writeNumber(out, samples.scale)
  const ticks = Float64Array.from(kept, fn => samples.ticks[fn])
  writeNumbers(out, ticks, null, [samples.scale])
  writeNumber(out, samples.total, sumOf(ticks), [samples.scale])
  out.mark()
  writeCalls(out, {
    caller: arcs.caller.map(fn => row.get(fn) ?? -1),
    callee: arcs.callee.map(fn => row.get(fn) ?? -1),
    count: arcs.count,
  })
  const isKept = (of: number) => of >= functions.length || row.has(of)
  out.mark()
  writeRanks(
    out,
    run.ranked.filter(isKept).map(of => run.index[of]),
  )
}

export function readRun(input: PackReader): Pick<RunSource, 'run' | 'file'> {
  input.what = 'unit'
  const flags = input.below(4)
  const dimension = readText(input)
  const abbreviation = readText(input)
  input.what = 'functionNames'
  const name = readNames(input, FUNCTIONS_LIMIT)
  const { length } = name
  input.what = 'sourceFiles'
  const file = readFiles(input, length)
  input.what = 'samples'
  const rate = readNumber(input)
  const scale = readNumber(input)
  const ticks = readNumbers(input, length)
  const total = readNumber(input, sumOf(ticks))
  input.what = 'calls'
  const calls = readCalls(input, length)
  const received = new Float64Array(length)
  for (let call = 0; call < calls.caller.length; call++) received[calls.callee[call]] += calls.count[call]
  const unknown = () => new Float64Array(length).fill(Number.NaN)
  const run = runPasses({
    functions: {
      length,
      origin: 0n,
      address: unknown(),
      end: unknown(),
      name,
      isFunction: new Uint8Array(length).fill(1),
      isStatic: Uint8Array.from(file, each => (each === '' ? 0 : 1)),
    },
    hasHistogram: flags % 2 === 1,
    hasArcs: flags >= 2,
    rate,
    dimension,
    abbreviation,
    samples: { ticks, total, scale, usedBins: Number.NaN },
    arcs: {
      length: calls.caller.length,
      ...calls,
      calls: received,
      atEntry: Number.NaN,
      droppedRecords: Number.NaN,
      droppedCalls: Number.NaN,
    },
  })
  readRanks(input, run.ranked.length).forEach((number, rank) => {
    run.index[run.ranked[rank]] = number
  })
  return { run, file }
}

/** Functions of a run that are stored, by row: those of the profile, in the order of their addresses. */
export const keptFunctions = (run: GprofRun): Int32Array => profileRowsOf(run).sort()

const sumOf = (ticks: Float64Array): number => ticks.reduce((sum, each) => sum + each, 0)

/** Which file each function is in, 0 for none, and the files by number. */
function writeFiles(out: ByteWriter, files: string[]): void {
  const distinct = [...new Set(files)].filter(file => file !== '')
  const numberOf = new Map(distinct.map((file, i) => [file, i + 1]))
  writeNames(out, distinct)
  if (distinct.length > 0) for (const file of files) out.varint(numberOf.get(file) ?? 0)
}

function readFiles(input: PackReader, functions: number): string[] {
  const distinct = readNames(input)
  return Array.from({ length: functions }, () => {
    const number = distinct.length > 0 ? input.below(distinct.length + 1) : 0
    return number > 0 ? distinct[number - 1] : ''
  })
}
