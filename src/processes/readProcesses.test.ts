import { expect, test } from 'vitest'
import { type Files, gzipOf, tarOf, zipOf } from '../archive/archives.fixture.ts'
import type { Issue } from '../issue.ts'
import type { ProcessSet, ProfileRead } from '../profileRead.ts'
import { readFiles } from '../readProfile.ts'
import type { DroppedFile } from '../sortFiles.ts'
import { dropped, folder, gmonOf, program } from './processes.fixture.ts'
import type { ProcessTable } from './processTable.ts'
import { selectProcesses } from './selectProcesses.ts'

async function read(...files: DroppedFile[]): Promise<ProfileRead & { processes: ProcessSet; told: Issue[] }> {
  const { result } = await readFiles(files)
  if (!result.ok) throw new Error(result.errors[0].message)
  const [first] = result.value
  if (!first.processes) throw new Error('There are no processes.')
  return { ...first, processes: first.processes, told: result.warnings }
}

async function readOne(...files: DroppedFile[]): Promise<ProfileRead> {
  const { result } = await readFiles(files)
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value[0]
}

/** Ticks by name of function, of those that have some. */
const ticksOf = ({ profile }: ProfileRead, { self }: ProcessTable, row: number) =>
  Object.fromEntries(
    Array.from({ length: self.start[row + 1] - self.start[row] }, (_, i) => self.start[row] + i).map(cell => [
      profile.functions.name[self.fn[cell]],
      self.ticks[cell],
    ]),
  )

test('files of a folder are one sum, with each process beside it as its file alone has it', async () => {
  const files = folder(5)
  const all = await read(program, ...files)
  expect(all.profile.title).toBe('program, 5 processes')
  const { table } = all.processes
  expect(table.name).toEqual(['101', '102', '103', '104', '105'])
  expect(table.path[2]).toBe('gprof/103/gmon.out')
  expect(table.issues).toEqual([])
  for (const [row, file] of files.entries()) {
    const { profile, processes } = await readOne(program, file)
    expect(processes).toBe(null)
    const { name, self } = profile.functions
    const alone = Array.from(self, (time, fn) => [name[fn], Math.fround(time * 100)] as const)
    expect(Object.keys(ticksOf(all, table, row))).toHaveLength(alone.filter(([, ticks]) => ticks > 0).length)
    for (const [fn, ticks] of Object.entries(ticksOf(all, table, row)))
      expect(ticks).toBeCloseTo(new Map(alone).get(fn) ?? Number.NaN, 3)
  }
  expect(table.ticks.reduce((sum, each) => sum + each)).toBeCloseTo(all.profile.total * 100, 0)
})

test('what is selected is what reading just those files gives', async () => {
  const files = folder(6)
  const { processes } = await read(program, ...files)
  const selected = await selectProcesses(processes, { rows: [4, 1, 4], as: 'sum' })
  const alone = await readOne(program, files[1], files[4])
  if (!selected.ok) throw new Error(selected.errors[0].message)
  expect(selected.value.profile).toEqual(alone.profile)
  expect(selected.value.source).toEqual(alone.source)
  const one = await selectProcesses(processes, { rows: [3], as: 'mean' })
  expect(one.ok && one.value.profile).toEqual((await readOne(program, files[3])).profile)
  expect((await selectProcesses(processes, { rows: [], as: 'sum' })).ok).toBe(false)
})

test('a mean has the shares of the sum, and as many samples', async () => {
  const all = await read(program, ...folder(4))
  const selected = await selectProcesses(all.processes, { rows: [0, 1, 2, 3], as: 'mean' })
  if (!selected.ok) throw new Error(selected.errors[0].message)
  const { profile } = selected.value
  expect(profile.title).toBe('program, 4 processes, mean')
  expect(profile.total).toBe(all.profile.total / 4)
  expect(profile.total / profile.samplePeriod).toBeCloseTo(all.profile.total / all.profile.samplePeriod, 9)
  expect(profile.functions.self[0] / profile.total).toBeCloseTo(all.profile.functions.self[0] / all.profile.total, 12)
  expect(profile.arcs.count[0]).toBe(all.profile.arcs.count[0] / 4)
  expect(profile.fingerprint).not.toBe(all.profile.fingerprint)
})

test('a broken file costs only itself, and is named', async () => {
  const files = folder(4)
  files[1] = dropped(files[1].name, gmonOf(2).slice(0, 300))
  files[3] = { name: files[3].name, blob: unreadable(gmonOf(4)) }
  const { profile, processes } = await read(program, ...files)
  expect(processes.table.name).toEqual(['101', '103'])
  expect(profile.title).toBe('program, 2 processes')
  expect(processes.table.issues.map(({ file }) => file)).toEqual(['gprof/102/gmon.out', 'gprof/104/gmon.out'])
  expect(processes.table.issues[1].message).toMatch(/“gprof\/104\/gmon\.out” cannot be read/)
})

test('a thousand broken files are not a thousand sentences', async () => {
  const broken = Array.from({ length: 1000 }, (_, i) => dropped(`gprof/${1000 + i}/gmon.out`, gmonOf(1).slice(0, 300)))
  const { profile, processes } = await read(program, ...folder(2), ...broken)
  expect(profile.title).toBe('program, 2 processes')
  for (const list of [profile.warnings, processes.table.issues]) {
    expect(list).toHaveLength(51)
    expect(list[50].message).toBe('And so it is with 950 more that are not listed.')
  }
})

/** A file whose beginning can be read and whose end cannot. */
function unreadable(bytes: Uint8Array<ArrayBuffer>): Blob {
  const blob = new Blob([bytes])
  const slice = blob.slice.bind(blob)
  blob.slice = (start = 0, end = blob.size) => {
    if (end - start < 1000) return slice(start, end)
    throw new DOMException('gone', 'NotReadableError')
  }
  return blob
}

test('a list of processes gives them titles and groups, other files are counted', async () => {
  const ps = '101 1 14 00:00:00 postgres: checkpointer\n102 1 14 00:00:00 postgres: app shop [local] idle'
  const loose = [dropped('gprof/README', 'Nothing of use.'), dropped('gprof/core', new Uint8Array([1, 0, 2]))]
  const { processes, told } = await read(program, ...folder(3), dropped('ps.txt', ps), ...loose)
  expect(processes.table.title).toEqual(['checkpointer', 'app shop [local] idle', ''])
  const titles = [0, 2].map(async row => {
    const one = await selectProcesses(processes, { rows: [row], as: 'sum' })
    return one.ok && one.value.profile.title
  })
  expect(await Promise.all(titles)).toEqual(['checkpointer · program 101', 'program gprof/103/gmon.out'])
  expect(processes.table.group).toEqual(['checkpointer', 'client backend app shop', ''])
  expect(told.map(({ message }) => message)).toEqual([
    '2 files beside what is shown are of another kind and were left out.',
  ])
})

test('a list of processes waits with the gmon.out files for their program', async () => {
  const first = await readFiles([...folder(2), dropped('ps.txt', '101 1 14 00:00:00 postgres: checkpointer')])
  expect(first.result.ok).toBe(false)
  const { result, files } = await readFiles([program], () => {}, first.held)
  expect(result.ok && result.value[0].processes?.table.title).toEqual(['checkpointer', ''])
  expect(files.map(({ name }) => name)).toEqual(['gprof/101/gmon.out', 'gprof/102/gmon.out', 'ps.txt', 'program'])
})

const archives: [string, (files: Files) => Uint8Array<ArrayBuffer>][] = [
  ['a tar', tarOf],
  ['a packed tar', files => gzipOf(tarOf(files))],
  ['a zip', zipOf],
]

test.each(archives)(
  '%s of a folder opens like the folder, whether the program is in it or beside it',
  async (_, make) => {
    const files = folder(12)
    const wanted = await read(program, ...files, dropped('ps.txt', '103 1 14 00:00:00 walwriter'))
    const contents: Files = { 'ps.txt': '103 1 14 00:00:00 walwriter', 'core.bin': new Uint8Array([1, 0, 2]) }
    for (const { name, blob } of files.toReversed()) contents[name] = new Uint8Array(await blob.arrayBuffer())
    const beside = await read(program, dropped('run.archive', make(contents)))
    const inside = { ...contents, 'bin/program': new Uint8Array(await program.blob.arrayBuffer()) }
    const all = await read(dropped('run.archive', make(inside)))
    for (const { profile, processes, told } of [beside, all]) {
      expect(profile).toEqual(wanted.profile)
      expect(processes.table).toEqual(wanted.processes.table)
      expect(told.map(({ message }) => message)).toEqual([expect.stringMatching(/^1 file beside what is shown is/)])
      const one = await selectProcesses(processes, { rows: [7], as: 'sum' })
      expect(one.ok && one.value.profile).toEqual((await readOne(program, files[7])).profile)
    }
  },
)

test('an archive waits for its program, and a program in an archive for its gmon.out', async () => {
  const contents: Files = { 'ps.txt': '101 1 14 00:00:00 walwriter' }
  for (const { name, blob } of folder(2)) contents[name] = new Uint8Array(await blob.arrayBuffer())
  const archive = dropped('run.zip', zipOf(contents))
  const packed = dropped('program.tar.gz', gzipOf(tarOf({ program: new Uint8Array(await program.blob.arrayBuffer()) })))
  for (const [first, second] of [
    [archive, packed],
    [packed, archive],
  ]) {
    const { result: alone, held } = await readFiles([first])
    expect(alone.ok ? '' : alone.errors[0].code).toMatch(/^needs-/)
    const { result, files } = await readFiles([second], () => {}, held)
    expect(result.ok && result.value[0].processes?.table.title).toEqual(['walwriter', ''])
    expect(files).toEqual([first, second])
  }
})

test('files of several archives are told apart by the names of these', async () => {
  const host = async (name: string, seed: number) =>
    dropped(name, zipOf({ 'gprof/7/gmon.out': gmonOf(seed), 'gprof/8/gmon.out': gmonOf(seed + 1) }))
  const { processes } = await read(program, await host('a.zip', 1), await host('b.zip', 3))
  expect(processes.table.name).toEqual(['a.zip/gprof/7', 'a.zip/gprof/8', 'b.zip/gprof/7', 'b.zip/gprof/8'])
})

test('a folder or an archive without a profile says how many files were looked at', async () => {
  const { result } = await readFiles([dropped('x.zip', zipOf({ a: 'Nothing.', b: new Uint8Array([0, 1]) }))])
  expect(result.ok ? [] : result.errors.map(({ message }) => message)).toEqual([
    'Of 2 files in what was given, none is a gmon.out, a listing printed by gprof, or an executable.',
  ])
  const empty = await readFiles([dropped('x.zip', zipOf({}))])
  expect(empty.result.ok ? [] : empty.result.errors.map(({ code }) => code)).toEqual(['empty'])
})

test('progress counts files, and enough keeps what was read', async () => {
  const steps: number[][] = []
  let asked = 0
  const { result } = await readFiles(
    [program, ...folder(9)],
    (_, __, files, ofFiles) => steps.push([files, ofFiles]),
    { programs: [], profiles: [] },
    () => ++asked === 4, // once after the files were sorted, then after each
  )
  if (!result.ok) throw new Error(result.errors[0].message)
  const [{ profile, processes }] = result.value
  expect(processes?.table.length).toBe(3)
  expect(profile.warnings.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^Reading was ended after 3 of 9 files/),
  )
  expect(steps).toContainEqual([3, 9])
  expect(steps).not.toContainEqual([4, 9])
})
