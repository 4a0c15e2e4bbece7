import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { compare } from './compare.ts'

/** A flat profile of these functions: ticks and name. */
const listing = (...rows: [ticks: number, name: string][]) => `Flat profile:

Each sample counts as 0.01 seconds.
  %   cumulative   self              self     total
 time   seconds   seconds    calls  ms/call  ms/call  name
${rows.map(([ticks, name]) => ` 10.00      0.00 ${(ticks / 100).toFixed(2).padStart(8)}       10     1.00     1.00  ${name}`).join('\n')}
`

const folder = mkdtempSync(join(tmpdir(), 'arcflame-'))
const [before, same, slower] = ['before', 'same', 'slower'].map(name => join(folder, `${name}.txt`))
beforeAll(() => {
  writeFileSync(before, listing([400, 'work'], [100, 'parse'], [30, 'old']))
  writeFileSync(same, listing([405, 'work'], [96, 'parse'], [33, 'old']))
  writeFileSync(slower, listing([600, 'work'], [104, 'parse'], [25, 'fresh']))
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

test('what surely changed is told with its range, what may be noise is counted', async () => {
  expect(await compare([before, slower])).toBe(0)
  expect(out.join('')).toMatch(/^All: 5\.3 to 7\.29 seconds, \+1\.99 /)
  expect(out.join('')).toContain('2 functions in both, 1 gone, 1 new.')
  expect(out.join('')).toMatch(/4 +6 +\+2 +\+1\.\d+ to \+2\.\d+ +<0\.0001 {2}work\n/)
  expect(out.join('')).toMatch(/ 0\.3 +0 .* old \(gone\)\n/)
  expect(out.join('')).toMatch(/ 0 +0\.25 .* fresh \(new\)\n/)
  expect(out.join('')).not.toContain('parse')
  expect(out.join('')).toContain('1 more with time that may not have changed')
  await compare(['--all', before, slower])
  expect(out.join('')).toMatch(/noise {2}parse/)
})

test('a slow-down beyond the limit fails; noise never does', async () => {
  expect(await compare(['--fail-on', '5%', before, slower])).toBe(1)
  expect(told.join('')).toContain('The program takes 37.5 % longer than before.')
  expect(told.join('')).toContain("work takes 37.7 % of the program's time more than before.")
  expect(await compare(['--fail-on', '50%', before, slower])).toBe(0)
  expect(await compare(['--fail-on', '0.1%', before, same])).toBe(0)
  expect(out.join('')).toContain('No function surely changed.')
})

test.each([
  [[], /two profiles/],
  [['--by', 'size', 'a', 'b'], /--by takes/],
  [['--fail-on', 'much', 'a', 'b'], /percentage/],
  [['missing.txt', 'b'], /There is no file “missing\.txt”/],
])('%j gets a sentence and another status', async (args, sentence) => {
  expect(await compare(args)).toBe(2)
  expect(told.join('')).toMatch(sentence)
})
