import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readRange } from '../parse/elf.ts'
import { gmonOf } from '../processes/processes.fixture.ts'
import { randomNumbers } from '../randomNumbers.fixture.ts'
import type { Archive, ArchiveLimits } from './archive.ts'
import { type Files, gzipOf, tarOf, zipOf } from './archives.fixture.ts'
import { openPackedTar, openTar } from './openTar.ts'
import { openZip } from './openZip.ts'

const long = `${'a very long name of a folder/'.repeat(4)}gmon.out`
const large = new Uint8Array(200_000).fill(32)
large.set(new TextEncoder().encode('Flat profile:\n'))
const files: Files = {
  './gprof/9/gmon.out': gmonOf(9),
  './gprof/10/gmon.out': gmonOf(10),
  'ps.txt': '9 1 10 00:00:00 worker',
  'large.txt': large,
  [long]: gmonOf(11),
}
const order = [long, 'gprof/9/gmon.out', 'gprof/10/gmon.out', 'large.txt', 'ps.txt']

const go = () => true
const kinds: [string, (made: Files) => Uint8Array<ArrayBuffer>, typeof openTar][] = [
  ['a tar', tarOf, openTar],
  ['a tar with long names by GNU', made => tarOf(made, 'gnu'), openTar],
  ['a tar with long names by POSIX', made => tarOf(made, 'pax'), openTar],
  ['a packed tar', made => gzipOf(tarOf(made)), openPackedTar],
  ['a zip', zipOf, openZip],
  ['a zip that is not packed', made => zipOf(made, 0), openZip],
]

const open = (how: typeof openTar, bytes: Uint8Array<ArrayBuffer>, limits?: ArchiveLimits) =>
  how('x.archive', new Blob([bytes]), go, limits)

const messages = ({ failures }: Archive) => failures.map(({ message }) => message)

test.each(kinds)('%s gives its files, by path, as often as they are read', async (_, make, how) => {
  const archive = await open(how, make({ ...files, 'empty/': '', 'core.bin': new Uint8Array([1, 0, 2]) }))
  expect(archive.failures).toEqual([])
  expect(archive.ignored).toBe(1)
  expect(archive.files.map(({ path }) => path)).toEqual(order)
  for (const { path, source } of [...archive.files, ...archive.files]) {
    const wanted = Buffer.from(files[path] ?? files[`./${path}`])
    expect(source.size).toBe(wanted.length)
    expect(wanted.equals(await readRange(source, 0, source.size))).toBe(true)
    expect(wanted.subarray(5, 9).equals(await readRange(source, 5, 9))).toBe(true)
  }
})

test.each(kinds)('%s is bounded in files, sizes and room, and says so', async (_, make, how) => {
  const bytes = make(files)
  const limits: ArchiveLimits = { files: 100, size: 1e9, kept: 1e9 }
  const few = await open(how, bytes, { ...limits, files: 2 })
  expect(few.files).toHaveLength(2)
  expect(messages(few)[0]).toMatch(/holds more than 2 files.*behind the first 2 files.*open the folder/)
  const small = await open(how, bytes, { ...limits, size: 10_000 })
  expect(small.files.length).toBeLessThan(5)
  expect(messages(small)[0]).toMatch(/unpacks to more than/)
  if (how !== openPackedTar) return
  const kept = await open(how, bytes, { ...limits, kept: 4000 })
  expect(messages(kept)[0]).toMatch(/holds more than can be kept/)
})

test.each(kinds)('%s that is cut gives what was before, and says so', async (_, make, how) => {
  const bytes = make(files)
  const archive = await open(how, bytes.slice(0, bytes.length * 0.6))
  expect(archive.files.length).toBeLessThan(5)
  expect(messages(archive)[0]).toMatch(/damaged.*Copy it again/)
})

test('a file of a zip that is encrypted or packed oddly is named', async () => {
  const encrypted = await open(openZip, zipOf({ 'a/gmon.out': gmonOf(1) }, 8, 1))
  expect(messages(encrypted)).toEqual([expect.stringMatching(/“a\/gmon\.out” in “x\.archive” is encrypted/)])
  const odd = await open(openZip, zipOf({ 'a/gmon.out': gmonOf(1) }, 14))
  expect(messages(odd)).toEqual([expect.stringMatching(/packed by method 14/)])
})

test('a file of a zip that is not as large as it claims is named, or rejects when it is read', async () => {
  const random = randomNumbers(7)
  const noise = new Uint8Array(300_000).map(() => 32 + Math.floor(90 * random()))
  for (const contents of ['x'.repeat(5000), noise])
    for (const more of [-1000, 1000]) {
      const bytes = zipOf({ a: contents })
      const view = new DataView(bytes.buffer)
      const entry = Array.from({ length: bytes.length - 4 }, (_, i) => i).findLast(
        i => view.getUint32(i) === 0x504b0102,
      )
      view.setUint32((entry ?? 0) + 24, contents.length + more, true)
      const archive = await open(openZip, bytes)
      const wanted = /“a” cannot be unpacked from “x\.archive”/
      if (archive.files.length === 0) expect(messages(archive)).toEqual([expect.stringMatching(wanted)])
      for (const { source } of archive.files) await expect(readRange(source, 0, source.size)).rejects.toThrow(wanted)
    }
})

test('whoever follows may end it', async () => {
  for (const [, make, how] of kinds) {
    const archive = await how('x', new Blob([make(files)]), (_, found) => found < 2)
    expect([archive.files.length, archive.failures]).toEqual([2, []])
  }
})

const tools: [string, string[], typeof openTar][] = [
  ['tar', ['cf', 'made', 'in'], openTar],
  ['tar', ['czf', 'made', 'in'], openPackedTar],
  ['tar', ['cf', 'made', '--format=pax', 'in'], openTar],
  ['tar', ['cf', 'made', '--format=v7', 'in'], openTar],
  ['zip', ['-qr', 'made', 'in'], openZip],
]
const has = (tool: string) => spawnSync(tool, ['--version']).error === undefined

test.each(tools.filter(([tool]) => has(tool)))('%s %j is understood', async (tool, args, how) => {
  const work = mkdtempSync(join(tmpdir(), 'arcflame-'))
  try {
    const made = Object.entries(files).filter(([path]) => !args.includes('--format=v7') || path.length < 90)
    for (const [path, contents] of made) {
      mkdirSync(dirname(join(work, 'in', path)), { recursive: true })
      writeFileSync(join(work, 'in', path), contents)
    }
    expect(spawnSync(tool, args, { cwd: work }).status).toBe(0)
    const archive = await open(how, new Uint8Array(readFileSync(join(work, tool === 'zip' ? 'made.zip' : 'made'))))
    expect(archive.failures).toEqual([])
    expect(archive.files).toHaveLength(made.length)
    const ps = archive.files.find(({ path }) => path === 'in/ps.txt')
    expect(ps && new TextDecoder().decode(await readRange(ps.source, 0, 99))).toBe(files['ps.txt'])
  } finally {
    rmSync(work, { recursive: true })
  }
})
