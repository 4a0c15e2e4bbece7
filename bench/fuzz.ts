// npm run fuzz [-- SEED [COUNT]]: reads damaged executables, gmon.out files and listings, and prints a report of whatever
// still opens; then as many damaged links, and does with what opens what views do. An exception, more than a second for
// one input, or memory out of proportion is a bug; its seed is printed, and `npm run fuzz -- SEED 1` does the same again.

import { readDamaged } from '../src/readDamaged.fixture.ts'
import { readDamagedLink } from '../src/share/readDamagedLink.fixture.ts'

/** Milliseconds and bytes of memory that one input may take. The files are smaller than 64 KiB. */
const mostTime = 1000
const mostMemory = 64 * 2 ** 20

const [first = Math.floor(Math.random() * 2 ** 31), count = 100_000] = process.argv.slice(2).map(Number)
console.log(`seed ${first}, ${count} inputs`)

await fuzz('files', readDamaged)
await fuzz('links', readDamagedLink)

async function fuzz(what: string, read: (seed: number) => Promise<boolean>): Promise<void> {
  let peak = 0
  let opened = 0
  let failures = 0
  let slowest = { time: 0, seed: 0 }
  const fail = (seed: number, reason: string) => {
    failures++
    console.log(`seed ${seed} of ${what}: ${reason}`)
  }
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
    `${opened} of ${count} ${what} opened, ${failures} failures; slowest ${slowest.time.toFixed(0)} ms (seed ${slowest.seed}); peak of memory ${(peak / 2 ** 20).toFixed(0)} MiB`,
  )
  if (failures > 0) process.exitCode = 1
}
