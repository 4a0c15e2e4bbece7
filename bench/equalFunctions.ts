// Programs whose functions all take the same time, so that all of them are drawn.

import { printReport } from '../src/export/gprofReport.ts'
import { profileFrom } from '../src/profile.fixture.ts'

/** Each function called from two places anywhere before it, as in real programs: a wide picture. */
export function equalFunctions(count: number): Uint8Array {
  const calls: [number, number][] = []
  for (let fn = 1; fn < count; fn++) calls.push([Math.floor((fn - 1) / 2), fn], [(fn * 7919) % fn, fn])
  return listingOf(count, calls)
}

/** Ranks of so many functions, each of which calls two neighbours in the next: a picture that fits a window legibly. */
export function wovenFunctions(count: number, perRank: number): Uint8Array {
  const calls: [number, number][] = []
  for (let fn = 1; fn < count; fn++) {
    const column = (fn - 1) % perRank
    if (fn <= perRank) calls.push([0, fn])
    else calls.push([fn - perRank, fn], [fn - perRank + (column === 0 ? 1 : -1), fn])
  }
  return listingOf(count, calls)
}

function listingOf(count: number, calls: readonly [number, number][]): Uint8Array {
  const counts = new Map(
    calls.map(([from, to]): [string, [number, number, number]] => [`${from} ${to}`, [from, to, 1 + ((to * 31) % 90)]]),
  )
  const names = Array.from({ length: count }, (_, fn) => `${fn % 3 === 0 ? 'ProcessRequest' : 'scan_buffer'}_${fn}`)
  return new TextEncoder().encode(
    printReport(
      profileFrom(
        names,
        names.map(() => 0.05),
        [...counts.values()],
      ),
    ),
  )
}
