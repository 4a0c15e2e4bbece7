// Processes of a program of the fixtures: its gmon.out again and again, each time with other samples and other calls.

import { readFileSync } from 'node:fs'
import { gnuGmon } from '../gmon.fixture.ts'
import { allBins } from '../parse/bins.ts'
import { readGmonOut } from '../parse/gmonOut.ts'
import type { GmonOut } from '../parse/gmonRecords.ts'
import { randomNumbers } from '../randomNumbers.fixture.ts'
import type { DroppedFile } from '../sortFiles.ts'

const fixtures = new URL('../fixtures/', import.meta.url)
export const bytesOf = (path: string) =>
  new Uint8Array(readFileSync(new URL(path, fixtures))) as Uint8Array<ArrayBuffer>

export const dropped = (name: string, contents: string | Uint8Array<ArrayBuffer>): DroppedFile => ({
  name,
  blob: new Blob([contents]),
})

export const program = dropped('program', bytesOf('cycles-O2/program'))

const recorded = readGmonOut(bytesOf('cycles-O2/gmon.out'), { wide: true, littleEndian: true })

/** What one process wrote; the same for the same seed. Of the arcs that are known of the program it has some, in any order. */
export function gmonOf(seed: number): Uint8Array<ArrayBuffer> {
  if (!recorded.ok) throw new Error(recorded.errors[0].message)
  const random = randomNumbers(seed)
  const { histograms, arcs }: GmonOut = recorded.value
  const rows = Array.from({ length: arcs.length }, (_, row) => row)
    .filter(() => random() < 0.7)
    .map(row => ({ row, place: random() }))
    .sort((a, b) => a.place - b.place)
  return gnuGmon([
    ...histograms.map(each => ({
      ...each,
      bins: allBins(each.bins).map(n => (n > 0 ? Math.floor(random() * 40) : 0)),
    })),
    ...rows.map(({ row }) => ({ from: arcs.from[row], self: arcs.self[row], count: 1 + Math.floor(random() * 1000) })),
  ])
}

/** `gprof/101/gmon.out` and on, as PostgreSQL leaves them. */
export const folder = (processes: number): DroppedFile[] =>
  Array.from({ length: processes }, (_, i) => dropped(`gprof/${101 + i}/gmon.out`, gmonOf(i + 1)))
