import { gunzipSync } from 'node:zlib'
import { Profile as ProfileProto } from 'pprof-format'
import { expect, test } from 'vitest'
import { chainOf, profileOf } from '../profile.fixture.ts'
import { readProfile } from '../readProfile.ts'
import { type FormatName, formats, writeFormat } from './formats.ts'

const profile = profileOf(`
  main 0.5 -> a x1
  a    0.25 -> b x3, é x1
  b    0.125 -> a x2
  é    1`)
const other = { ...profileOf('other 2'), title: 'other' }

async function written(name: FormatName, profiles = [profile]): Promise<Buffer> {
  const result = await writeFormat(name, profiles)
  return result.ok ? Buffer.from(result.value) : Buffer.from(`refused: ${result.errors[0].message}`)
}

test('each format has a name and an ending of its own, and says in sentences what it holds and lacks', () => {
  for (const column of ['name', 'title', 'ending'] as const)
    expect(new Set(formats.map(format => format[column])).size).toBe(formats.length)
  for (const { holds, lacks } of formats) {
    expect(holds).toMatch(/^[A-Z].*\.$/)
    expect(lacks).toMatch(/^It .*\.$/)
  }
})

test.each(formats)(
  '$title has all names, of one profile and of several, and is binary only where it says so',
  async ({ name, isBinary }) => {
    const [one, two] = [await written(name), await written(name, [profile, other])]
    expect(one.subarray(0, 2).toString('hex') === '1f8b').toBe(isBinary)
    const text = (bytes: Buffer) => (isBinary ? gunzipSync(bytes) : bytes).toString()
    for (const fn of ['main', 'a', 'b', 'é']) expect(text(one)).toContain(fn)
    expect(text(one)).not.toContain('other')
    expect(text(two)).toContain('other')
  },
)

test('several reports are read again as several', async () => {
  const result = await readProfile([
    { name: 'two.txt', blob: new Blob([new Uint8Array(await written('gprof', [profile, other]))]) },
  ])
  expect(result.ok && result.value.map(({ functions }) => functions.length)).toEqual([4, 1])
  expect(result.ok && result.value.map(({ total }) => Number(total.toFixed(3)))).toEqual([1.875, 2])
})

test('pprof is gzipped, and the same each time', async () => {
  const file = ProfileProto.decode(gunzipSync(await written('pprof')))
  expect(file.function).toHaveLength(5) // with the cycle
  expect(await written('pprof')).toEqual(await written('pprof'))
})

test('what a format cannot hold at all is refused with a reason', async () => {
  const calls = { ...other, unit: 'cycles' }
  expect((await written('pprof', [profile, calls])).toString()).toMatch(/^refused: .*seconds, cycles/)
  const deep = chainOf(10_000)
  deep.functions.self.fill(1)
  expect((await written('pprof', [{ ...deep, total: 10_000 }])).toString()).toMatch(/^refused: .*too many/)
})

test('a view may ask for another part of the graph', async () => {
  const graph = { minShare: 0.3, pinned: [] }
  const result = await writeFormat('dot', [profile], graph)
  expect(result.ok && new TextDecoder().decode(result.value)).not.toContain('"b\\n')
})
