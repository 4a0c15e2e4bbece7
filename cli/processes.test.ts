import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { compare } from './compare.ts'
import { convert } from './convert.ts'
import { report } from './report.ts'

const fixture = join(import.meta.dirname, '../src/fixtures/cycles-O2')
const work = mkdtempSync(join(tmpdir(), 'arcflame-'))
const program = join(fixture, 'program')
const folder = join(work, 'gprof')
const archive = join(work, 'run.tar.gz')

beforeAll(() => {
  for (const pid of [9, 10]) {
    mkdirSync(join(folder, String(pid)), { recursive: true })
    writeFileSync(join(folder, String(pid), 'gmon.out'), readFileSync(join(fixture, 'gmon.out')))
  }
  writeFileSync(join(work, 'ps.txt'), '9 1 10 00:00:00 postgres: walwriter\n10 1 10 00:00:00 other work')
  spawnSync('tar', ['czf', archive, 'gprof', 'ps.txt'], { cwd: work })
})
afterAll(() => rmSync(work, { recursive: true }))

const out: Buffer[] = []
const told: string[] = []
beforeEach(() => {
  out.length = 0
  told.length = 0
  vi.spyOn(process.stdout, 'write').mockImplementation(text => out.push(Buffer.from(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation(text => told.push(String(text)) > 0)
})

/** What a command prints. */
async function printed(command: (args: string[]) => Promise<number>, ...args: string[]): Promise<string> {
  out.length = 0
  expect([await command(args), ...told.filter(text => !text.includes(': It '))]).toEqual([0])
  return Buffer.concat(out).toString('latin1')
}

test('report sums the files of a folder or an archive as if each were named', async () => {
  const named = [9, 10].map(pid => join(folder, String(pid), 'gmon.out'))
  const wanted = await printed(report, '-b', program, ...named)
  expect(await printed(report, '-b', program, folder)).toBe(wanted)
  expect(await printed(report, '-b', program, archive)).toBe(wanted)
  expect(wanted).not.toBe(await printed(report, '-b', program, named[0]))
})

test('a folder without a gmon.out, or in place of the executable, is told', async () => {
  expect(await report([program, join(import.meta.dirname, 'open')])).toBe(1)
  expect(await report([folder, join(fixture, 'gmon.out')])).toBe(1)
  expect(told.join('')).toMatch(/There is no gmon\.out in “.*open”\.\n.*gprof” is a folder: name the executable itself/)
})

test('convert makes a table of processes, with their titles', async () => {
  const lines = (await printed(convert, '--to', 'csv', '--processes', program, archive)).split('\n')
  expect(lines).toHaveLength(4)
  expect(lines[0]).toMatch(/^name,path,title,group,samples,calls,oddity,burn$/)
  expect(lines[1]).toMatch(/^9,gprof\/9\/gmon\.out,walwriter,walwriter,\d+,\d+,/)
  const rows = JSON.parse(await printed(convert, '--to', 'json', '--processes', program, archive))
  expect(rows.map(({ name, title }: { name: string; title: string }) => [name, title])).toEqual([
    ['9', 'walwriter'],
    ['10', 'other work'],
  ])
  const self = Object.values(rows[0].self as Record<string, number>).reduce((sum, time) => sum + time, 0)
  expect(self).toBeCloseTo(rows[0].samples / 100, 1)
})

test('convert takes one process, or the mean of all', async () => {
  const alone = JSON.parse(await printed(convert, '--to', 'json', program, join(folder, '9/gmon.out')))
  const one = JSON.parse(await printed(convert, '--to', 'json', '--process', '9', program, folder))
  const mean = JSON.parse(await printed(convert, '--to', 'json', '--mean', program, folder))
  const all = JSON.parse(await printed(convert, '--to', 'json', program, folder))
  expect(one.functions).toEqual(alone.functions)
  expect(mean.functions).toEqual(alone.functions)
  expect(all.total).toBeCloseTo(2 * alone.total, 9)
  expect(await convert(['--to', 'json', '--process', '11', program, folder])).toBe(1)
  expect(told.join('')).toContain('There is no process “11”: they are called 9, 10')
})

test('compare takes folders', async () => {
  expect(await compare(['--program', program, join(folder, '9'), join(folder, '9')])).toBe(0)
  expect(Buffer.concat(out).toString()).toContain('No function surely changed.')
})

test('compare takes a folder for the sum of its processes, or each of them for a run', async () => {
  const alone = join(folder, '9')
  const twice = await printed(compare, '--program', program, alone, folder)
  expect(twice).toMatch(/All: ([\d.]+) to [\d.]+ seconds, \+\1 /)
  const each = await printed(compare, '--each', '--all', '--program', program, alone, folder)
  expect(each).toMatch(/All: ([\d.]+) to \1 seconds, 0 /)
  expect(each).toContain('1 run before, 2 runs after: ')
})
