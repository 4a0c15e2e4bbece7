import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Profile } from '../profile.ts'
import { chooseGraph } from '../query/graph/chooseGraph.ts'
import { heaviestPaths } from '../query/heaviestPaths.ts'
import { anyProfile } from '../transform/laws.fixture.ts'
import { bothProfiles } from './bothProfiles.ts'
import { comparedOf } from './comparedSides.fixture.ts'
import { compareSides } from './compareSides.ts'
import { graphOfSides } from './graphOfSides.ts'
import { wayOfSide } from './wayOfSide.ts'

const row = (profile: Profile, name: string) => profile.functions.name.indexOf(name)
const rounded = (n: number) => Math.round(n * 1e6) / 1e6

/** The ways to a function of both, with what came along each before and after: `main a f: 2 → 6 s, x2 → x2`. */
function waysTo({ profile, graph, compared }: ReturnType<typeof comparedOf>, to: string): string[] {
  return heaviestPaths(profile, graph, row(profile, to), 9).map(path => {
    const [a, b] = (['a', 'b'] as const).map(side => wayOfSide(profile, graph, compared, side, path))
    const names = path.functions.map(fn => profile.functions.name[fn]).join(' ')
    return `${names}: ${rounded(a.time)} → ${rounded(b.time)} s, x${rounded(a.calls)} → x${rounded(b.calls)}`
  })
}

test('a way has what came along it on each side, and nothing where the side lacks a call of it', () => {
  const compared = comparedOf(
    `main 0 -> a x1, b x1
     a    0 -> f x3
     b    0 -> f x1
     f    4`,
    `main 0 -> a x1, c x1
     a    0 -> f x1
     c    0 -> f x1
     f    9`,
  )
  expect(waysTo(compared, 'f')).toEqual([
    'main a f: 3 → 4.5 s, x3 → x1',
    'main b f: 1 → 0 s, x1 → x0',
    'main c f: 0 → 4.5 s, x0 → x1',
  ])
})

test('without time, calls are divided', () => {
  const before = 'main 0 -> a x1, b x1\na 0 -> f x7\nb 0 -> f x2\nf 0'
  const after = 'main 0 -> a x1\na 0 -> f x5\nf 0'
  expect(waysTo(comparedOf(before, after), 'f')).toEqual(['main a f: 0 → 0 s, x7 → x5', 'main b f: 0 → 0 s, x2 → x0'])
})

test('a cycle that only one side has is one step there, and on the other side each of its calls', () => {
  const straight = 'main 1 -> x x1, y x1\nx 1 -> b x3\ny 1 -> b x1\nb 2 -> c x4\nc 4'
  const round = 'main 1 -> x x1, y x1\nx 1 -> b x3\ny 1 -> b x1\nb 2 -> c x4\nc 4 -> b x1'
  const ways = waysTo(comparedOf(straight, round), 'c')
  expect(ways).toEqual(['main x b c: 3 → 3 s, x3 → x3', 'main y b c: 1 → 1 s, x1 → x1'])
})

test('of a profile compared with itself, a way has on both sides what it has in that profile, hidden functions or not', () => {
  fc.assert(
    fc.property(anyProfile(), fc.constantFrom(0, 0.2), fc.nat(), (profile, minShare, nth) => {
      const { profile: both, ...sides } = bothProfiles(profile, profile)
      const compared = compareSides(sides, 'time')
      const fn = nth % both.functions.length
      const graph = graphOfSides(both, sides, { minShare, pinned: [fn] })
      const own = chooseGraph(profile, { minShare, pinned: [sides.a.fn[fn]] })
      const amounts = (ways: { time: number; calls: number }[]) =>
        ways.map(({ time, calls }) => [rounded(time), rounded(calls)]).sort()
      const expected = amounts(heaviestPaths(profile, own, sides.a.fn[fn], 9))
      const ways = heaviestPaths(both, graph, fn, 9)
      for (const side of ['a', 'b'] as const)
        expect(amounts(ways.map(path => wayOfSide(both, graph, compared, side, path)))).toEqual(expected)
    }),
  )
})
