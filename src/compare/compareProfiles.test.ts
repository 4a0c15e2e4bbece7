import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileFrom, profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { randomNumbers } from '../randomNumbers.fixture.ts'
import { compareProfiles, intervalOf, orderByChange, SIGNIFICANT } from './compareProfiles.ts'
import { pairFunctions } from './pairFunctions.ts'
import { poissonCount } from './simulation.fixture.ts'
import type { Normalisation } from './weigh.ts'

const before = profileOf(`
  main  0.10 -> parse x1, work x10
  parse 0.50 -> lex x100
  work  2.00 -> lex x50
  lex   1.00
  old   0.30`)
const after = profileOf(`
  main  0.10 -> parse x1, work x20
  parse 0.50 -> lex x100
  work  4.00 -> lex x50, emit x5
  lex   1.05
  emit  0.40 -> lex x30`)

const names = ({ pairs }: ReturnType<typeof compareProfiles>) =>
  Array.from(pairs.a, (row, pair) => (row >= 0 ? before.functions.name[row] : after.functions.name[pairs.b[pair]]))

test('functions are paired by name; what only one profile has is listed', () => {
  const { a, b, paired } = pairFunctions(before, after)
  expect(paired).toBe(4)
  expect([...a].map(row => before.functions.name[row] ?? '-')).toEqual(['main', 'parse', 'work', 'lex', 'old', '-'])
  expect([...b].map(row => after.functions.name[row] ?? '-')).toEqual(['main', 'parse', 'work', 'lex', '-', 'emit'])
})

test('of several functions of one name, symbols tell which is which, whatever their order', () => {
  const side = (symbols: string[]): Profile => ({
    ...profileFrom(
      symbols.map(() => 'f'),
      [1, 1],
      [],
    ),
    symbols,
  })
  expect([...pairFunctions(side(['f.a', 'f.b']), side(['f.b', 'f.a'])).b]).toEqual([1, 0])
})

test('a change is told from noise, and split into more calls, slower calls and other callers', () => {
  const found = compareProfiles(before, after, 'time')
  const rows = new Map(names(found).map((name, row) => [name, row]))
  const row = (name: string) => rows.get(name) ?? -1
  const sure = [...rows].filter(([, at]) => found.self.rate[at] <= SIGNIFICANT).map(([name]) => name)
  expect(sure).toEqual(['work', 'old', 'emit'])
  expect([...orderByChange(found.self)].map(at => names(found)[at]).slice(0, 3)).toEqual(['work', 'emit', 'old'])
  const parts = (name: string) =>
    [found.parts.oftener, found.parts.elsewhere, found.parts.slower].map(part => Number(part[row(name)].toFixed(9)))
  expect(parts('work')).toEqual([2, 0, 0])
  expect(parts('lex')).toEqual([0, 0.2, -0.15])
  const [low, high] = intervalOf(before, after, found, 'self', row('work'))
  expect(low).toBeGreaterThan(1.5)
  expect(high).toBeLessThan(2.5)
  expect(found.all).toMatchObject({ a: before.total, b: after.total })
})

test('for each call, what is called twice as often is as fast as before', () => {
  const found = compareProfiles(before, after, 'perCall')
  const work = names(found).indexOf('work')
  expect([found.self.a[work], found.self.b[work], found.self.p[work]]).toEqual([0.2, 0.2, 1])
})

/** Some functions share a name, and of those that have names alike not every profile has all. */
const profiles = fc
  .array(fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 6 }), fc.nat({ max: 50 }), fc.nat({ max: 9 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map(list =>
    profileFrom(
      list.map(([, , , name]) => `f${name}`),
      list.map(([ticks]) => ticks / 100),
      list.flatMap(([, to, count], i): [number, number, number][] =>
        to < list.length && count > 0 ? [[i, to, count]] : [],
      ),
    ),
  )
const normalisations = fc.constantFrom<Normalisation[]>('time', 'share', 'perCall')

test('a profile compared with itself has no change at all', () => {
  fc.assert(
    fc.property(profiles, normalisations, (profile, normalisation) => {
      const { self, total, parts, all, pairs } = compareProfiles(profile, profile, normalisation)
      expect(pairs.paired).toBe(pairs.length)
      expect(all.p).toBe(1)
      for (const row of orderByChange(self)) {
        const [low, high] = intervalOf(profile, profile, { pairs, normalisation }, 'self', row)
        if (!Number.isNaN(low + high)) expect([low <= 0, high]).toEqual([true, -low])
      }
      for (const { p, rate, a, b } of [self, total]) {
        expect([...a]).toEqual([...b])
        for (let row = 0; row < pairs.length; row++) expect([p[row], rate[row]]).toEqual([1, 1])
      }
      for (const part of Object.values(parts))
        for (const value of part) expect(Math.abs(value) || 0).toBeLessThan(1e-12)
    }),
  )
})

test('compared the other way round, every difference has the other sign and is as sure', () => {
  fc.assert(
    fc.property(profiles, profiles, normalisations, (a, b, normalisation) => {
      const there = compareProfiles(a, b, normalisation)
      const back = compareProfiles(b, a, normalisation)
      expect([back.all.a, back.all.b, back.all.p]).toEqual([there.all.b, there.all.a, expect.closeTo(there.all.p, 9)])
      expect(back.all.interval.map(limit => -limit || 0).reverse()).toEqual(there.all.interval.map(limit => limit || 0))
      expect([back.pairs.paired, back.pairs.length]).toEqual([there.pairs.paired, there.pairs.length])
      const rowBack = new Map(Array.from(back.pairs.b, (rowA, i) => [`${rowA} ${back.pairs.a[i]}`, i]))
      for (let row = 0; row < there.pairs.length; row++) {
        const other = rowBack.get(`${there.pairs.a[row]} ${there.pairs.b[row]}`) ?? -1
        for (const which of ['self', 'total'] as const) {
          expect(back[which].a[other]).toBe(there[which].b[row])
          expect(back[which].p[other]).toBeCloseTo(there[which].p[row], 9)
          expect(back[which].rate[other]).toBeCloseTo(there[which].rate[row], 9)
          const [low, high] = intervalOf(a, b, there, which, row)
          expect(intervalOf(b, a, back, which, other)).toEqual([-high, -low])
        }
      }
    }),
  )
})

test('the parts of a change add up to it', () => {
  fc.assert(
    fc.property(profiles, profiles, (a, b) => {
      const { parts, pairs } = compareProfiles(a, b, 'time')
      for (let row = 0; row < pairs.paired; row++) {
        const sum = parts.oftener[row] + parts.elsewhere[row] + parts.slower[row]
        if (Number.isNaN(sum)) continue
        expect(sum).toBeCloseTo(b.functions.self[pairs.b[row]] - a.functions.self[pairs.a[row]], 9)
      }
    }),
  )
})

test('two runs of one program have false changes in one of twenty comparisons at most', () => {
  const random = randomNumbers(7)
  const means = [400, 200, 100, 60, 30, 20, 10, 8, 5, 3, 2, 1, 1, 1, 0.5, 0.5]
  const run = () =>
    profileFrom(
      means.map((_, i) => `f${i}`),
      means.map(mean => poissonCount(random, mean) / 100),
      [],
    )
  const called = { p: 0, anyRate: 0, compared: 0 }
  for (let pair = 0; pair < 1000; pair++) {
    const { self } = compareProfiles(run(), run(), 'time')
    called.compared += self.p.length
    called.p += self.p.filter(p => p <= 0.05).length
    if (self.rate.some(rate => rate <= SIGNIFICANT)) called.anyRate++
  }
  expect(called.p / called.compared).toBeLessThanOrEqual(0.05)
  expect(called.anyRate / 1000).toBeLessThanOrEqual(0.06)
})
