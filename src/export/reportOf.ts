// The report of a profile. There are three origins. Of a gmon.out with its executable it is what gprof prints. Of a
// listing it is the file itself, with whatever stands around the listing, so that line 12 is line 12 of the file. A
// profile that has neither gets the report that can be printed of it.

import type { GprofRun } from '../analyse/gprofRun.ts'
import { profileRowsOf, rowsByFunction } from '../analyse/profileOfRun.ts'
import { type GraphRows, Kind, type Listing } from '../parse/listing.ts'
import { normalise } from '../parse/normalise.ts'
import type { FunctionRow, Profile } from '../profile.ts'
import { numbersOf } from './gprofNumbers.ts'
import { writeReport, writeRun } from './gprofReport.ts'
import { LineKind, type WriteLine } from './reportLines.ts'
import { indexCells } from './reportLinks.ts'
import { type ReportText, startsOf } from './reportText.ts'

/** What the report of a profile is made from; null where there is only the profile. */
export type ReportSource =
  | {
      kind: 'run'
      run: GprofRun
      /** By function of the run; one character for each byte. */
      shown: string[]
      file: string[]
      /** Whether functions to which nothing happened are in the run, so that they can be printed. */
      unused: boolean
    }
  | { kind: 'listing'; bytes: Uint8Array; listing: Listing }
  | null

/** gprof's switches, for a report that is printed from a run: one of a file is as it is. */
export interface ReportOptions {
  /** Without the explanations of columns: `-b`. */
  brief: boolean
  /** Only the flat profile, `-p`, or only the call graph and the index, `-q`. */
  only: 'flat' | 'graph' | null
  /** With functions to which nothing happened: `-z`. */
  unused: boolean
}

/** gprof's report as it is by default. */
export const withoutSwitches: ReportOptions = { brief: false, only: null, unused: false }

/** The report of a profile. Rows are those of the profile's function table. */
export function reportOf(profile: Profile, source: ReportSource, options: ReportOptions): ReportText {
  if (source?.kind === 'listing') return ofListing(profile, source.bytes, source.listing)
  return source ? ofRun(profile, source, options) : ofProfile(profile)
}

function ofRun(
  profile: Profile,
  { run, shown, file, unused }: ReportSource & { kind: 'run' },
  options: ReportOptions,
): ReportText {
  const rowOf = rowsByFunction(profileRowsOf(run), run.functions.length)
  const flat = run.hasHistogram && options.only !== 'graph'
  const graph = run.hasArcs && options.only !== 'flat'
  const { text, ...columns } = written(write =>
    writeRun(
      run,
      { shown, file, withUnused: options.unused },
      { flat, graph, legends: !options.brief },
      (line, kind, fn = -1, entry = -1) => write(line, kind, rowOf[fn] ?? -1, rowOf[entry] ?? -1),
    ),
  )
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i)
  return {
    origin: 'run',
    unused,
    bytes,
    start: startsOf(bytes),
    ...columns,
    rowOfNumber: rowsByNumber(profile.functions.index),
  }
}

function ofProfile(profile: Profile): ReportText {
  const { text, ...columns } = written(write => writeReport(profile, write))
  const bytes = new TextEncoder().encode(text)
  const rowOfNumber = rowsByNumber(numbersOf(profile).ofFunction)
  return { origin: 'profile', unused: false, bytes, start: startsOf(bytes), ...columns, rowOfNumber }
}

/** Takes a report down, with what each line is about. A name that holds a line feed makes a line that is text alone. */
function written(print: (write: WriteLine) => void) {
  const texts: string[] = []
  const kinds: number[] = []
  const fns: number[] = []
  const entries: number[] = []
  print((text, kind = LineKind.text, fn = -1, entry = -1) => {
    texts.push(text)
    kinds.push(kind)
    fns.push(fn)
    entries.push(entry)
    for (let at = text.indexOf('\n'); at < text.length - 1; at = text.indexOf('\n', at + 1)) {
      kinds.push(LineKind.text)
      fns.push(-1)
      entries.push(-1)
    }
  })
  return {
    text: texts.join(''),
    length: kinds.length,
    kind: Uint8Array.from(kinds),
    fn: Int32Array.from(fns),
    entry: Int32Array.from(entries),
  }
}

function ofListing(profile: Profile, file: Uint8Array, { flat, graph }: Listing): ReportText {
  const bytes = normalise(file)
  const start = startsOf(bytes)
  const length = start.length - 1
  const report: ReportText = {
    origin: 'file',
    unused: false,
    bytes,
    length,
    start,
    kind: new Uint8Array(length),
    fn: new Int32Array(length).fill(-1),
    entry: new Int32Array(length).fill(-1),
    rowOfNumber: rowsByNumber(profile.functions.index),
  }
  // Rows of the flat profile come first in the table of functions, in the same order.
  for (let row = 0; row < (flat?.length ?? 0); row++) {
    const line = flat!.line[row] - 1
    report.kind[line] = LineKind.flat
    report.fn[line] = row
  }
  if (!graph || graph.length === 0) return report
  takeEntries(report, graph)
  const last = Math.min(length, profile.completeness.lastLine)
  for (let line = graph.line[graph.length - 1]; line < last; line++)
    if (indexCells(report, profile, line).length > 0) report.kind[line] = LineKind.index
  return report
}

function takeEntries(report: ReportText, graph: GraphRows): void {
  const fnOf = (row: number) => report.rowOfNumber.get(graph.index[row]) ?? -1
  for (let first = 0, end = 0; first < graph.length; first = end) {
    let primary = -1
    for (end = first; end < graph.length && graph.entry[end] === graph.entry[first]; end++)
      if (graph.kind[end] === Kind.primary || graph.kind[end] === Kind.cycleHead) primary = end
    const entry = primary >= 0 && graph.kind[primary] === Kind.primary ? fnOf(primary) : -1
    for (let row = first; row < end; row++) {
      const line = graph.line[row] - 1
      const kind = graph.kind[row]
      const names = kind !== Kind.spontaneous && kind !== Kind.cycleHead
      report.kind[line] =
        row === primary
          ? LineKind.primary
          : kind === Kind.member
            ? LineKind.member
            : row < primary
              ? LineKind.caller
              : LineKind.callee
      report.fn[line] = names ? fnOf(row) : -1
      report.entry[line] = entry
    }
  }
}

function rowsByNumber(numbers: Int32Array): Map<number, FunctionRow> {
  const rows = new Map<number, FunctionRow>()
  for (let row = 0; row < numbers.length; row++) if (numbers[row] > 0) rows.set(numbers[row], row)
  return rows
}
