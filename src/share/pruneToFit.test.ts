import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder, program } from '../processes/processes.fixture.ts'
import { profileOf } from '../profile.fixture.ts'
import type { ProfileRead } from '../profileRead.ts'
import { readFiles } from '../readProfile.ts'
import { linkLength } from './link.ts'
import { packProfile } from './packProfile.ts'
import { pruneProfile } from './prune.ts'
import { pruneToFit } from './pruneToFit.ts'
import { unpackProfile } from './unpackProfile.ts'

async function sample(name: string): Promise<ProfileRead> {
  const blob = new Blob([readFileSync(join(import.meta.dirname, '../../public/samples', name))])
  const { result } = await readFiles([{ name, blob }])
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value[0]
}

test.each([2000, 8000])('into %i characters goes as much as fits, and says what was kept', async characters => {
  const read = await sample('backend.txt.gz')
  const packed = await pruneToFit(read, characters)
  if (!packed.ok) throw new Error(packed.errors[0].message)
  expect(linkLength(packed.value.bytes.length)).toBeLessThanOrEqual(characters)
  const keep = packed.value.pruned?.functions ?? 0
  const more = await packProfile({ profile: pruneProfile(read.profile, keep + 1), source: null, processes: null })
  expect(more.ok && linkLength(more.value.length)).toBeGreaterThan(characters)
  const unpacked = await unpackProfile(packed.value.bytes)
  expect(unpacked.ok && unpacked.value.profile.pruned).toStrictEqual(packed.value.pruned)
  expect(unpacked.ok && unpacked.value.profile.fingerprint).toBe(packed.value.fingerprint)
  expect(packed.value.pruned?.of).toBe(read.profile.functions.length)
})

test('what fits is not pruned, nor is anything where there is no limit', async () => {
  const read = await sample('cyc.txt')
  for (const characters of [2000, null]) {
    const packed = await pruneToFit(read, characters)
    expect(packed.ok && packed.value.pruned).toBe(null)
    expect(packed.ok && packed.value.fingerprint).toBe(read.profile.fingerprint)
  }
})

test('where nothing fits it says so', async () => {
  const packed = await pruneToFit({ profile: profileOf('main 1 -> a x1\n a 2'), source: null, processes: null }, 20)
  expect(packed.ok ? '' : packed.errors[0].message).toMatch(/Not even one function.*20 characters/)
})

test('processes go first where there is no room for them', async () => {
  const { result } = await readFiles([program, ...folder(9)])
  if (!result.ok) throw new Error(result.errors[0].message)
  const [read] = result.value
  const all = await pruneToFit(read, null)
  const alone = await pruneToFit({ ...read, processes: null }, null)
  if (!all.ok || !alone.ok) throw new Error('It was not packed.')
  expect([all.value.processes, alone.value.processes]).toEqual([9, 0])
  const fitting = await pruneToFit(read, linkLength(all.value.bytes.length) - 1)
  expect(fitting).toEqual(alone)
})
