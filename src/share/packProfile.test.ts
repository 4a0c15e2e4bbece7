import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { damage } from '../damage.fixture.ts'
import { LineKind } from '../export/reportLines.ts'
import { reportOf } from '../export/reportOf.ts'
import { type ReportText, textOfLine } from '../export/reportText.ts'
import { profileOf } from '../profile.fixture.ts'
import type { ProfileRead } from '../profileRead.ts'
import { readFiles } from '../readProfile.ts'
import { anyProfile, anyTransform } from '../transform/laws.fixture.ts'
import { applyTransforms } from '../transform/transform.ts'
import { through } from './through.fixture.ts'

const root = join(import.meta.dirname, '../..')

async function readAt(...paths: string[]): Promise<ProfileRead> {
  const { result } = await readFiles(
    paths.map(name => ({ name: name.replace(/.*\//, ''), blob: new Blob([readFileSync(join(root, name))]) })),
  )
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value[0]
}

test('any profile comes out as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(anyProfile(), async profile => {
      expect((await through({ profile, source: null, processes: null })).profile).toStrictEqual(profile)
    }),
  )
})

test('so does any transformed profile', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyProfile(),
      fc.array(anyTransform, { minLength: 1, maxLength: 3 }),
      async (whole, transforms) => {
        const { profile } = applyTransforms(whole, transforms)
        expect((await through({ profile, source: null, processes: null })).profile).toStrictEqual(profile)
      },
    ),
  )
})

/** Listings of the project, and some that may lie beside it. */
const wild = '../shared/samples/wild'
const listings = [
  ...readdirSync(join(root, 'public/samples')).map(name => `public/samples/${name}`),
  ...(existsSync(join(root, wild)) ? readdirSync(join(root, wild), { recursive: true, encoding: 'utf8' }) : []).map(
    name => `${wild}/${name}`,
  ),
].filter(name => /\.(txt|gz|prof)$/.test(name))

test.each(listings)('%s comes out as it went in', async name => {
  const read = await readAt(name)
  expect((await through(read)).profile).toStrictEqual(read.profile)
})

test('so does what can be read of a listing that was damaged, cut and sewn together', async () => {
  let opened = 0
  for (const name of [
    'public/samples/cyc.txt',
    'public/samples/walsender-excerpt.txt',
    'src/fixtures/lambdas/report.txt',
  ])
    for (let seed = 0; seed < 80; seed++) {
      const blob = new Blob([damage(new Uint8Array(readFileSync(join(root, name))), seed)])
      const { result } = await readFiles([{ name, blob }])
      for (const read of result.ok ? result.value : []) {
        opened++
        expect((await through(read)).profile).toStrictEqual(read.profile)
      }
    }
  expect(opened).toBeGreaterThan(100)
})

/** Pairs of the project, and recorded ones that may lie beside it. */
const pairs = [
  ...readdirSync(join(root, 'src/fixtures')).map(name =>
    ['program', 'gmon.out'].map(file => `src/fixtures/${name}/${file}`),
  ),
  ...[
    'cross-aarch64/cyc-aarch64',
    'cxx-templates-clang/tmpl-clang',
    'lua-O2/lua-O2',
    'same-names/dup',
    'hist-only/cyc-histonly',
  ]
    .map(name => [`../shared/samples/${name}`, `../shared/samples/${name.split('/')[0]}/gmon.out`])
    .filter(([program]) => existsSync(join(root, program))),
]

test.each(pairs)('of %s the profile comes out as it went in, and prints the same report', async (...paths) => {
  const read = await readAt(...paths)
  const link = await through(read)
  expect(link.profile).toStrictEqual(read.profile)
  for (const brief of [false, true])
    for (const only of [null, 'flat', 'graph'] as const) {
      const options = { brief, only, unused: false }
      const [before, after] = [read, link].map(({ profile, source }) => reportOf(profile, source, options))
      expect(new TextDecoder().decode(after.bytes)).toBe(new TextDecoder().decode(before.bytes))
      expect(Buffer.from(after.fn.buffer).equals(Buffer.from(before.fn.buffer))).toBe(true)
      expect(after.unused).toBe(false)
    }
})

test('the sum of several runs prints the same report, too', async () => {
  const paths = ['program', 'gmon.out', 'gmon.sum'].map(file => `src/fixtures/cycles-O2/${file}`)
  const read = await readAt(...paths)
  const link = await through(read)
  expect(link.profile).toStrictEqual(read.profile)
  expect(read.source?.kind).toBe('run')
  const options = { brief: false, only: null, unused: false }
  const [before, after] = [read, link].map(({ profile, source }) => reportOf(profile, source, options))
  expect(after).toStrictEqual({ ...before, unused: false })
})

test.each(['walsender.txt.gz', 'backend.txt.gz', 'templates.txt.gz', 'num.txt', 'forker.txt'])(
  'the report of %s has the rows of its call graph again',
  async name => {
    const read = await readAt(`public/samples/${name}`)
    const link = await through(read)
    const [before, after] = [read, link].map(({ profile, source }) =>
      rowsOf(reportOf(profile, source, { brief: false, only: null, unused: false })),
    )
    const isThere = new Set(after)
    expect(before.filter(row => !isThere.has(row))).toEqual([])
  },
)

/** Lines of entries. */
const rowsOf = (report: ReportText): string[] =>
  Array.from({ length: report.length }, (_, line) => line)
    .filter(line => ![LineKind.text, LineKind.flat, LineKind.index].includes(report.kind[line] as never))
    .map(line => textOfLine(report, line))

test('names are text, whatever it is', async () => {
  const names = [
    '__proto__',
    '<img src=x onerror=alert(1)>',
    '\u202egnp.exe',
    '\ud800',
    '\udc00\ud800',
    'a\0b',
    'é',
    '',
    'x'.repeat(1 << 20),
    'std::'.repeat(1 << 18),
  ]
  const profile = profileOf('main 0.1 -> a x1\n a 0.2')
  profile.functions.name = ['a', 'b']
  for (const name of names) {
    profile.functions.name[1] = name
    expect((await through({ profile, source: null, processes: null })).profile.functions.name[1]).toBe(name)
  }
})
