// Reads so many ranks of a program out of nothing, in a process of its own, and prints seconds and peak of memory: each file
// is made when it is asked for, a recorded gmon.out with samples of its own, as no disk would hold so many.
//   tsx bench/ranks.ts PROGRAM GMON RANKS

import { readFileSync } from 'node:fs'
import { type DroppedFile, readFiles } from '../src/index.ts'
import { randomNumbers } from '../src/randomNumbers.fixture.ts'

const [program, gmon, ranks] = process.argv.slice(2)
const recorded = new Uint8Array(readFileSync(gmon))
/** Where the counters of the first histogram begin, in a gmon.out of a 64-bit program. */
const firstBin = 20 + 1 + 16 + 8 + 16
const bins = new DataView(recorded.buffer).getUint32(20 + 1 + 16, true)
/** Ten seconds of a processor, at a hundred samples to the second. */
const samples = 1000

function bytesOf(rank: number): Uint8Array<ArrayBuffer> {
  const bytes = recorded.slice()
  const random = randomNumbers(rank)
  for (let i = 0; i < samples; i++) {
    const place = random()
    bytes[firstBin + 2 * Math.floor(bins * place * place)]++ // most of them in the first functions
  }
  return bytes
}

/** As much of a Blob as reading takes. */
const rankBlob = (rank: number): Blob =>
  ({
    size: recorded.length,
    slice: (start = 0, end = recorded.length) => ({
      arrayBuffer: async () => (end - start < 1024 ? recorded : bytesOf(rank)).slice(start, end).buffer,
    }),
  }) as Blob

const files: DroppedFile[] = [{ name: 'program', blob: new Blob([readFileSync(program)]) }]
for (let rank = 0; rank < Number(ranks); rank++) files.push({ name: `gmon.out.${rank}`, blob: rankBlob(rank) })
const start = performance.now()
const { result } = await readFiles(files)
const seconds = (performance.now() - start) / 1000
if (!result.ok || result.value[0].processes?.table.length !== Number(ranks)) throw new Error('They were not all read.')
const cells = result.value[0].processes.table.self.fn.length
console.log(JSON.stringify({ seconds, cells, megabytes: process.resourceUsage().maxRSS / 1000 }))
