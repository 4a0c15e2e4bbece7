// The formats that a profile can be taken away in: one table for all who offer them, and beside it who writes them. A
// format is added here and nowhere else.

import type { Issue, Result } from '../issue.ts'
import { layoutFlame, USUAL_CUT } from '../layout/flame.ts'
import type { Profile } from '../profile.ts'
import type { GraphOptions } from '../query/graph/chooseGraph.ts'
import { toCallgrind } from './callgrind.ts'
import { toCsv } from './csv.ts'
import { toDot } from './dot.ts'
import { foldedStacks } from './foldedStacks.ts'
import { printReport } from './gprofReport.ts'
import { toJson } from './json.ts'
import { toPprof } from './pprof.ts'
import { say } from './sentences.ts'
import { speedscopeFile } from './speedscope.ts'
import type { Chart } from './stackFrames.ts'

/** As commands call it. */
export type FormatName = 'gprof' | 'csv' | 'json' | 'pprof' | 'callgrind' | 'speedscope' | 'folded' | 'dot'

/** What whoever chooses a format has to know of it. */
export interface Format {
  name: FormatName
  /** What people call it. */
  title: string
  /** Of files, without a dot. */
  ending: string
  /** Media type. */
  type: string
  isBinary: boolean
  /** What opens it. */
  readers: string
  /** What is in it: a sentence. */
  holds: string
  /** What it cannot hold of a profile: a sentence about “it”. */
  lacks: string
}

/** From gprof's own to those that know least of it. */
export const formats: readonly Format[] = [
  {
    name: 'gprof',
    title: 'gprof report',
    ending: 'txt',
    type: 'text/plain',
    isBinary: false,
    readers: 'Arcflame, gprof2dot, people',
    holds: 'Flat profile, call graph and index, as gprof -b prints them.',
    lacks: 'It rounds times to two decimals, and cannot say which are certain.',
  },
  {
    name: 'json',
    title: 'JSON',
    ending: 'json',
    type: 'application/json',
    isBinary: false,
    readers: 'scripts',
    holds: 'All tables: functions, arcs and cycles, and what the file left out.',
    lacks: 'It cannot say which times are certain and which are split by call counts.',
  },
  {
    name: 'csv',
    title: 'CSV',
    ending: 'csv',
    type: 'text/csv',
    isBinary: false,
    readers: 'spreadsheets',
    holds: 'A row for each function: self, children, calls, cycle.',
    lacks: 'It cannot say who called whom, or what the file left out.',
  },
  {
    name: 'callgrind',
    title: 'Callgrind',
    ending: 'callgrind',
    type: 'text/plain',
    isBinary: false,
    readers: 'KCachegrind, callgrind_annotate',
    holds: 'Self times, and who called whom with counts and times, as gprof has them.',
    lacks: 'It cannot say that times are split by call counts, and has 0 for calls within a cycle.',
  },
  {
    name: 'pprof',
    title: 'pprof',
    ending: 'pb.gz',
    type: 'application/gzip',
    isBinary: true,
    readers: 'go tool pprof and others',
    holds: 'Estimated call paths that add up to gprof’s time and calls of each function.',
    lacks: 'It takes estimated paths for recorded stacks, and a cycle for a function.',
  },
  {
    name: 'speedscope',
    title: 'speedscope',
    ending: 'speedscope.json',
    type: 'application/json',
    isBinary: false,
    readers: 'speedscope.app',
    holds: 'The call paths of the flame chart; those too narrow for it are summed.',
    lacks: 'It takes estimated paths for recorded stacks, and a cycle for a function, and has no calls.',
  },
  {
    name: 'folded',
    title: 'Folded stacks',
    ending: 'folded',
    type: 'text/plain',
    isBinary: false,
    readers: 'flamegraph.pl, inferno and others',
    holds: 'The same paths as lines: main;parse;next_token 1250, in microseconds.',
    lacks: 'It takes estimated paths for recorded stacks, and a cycle for a function, and has no calls.',
  },
  {
    name: 'dot',
    title: 'DOT',
    ending: 'dot',
    type: 'text/vnd.graphviz',
    isBinary: false,
    readers: 'Graphviz, networkx',
    holds: 'The functions and calls that the call graph shows, with their figures.',
    lacks: 'It has only sums of the functions that the graph does not show.',
  },
]

type Writer = (profiles: readonly Profile[], graph: GraphOptions) => string | Promise<Result<Bytes>>
type Bytes = Uint8Array<ArrayBuffer>

const writers: Record<FormatName, Writer> = {
  gprof: profiles => profiles.map(printReport).join('\n'),
  json: toJson,
  csv: toCsv,
  callgrind: toCallgrind,
  pprof: writePprof,
  speedscope: profiles => `${JSON.stringify(speedscopeFile(profiles.map(chartOf)))}\n`,
  folded: profiles =>
    profiles
      .map(chartOf)
      .flatMap(chart => foldedStacks(chart, profiles.length > 1 ? chart.profile.title : undefined))
      .map(line => `${line}\n`)
      .join(''),
  dot: toDot,
}

/** The part of a call graph that is shown at first. */
const USUAL_GRAPH: GraphOptions = { minShare: Number.NaN, pinned: [] }

/** Profiles as a file of a format; text is UTF-8. `graph` tells what a call graph shows, by rows of the only profile. */
export async function writeFormat(
  name: FormatName,
  profiles: readonly Profile[],
  graph: GraphOptions = USUAL_GRAPH,
): Promise<Result<Bytes>> {
  const written = await writers[name](profiles, graph)
  return typeof written === 'string' ? { ok: true, value: new TextEncoder().encode(written), warnings: [] } : written
}

const chartOf = (profile: Profile): Chart => ({ profile, table: layoutFlame(profile, { cut: USUAL_CUT, path: [] }) })

async function writePprof(profiles: readonly Profile[]): Promise<Result<Bytes>> {
  const units = [...new Set(profiles.map(({ unit }) => unit))]
  if (units.length > 1) return refused({ code: 'inconsistent', ...say('severalUnits', { units }) })
  const file = toPprof(profiles)
  if (!file) return refused({ code: 'too-large', ...say('tooManyPaths') })
  const gzipped = new Blob([file as Bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return { ok: true, value: new Uint8Array(await new Response(gzipped).arrayBuffer()), warnings: [] }
}

const refused = (issue: Issue): Result<Bytes> => ({ ok: false, errors: [issue] })
