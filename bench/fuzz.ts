// npm run fuzz [-- SEED [COUNT]]: reads damaged executables, gmon.out files and listings, and prints a report of whatever
// still opens. An exception, more than a second for one input, or memory out of proportion is a bug; its seed is
// printed, and `npm run fuzz -- SEED 1` does the same again.

import { readdirSync, readFileSync } from 'node:fs'
import { damage } from '../src/damage.fixture.ts'
import { printReport, printRun } from '../src/export/gprofReport.ts'
import { demangle } from '../src/parse/demangle/demangle.ts'
import { readProfile } from '../src/readProfile.ts'
import { readRun } from '../src/readRun.ts'

/** Milliseconds and bytes of memory that one input may take. The files are smaller than 64 KiB. */
const mostTime = 1000
const mostMemory = 64 * 2 ** 20

const fixtures = new URL('../src/fixtures/', import.meta.url)
const cases = readdirSync(fixtures).map(name => ({
  program: bytesOf(name, 'program'),
  gmon: bytesOf(name, 'gmon.out'),
  listing: bytesOf(name, 'report.txt'),
}))
const [first = Math.floor(Math.random() * 2 ** 31), count = 100_000] = process.argv.slice(2).map(Number)
console.log(`seed ${first}, ${count} inputs`)

let peak = 0
let opened = 0
let failures = 0
let slowest = { time: 0, seed: 0 }
for (let seed = first; seed < first + count; seed++) {
  const start = performance.now()
  try {
    if (await read(seed)) opened++
  } catch (error) {
    fail(seed, error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  const time = performance.now() - start
  if (time > mostTime) fail(seed, `${time.toFixed(0)} ms`)
  if (time > slowest.time) slowest = { time, seed }
  const memory = process.resourceUsage().maxRSS * 1024
  // The first inputs warm up the engine.
  if (seed > first + 1000 && memory > peak + mostMemory) fail(seed, `peak of memory ${memory} bytes, before ${peak}`)
  peak = Math.max(peak, memory)
}
console.log(
  `${opened} of ${count} opened, ${failures} failures; slowest ${slowest.time.toFixed(0)} ms (seed ${slowest.seed}); peak of memory ${(peak / 2 ** 20).toFixed(0)} MiB`,
)
process.exitCode = failures > 0 ? 1 : 0

/** Of four inputs one is a listing, and three are pairs of which one file or both are damaged. Whether anything opened. */
async function read(seed: number): Promise<boolean> {
  const { program, gmon, listing } = cases[Math.floor(seed / 4) % cases.length]
  if (seed % 4 === 0) {
    const result = await readProfile([{ name: 'listing', blob: new Blob([damage(listing, seed)]) }])
    if (result.ok) for (const profile of result.value) printReport(profile)
    return result.ok
  }
  const sources = [
    { name: 'program', blob: new Blob([seed % 4 === 1 ? program : damage(program, seed)]) },
    { name: 'gmon.out', blob: new Blob([seed % 4 === 2 ? gmon : damage(gmon, seed + 1)]) },
  ]
  const result = await readProfile(sources)
  const [from, profile] = sources.map(({ name, blob }) => ({ name, source: blob }))
  const pair = await readRun(from, [profile])
  if (!pair.ok) return false
  const { run, functions, files } = pair.value
  printRun(
    run,
    { shown: functions.name.map(demangle), file: files, withUnused: seed % 8 < 4 },
    { flat: true, graph: true, legends: false },
  )
  return result.ok
}

function fail(seed: number, reason: string): void {
  failures++
  console.log(`seed ${seed}: ${reason}`)
}

function bytesOf(folder: string, file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`${folder}/${file}`, fixtures)))
}
