// What opens of damaged links, and whether all views bear it: for the tests, and for `npm run fuzz`.

import { readdirSync, readFileSync } from 'node:fs'
import { damage } from '../damage.fixture.ts'
import { reportOf } from '../export/reportOf.ts'
import { layoutFlame } from '../layout/flame.ts'
import { listingSet } from '../processes/listingSet.ts'
import { selectProcesses } from '../processes/selectProcesses.ts'
import type { ProfileRead } from '../profileRead.ts'
import { findingsOf } from '../query/findings.ts'
import { chooseGraph } from '../query/graph/chooseGraph.ts'
import { readFiles } from '../readProfile.ts'
import { applyTransforms } from '../transform/transform.ts'
import { MAGIC } from './format.ts'
import { parseLink, printLink } from './link.ts'
import { fileAround, payloadOf } from './packedFile.fixture.ts'
import { packProfile } from './packProfile.ts'
import { pruneProfile } from './prune.ts'
import { unpackProfile } from './unpackProfile.ts'

const fixtures = new URL('../fixtures/', import.meta.url)

/** A run, a listing, and a pruned one of each fixture, and a set of listings; packed as they are wanted. */
const sources: (() => Promise<ProfileRead>)[] = readdirSync(fixtures).flatMap(name => [
  () => readAt(name, 'program', 'gmon.out'),
  () => readAt(name, 'report.txt'),
  async () => {
    const { profile } = await readAt(name, 'report.txt')
    return { profile: pruneProfile(profile, profile.functions.length >> 1), source: null, processes: null }
  },
])
sources.push(async () => {
  const listing = await readAt('cycles-O2', 'report.txt')
  const set = listingSet(['1', '2', '3'].map(path => ({ path, read: listing })))
  if (!set) throw new Error('Three listings are no set.')
  return set
})
const packed: Promise<Uint8Array<ArrayBuffer>>[] = []

/**
 * Unpacks a damaged link, the same for the same seed, and does with what opens what views do. Every other one is damaged
 * before it is packed, under a check that fits. Returns whether it opened; throws if it does not and no sentence says why,
 * and where anything else throws.
 */
export async function readDamagedLink(seed: number): Promise<boolean> {
  const which = Math.floor(seed / 2) % sources.length
  packed[which] ??= sources[which]().then(packWhole)
  const file = await packed[which]
  const damaged =
    seed % 2 === 0 ? damage(file, seed) : await fileAround(damage(await payloadOf(file), seed), file[MAGIC.length])
  const bytes = parseLink(printLink(damaged))
  const result = bytes.ok ? await unpackProfile(bytes.value) : bytes
  if (!result.ok) {
    if (!(result.errors[0].message.length > 20)) throw new Error('It says not why.')
    return false
  }
  const { profile, source, processes } = result.value
  if (processes) await selectProcesses(processes, { rows: [0, 1], as: 'mean' })
  findingsOf(profile)
  layoutFlame(profile, { cut: 1e-4, path: [] })
  chooseGraph(profile, { minShare: Number.NaN, pinned: [] })
  reportOf(profile, source, { brief: true, only: null, unused: false })
  applyTransforms(profile, [{ kind: 'focus', match: '/a/' }, { kind: 'foldRecursion' }])
  const again = await unpackProfile(
    await packWhole({ profile: pruneProfile(profile, 5), source: null, processes: null }),
  )
  if (!again.ok) throw new Error('What was unpacked cannot be packed again.')
  return true
}

async function packWhole(read: ProfileRead): Promise<Uint8Array<ArrayBuffer>> {
  const result = await packProfile(read)
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value as Uint8Array<ArrayBuffer>
}

async function readAt(folder: string, ...files: string[]): Promise<ProfileRead> {
  const { result } = await readFiles(
    files.map(name => ({ name, blob: new Blob([readFileSync(new URL(`${folder}/${name}`, fixtures))]) })),
  )
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value[0]
}
