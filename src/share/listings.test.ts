import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printReport } from '../export/gprofReport.ts'
import { listingSet } from '../processes/listingSet.ts'
import { dropped } from '../processes/processes.fixture.ts'
import { selectProcesses } from '../processes/selectProcesses.ts'
import { profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import type { ProcessSet, ProfileRead } from '../profileRead.ts'
import { readFiles } from '../readProfile.ts'
import { anyProfile } from '../transform/laws.fixture.ts'
import { byteWriter } from './byteWriter.ts'
import { FIRST_VERSION, FUNCTIONS_LIMIT, LISTED_LIMIT, VERSION } from './format.ts'
import { readListings } from './listings.ts'
import { writeNames } from './names.ts'
import { writeNumbers } from './numbers.ts'
import { fileAround, payloadOf } from './packedFile.fixture.ts'
import { packProfile } from './packProfile.ts'
import { PackReader } from './packReader.ts'
import { pruneToFit } from './pruneToFit.ts'
import { through } from './through.fixture.ts'
import { unpackProfile } from './unpackProfile.ts'

type Set = ProfileRead & { processes: ProcessSet }

/** Runs of one program, of which each takes other times, and every third a way of its own. */
const runs = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    dropped(
      `runs/101${i}.txt`,
      printReport(
        profileOf(
          `main 0.2 -> parse x1, work x7${i % 3 === 2 ? ', retry x2' : ''}
           parse 0.${10 + i} -> work x3, parse x9
           work  1.${10 + ((7 * i) % 80)} -> lex x40
           lex   0.${90 - i} -> work x5
           retry 0.1 -> lex x4
           main  0.3`,
        ),
      ),
    ),
  )

async function setOf(...files: ReturnType<typeof runs>): Promise<Set> {
  const { result } = await readFiles(files)
  const set = result.ok && result.value.find(({ processes }) => processes)
  if (!set) throw new Error('There is no set.')
  return set as Set
}

const plain = (profile: Profile): ProfileRead => ({ profile, source: null, processes: null })

/** A set of any listings of the same functions, of which each may lack some. */
const anySet: fc.Arbitrary<Set> = fc
  .array(fc.tuple(anyProfile(), fc.option(fc.nat(), { nil: Number.NaN })), { minLength: 3, maxLength: 6 })
  .map(listings => listingSet(listings.map(([profile, date], i) => ({ path: `run.${i}`, date, read: plain(profile) }))))
  .filter((set): set is Set => set?.processes != null)

test('any set of listings comes out as it went in: the sum, its processes, and each listing', async () => {
  await fc.assert(
    fc.asyncProperty(anySet, async before => {
      const after = (await through(before)) as Set
      expect(after.profile).toStrictEqual(before.profile)
      expect(after.processes.table).toStrictEqual(before.processes.table)
      for (const [row, listing] of (before.processes.listings ?? []).entries()) {
        const one = await selectProcesses(after.processes, { rows: [row], as: 'sum' })
        expect(one.ok && one.value.profile).toStrictEqual(listing.profile)
      }
    }),
    { numRuns: 40 },
  )
})

test('so do titles, dates and what was odd about the files, and any of them can be chosen', async () => {
  const ps = dropped('ps.txt', '1010 1 14 00:00:00 postgres: checkpointer\n1013 1 14 00:00:00 other work')
  const other = dropped('runs/x.txt', printReport(profileOf('start 0 -> toil x1\n toil 4')))
  const before = await setOf(...runs(5), other, ps)
  const after = (await through(before)) as Set
  expect(after.processes.table).toStrictEqual(before.processes.table)
  expect(before.processes.table.title).toContain('checkpointer')
  expect(before.processes.table.issues).toEqual([expect.objectContaining({ file: 'runs/x.txt' })])
  for (const as of ['sum', 'mean'] as const) {
    const [wanted, found] = await Promise.all(
      [before, after].map(set => selectProcesses(set.processes, { rows: [0, 2, 3], as })),
    )
    expect(found.ok && found.value.profile).toStrictEqual(wanted.ok && wanted.value.profile)
  }
  const again = (await through(after)) as Set
  expect(again.processes.table).toStrictEqual(before.processes.table)
})

test('a set takes far less room than its parts, and where there is none its sum goes along', async () => {
  const set = await setOf(...runs(20))
  const size = async (read: ProfileRead) => {
    const packed = await packProfile(read)
    return packed.ok ? packed.value.length : Number.NaN
  }
  const parts = await Promise.all((set.processes.listings ?? []).map(size))
  const all = await size(set)
  expect(all).toBeLessThan(parts.reduce((sum, part) => sum + part) / 3)
  const whole = await pruneToFit(set, null)
  expect(whole.ok && whole.value.processes).toBe(20)
  const short = await pruneToFit(set, all)
  expect(short.ok && [short.value.processes, short.value.pruned]).toEqual([0, null])
})

test('only a set of listings is of the version that such sets came with', async () => {
  const set = await setOf(...runs(3))
  const versionOf = async (read: ProfileRead) => {
    const packed = await packProfile(read)
    return packed.ok && packed.value[2]
  }
  expect(await versionOf(set)).toBe(VERSION)
  for (const listing of set.processes?.listings ?? []) expect(await versionOf(listing)).toBe(FIRST_VERSION)
})

test('listings that have more rows together than any set are refused before they are read', () => {
  const out = byteWriter()
  writeNames(out, new Array(FUNCTIONS_LIMIT).fill(''))
  out.varint(0) // calls
  const listings = LISTED_LIMIT / FUNCTIONS_LIMIT + 1
  for (const each of [0, 1]) writeNames(out, Array(listings).fill(`${each}`))
  writeNumbers(out, new Float64Array(listings))
  for (let i = 0; i < listings; i++) {
    out.varint(FUNCTIONS_LIMIT)
    out.varint(0)
  }
  const at = out.written().length
  out.bytes(new Uint8Array(FUNCTIONS_LIMIT))
  const input = new PackReader(out.written())
  expect(readListings(input, '')).toBeNull()
  expect(input.fault).toEqual({ kind: 'wrong', what: 'listingRows', at })
})

test('damaged sets are told, and take no more room than there can be', async () => {
  const short = [1, 2, 3].map(i => dropped(`${i}.txt`, printReport(profileOf(`main 0.2 -> leaf x${i}\nleaf 0.${i}`))))
  const packed = await packProfile(await setOf(...short))
  if (!packed.ok) throw new Error(packed.errors[0].message)
  const payload = await payloadOf(packed.value)
  for (let at = 0; at < payload.length; at++)
    for (const byte of [0, 0xff]) {
      const damaged = payload.slice()
      damaged[at] = byte
      const result = await unpackProfile(await fileAround(damaged, VERSION))
      if (!result.ok) expect(result.errors[0].message.length).toBeGreaterThan(20)
    }
  for (let end = 1; end < payload.length; end += 7) {
    const result = await unpackProfile(await fileAround(payload.slice(0, end), VERSION))
    expect(result.ok ? '' : result.errors[0].message).toMatch(/The packed profile was (cut|altered)/)
  }
})
