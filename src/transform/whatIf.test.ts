import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutOut, profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { boundsOf } from '../query/bounds.ts'
import { labelsOf } from '../query/names.ts'
import { totalOf } from '../query/totals.ts'
import { anyMatch, anyProfile, checkProfile, drawn, expectSame, pathsOf } from './laws.fixture.ts'
import { applyTransforms, type Transform } from './transform.ts'

const shared = profileOf(`
  main 0 -> a x1, b x3, h x1
  a    1 -> f x1
  b    2 -> f x3
  f    4 -> g x8
  h    0 -> g x2
  g    10`)

type Becomes = Extract<Transform, { kind: 'whatIf' }>['becomes']
const changed = (profile: Profile, match: string, becomes: Becomes) => {
  const { profile: result, steps } = applyTransforms(profile, [{ kind: 'whatIf', match, becomes }])
  const { saving } = steps[0]
  if (becomes !== 'inlined' && steps[0].matched > 0 && !saving) throw new Error('nothing is said of the saving')
  return { result, step: steps[0], saving: saving as NonNullable<typeof saving> }
}

test('twice as fast: half of its own time goes, and from each caller the share that gprof gives it', () => {
  const { result, saving, step } = changed(shared, 'f', 0.5)
  expect(drawn(result)).toEqual([
    'g 10+0',
    'b 2+7.5 -> f x3 7.5',
    'f 2+8 -> g x8 8',
    'a 1+2.5 -> f x1 2.5',
    '*15 main 0+15 -> a x1 3.5, b x3 9.5, h x1 2',
    'h 0+2 -> g x2 2',
  ])
  expect([saving.time, saving.own, step.lost, saving.affected]).toEqual([2, 2, 2, 4])
  expect(saving.effects.map(({ fn, before, saved }) => [fn, before, saved])).toEqual([
    ['main', 17, 2],
    ['f', 12, 2],
    ['b', 11, 1.5],
    ['a', 4, 0.5],
  ])
})

test('free: what it calls goes as well, as far as that is called from it', () => {
  const { result, saving } = changed(shared, 'f', 'free')
  expect(drawn(result)).toEqual([
    'b 2+0 -> f x3 0',
    'g 2+0',
    'a 1+0 -> f x1 0',
    '*5 main 0+5 -> a x1 1, b x3 2, h x1 2',
    'f 0+0 -> g x8 0',
    'h 0+2 -> g x2 2',
  ])
  expect([saving.time, saving.own]).toEqual([12, 4])
})

test('no time of its own leaves what it calls', () => {
  const { saving, result } = changed(shared, 'f', 0)
  expect([saving.time, saving.own, result.total]).toEqual([4, 4, 13])
})

test('inlined: its time is its callers’, none of it is saved, and nothing is said of what calls cost', () => {
  const { result, step } = changed(shared, 'f', 'inlined')
  expect(drawn(result)).toEqual(drawn(applyTransforms(shared, [{ kind: 'hide', match: 'f' }]).profile))
  expect([step.lost, step.saving]).toEqual([0, null])
})

test('the range of a saving is that of its samples, and of what calls leave open', () => {
  // 400 samples, of which half of each goes: between 361.8 and 441.2 with 95 % confidence.
  const half = changed(shared, 'f', 0.5).saving
  expect(half.range.map(time => Number(time.toFixed(3)))).toEqual([1.809, 2.206])
  const of = (fn: string) => half.effects.find(effect => effect.fn === fn)?.range.map(time => Number(time.toFixed(3)))
  expect([of('main'), of('b')]).toEqual([
    [1.809, 2.206],
    [0, 2.206],
  ])
  // Between the 4 s of f alone and all of g with them.
  expect(changed(shared, 'f', 'free').saving.range.map(time => Number(time.toFixed(2)))).toEqual([3.62, 14.75])
  const unknown = { ...shared, samplePeriod: Number.NaN }
  expect(changed(unknown, 'f', 'free').saving.range).toEqual([4, 14])
})

test('of a cycle, time goes from it as a whole and from who entered it', () => {
  const ring = profileOf(`
    main 0 -> a x1, c x1
    a    1 -> b x4
    b    2 -> c x2, leaf x6
    c    3 -> a x5
    leaf 6`)
  const { result, saving } = changed(ring, 'b', 0)
  checkProfile(result)
  expect([...result.cycles.self, ...result.cycles.children, saving.time]).toEqual([4, 6, 2])
  checkProfile(changed(ring, 'b', 'free').result)
})

const becoming = fc.oneof(fc.constant('free' as const), fc.double({ min: 0, max: 1, noNaN: true }))

test('whatever becomes cheaper, flows add up, and what is left and what is saved are the whole', () => {
  fc.assert(
    fc.property(anyProfile(), anyMatch, becoming, (profile, match, becomes) => {
      const { result, step, saving } = changed(profile, match, becomes)
      checkProfile(result)
      if (step.matched === 0) return
      expect(result.total + saving.time).toBeCloseTo(profile.total, 9)
      expect(saving.range[0]).toBeLessThanOrEqual(saving.time + 1e-9)
      expect(saving.range[1]).toBeGreaterThanOrEqual(saving.time - 1e-9)
      const after = totalOf(result)
      for (const { fn, before, saved, range } of saving.effects) {
        expect(after[labelsOf(result).indexOf(fn)]).toBeCloseTo(before - saved, 9)
        expect(range[0]).toBeLessThanOrEqual(saved + 1e-9)
        expect(range[1]).toBeGreaterThanOrEqual(saved - 1e-9)
      }
    }),
    { numRuns: 400 },
  )
})

test('what takes the same time as before changes nothing', () => {
  fc.assert(
    fc.property(anyProfile(), anyMatch, (profile, match) => {
      const { result, step, saving } = changed(profile, match, 1)
      if (step.matched === 0) return
      expectSame(result, profile)
      expect([saving.time, saving.affected, ...saving.range]).toEqual([0, 0, 0, 0])
    }),
  )
})

test('no time of its own saves its self time; free saves its total', () => {
  fc.assert(
    fc.property(anyProfile({ acyclic: true }), fc.nat(8), (profile, row) => {
      const fn = row % profile.functions.length
      const match = profile.functions.name[fn]
      expect(changed(profile, match, 0).saving.time).toBeCloseTo(profile.functions.self[fn], 9)
      expect(changed(profile, match, 'free').saving.time).toBeCloseTo(totalOf(profile)[fn], 9)
    }),
  )
})

test('however the time is really split among the paths, what is left and what is saved lie within the ranges', () => {
  const small = anyProfile({ acyclic: true, functions: 8, calls: 14 })
  fc.assert(
    fc.property(small, anyMatch, becoming, (sampled, match, becomes) => {
      const profile = { ...sampled, samplePeriod: Number.NaN } // so that ranges are of the splitting alone
      const { result, step, saving } = changed(profile, match, becomes)
      if (step.matched === 0) return
      const hits = new RegExp(match.slice(1, -1))
      /** What goes of a path's time. */
      const gone = (path: string[]) => {
        if (becomes === 'free') return path.some(name => hits.test(name)) ? 1 : 0
        return hits.test(path[path.length - 1]) ? 1 - becomes : 0
      }
      const paths = pathsOf(profile).map(({ path }) => path)
      /** The least and the most, if each function's time may go any of the ways to it. */
      const extremes = (worth: (path: string[]) => number): [number, number] => {
        let [least, most] = [0, 0]
        for (const [fn, name] of profile.functions.name.entries()) {
          const worths = paths.filter(path => path[path.length - 1] === name).map(worth)
          least += profile.functions.self[fn] * Math.min(...worths)
          most += profile.functions.self[fn] * Math.max(...worths)
        }
        return [least, most]
      }
      const holds = ([low, high]: readonly [number, number], [least, most]: [number, number]) => {
        expect(low).toBeLessThanOrEqual(least + 1e-9)
        expect(high).toBeGreaterThanOrEqual(most - 1e-9)
      }
      const all = extremes(gone)
      expect(saving.range[0]).toBeCloseTo(all[0], 9)
      expect(saving.range[1]).toBeCloseTo(all[1], 9)
      for (const { fn, range } of saving.effects)
        holds(
          range,
          extremes(path => (path.includes(fn) ? gone(path) : 0)),
        )
      const { certain, most } = boundsOf(result)
      for (const [fn, name] of result.functions.name.entries())
        holds(
          [certain[fn], most[fn]],
          extremes(path => (path.includes(name) ? 1 - gone(path) : 0)),
        )
    }),
    { numRuns: 300 },
  )
})

test('in a listing with holes no more is saved than there is', () => {
  const holes = cutOut(
    profileOf(`
      main  1 -> gone x1, a x2
      gone  2 -> piece x1, a x1
      a     4 -> b x1
      b     8 -> a x3
      piece 1 -> leaf x2
      leaf  3`),
    ['gone'],
    ['piece'],
  )
  for (const name of holes.functions.name)
    for (const becomes of [0, 0.5, 'free'] as const) {
      const { result, saving } = changed(holes, name, becomes)
      expect(result.total + saving.time).toBeCloseTo(holes.total, 9)
      expect(saving.range[1]).toBeGreaterThanOrEqual(saving.time)
    }
})
