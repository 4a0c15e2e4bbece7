// npm run fuzz [-- SEED [COUNT]]: reads damaged executables, gmon.out files and listings, and prints a report of whatever
// still opens. An exception, more than a second for one input, or memory out of proportion is a bug; its seed is
// printed, and `npm run fuzz -- SEED 1` does the same again.

import { readDamaged } from '../src/readDamaged.fixture.ts'

/** Milliseconds and bytes of memory that one input may take. The files are smaller than 64 KiB. */
const mostTime = 1000
const mostMemory = 64 * 2 ** 20

const [first = Math.floor(Math.random() * 2 ** 31), count = 100_000] = process.argv.slice(2).map(Number)
console.log(`seed ${first}, ${count} inputs`)

let peak = 0
let opened = 0
let failures = 0
let slowest = { time: 0, seed: 0 }
for (let seed = first; seed < first + count; seed++) {
  const start = performance.now()
  try {
    if (await readDamaged(seed)) opened++
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

function fail(seed: number, reason: string): void {
  failures++
  console.log(`seed ${seed}: ${reason}`)
}
