// How long a listing takes to read, against a bare loop that looks at every byte of it.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readListings } from '../src/parse/gprofText.ts'
import { type Measurement, timeInTurn } from './measure.ts'
import { syntheticListing } from './syntheticListing.ts'

const SAMPLES = new URL('../../shared/samples', import.meta.url).pathname
const MOST_SAMPLES = 4

export function* parse(): Iterable<Measurement> {
  yield measure('synthetic 10 MB', syntheticListing(10_000_000))
  for (const { name, path } of biggestListings()) yield measure(name, readFileSync(path))
}

/** Keeps the bare loop's result alive, or there would be no loop. */
const sums = new Set<number>()

function measure(name: string, bytes: Uint8Array): Measurement {
  let rows = 0
  const times = timeInTurn(
    () => {
      rows = 0
      for (const { flat, graph } of readListings(bytes)) rows += (flat?.length ?? 0) + (graph?.length ?? 0)
    },
    () => {
      let sum = 0
      for (let at = 0; at < bytes.length; at++) sum += bytes[at]
      sums.add(sum)
    },
  )
  return {
    bench: 'parse',
    case: name,
    metric: 'time',
    value: times.value,
    unit: 'ms',
    reference: times.reference,
    ratio: times.value / times.reference,
    note: `${bytes.length} bytes, ${rows} rows; reference: a loop over all bytes`,
  }
}

/** Real listings, if they lie beside the project. */
function biggestListings(): { name: string; path: string; size: number }[] {
  if (!existsSync(SAMPLES)) return []
  return readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
    .filter(name => /(gprof-b(-z)?|gmon)\.txt$/.test(name))
    .map(name => ({ name, path: join(SAMPLES, name), size: statSync(join(SAMPLES, name)).size }))
    .sort((a, b) => b.size - a.size)
    .slice(0, MOST_SAMPLES)
}
