import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { drawn } from './laws.fixture.ts'
import { applyTransforms } from './transform.ts'

const ring = profileOf(`
  main 0 -> a x1, c x1
  a    1 -> b x4
  b    2 -> c x2, leaf x6
  c    3 -> a x5
  leaf 6`)

const cut = (...arcs: [caller: string, callee: string][]) =>
  applyTransforms(ring, [{ kind: 'cut', arcs: arcs.map(([caller, callee]) => ({ caller, callee })) }])

test('without the arc that closes a cycle, its members have times of their own', () => {
  const { profile, steps } = cut(['c', 'a'])
  expect(drawn(profile)).toEqual([
    'leaf 6+0',
    'c 3+0',
    'b 2+8 -> c x2 2, leaf x6 6',
    'a 1+10 -> b x4 10',
    '*12 main 0+12 -> a x1 11, c x1 1',
  ])
  expect([steps[0].matched, steps[0].lost, profile.cycles.length]).toEqual([1, 0, 0])
  expect(profile.functions.calls[profile.functions.name.indexOf('a')]).toBe(1)
})

test('an arc that does not hold the cycle together leaves it one', () => {
  const { profile } = cut(['main', 'c'])
  expect(profile.cycles.length).toBe(1)
  expect(drawn(profile)).toContain('*12 main 0+12 -> a x1 12')
})

test('a cycle that falls in two has two numbers', () => {
  const { profile } = applyTransforms(
    profileOf(`
      main 0 -> a x1
      a    1 -> b x2
      b    2 -> a x2, c x1
      c    3 -> d x2
      d    4 -> c x2, a x1`),
    [{ kind: 'cut', arcs: [{ caller: 'd', callee: 'a' }] }],
  )
  expect([...profile.cycles.number].sort()).toEqual([1, 2])
  expect([...profile.cycles.self].sort()).toEqual([3, 7])
})

test('what nobody calls any more is spontaneous', () => {
  const { profile } = cut(['b', 'leaf'])
  expect(drawn(profile)).toContain('*6 leaf 6+0')
  expect(profile.functions.calls[profile.functions.name.indexOf('leaf')]).toBeNaN()
})

test('a cut of arcs that are not there changes nothing', () => {
  const { profile, steps } = cut(['leaf', 'main'], ['nobody', 'a'])
  expect(profile).toBe(ring)
  expect(steps[0].matched).toBe(0)
})

test('after another transform, a cut keeps what that one left, also where roots are called', () => {
  const { profile } = applyTransforms(
    profileOf(`
      main 0 -> a x1, f x3
      a    2 -> f x1, g x1
      f    4
      g    1`),
    [
      { kind: 'showFrom', match: '/^[af]$/' },
      { kind: 'cut', arcs: [{ caller: 'a', callee: 'g' }] },
    ],
  )
  expect(drawn(profile)).toEqual(['*3 f 4+0', '*3 a 2+1 -> f x1 1', '*1 g 1+0'])
})
