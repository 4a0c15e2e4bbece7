// The processes whose sum a run is: behind the run and its warnings, where it is such a sum and there is room.
//
//   processes = paths titles (functions arcs)… gap… gap… ticks totals counts calls warnings
//   gap       = how many functions, or arcs, lie between one that a process has and the last one; see gaps.ts
//
// Functions and arcs are those of the run, in its order. Processes of a kind take the same arcs mostly, and what one
// inherited from its parent it took as often as others did: so a count is foretold by that of the last process with the
// arc. Names, groups and oddities follow from what is stored.

import type { GprofRun } from '../analyse/gprofRun.ts'
import { profileOfRun, profileRowsOf, rowsByFunction } from '../analyse/profileOfRun.ts'
import type { ReportSource } from '../export/reportOf.ts'
import { namesOfSymbols } from '../parse/demangle/namesOfSymbols.ts'
import { processColumns } from '../processes/processColumns.ts'
import { type ProcessRun, sumRuns } from '../processes/processRuns.ts'
import type { ProcessRow } from '../processes/processTable.ts'
import { type ProcessTable, processTable, withTitles } from '../processes/processTable.ts'
import type { Profile } from '../profile.ts'
import type { ProcessSet, ProfileRead } from '../profileRead.ts'
import { programOfTitle, titleOfProcesses } from '../titles.ts'
import type { ByteWriter } from './byteWriter.ts'
import { readWarnings, writeWarnings } from './facts.ts'
import { PROCESSES_LIMIT } from './format.ts'
import { readGaps, writeGaps } from './gaps.ts'
import { lastCounts } from './lastCounts.ts'
import { readNames, writeNames } from './names.ts'
import { readNumber, readNumbers, writeNumber, writeNumbers } from './numbers.ts'
import type { PackReader } from './packReader.ts'

type RunSource = NonNullable<ReportSource> & { kind: 'run' }

/**
 * @param run What `runs` are parts of.
 * @param rowOf Row of the stored run by function of `run`.
 */
export function writeProcesses(
  out: ByteWriter,
  { path, title, issues }: ProcessTable,
  run: GprofRun,
  rowOf: (fn: number) => number,
  runs: readonly ProcessRun[],
): void {
  const { scale } = run.samples
  writeNames(out, path)
  writeNames(out, title)
  for (const { fn, arc } of runs) {
    out.varint(fn.length)
    out.varint(arc.length)
  }
  for (const { fn } of runs) writeGaps(out, fn.map(rowOf))
  out.mark()
  for (const { arc } of runs) writeGaps(out, arc)
  out.mark()
  for (const { ticks, total } of runs) {
    writeNumbers(out, ticks, null, [scale])
    writeNumber(out, total, sumOf(ticks), [scale])
  }
  out.mark()
  const last = lastCounts(run.arcs.length)
  for (const { arc, count, calls } of runs) {
    writeNumbers(out, count, last.of(arc))
    writeNumber(out, calls, sumOf(count))
    last.take(arc, count)
  }
  writeWarnings(out, issues, null)
}

/** The processes of a run that was read. */
export function readProcesses(input: PackReader, sum: RunSource, profile: Profile): ProcessSet | null {
  const { run, file } = sum
  input.what = 'processNames'
  const paths = readNames(input, PROCESSES_LIMIT)
  const titles = readNames(input, PROCESSES_LIMIT)
  if (titles.length !== paths.length) input.fail('wrong')
  input.what = 'processSamples'
  const lengths = paths.map(() => [input.count(1, run.functions.length), input.count(1, run.arcs.length)])
  const fns = lengths.map(([length]) => readGaps(input, length, run.functions.length))
  const arcs = lengths.map(([, length]) => readGaps(input, length, run.arcs.length))
  const samples = fns.map(fn => {
    const ticks = readNumbers(input, fn.length)
    return { ticks, total: readNumber(input, sumOf(ticks)) }
  })
  input.what = 'processCalls'
  const last = lastCounts(run.arcs.length)
  const runs = arcs.map((arc, process): ProcessRun => {
    const count = readNumbers(input, arc.length, last.of(arc))
    const calls = readNumber(input, sumOf(count))
    last.take(arc, count)
    return { ...samples[process], calls, fn: fns[process], arc, count }
  })
  const issues = readWarnings(input, null)
  if (input.fault) return null
  const columns = processColumns()
  runs.forEach(columns.add)
  const figures = columns.take(rowsByFunction(profileRowsOf(run), run.functions.length))
  const table = withTitles(
    processTable(
      figures,
      paths.map(path => ({ path })),
      profile.functions.length,
      [],
    ),
    titles,
  )
  return {
    table: { ...table, issues },
    async read(rows, onFile = () => {}) {
      onFile(rows.length)
      return { ok: true, value: readOf(rows), warnings: [] }
    },
    async *runs() {
      for (const value of runs) yield { ok: true, value, warnings: [] }
    },
  }

  function readOf(rows: readonly ProcessRow[]): ProfileRead {
    const part = sumRuns(
      run,
      rows.map(row => runs[row]),
    )
    const { shown, ...names } = namesOfSymbols(run.functions.name)
    const program = programOfTitle(profile.title)
    const title = rows.length === 1 ? `${program} ${paths[rows[0]]}` : titleOfProcesses(program, rows.length)
    const source = { kind: 'run' as const, run: part, shown, file, unused: false }
    return { profile: profileOfRun(part, names, title, []), source, processes: null }
  }
}

const sumOf = (column: Float64Array): number => column.reduce((sum, each) => sum + each, 0)
