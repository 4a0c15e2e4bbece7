import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { printReport } from './export/gprofReport.ts'
import { bsdGmon } from './gmon.fixture.ts'
import { profileOf } from './profile.fixture.ts'
import type { Halves } from './readPair.ts'
import { readFiles } from './readProfile.ts'
import type { DroppedFile } from './sortFiles.ts'

const named = (name: string, contents: string | Uint8Array<ArrayBuffer>): DroppedFile => ({
  name,
  blob: new Blob([contents]),
})
const bytesOf = (path: string) =>
  new Uint8Array(readFileSync(new URL(`fixtures/${path}`, import.meta.url))) as Uint8Array<ArrayBuffer>

const right = named('right', bytesOf('cycles-O2/program'))
const gmon = named('gmon.out', bytesOf('cycles-O2/gmon.out'))
const wrong = named('wrong', bytesOf('statics-O0/program'))
const gmonOfWrong = named('gmon.wrong', bytesOf('statics-O0/gmon.out'))
const cut = named('gmon.cut', bytesOf('cycles-O2/gmon.out').slice(0, 600))
const listing = named('listing.txt', printReport(profileOf('main 0.2 -> leaf x3\n leaf 0.1')))

/** Drops one after the other, as on a page; what comes of each: titles and doubts, or codes of errors. */
async function drops(...turns: DroppedFile[][]): Promise<string[]> {
  let held: Halves<DroppedFile> = { programs: [], profiles: [] }
  const outcomes: string[] = []
  for (const files of turns) {
    const found = await readFiles(files, () => {}, held)
    held = found.held
    const { result } = found
    outcomes.push(
      result.ok
        ? result.value
            .map(({ profile }) => [profile.title, ...profile.warnings.map(({ code }) => code)].join(': '))
            .join()
        : result.errors.map(({ code }) => code).join(),
    )
  }
  return outcomes
}

test('one half waits for the other, whichever comes first', async () => {
  expect(await drops([gmon], [right])).toEqual(['needs-executable', 'right gmon.out'])
  expect(await drops([right], [gmon])).toEqual(['needs-gmon', 'right gmon.out'])
})

test('after a wrong pair, the right half alone is enough', async () => {
  expect(await drops([wrong, gmon], [right])).toEqual(['wrong gmon.out: wrong-pair', 'right gmon.out'])
  expect(await drops([right, gmonOfWrong], [gmon])).toEqual(['right gmon.wrong: wrong-pair', 'right gmon.out'])
})

test('after a right pair, another gmon.out is another run of the program', async () => {
  expect(await drops([right, gmon], [{ ...gmon, name: 'later' }])).toEqual(['right gmon.out', 'right later'])
})

test('a half that does not fit what is held is no profile, waits, and gets its own other half', async () => {
  const tried = 'needs-gmon,wrong-pair'
  expect(await drops([right, gmon], [wrong], [gmonOfWrong])).toEqual(['right gmon.out', tried, 'wrong gmon.wrong'])
  expect(await drops([right, gmon], [wrong], [right])).toEqual(['right gmon.out', tried, 'right gmon.out'])
  expect(await drops([right, gmon], [gmonOfWrong], [wrong])).toEqual([
    'right gmon.out',
    'needs-executable,wrong-pair',
    'wrong gmon.wrong',
  ])
})

test('a half that does not fit is told which one it was tried with, and how to see them all the same', async () => {
  const { result } = await readFiles([wrong], () => {}, { programs: [right], profiles: [gmon] })
  const messages = result.ok ? [] : result.errors.map(({ message }) => message)
  expect(messages[0]).toMatch(/^“wrong” is a program.*drop that too/)
  expect(messages[1]).toMatch(
    /^Tried with “gmon\.out”, dropped before: gmon\.out does not fit this executable: .*0x.*drop both together\.$/,
  )
})

test('several gmon.out stay together', async () => {
  const runs = [gmon, { ...gmon, name: 'again' }]
  expect(await drops([...runs, wrong], [right])).toEqual(['wrong, 2 processes: wrong-pair', 'right, 2 processes'])
  expect(await drops(runs, [wrong], [right])).toEqual([
    'needs-executable',
    'needs-gmon,wrong-pair',
    'right, 2 processes',
  ])
})

test('a gmon.out that is cut gives way to one that is whole, also where it waited', async () => {
  expect(await drops([right, cut], [gmon])).toEqual(['truncated', 'right gmon.out'])
  expect(await drops([cut], [right], [gmon])).toEqual(['needs-executable', 'truncated', 'right gmon.out'])
  expect(await drops([cut], [gmon], [right])).toEqual([
    'needs-executable',
    'needs-executable,needs-executable',
    'right gmon.out',
  ])
})

test('a half that takes the place of one that waited says so', async () => {
  const { result } = await readFiles([gmon], () => {}, { programs: [], profiles: [cut] })
  expect(result.ok ? '' : result.errors[1].message).toBe(
    '“gmon.out” takes the place of “gmon.cut”. To add runs up, drop their files together.',
  )
})

test('an executable without names gives way to one that has them', async () => {
  const bare = named('bare', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...new Array<number>(57).fill(0)]))
  expect(await drops([bare, gmon], [right])).toEqual(['damaged', 'right gmon.out'])
})

test('a program of another system is told, and takes the place of none', async () => {
  const other = named('other.exe', 'MZ\x90\0')
  expect(await drops([other], [gmon])).toEqual(['not-gprof', 'needs-executable'])
  expect(await drops([right], [other], [gmon])).toEqual(['needs-gmon', 'not-gprof', 'right gmon.out'])
  expect(await drops([gmon], [other], [right])).toEqual(['needs-executable', 'not-gprof', 'right gmon.out'])
})

test('listings come and go, and what waits goes on waiting', async () => {
  expect(await drops([gmon], [listing], [right])).toEqual(['needs-executable', 'listing', 'right gmon.out'])
  expect(await drops([listing, right], [gmon])).toEqual(['listing', 'right gmon.out'])
})

test('what was changed since it was dropped is asked for again', async () => {
  const unreadable = { size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('written anew')) }) }
  const changed = { name: 'old', blob: unreadable as unknown as Blob }
  const { result, held } = await readFiles([gmon], () => {}, { programs: [changed], profiles: [] })
  expect(result.ok ? [] : result.errors.map(({ message }) => message)).toEqual([
    expect.stringContaining('drop that too'),
    expect.stringMatching(/^“old”, dropped before, has been changed or removed.*drop it again/),
  ])
  expect(held).toEqual({ programs: [], profiles: [gmon] })
})

test('a BSD gmon.out that is cut within its histogram is called one, and not asked for its executable', async () => {
  const whole = bsdGmon([{ low: 0x1000n, high: 0x5000n, bins: new Uint16Array(4096).fill(1) }])
  const { result } = await readFiles([named('gmon.out', whole.slice(0, 3000))])
  expect(result.ok ? [] : result.errors).toMatchObject([
    {
      code: 'truncated',
      message: expect.stringMatching(
        /^“gmon\.out” is a gmon\.out as BSD systems write it.*to byte 8\u202f212, and the file ends at byte 3\u202f000\..*run the program again/,
      ),
      at: { byte: 3000 },
    },
  ])
  expect(await drops([right, named('gmon.out', whole.slice(0, 3000))], [gmon])).toEqual(['truncated', 'right gmon.out'])
})
