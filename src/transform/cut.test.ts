import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { readProfile } from '../readProfile.ts'
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

test('what gprof -k prints of a program is what it is after the cut', async () => {
  const folder = fileURLToPath(new URL('../fixtures/cycles-O2/', import.meta.url))
  const files = ['program', 'gmon.out'].map(name => ({ name, blob: new Blob([readFileSync(folder + name)]) }))
  const read = await readProfile(files)
  if (!read.ok) throw new Error(read.errors[0].message)
  const arcs = [
    { caller: 'a', callee: 'b' },
    { caller: 'b', callee: 'a' },
    { caller: 'c', callee: 'b' },
  ]
  const { profile } = applyTransforms(read.value[0], [{ kind: 'cut', arcs }])
  const { functions, total } = profile
  const lines = Array.from({ length: functions.length }, (_, fn) => {
    const percent = (100 * (functions.self[fn] + functions.children[fn])) / total
    const selfCalls = functions.selfCalls[fn] > 0 ? `+${functions.selfCalls[fn]}` : ''
    return `${percent.toFixed(1)} ${functions.calls[fn]}${selfCalls} ${functions.name[fn]}`
  })
  // gprof -b -q -k a/b -k b/a -k c/b program gmon.out, GNU gprof 2.40: "% time", "called" and "name" of the primary lines
  expect(lines.sort()).toEqual(
    [
      '100.0 8870+8000 burn',
      '99.6 NaN main',
      '49.7 4412 even',
      '45.2 4012 odd',
      '0.4 NaN b',
      '0.3 1 a',
      '0.2 4+2 c',
    ].sort(),
  )
  expect(profile.cycles.length).toBe(0)
})
