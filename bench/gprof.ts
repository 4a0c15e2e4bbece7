// How long `arcflame report -b` takes against the installed GNU gprof, as whole processes; how its time grows with the
// program; how long the page's worker takes to read; and what memory a large executable costs. Where both reports
// are there, they must be the same to the last byte.

import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { type Measurement, median } from './measure.ts'
import { type SyntheticRun, syntheticRun, withDebugInformation } from './syntheticRun.ts'
import { syntheticSource } from './syntheticSource.ts'

const postgres = new URL('../../shared/samples/postgres', import.meta.url).pathname
const sizes = [5_000, 20_000, 50_000]
const arcsEach = 7
const rounds = 5
/** Milliseconds after which gprof is stopped; its time is then at least that. */
const mostTime = 600_000
/** A reference that takes longer than this is measured once. */
const longTime = 10_000
/** What gprof 2.40 took once for each size, in seconds, on a machine with 2 cores. */
const recorded: Record<number, number> = { 5000: 0, 20000: 0, 50000: 0 }
/** Milliseconds that the page's worker may take for the largest. */
const workerLimit = 1000
const gibibyte = 2 ** 30

export async function* gprof(): AsyncIterable<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'arcflame-bench-'))
  try {
    if (existsSync(postgres)) yield compare(folder, 'postgres', pairIn(postgres, 'postgres', 'gprof/8723/gmon.out'), '')
    const compiled = compile(folder)
    if (compiled) yield compare(folder, `compiled, ${sizes[0]} functions`, compiled, '')
    const times: number[] = []
    for (const size of sizes) {
      const note = `${arcsEach} arcs each; gprof once took ${recorded[size]} s of a processor, 2 cores`
      const measured = compare(
        folder,
        `generated, ${size} functions`,
        writePair(folder, syntheticRun(size, arcsEach)),
        note,
      )
      times.push(measured.value)
      yield measured
    }
    yield growth(times)
    yield await readInWorker(syntheticRun(sizes[2], arcsEach))
    yield memory(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Paths of an executable and its gmon.out. */
type Pair = [program: string, gmon: string]

const pairIn = (folder: string, program: string, gmon: string): Pair => [join(folder, program), join(folder, gmon)]

function writePair(folder: string, { program, gmon }: SyntheticRun): Pair {
  const pair = pairIn(folder, 'program', 'gmon.out')
  writeFileSync(pair[0], program)
  writeFileSync(pair[1], gmon)
  return pair
}

/** Null where there is no gcc. */
function compile(folder: string): Pair | null {
  writeFileSync(join(folder, 'compiled.c'), syntheticSource(sizes[0], arcsEach))
  const run = (command: string, ...args: string[]) => spawnSync(command, args, { cwd: folder }).status === 0
  if (!run('gcc', '-O0', '-pg', '-no-pie', 'compiled.c', '-o', 'compiled') || !run('./compiled')) return null
  return pairIn(folder, 'compiled', 'gmon.out')
}

function compare(folder: string, name: string, pair: Pair, note: string): Measurement {
  const args = ['report', '-b', ...pair]
  const printed = join(folder, 'arcflame.txt')
  const wanted = join(folder, 'gprof.txt')
  const ours: number[] = []
  const theirs: number[] = []
  let bounded = false
  run(printed, 'npm', ['run', '--silent', 'arcflame', '--', ...args]) // at its first start the command is made into one file
  for (let round = 0; round < rounds; round++) {
    ours.push(run(printed, 'npm', ['run', '--silent', 'arcflame', '--', ...args]).time)
    if (theirs[0] > longTime) continue
    const reference = run(wanted, 'gprof', ['-b', ...pair])
    theirs.push(reference.time)
    bounded ||= reference.stopped
  }
  if (!bounded && !readFileSync(printed).equals(readFileSync(wanted))) throw new Error(`${name}: the reports differ.`)
  const value = median(ours)
  const reference = median(theirs)
  const outcome = bounded ? 'at least: gprof was stopped' : 'the reports are the same'
  return {
    bench: 'gprof',
    case: name,
    metric: 'time',
    value,
    unit: 'ms',
    reference,
    ratio: value / reference,
    note: ['whole processes, ours with npm; reference: gprof -b', outcome, note].filter(part => part !== '').join('; '),
  }
}

/** Runs a command with its output in a file. */
function run(output: string, command: string, args: string[]): { time: number; stopped: boolean } {
  const file = openSync(output, 'w')
  const start = performance.now()
  const { status, error, stderr } = spawnSync(command, args, {
    cwd: resolve(import.meta.dirname, '..'),
    stdio: ['ignore', file, 'pipe'],
    timeout: mostTime,
  })
  const time = performance.now() - start
  closeSync(file)
  const stopped = error !== undefined && 'code' in error && error.code === 'ETIMEDOUT'
  if (!stopped && status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`)
  return { time, stopped }
}

function growth(times: number[]): Measurement {
  const last = sizes.length - 1
  const value = times[last] / times[0]
  const reference = (sizes[last] * Math.log(sizes[last])) / (sizes[0] * Math.log(sizes[0]))
  return {
    bench: 'gprof',
    case: `generated, ${sizes[0]} to ${sizes[last]} functions`,
    metric: 'growth',
    value,
    unit: 'times',
    reference,
    ratio: value / reference,
    note: 'how many times as long ours takes; reference: growth of n log n',
  }
}

/** What the worker does with a dropped pair, built as for the page: read, analyse, and hand the profile over. */
async function readInWorker({ program, gmon }: SyntheticRun): Promise<Measurement> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'src/readProfile.ts', write: false },
  })
  if (!('output' in built)) throw new Error('not built')
  const code = `data:text/javascript,${encodeURIComponent(built.output[0].code)}`
  const { readProfile }: typeof import('../src/readProfile.ts') = await import(code)
  const times: number[] = []
  let arcs = 0
  for (let round = 0; round < rounds; round++) {
    const files = Object.entries({ program, gmon }).map(([name, bytes]) => ({
      name,
      blob: new Blob([bytes as BlobPart]),
    }))
    const start = performance.now()
    const result = await readProfile(files)
    structuredClone(result)
    times.push(performance.now() - start)
    if (!result.ok) throw new Error(result.errors[0].message)
    arcs = result.value[0].arcs.length
  }
  const value = median(times)
  return {
    bench: 'gprof',
    case: `worker, ${sizes[2]} functions`,
    metric: 'time',
    value,
    unit: 'ms',
    reference: workerLimit,
    ratio: value / workerLimit,
    note: `reading, analysing and copying ${arcs} arcs, in Node; reference: our limit`,
  }
}

/** Most memory at any time, of the same program without and with a gibibyte of debug information. */
function memory(folder: string): Measurement {
  const small = syntheticRun(sizes[0], arcsEach)
  const [program, gmon] = writePair(folder, small)
  const large = join(folder, 'large')
  const file = openSync(large, 'w')
  ftruncateSync(file, gibibyte)
  for (const { at, bytes } of withDebugInformation(small.program, gibibyte)) writeSync(file, bytes, 0, bytes.length, at)
  closeSync(file)
  const value = peakOf(folder, [large, gmon])
  const reference = peakOf(folder, [program, gmon])
  return {
    bench: 'gprof',
    case: 'executable of 1 GiB',
    metric: 'memory',
    value,
    unit: 'MB',
    reference,
    ratio: value / reference,
    note: 'peak of resident memory; reference: the same program without debug information',
  }
}

function peakOf(folder: string, pair: Pair): number {
  const sayPeak = 'process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS))'
  const output = openSync(join(folder, 'arcflame.txt'), 'w')
  const start = resolve(import.meta.dirname, '../cli/start.js')
  const args = ['--import', `data:text/javascript,${encodeURIComponent(sayPeak)}`, start, 'report', '-b', ...pair]
  const peaks: number[] = []
  for (let round = 0; round < rounds; round++) {
    const { stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', output, 'pipe'], encoding: 'utf8' })
    peaks.push(Number(/peak (\d+)/.exec(stderr)?.[1]) / 1000)
  }
  closeSync(output)
  return median(peaks)
}
