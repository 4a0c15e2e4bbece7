import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutFlame } from '../layout/flame.ts'
import { profileFrom, profileOf } from '../profile.fixture.ts'
import { type Profile, SPONTANEOUS } from '../profile.ts'
import { boundsOf } from '../query/bounds.ts'
import { entryOf } from '../query/entry.ts'
import { totalOf } from '../query/totals.ts'
import { uniteProfiles } from './uniteProfiles.ts'

const before = profileOf(`
  main 0.10 -> work x1, old x2
  work 2.00 -> lex x50
  old  0.30
  lex  1.00`)
const after = profileOf(`
  main 0.10 -> work x2, fresh x1
  work 4.00 -> lex x60
  fresh 0.40 -> lex x30
  lex  1.05`)

/** `caller>callee xCount time`, with an asterisk where nothing is known. */
const arcsOf = ({ functions, arcs }: Profile) =>
  Array.from(arcs.caller, (caller, arc) => {
    const from = caller === SPONTANEOUS ? '' : functions.name[caller]
    const count = Number.isNaN(arcs.count[arc]) ? '*' : arcs.count[arc]
    return `${from}>${functions.name[arcs.callee[arc]]} x${count} ${Number((arcs.self[arc] + arcs.children[arc]).toFixed(3))}`
  })

test('both have all functions and all arcs, in the same rows; what one lacks has neither time nor calls in it', () => {
  const { a, b, inA, inB } = uniteProfiles(before, after)
  expect(a.functions.name).toEqual(['main', 'work', 'fresh', 'lex', 'old'])
  expect(b.functions.name).toEqual(a.functions.name)
  expect([...inA]).toEqual([1, 1, 0, 1, 1])
  expect([...inB]).toEqual([1, 1, 1, 1, 0])
  expect([...a.functions.self]).toEqual([0.1, 2, 0, 1, 0.3])
  expect([...b.functions.self]).toEqual([0.1, 4, 0.4, 1.05, 0])
  expect(arcsOf(a)).toEqual([
    'main>work x1 3',
    'main>fresh x0 0',
    'work>lex x50 1',
    'fresh>lex x0 0',
    'main>old x2 0.3',
    '>main x* 3.4',
    '>fresh x* 0',
  ])
  expect(arcsOf(b)).toEqual([
    'main>work x2 4.7',
    'main>fresh x1 0.75',
    'work>lex x60 0.7',
    'fresh>lex x30 0.35',
    'main>old x0 0',
    '>main x* 5.55',
    '>old x* 0',
  ])
})

const profiles = fc
  .array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 300 }), fc.nat({ max: 8 }), fc.nat({ max: 8 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map(list => {
    const names = [...new Set(list.map(([name]) => `f${name}`))]
    return profileFrom(
      names,
      names.map((_, i) => list[i][1] / 100),
      names.flatMap((_, i): [number, number, number][] =>
        [...new Set([list[i][2], list[i][3]])]
          .filter(to => to < names.length)
          .map(to => [i, to, 1 + ((i * 7 + to) % 5)]),
      ),
    )
  })

test('each keeps its figures, entries, bounds and flame chart', () => {
  fc.assert(
    fc.property(profiles, profiles, (one, other) => {
      const united = uniteProfiles(one, other)
      for (const [own, wide] of [
        [one, united.a],
        [other, united.b],
      ]) {
        const rowOf = new Map(wide.functions.name.map((name, row) => [name, row]))
        const bounds = [boundsOf(own), boundsOf(wide)]
        own.functions.name.forEach((name, fn) => {
          const row = rowOf.get(name) ?? -1
          expect(totalOf(wide)[row]).toBe(totalOf(own)[fn])
          expect(bounds[1].certain[row]).toBeCloseTo(bounds[0].certain[fn], 9)
          expect(bounds[1].most[row]).toBeCloseTo(bounds[0].most[fn], 9)
          expect(entryOf(wide, row).callees.length).toBeGreaterThanOrEqual(entryOf(own, fn).callees.length)
        })
        const chart = (profile: Profile) => {
          const { length, name } = drawn(profile)
          return { length, name }
        }
        expect(chart(wide)).toEqual(chart(own))
      }
    }),
  )
})

/** Names of the boxes of the flame chart, sorted. */
function drawn(profile: Profile): { length: number; name: string[] } {
  const table = layoutFlame(profile, { cut: 1e-4, path: [] })
  const name = Array.from(table.fn.subarray(0, table.length), fn => profile.functions.name[fn] ?? '').sort()
  return { length: table.length, name }
}

test('a profile united with itself is the same twice', () => {
  fc.assert(
    fc.property(profiles, profile => {
      const { a, b } = uniteProfiles(profile, profile)
      expect(a).toEqual(b)
      expect(arcsOf(a)).toEqual(arcsOf(profile))
    }),
  )
})
