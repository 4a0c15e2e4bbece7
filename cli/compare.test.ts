import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { compare } from './compare.ts'
import { listing } from './listing.fixture.ts'

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

/** Files of runs in a folder of their own: so many ticks of work in each. */
function runsOf(name: string, ...ticks: number[]): string[] {
  mkdirSync(join(folder, name))
  return ticks.map((work, i) => {
    const file = join(folder, name, `run${i}.txt`)
    writeFileSync(file, listing([work, 'work'], [100 + i, 'parse']))
    return file
  })
}

test('several runs on each side are compared by the spread between them, and may fail a build', async () => {
  const wild = runsOf('wild', 300, 500, 420)
  const alike = runsOf('alike', 480, 390, 560)
  const slow = runsOf('slow', 1400, 1250, 1290)
  // By their counts alone, even these two are said to differ.
  await compare([wild[0], alike[2]])
  expect(out.splice(0).join('')).toMatch(/3 +5\.6 .*work/)
  expect(await compare(['--fail-on', '5%', ...wild, '--', ...alike])).toBe(0)
  expect(out.join('')).toMatch(/^All: 5\.077 to 5\.777 seconds, .*may be noise\./)
  expect(out.join('')).toContain(
    '3 runs before, 3 runs after: figures are means, and noise is what the spread between runs (Welch’s t test)',
  )
  expect(out.join('')).toContain('No function surely changed.')
  expect(await compare(['--fail-on', '5%', ...wild, '--', ...slow])).toBe(1)
  expect(told.join('')).toMatch(/work takes 178\.\d % of the program's time more than before/)
})

test('one run is compared with several as if it varied as they do, and that is said', async () => {
  const several = runsOf('several', 400, 420, 410)
  expect(await compare([...several, '--', slower])).toBe(0)
  expect(out.join('')).toContain('3 runs before, 1 run after: ')
  expect(out.join('')).toContain('(Student’s t test)')
  expect(out.join('')).toContain('A single run is taken to vary as much as those of the other side.')
  expect(out.join('')).toMatch(/4\.1 +6 .*work\n/)
})

test('a folder is one run, or, where that is asked for, as many as there are profiles in it', async () => {
  runsOf('four', 400, 410, 420, 430)
  runsOf('five', 400, 410, 420, 430, 440)
  const [four, five] = [join(folder, 'four'), join(folder, 'five')]
  await compare([four, five])
  expect(out.splice(0).join('')).toContain('1 run before, 1 run after: ')
  expect(told.join('')).toContain('five” holds 5 profiles. The first of them is taken')
  await compare(['--each', '--all', four, five])
  expect(out.join('')).toMatch(/4 runs before, 5 runs after: (.*\n)+ +4\.15 +4\.2 .* noise {2}work\n/)
})

test('of a file with several profiles the first is taken, with a word, or each is a run', async () => {
  const both = join(folder, 'both.txt')
  writeFileSync(both, listing([400, 'work']) + listing([410, 'work']))
  await compare([both, before])
  expect(told.join('')).toContain('both.txt” holds 2 profiles. The first of them is taken')
  expect(out.splice(0).join('')).toContain('1 run before, 1 run after: ')
  await compare(['--each', both, before])
  expect(out.join('')).toContain('2 runs before, 1 run after: ')
})

test.each([
  [[], /two profiles/],
  [['a', 'b', 'c'], /several of each with -- between them, and 3 were given/],
  [['a', 'b', '--'], /several of each with -- between them, and 2 were given/],
  [['--by', 'size', 'a', 'b'], /--by takes/],
  [['--wat', 'a', 'b'], /^arcflame: there is no option “--wat”; `--help` lists all\.\n$/],
  [['--fail-on', 'much', 'a', 'b'], /percentage/],
  [['missing.txt', 'b'], /There is no file “missing\.txt”/],
])('%j gets a sentence and another status', async (args, sentence) => {
  expect(await compare(args)).toBe(2)
  expect(told.join('')).toMatch(sentence)
})
