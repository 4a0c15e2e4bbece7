import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { listing } from './listing.fixture.ts'
import { trend } from './trend.ts'

const folder = mkdtempSync(join(tmpdir(), 'arcflame-'))
/** `work` takes half as long again with the fourth run, `cache` is there with the third, `odd` in the second alone. */
const files = [400, 390, 410, 600, 620, 590, 605, 610, 598, 603].map((work, run) => {
  const file = join(folder, `run${run + 1}.txt`)
  writeFileSync(
    file,
    listing(
      [work, 'work'],
      [100 + ((7 * run) % 11), 'parse'],
      [run < 2 ? 0 : 80, 'cache'],
      [run === 1 ? 50 : 0, 'odd'],
    ),
  )
  return file
})
beforeAll(() => {
  for (const [run, file] of files.entries()) utimesSync(file, 0, 1000 - run)
})
afterAll(() => rmSync(folder, { recursive: true }))

const out: string[] = []
const told: string[] = []
beforeEach(() => {
  out.length = 0
  told.length = 0
  vi.spyOn(process.stdout, 'write').mockImplementation(text => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation(text => told.push(String(text)) > 0)
})

/** What the command prints, line by line. */
async function printed(...args: string[]): Promise<string[]> {
  out.length = 0
  expect([await trend(args), ...told]).toEqual([0])
  return out.join('').split('\n')
}

test('functions that moved are drawn, with the run that each change came with', async () => {
  const shuffled = [...files].sort() // as a shell would name them: run1, run10, run2
  const lines = await printed(...shuffled)
  const blank = lines.indexOf('')
  expect(lines.slice(0, blank).map(line => line.replace(folder, ''))).toEqual([
    'run  all, seconds  name',
    ...[5, 5.47, 5.93, 7.9, 8.06, 7.72, 7.94, 7.95, 7.79, 7.91].map(
      (time, run) => `${String(run + 1).padStart(3)}  ${String(time).padStart(12)}  /run${run + 1}.txt`,
    ),
  ])
  const rows = lines.slice(blank + 2).map(line => line.trim().split(/ {2,}/))
  expect(rows).toEqual([
    ['▅▆▆███████', '5', '7.91', expect.stringMatching(/ at run 4$/), '<0.0001', 'all functions (seconds)'],
    ['▆▆▆███████', '4', '6.03', '+2.037 at run 4', '<0.0001', 'work'],
    ['▁▁████████', '0', '0.8', '+0.8 at run 3', '<0.0001', 'cache'],
    ['▁█▁▁▁▁▁▁▁▁', '0', '0', '+0.5 at run 2, -0.5 at run 3', '<0.0001', 'odd'],
    ['1 more with time that may not have moved; --all shows them.'],
    [''],
  ])
  const all = await printed('--all', ...files)
  expect(all.at(-2)).toMatch(/noise {2}parse$/)
  expect(all.length).toBe(lines.length)
})

test('runs are in the order of their dates, or as they are given, where that is asked for', async () => {
  const workIn = (lines: string[]) => lines.find(line => line.endsWith('  work'))
  expect(workIn(await printed('--order', 'date', ...files))).toContain('-2.037 at run 8')
  const given = [...files.slice(3), ...files.slice(0, 3)]
  expect(workIn(await printed('--order', 'given', ...given))).toContain('-2.037 at run 8')
  expect(workIn(await printed('--order', 'name', ...given))).toContain('+2.037 at run 4')
})

test('each profile in a folder may be a run', async () => {
  const lines = await printed('--each', folder)
  expect(lines[10]).toBe(' 10          7.91  run10')
  expect(lines.find(line => line.endsWith('  work'))).toContain('+2.037 at run 4')
})

test('shares are those of each run, and where nothing moved, that is said', async () => {
  const share = await printed('--by', 'share', ...files.slice(3, 7))
  expect(share.join('\n')).toMatch(
    /function \(self, % of all\)\n.*all functions \(seconds\)\nNo function surely moved\.\n3 more/,
  )
})

test.each([
  ['no file', [], /three runs or more, and there are 0/],
  ['two files', files.slice(0, 2), /three runs or more, and there are 2/],
  ['another measure', ['--by', 'size', ...files], /--by takes/],
  ['another order', ['--order', 'size', ...files], /--order takes/],
  ['a file without a date', ['--order', 'date', 'missing.txt'], /missing\.txt/],
  ['a file that is not there', ['missing.txt', ...files], /There is no file “missing\.txt”/],
  ['an unknown option', ['--odd', ...files], /--odd/],
])('%s gets a sentence and another status', async (_, args, sentence) => {
  expect(await trend(args)).toBe(1)
  expect(told.join('')).toMatch(sentence)
})
