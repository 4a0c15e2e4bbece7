// A program whose call graph has about so many paths from its roots. Functions stand in ranks and call some of the next
// three, so a path is at most as long as there are ranks, and how many there are is a matter of how many callees each has.

import { printReport } from '../../src/export/gprofReport.ts'
import { randomNumbers } from '../../src/randomNumbers.fixture.ts'
import { nameOf, sortedProfile } from '../syntheticListing.ts'

const RANKS = 36
/** Of the first rank; `main` calls all of them. */
const ENTRANCES = 6

/** The listing that gprof would print. */
export function manyPaths(wanted: number, functions: number, seed = 1): Uint8Array {
  let [low, high] = [1, 3]
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2
    if (pathsOf(calleesOf(functions, middle, seed)) > wanted) high = middle
    else low = middle
  }
  return listingOf(calleesOf(functions, low, seed), seed)
}

/** Of each function, with so many on average; those of one seed differ only where the average does. */
function calleesOf(functions: number, average: number, seed: number): number[][] {
  const random = randomNumbers(seed)
  const perRank = Math.floor((functions - 1 - ENTRANCES) / (RANKS - 1))
  const rankStart = (rank: number) => (rank === 0 ? 1 : 1 + ENTRANCES + (rank - 1) * perRank)
  const callees = [Array.from({ length: ENTRANCES }, (_, entrance) => entrance + 1)]
  for (let rank = 0; rank < RANKS; rank++)
    for (let fn = rankStart(rank); fn < rankStart(rank + 1); fn++) {
      const drawn = [random(), random(), random(), random()]
      const chosen = new Set<number>()
      for (let call = 0; call < Math.floor(average + drawn[0]); call++) {
        const first = rankStart(rank + 1 + Math.floor(drawn[call] ** 4 * 3))
        chosen.add(first + Math.floor(((drawn[call + 1] * 7919) % 1) * perRank))
      }
      callees.push(rank + 3 < RANKS ? [...chosen] : [])
    }
  return callees
}

/** How many paths there are from the first function to all others. */
function pathsOf(callees: number[][]): number {
  const paths = new Float64Array(callees.length)
  for (let fn = callees.length - 1; fn >= 0; fn--)
    paths[fn] = callees[fn].reduce((sum, callee) => sum + paths[callee], 1)
  return paths[0]
}

/** Only of functions that are called: gprof prints no others. Most time is spent deep down. */
function listingOf(callees: number[][], seed: number): Uint8Array {
  const random = randomNumbers(seed + 1)
  const called = new Set([0])
  for (const fn of called) for (const callee of callees[fn]) called.add(callee)
  const rows = [...called]
  const place = new Map(rows.map((fn, row) => [fn, row]))
  const calls = rows.flatMap((fn, row) =>
    callees[fn].map((callee): [number, number, number] => [row, place.get(callee) ?? 0, 2 + Math.floor(5 * random())]),
  )
  const names = rows.map(fn => (fn === 0 ? 'main' : nameOf(random, fn)))
  const self = rows.map(fn => Math.ceil(100 * random() * (fn / callees.length) ** 3) / 100)
  return new TextEncoder().encode(printReport(sortedProfile(names, self, calls)))
}
