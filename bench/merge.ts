// How long the sum of many processes takes against `gprof -s` on the same files, and what ten thousand cost alone.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { randomNumbers } from '../src/randomNumbers.fixture.ts'
import type { Measurement } from './measure.ts'
import { syntheticRun } from './syntheticRun.ts'

const postgres = new URL('../../shared/samples/postgres/', import.meta.url).pathname
const root = resolve(import.meta.dirname, '..')
/** Files that are summed by both unless told otherwise: gprof takes a second and more for each of PostgreSQL's. */
const usualFiles = 50
const manyRanks = 10_000
const fewRanks = 100

/** What is summed: an executable, and files that its processes left. */
interface Recorded {
  what: string
  program: string
  files: Buffer[]
}

export async function* merge(files = usualFiles): AsyncIterable<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'arcflame-bench-'))
  try {
    const recorded = existsSync(postgres) ? unpackPostgres(folder) : inventProgram(folder)
    yield sum(folder, recorded, files)
    yield* readRanks(folder, recorded)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function unpackPostgres(folder: string): Recorded {
  run('tar', ['xzf', join(postgres, 'gprof-tree.tar.gz')], folder)
  const paths = readdirSync(join(folder, 'gprof')).map(name => join(folder, 'gprof', name, 'gmon.out'))
  return { what: 'postgres', program: join(postgres, 'postgres'), files: paths.map(path => readFileSync(path)) }
}

function inventProgram(folder: string): Recorded {
  const { program, gmon } = syntheticRun(5000, 7)
  writeFileSync(join(folder, 'program'), program)
  return { what: 'generated, 5000 functions', program: join(folder, 'program'), files: [Buffer.from(gmon)] }
}

/** Both sum the same files, as whole processes, once each: with this many, one run is long enough to be measured by itself. */
function sum(folder: string, { what, program, files }: Recorded, many: number): Measurement {
  const ours = join(folder, 'ours')
  const theirs = join(folder, 'theirs')
  for (const path of [ours, theirs, join(folder, 'run')]) mkdirSync(path)
  const paths = Array.from({ length: many }, (_, i) => join(folder, 'run', `gmon.out.${i}`))
  for (const [i, path] of paths.entries()) writeFileSync(path, withOtherSamples(files[i % files.length], i))
  const arcflame = ['cli/start.js', 'report', '-s', program]
  run(process.execPath, [join(root, arcflame[0]), '--help'], ours) // at its first start the command is made into one file
  const value = run(process.execPath, [join(root, arcflame[0]), ...arcflame.slice(1), join(folder, 'run')], ours)
  const reference = run('gprof', ['-s', program, ...paths], theirs)
  const [sum, wanted] = [ours, theirs].map(path => readFileSync(join(path, 'gmon.sum')).fill(0, 8, 20))
  if (!sum.equals(wanted)) throw new Error('The sums differ.')
  const whole = many < 1000 ? `; ${many} files: bench -- merge=1000 takes half an hour of gprof's` : ''
  return {
    bench: 'merge',
    case: `${what}, ${many} files`,
    metric: 'time',
    value,
    unit: 'ms',
    reference,
    ratio: value / reference,
    note: `report -s of the folder, whole process; reference: gprof -s of the files; the sums are the same${whole}`,
  }
}

/** A few more samples here and there, so that no two files are the same. */
function withOtherSamples(gmon: Buffer, seed: number): Buffer {
  const copy = Buffer.from(gmon)
  const random = randomNumbers(seed + 1)
  const bins = copy.readUInt32LE(37)
  for (let i = 0; i < 20; i++) {
    const at = 61 + 2 * Math.floor(random() * bins)
    copy[at] = Math.min(255, copy[at] + 1)
  }
  return copy
}

/** Ten thousand ranks alone: whether time and memory go by the number of files. */
function* readRanks(folder: string, { what, program, files }: Recorded): Iterable<Measurement> {
  writeFileSync(join(folder, 'gmon.out'), files[0])
  const read = (ranks: number) => {
    const args = ['--import', 'tsx', join(root, 'bench/ranks.ts'), program, join(folder, 'gmon.out'), String(ranks)]
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return JSON.parse(stdout) as { seconds: number; cells: number; megabytes: number }
  }
  const few = read(fewRanks)
  const many = read(manyRanks)
  const note = `${what}; ${files[0].length} bytes and about 1,000 samples each, ${many.cells} cells in all; reference: `
  const each = { bench: 'merge', case: `${manyRanks} ranks alone` }
  yield {
    ...each,
    metric: 'memory',
    value: many.megabytes,
    unit: 'MB',
    reference: few.megabytes,
    ratio: many.megabytes / few.megabytes,
    note: `${note}peak of ${fewRanks} ranks`,
  }
  const reference = (few.seconds * manyRanks) / fewRanks
  yield {
    ...each,
    metric: 'time',
    value: many.seconds,
    unit: 's',
    reference,
    ratio: many.seconds / reference,
    note: `${note}${manyRanks / fewRanks} times ${fewRanks} ranks`,
  }
}

/** Runs a command; milliseconds. */
function run(command: string, args: string[], cwd: string): number {
  const start = performance.now()
  const { status, error, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) throw new Error(`${command}: ${error?.message ?? stderr}`)
  return performance.now() - start
}
