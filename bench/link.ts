// How long a link with the profile in it is, in characters, against what people send today: the listing by gzip -9, in
// bytes (what is longer in a mail than it says here), and the flame chart as a file for speedscope, by gzip -9 too. Of an
// executable with its gmon.out the listing is what gprof prints of it without switches.

import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { reportOf } from '../src/export/reportOf.ts'
import { speedscopeFile } from '../src/export/speedscope.ts'
import { layoutFlame, USUAL_CUT } from '../src/layout/flame.ts'
import type { ProfileRead } from '../src/profileRead.ts'
import { readFiles } from '../src/readProfile.ts'
import { linkLength } from '../src/share/link.ts'
import { pruneToFit } from '../src/share/pruneToFit.ts'
import type { Measurement } from './measure.ts'

const OWN = new URL('../public/samples', import.meta.url).pathname
const BESIDE = new URL('../../shared/samples', import.meta.url).pathname

/** Characters of a link that is to fit a chat, and an issue or a mail. */
const TIERS = { chat: 2000, mail: 8000 }

export async function* link(): AsyncIterable<Measurement> {
  const sums = { link: 0, listing: 0, speedscope: 0 }
  for (const paths of [...filesIn(OWN), ...filesIn(BESIDE)]) {
    const read = await readAll(paths)
    if (!read) continue
    const packed = await pruneToFit(read, null)
    if (!packed.ok) throw new Error(packed.errors[0].message)
    const value = linkLength(packed.value.bytes.length)
    const { bytes } = reportOf(read.profile, read.source, { brief: false, only: null, unused: false })
    const references = { listing: gzipSync(bytes, { level: 9 }).length, speedscope: speedscopeSize(read) }
    const note = `${read.profile.functions.length} functions; ${await tiersOf(read, value)}`
    for (const reference of ['listing', 'speedscope'] as const)
      yield measured(nameOf(paths), value, reference, references[reference], note)
    sums.link += value
    sums.listing += references.listing
    sums.speedscope += references.speedscope
  }
  for (const reference of ['listing', 'speedscope'] as const)
    yield measured('all together', sums.link, reference, sums[reference], '')
}

const measured = (name: string, value: number, reference: string, size: number, note: string): Measurement => ({
  bench: 'link',
  case: `${name} / ${reference}.gz`,
  metric: 'size',
  value,
  unit: 'B',
  reference: size,
  ratio: value / size,
  note,
})

function speedscopeSize({ profile }: ProfileRead): number {
  const table = layoutFlame(profile, { cut: USUAL_CUT, path: [] })
  return gzipSync(JSON.stringify(speedscopeFile([{ profile, table }])), { level: 9 }).length
}

/** What is left of the profile where there is less room. */
async function tiersOf(read: ProfileRead, whole: number): Promise<string> {
  const kept: string[] = []
  for (const [tier, characters] of Object.entries(TIERS)) {
    if (whole <= characters) continue
    const packed = await pruneToFit(read, characters)
    const pruned = packed.ok ? packed.value.pruned : null
    kept.push(`${tier}: ${pruned?.functions ?? 0} functions, ${(100 * (pruned?.time ?? 0)).toFixed(1)} % of time`)
  }
  return kept.length > 0 ? kept.join('; ') : 'fits a chat'
}

async function readAll(paths: string[]): Promise<ProfileRead | null> {
  const { result } = await readFiles(
    paths.map(path => ({ name: path.replace(/.*\//, ''), blob: new Blob([readFileSync(path)]) })),
  )
  return result.ok ? result.value[0] : null
}

/** The last folder and the name, of a pair those of the gmon.out. */
const nameOf = (paths: string[]): string => (paths.at(-1) ?? '').split('/').slice(-2).join('/')

/** What makes a profile each: listings, and executables with the gmon.out files beside them, or each of those below. */
function filesIn(folder: string): string[][] {
  if (!existsSync(folder)) return []
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => !/(^|\/)expected\/|\.(json|md)$/.test(name))
    .sort()
    .map(name => join(folder, name))
  const listings = paths.filter(path => /\.(txt|txt\.gz|prof)$/.test(path))
  const profiles = paths.filter(path => startOf(path) === 'gmon' && !path.endsWith('.sum'))
  const pairs = paths
    .filter(path => startOf(path) === '\x7fELF')
    .flatMap(program => {
      const beside = profiles.filter(path => dirname(path) === dirname(program))
      const below = profiles.filter(path => path.startsWith(`${dirname(program)}/`))
      return beside.length > 0 ? [[program, ...beside]] : below.map(path => [program, path])
    })
  return [...listings.map(path => [path]), ...pairs]
}

/** Four bytes; none of a folder. */
function startOf(path: string): string {
  const file = openSync(path, 'r')
  try {
    const start = new Uint8Array(4)
    readSync(file, start)
    return String.fromCharCode(...start)
  } catch {
    return ''
  } finally {
    closeSync(file)
  }
}
