import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printReport } from '../export/gprofReport.ts'
import { profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { readFiles } from '../readProfile.ts'
import { dropped } from './processes.fixture.ts'
import { selectProcesses } from './selectProcesses.ts'
import { sumProfiles } from './sumProfiles.ts'

const runs = [
  'main 0.2 -> leaf x3\n leaf 0.1',
  'main 0.1 -> leaf x1\n leaf 0.4',
  'main 0.3 -> extra x2\n extra 0.2 -> leaf x4\n leaf 0.1',
]
const listing = (drawn: string) => printReport(profileOf(drawn))
const files = runs.map((drawn, i) => dropped(`run/${i + 1}.txt`, listing(drawn)))

async function open(...given: typeof files) {
  const { result } = await readFiles(given)
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value
}

test('several listings of one program are profiles each, and behind them their sum', async () => {
  const reads = await open(...files)
  expect(reads.map(({ profile }) => profile.title)).toEqual(['1', '2', '3', 'sum of 3 listings'])
  const { profile, processes } = reads[3]
  expect(Object.fromEntries(profile.functions.name.map((name, fn) => [name, profile.functions.self[fn]]))).toEqual({
    leaf: expect.closeTo(0.6),
    main: expect.closeTo(0.6),
    extra: expect.closeTo(0.2),
  })
  expect(profile.total).toBeCloseTo(1.4)
  expect(profile.functions.calls[profile.functions.name.indexOf('leaf')]).toBe(8)
  expect(profile.warnings[0].message).toMatch(/sum of listings.*gprof could not have made it/)
  expect(processes?.table.name).toEqual(['1', '2', '3'])
  expect([...(processes?.table.ticks ?? [])].map(Math.round)).toEqual([30, 50, 60])
  const one = await selectProcesses(processes!, { rows: [1], as: 'sum' })
  expect(one.ok && one.value).toBe(reads[1])
  const two = await selectProcesses(processes!, { rows: [0, 1], as: 'mean' })
  expect(two.ok && two.value.profile.total).toBeCloseTo(0.4)
})

test('entries of the sum are numbered as gprof numbers them: most time first, cycles as a whole among them', async () => {
  const reads = await open(...files)
  const { functions } = reads[3].profile
  const byNumber = (names: string[], index: Int32Array) =>
    names.toSorted((a, b) => index[names.indexOf(a)] - index[names.indexOf(b)])
  expect(byNumber(functions.name, functions.index)).toEqual(['main', 'leaf', 'extra'])
  expect([...functions.index].sort()).toEqual([1, 2, 3])
  const inCircle = profileOf('main 0 -> a x1\na 0.2 -> b x2\nb 0.1 -> a x1, leaf x1\nleaf 0.4')
  const sum = sumProfiles([inCircle, inCircle]).profile
  expect(byNumber(sum.functions.name, sum.functions.index)).toEqual(['main', 'b', 'leaf', 'a'])
  expect([...sum.cycles.index]).toEqual([1]) // of two that take as long, the cycle comes before main
})

test('two listings, or those of other programs, are no set', async () => {
  const other = dropped('run/4.txt', listing('start 0 -> work x1\n work 4'))
  expect(await open(files[0], files[1])).toHaveLength(2)
  expect(await open(files[0], files[1], other)).toHaveLength(3)
  const reads = await open(...files, other)
  expect(reads).toHaveLength(5)
  expect(reads[4].processes?.table.issues).toEqual([expect.objectContaining({ file: 'run/4.txt' })])
})

const figure = fc.integer({ min: 0, max: 50 }).map(n => n / 100)
/** Three functions that call one another, forwards and back. */
const drawn = fc
  .tuple(figure, figure, figure, fc.nat({ max: 5 }), fc.nat({ max: 5 }), fc.nat({ max: 5 }))
  .map(([a, b, c, ab, bc, ca]) =>
    [
      `a ${a}${ab > 0 ? ` -> b x${ab}` : ''}`,
      `b ${b}${bc > 0 ? ` -> c x${bc}` : ''}`,
      `c ${c}${ca > 0 ? ` -> a x${ca}` : ''}`,
    ].join('\n'),
  )

const figuresOf = ({ functions, total }: Profile) => ({
  total: total.toFixed(9),
  rows: functions.name
    .map(
      (name, fn) =>
        `${name} ${[functions.self[fn], functions.children[fn], functions.calls[fn]].map(n => n.toFixed(9))}`,
    )
    .sort(),
})

test('sums of listings are commutative and associative', () => {
  fc.assert(
    fc.property(drawn, drawn, drawn, (...three) => {
      const [a, b, c] = three.map(profileOf)
      const all = figuresOf(sumProfiles([a, b, c]).profile)
      expect(figuresOf(sumProfiles([c, a, b]).profile)).toEqual(all)
      expect(figuresOf(sumProfiles([sumProfiles([a, b]).profile, c]).profile)).toEqual(all)
    }),
  )
})

test('the sum of one listing is that listing', () => {
  fc.assert(
    fc.property(drawn, text => {
      const profile = profileOf(text)
      expect(figuresOf(sumProfiles([profile]).profile)).toEqual(figuresOf(profile))
    }),
  )
})
