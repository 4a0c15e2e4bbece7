import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutFlame } from '../layout/flame.ts'
import { mostOf, ownWidth, pathOf } from '../layout/flameBoxes.ts'
import { sketch } from '../layout/flameSketch.fixture.ts'
import { type FlameTable, kindOf } from '../layout/flameTable.ts'
import { cutOut, profileFrom, profileOf } from '../profile.fixture.ts'
import { type Profile, SPONTANEOUS } from '../profile.ts'
import { boundsOf, isExact } from '../query/bounds.ts'
import { labelsOf } from '../query/names.ts'
import { allRuns, pathOfCall } from '../query/runs.fixture.ts'
import { anyProfile, checkProfile, drawn } from './laws.fixture.ts'
import { measureBy } from './measure.ts'
import { applyTransforms } from './transform.ts'

const chart = (profile: Profile, measure: 'calls' | 'self') => layoutFlame(profile, { cut: 1e-9, path: [], measure })

/** By path, functions only: what is a box's own. */
function ownByPath(profile: Profile, table: FlameTable, isOnPath = (_: string) => true): Map<string, number> {
  const own = new Map<string, number>()
  for (let box = 0; box < table.length; box++) {
    const path = pathOf(table, profile, labelsOf(profile), box).filter(isOnPath).join(' ')
    own.set(path, (own.get(path) ?? 0) + ownWidth(table, box) * table.total)
  }
  return own
}

const shared = profileOf(`
  main 0 -> a x2, b x3
  a    1 -> f x4
  b    2 -> f x6
  f    4 -> g x20
  g    0 -> h x20
  h    8`)

test('by calls, a function has its own and passes them up to each caller by its calls', () => {
  const { profile } = measureBy(shared, 'calls')
  expect(drawn(profile)).toEqual([
    '*56 main 1+55 -> a x2 22, b x3 33',
    'a 2+20 -> f x4 20',
    'b 3+30 -> f x6 30',
    'f 10+40 -> g x20 40',
    'g 20+20 -> h x20 20',
    'h 20+0',
  ])
  expect([profile.unit, profile.total]).toEqual(['calls', 56])
})

test('a box by calls is as wide as the calls on its path and below, certain where there is one way', () => {
  expect(sketch(shared, chart(shared, 'calls'))).toEqual([
    'main 56 (6)',
    '  b 33 (3)',
    '    f 30 (0)',
    '      g 24 (0)',
    '        h 12 (0)',
    '  a 22 (2)',
    '    f 20 (0)',
    '      g 16 (0)',
    '        h 8 (0)',
  ])
})

test('of a cycle every call counts, from outside and among its members, and of a function those of itself', () => {
  const { profile } = measureBy(
    profileOf(`
      main 1 -> a x1, f x1
      a    1 -> b x7
      b    2 -> a x6
      f    1 -> f x5`),
    'calls',
  )
  expect(drawn(profile)).toEqual([
    '*21 main 1+20 -> a x1 14, f x1 6',
    'a 7+0 -> b x7 NaN',
    'b 7+0 -> a x6 NaN',
    'f 6+0 -> f x5 NaN',
  ])
})

test('a spontaneous function was called once, also one in a cycle, and one that a transform left callers as well', () => {
  const ring = profileOf(`
    a 1 -> b x7
    b 2 -> a x6`)
  expect([...measureBy(ring, 'calls').profile.functions.self]).toEqual([7, 7])
  const { profile } = applyTransforms(shared, [{ kind: 'hide', match: 'main' }])
  expect(measureBy(profile, 'calls').profile.total).toBe(52)
})

test('functions keep their labels, also those that a transform left without their namesakes', () => {
  const twins = profileFrom(
    ['main', 'x', 'x'],
    [1, 2, 0],
    [
      [0, 1, 1],
      [0, 2, 1],
    ],
  )
  const { profile } = applyTransforms(twins, [{ kind: 'hide', match: 'x [2]' }])
  expect(labelsOf(profile)).toEqual(['main', 'x [3]'])
  expect(labelsOf(measureBy(profile, 'calls').profile)).toEqual(['main', 'x [3]'])
  expect(labelsOf(measureBy(twins, 'self').profile)).toEqual(['x [2]', 'main'])
})

test('calls that a cut listing states without their callers are kept, and belong to what is not listed', () => {
  const holes = cutOut(
    profileOf(`
      main  1 -> gone x1
      gone  2 -> piece x4
      piece 3 -> leaf x2
      leaf  3`),
    ['gone'],
    ['piece'],
  )
  const { profile } = measureBy(holes, 'calls')
  expect(sketch(profile, chart(holes, 'calls'))).toEqual([
    '<not in this listing> 6 (0)',
    '  piece 6 (0)',
    '    leaf 2 (0)',
    'main 2 (2)',
    '  gone 1 (1)',
  ])
  // A flat profile alone: what was called is known, and no caller.
  const flat: Profile = {
    ...profileFrom(['a', 'b'], [1, 1], []),
    times: 'printed',
  }
  flat.functions.calls = Float64Array.of(37, Number.NaN)
  expect([...measureBy(flat, 'calls').profile.functions.self]).toEqual([37, 1])
})

test('measured calls are a profile, of all recorded calls and one for each spontaneous function', () => {
  fc.assert(
    fc.property(anyProfile(), given => {
      const { profile } = measureBy(given, 'calls')
      checkProfile(profile)
      const { caller, count } = given.arcs
      expect(profile.total).toBe(caller.reduce((sum, from, arc) => sum + (from === SPONTANEOUS ? 1 : count[arc]), 0))
      const own = new Map<string, number>()
      const table = chart(given, 'calls')
      for (let box = 0; box < table.length; box++)
        if (table.fn[box] >= 0) {
          const name = given.functions.name[table.fn[box]]
          own.set(name, (own.get(name) ?? 0) + ownWidth(table, box) * table.total)
        }
      for (const [fn, name] of given.functions.name.entries())
        expect(own.get(name)).toBeCloseTo(profile.functions.self[fn], 6)
    }),
  )
})

test('in every run that fits, calls of a path are in the range of its box, and are its own where no other path leads there', () => {
  fc.assert(
    fc.property(anyProfile({ acyclic: true, functions: 5, calls: 6, count: 2 }), given => {
      const runs = allRuns(given, 1000)
      if (!runs) return
      const table = chart(given, 'calls')
      const own = ownByPath(given, table)
      const measured = measureBy(given, 'calls').profile
      for (const run of runs) {
        const counted = new Map<string, number>()
        const below = new Map<string, number>()
        run.forEach((_, call) => {
          const path = pathOfCall(given, run, call).map(fn => `f${fn}`)
          const last = path.join(' ')
          counted.set(last, (counted.get(last) ?? 0) + 1)
          for (let end = 1; end <= path.length; end++) {
            const prefix = path.slice(0, end).join(' ')
            below.set(prefix, (below.get(prefix) ?? 0) + 1)
          }
        })
        for (let box = 0; box < table.length; box++) {
          const path = pathOf(table, given, labelsOf(given), box).join(' ')
          const certain = table.certain[box] * table.width[box] * table.total
          const most = mostOf(table, box)
          expect(below.get(path) ?? 0).toBeGreaterThanOrEqual(certain - 1e-5)
          expect(below.get(path) ?? 0).toBeLessThanOrEqual(most + 1e-9)
          if (isExact(measured, certain, most)) expect(below.get(path)).toBeCloseTo(certain, 5)
        }
        for (const [path, calls] of own)
          if ([...own.keys()].filter(other => other.split(' ').at(-1) === path.split(' ').at(-1)).length === 1)
            expect(counted.get(path)).toBeCloseTo(calls, 5)
      }
    }),
    { numRuns: 200 },
  )
})

test('by self time, functions without any are not on the paths, and all time is', () => {
  const table = chart(shared, 'self')
  expect(sketch(shared, table)).toEqual([
    'b 9.2 (2)', //
    '  f 7.2 (0)',
    '    h 4.8 (0)',
    'a 5.8 (1)',
    '  f 4.8 (0)',
    '    h 3.2 (0)',
  ])
  expect([table.measure, mostOf(table, 0)]).toEqual(['self', 14])
})

test('own time by self time is that of all paths that differ in functions without any', () => {
  fc.assert(
    fc.property(anyProfile({ acyclic: true }), given => {
      const whole = layoutFlame(given, { cut: 1e-9, path: [] })
      const { self } = given.functions
      const expected = ownByPath(given, whole, name => self[given.functions.name.indexOf(name)] > 0)
      const table = chart(given, 'self')
      const own = ownByPath(given, table)
      for (const [path, time] of expected) if (path !== '') expect(own.get(path) ?? 0).toBeCloseTo(time, 6)
      expect(table.total).toBeCloseTo(given.total, 9)
      for (let box = 0; box < table.length; box++) expect(self[table.fn[box]]).toBeGreaterThan(0)
    }),
    { numRuns: 200 },
  )
})

test('with cycles, too, by self time none is lost, and boxes are of the functions and cycles as given', () => {
  fc.assert(
    fc.property(anyProfile(), given => {
      const table = chart(given, 'self')
      const { self } = given.functions
      expect(table.total).toBeCloseTo(given.total, 9)
      const own = new Float64Array(self.length)
      for (let box = 0; box < table.length; box++)
        if (kindOf(table, box) === 0) own[table.fn[box]] += ownWidth(table, box) * table.total
      for (const [fn, time] of self.entries()) expect(own[fn]).toBeCloseTo(time, 6)
      const { certain } = boundsOf(measureBy(given, 'self').profile)
      expect(certain.length).toBe(self.filter(time => time > 0).length)
    }),
    { numRuns: 200 },
  )
})
