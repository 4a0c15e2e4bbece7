// What opens of damaged files, and whether what does not open says why: for the tests, and for `npm run fuzz`.

import { readdirSync, readFileSync } from 'node:fs'
import { damage } from './damage.fixture.ts'
import { writeGmonSum } from './export/gmonSum.ts'
import { printReport, printRun } from './export/gprofReport.ts'
import type { Result } from './issue.ts'
import { demangle } from './parse/demangle/demangle.ts'
import { readProfile } from './readProfile.ts'
import { readRun, runByLine } from './readRun.ts'
import { strippedOf } from './stripped.fixture.ts'

const fixtures = new URL('fixtures/', import.meta.url)
const cases = readdirSync(fixtures).map(name => ({
  program: bytesOf(name, 'program'),
  gmon: bytesOf(name, 'gmon.out'),
  listing: bytesOf(name, 'report.txt'),
}))

/**
 * Reads damaged files, the same for the same seed, and prints a report and a sum of what opens: of four inputs one is a listing,
 * and three are pairs of which one file or both are damaged. A quarter of the executables are stripped. Returns whether a profile could be read; throws if it cannot and no
 * sentence says why, and where anything else throws.
 */
export async function readDamaged(seed: number): Promise<boolean> {
  const turn = Math.floor(seed / 4)
  const { program: whole, gmon, listing } = cases[turn % cases.length]
  const program = Math.floor(turn / cases.length) % 4 === 3 ? strippedOf(whole) : whole
  if (seed % 4 === 0) {
    const result = await readProfile([{ name: 'listing', blob: new Blob([damage(listing, seed)]) }])
    if (result.ok) for (const profile of result.value) printReport(profile)
    return saysWhy(result)
  }
  const sources = [
    { name: 'program', blob: new Blob([seed % 4 === 1 ? program : damage(program, seed)]) },
    { name: 'gmon.out', blob: new Blob([seed % 4 === 2 ? gmon : damage(gmon, seed + 1)]) },
  ]
  const result = await readProfile(sources)
  const [from, profile] = sources.map(({ name, blob }) => ({ name, source: blob }))
  const pair = await readRun(from, [profile])
  if (!pair.ok) return saysWhy(pair) && saysWhy(result)
  const { run, functions, files, sum, elf } = pair.value
  writeGmonSum((await runByLine(pair.value)).run, sum.histograms, elf.form)
  printRun(
    run,
    { shown: functions.name.map(demangle), file: files, withUnused: seed % 8 < 4 },
    { flat: true, graph: true, legends: false },
  )
  return saysWhy(result)
}

function saysWhy(result: Result<unknown>): boolean {
  if (!result.ok && !(result.errors[0].message.length > 20)) throw new Error('It says not why.')
  return result.ok
}

function bytesOf(folder: string, file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`${folder}/${file}`, fixtures)))
}
