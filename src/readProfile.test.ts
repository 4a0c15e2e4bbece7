import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { printReport } from './export/gprofReport.ts'
import type { Issue } from './issue.ts'
import { unpack } from './parse/unpack.ts'
import { profileOf } from './profile.fixture.ts'
import { readProfile } from './readProfile.ts'
import type { DroppedFile } from './sortFiles.ts'

const listing = printReport(profileOf('main 0.2 -> leaf x3\n leaf 0.1'))
const other = printReport(profileOf('start 0 -> work x1\n work 4'))

const file = (name: string, contents: string | Uint8Array | number[]): DroppedFile => ({
  name,
  blob: new Blob([typeof contents === 'string' ? contents : new Uint8Array(contents)]),
})

async function errorsOf(...files: DroppedFile[]): Promise<Issue[]> {
  const result = await readProfile(files)
  return result.ok ? [] : result.errors
}

test('a listing opens under the name of its file without what the name ends in', async () => {
  const result = await readProfile([file('run of Monday.txt', listing)])
  expect(result.ok && result.value.map(({ title, functions }) => [title, functions.length])).toEqual([
    ['run of Monday', 2],
  ])
})

test('listings of one name are told apart by their folders', async () => {
  const result = await readProfile([
    file('run/before/gmon.txt', listing),
    file('run/after/gmon.txt.gz', gzipSync(other)),
    file('run/other.txt', other),
  ])
  expect(result.ok && result.value.map(({ title }) => title)).toEqual(['before/gmon', 'after/gmon', 'other'])
})

test('several listings in one file open as several profiles', async () => {
  const result = await readProfile([file('two.txt', `${listing}\n${other}`)])
  expect(result.ok && result.value.map(({ title, total }) => [title, Math.round(total * 100) / 100])).toEqual([
    ['two', 0.3],
    ['two #2', 4],
  ])
})

test('a packed listing opens, and its name does not matter', async () => {
  const packed = gzipSync(listing)
  const [a, b] = await Promise.all(['list.txt.gz', 'x.png'].map(name => readProfile([file(name, packed)])))
  expect(a.ok && a.value[0].title).toBe('list')
  expect(a.ok && b.ok && a.value[0].fingerprint === b.value[0].fingerprint).toBe(true)
})

test('what could not be read is told by file, beside what could', async () => {
  const result = await readProfile([file('a.txt', listing), file('b.txt', ''), file('c.txt', other)])
  expect(result.ok && result.value.map(({ title }) => title)).toEqual(['a', 'c'])
  expect(result.ok && result.warnings.map(({ code, file }) => [code, file])).toEqual([['empty', 'b.txt']])
})

test.each<[string, DroppedFile, Issue['code'], RegExp]>([
  ['an empty file', file('x.txt', ''), 'empty', /is empty.*gprof program gmon\.out > listing\.txt/],
  ['a picture', file('x.txt', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'not-gprof', /PNG picture/],
  ['an executable', file('sort', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), 'needs-gmon', /a program.*leaves a gmon\.out/],
  [
    'a gmon.out',
    file('gmon.out', 'gmon\x01\0\0\0'),
    'needs-executable',
    /names of the functions.*executable: drop that too/,
  ],
  [
    'output of perf script',
    file('perf.txt', 'sleep 4711 91234.567890:     250000 cycles:\n\tffffffff8104f45a native_write_msr\n'),
    'not-gprof',
    /perf script/,
  ],
  [
    'another text',
    file('notes.txt', 'Dear diary,\nnothing was fast today.\n'),
    'not-understood',
    /no line of it is a row/,
  ],
  ['bytes', file('x', [1, 2, 3, 0, 4]), 'not-gprof', /not text/],
  [
    'a listing with semicolons for blanks in its rows',
    file(
      'x.csv',
      listing.replace(/^ *[\d.[\]]+ .*$/gm, row => row.trim().replace(/ +/g, ';')),
    ),
    'not-understood',
    /headings of gprof's listing, but none of its rows.*The first is line \d+, “[\d.,]+/,
  ],
  [
    'a listing in one line that cannot be told apart',
    file('x.txt', 'Flat profile: % 60.00 0.06 0.06 4 0.15 0.20 even 40.00 0.19 0.04 main 0.00 0.19 0.00 f'),
    'not-understood',
    /line breaks were lost: line 1 is many rows in one.*Copy the listing again/,
  ],
  ['a damaged archive', file('x.gz', gzipSync(listing).subarray(0, 60)), 'damaged', /cannot be unpacked.*gzip -t/],
])('%s is refused with a sentence that says what to do', async (_, dropped, code, sentence) => {
  const [error, ...rest] = await errorsOf(dropped)
  expect(rest).toEqual([])
  expect(error.code).toBe(code)
  expect(error.message).toMatch(sentence)
  expect(error.message).toContain(`“${dropped.name}”`)
})

test('a listing that ends in the middle of a line opens, with a warning', async () => {
  const result = await readProfile([file('cut.txt', listing.slice(0, listing.indexOf('leaf [2]')))])
  expect(result.ok && result.value[0].warnings.length).toBeGreaterThan(0)
})

test('progress ends at the size of all files', async () => {
  const steps: [number, number][] = []
  const files = [file('a.txt', listing), file('b.gz', gzipSync(other))]
  await readProfile(files, (done, total) => steps.push([done, total]))
  const size = files[0].blob.size + files[1].blob.size
  expect(steps.at(-1)).toEqual([size, size])
  expect(steps.every(([done], i) => i === 0 || done >= steps[i - 1][0])).toBe(true)
})

test('unpacking ends at a limit, whatever a container claims', async () => {
  const bomb = new Blob([gzipSync(new Uint8Array(1 << 20))])
  const result = await unpack('bomb.gz', bomb, 1000)
  expect(result.ok ? [] : result.errors.map(({ code }) => code)).toEqual(['too-large'])
})

test('no file at all is an error too', async () => {
  expect((await errorsOf()).map(({ code }) => code)).toEqual(['empty'])
})
