import { expect, test } from 'vitest'
import { reportOf } from '../export/reportOf.ts'
import type { Issue } from '../issue.ts'
import { dropped, folder, program } from '../processes/processes.fixture.ts'
import { selectProcesses } from '../processes/selectProcesses.ts'
import { say } from '../processes/sentences.ts'
import type { ProcessSet, ProfileRead } from '../profileRead.ts'
import { readFiles } from '../readProfile.ts'
import type { DroppedFile } from '../sortFiles.ts'
import { FIRST_VERSION, VERSION } from './format.ts'
import { fileAround, payloadOf } from './packedFile.fixture.ts'
import { packProfile } from './packProfile.ts'
import { through } from './through.fixture.ts'
import { unpackProfile } from './unpackProfile.ts'

type Set = ProfileRead & { processes: ProcessSet }

async function read(...files: DroppedFile[]): Promise<Set> {
  const { result } = await readFiles(files)
  if (!result.ok || !result.value[0].processes) throw new Error('There are no processes.')
  return result.value[0] as Set
}

const ps = dropped('ps.txt', '101 1 14 00:00:00 postgres: checkpointer\n103 1 14 00:00:00 other work')
const set = () => read(program, ...folder(7), dropped('gprof/avworker/gmon.out', new Uint8Array(3)), ps)

/** The report, without the numbers of functions: those that nothing happened to are counted in them, too. */
function reported({ profile, source }: ProfileRead): string[] {
  const { bytes } = reportOf(profile, source, { brief: true, only: null, unused: false })
  const [flat, graph] = new TextDecoder().decode(bytes).split('\f')
  return `${flat}${graph}`
    .replace(/\[\d+\] */g, '')
    .split('\n')
    .sort()
}

test('processes come out of a packed profile as they went in', async () => {
  const before = await set()
  const after = (await through(before)) as Set
  expect(after.profile.fingerprint).toBe(before.profile.fingerprint)
  expect(after.processes.table).toEqual(before.processes.table)
  expect(before.processes.table.title).toContain('checkpointer')
  expect(((await through(after)) as Set).processes.table).toEqual(before.processes.table)
})

test('any of them can be chosen without their files', async () => {
  const before = await set()
  const after = (await through(before)) as Set
  for (const rows of [[0], [6], [1, 2, 5], [0, 1, 2, 3, 4, 5, 6]])
    for (const as of ['sum', 'mean'] as const) {
      const [wanted, found] = await Promise.all(
        [before, after].map(each => selectProcesses(each.processes, { rows, as })),
      )
      if (!wanted.ok || !found.ok) throw new Error('nothing was selected')
      expect(found.value.profile.title).toBe(wanted.value.profile.title)
      expect(found.value.profile.total).toBeCloseTo(wanted.value.profile.total, 12)
      expect(reported(found.value)).toEqual(reported(wanted.value))
    }
})

test('a set takes less room than its parts', async () => {
  const all = await read(program, ...folder(40))
  const size = async (each: ProfileRead) => {
    const packed = await packProfile(each)
    return packed.ok ? packed.value.length : Number.NaN
  }
  const parts = await Promise.all(
    all.processes.table.name.map(async (_, row) => {
      const one = await selectProcesses(all.processes, { rows: [row], as: 'sum' })
      return one.ok ? size(one.value) : Number.NaN
    }),
  )
  expect(await size(all)).toBeLessThan(parts.reduce((sum, part) => sum + part) / 3)
  expect(await size({ ...all, processes: null })).toBeLessThan(await size(all))
})

test('processes whose files are gone are no reason to throw', async () => {
  const files = folder(3)
  const set = await read(program, ...files)
  for (const { blob } of files)
    blob.slice = () => {
      throw new DOMException('gone', 'NotReadableError')
    }
  const packed = await packProfile(set)
  expect(packed.ok ? '' : packed.errors[0].message).toMatch(/“gprof\/101\/gmon\.out” cannot be read/)
})

test('a profile without processes says nothing of them', async () => {
  const before = await set()
  expect((await through({ ...before, processes: null })).processes).toBe(null)
})

test('damaged processes are told, and take no more room than there can be', async () => {
  const packed = await packProfile(await set())
  if (!packed.ok) throw new Error(packed.errors[0].message)
  const payload = await payloadOf(packed.value)
  const alone = await packProfile({ ...(await set()), processes: null })
  const first = alone.ok ? (await payloadOf(alone.value)).length : 0
  for (let at = first; at < payload.length; at++)
    for (const byte of [0, 0x7f, 0xff]) {
      const damaged = payload.slice()
      damaged[at] = byte
      const result = await unpackProfile(await fileAround(damaged))
      if (!result.ok) expect(result.errors[0].message.length).toBeGreaterThan(20)
    }
  for (let end = first + 1; end < payload.length; end += 7) {
    const result = await unpackProfile(await fileAround(payload.slice(0, end)))
    expect(result.ok ? '' : result.errors[0].message).toMatch(/The packed profile was (cut|altered)/)
  }
})

test('what is told of single processes makes a file one of the second version', async () => {
  const { processes, ...rest } = await set()
  const versionOf = async (issues: Issue[]) => {
    const packed = await packProfile({ ...rest, processes: { ...processes, table: { ...processes.table, issues } } })
    return packed.ok && packed.value[2]
  }
  expect(await versionOf([])).toBe(FIRST_VERSION)
  expect(await versionOf([{ code: 'incomplete', message: 'As it is.', says: null }])).toBe(FIRST_VERSION)
  expect(await versionOf([{ code: 'incomplete', ...say('notSummed', { file: 'a' }) }])).toBe(VERSION)
})
