import { expect, test } from 'vitest'
import { cutOut, profileFrom, profileOf } from '../profile.fixture.ts'
import { boundsOf } from '../query/bounds.ts'
import { drawn } from './laws.fixture.ts'
import { applyTransforms } from './transform.ts'

const shared = profileOf(`
  main 0 -> a x1, b x3
  a    1 -> f x1
  b    2 -> f x3
  f    4 -> g x8
  g    8`)

const hidden = (profile: typeof shared, match: string) => applyTransforms(profile, [{ kind: 'hide', match }])

test('callers take over the time and the callees of what is hidden, in proportion', () => {
  const { profile, steps } = hidden(shared, 'f')
  expect(drawn(profile)).toEqual(['g 8+0', 'b 5+6 -> g x6 6', 'a 2+2 -> g x2 2', '*15 main 0+15 -> a x1 4, b x3 11'])
  expect(steps).toEqual([{ matched: 1, lost: 0, estimated: true, error: null, saving: null }])
})

test('with one caller nothing is estimated, and with several the range says what is', () => {
  const one = hidden(shared, 'a')
  expect(drawn(one.profile)).toContain('*15 main 1+14 -> b x3 11, f x1 3')
  expect(one.steps[0].estimated).toBe(false)
  const { selfRange, functions } = hidden(shared, 'f').profile
  const a = functions.name.indexOf('a')
  expect([selfRange?.least[a], functions.self[a], selfRange?.most[a]]).toEqual([1, 2, 5])
})

test('a chain of hidden functions leads to the first that is shown', () => {
  expect(drawn(hidden(shared, '/^[abf]$/').profile)).toEqual(['g 8+0', '*15 main 7+8 -> g x8 8'])
})

test('a hidden root leaves roots, and its own time is lost', () => {
  const { profile, steps } = hidden(
    profileOf(`
      main 1 -> a x1, b x3
      a    2
      b    3`),
    'main',
  )
  expect(drawn(profile)).toEqual(['*3 b 3+0', '*2 a 2+0'])
  expect([steps[0].lost, profile.total]).toEqual([1, 5])
})

test('in a cycle, the members that call a hidden one take over, and those it calls are entered', () => {
  const ring = profileOf(`
    main 0 -> a x1, c x1
    a    1 -> b x4
    b    2 -> c x2, leaf x6
    c    3 -> a x5
    leaf 6`)
  expect(drawn(hidden(ring, 'b').profile)).toEqual([
    'leaf 6+0',
    'a 3+6 -> leaf x6 6, c x4 NaN',
    'c 3+0 -> a x5 NaN',
    '*12 main 0+12 -> a x1 6, c x1 6',
  ])
  const { profile } = hidden(ring, 'a')
  expect(drawn(profile)[1]).toBe('c 4+0 -> b x5 NaN')
  const { certain, most } = boundsOf(profile)
  expect([certain[1], most[1]]).toEqual([3, 4]) // main entered at a: its second may be main's
})

test('what a hidden member had may be of those who entered the cycle there', () => {
  const { profile, steps } = hidden(
    profileOf(`
      main 0 -> a x1
      a    1 -> b x3, leaf x4
      b    2 -> a x3
      leaf 4`),
    'a',
  )
  expect(drawn(profile)).toEqual(['leaf 4+0', 'b 3+4 -> leaf x3 4, b x3 NaN', '*7 main 0+7 -> b x1 7'])
  const { certain } = boundsOf(profile)
  expect(certain[1]).toBe(2) // one of its three seconds, and all of leaf, may have been spent in a as main called it
  expect([...(profile.selfRange?.most ?? [])]).toEqual([4, 3, 1])
  expect(steps[0].estimated).toBe(true)
})

test('time that a cut listing does not explain goes to the callers too', () => {
  const holes = cutOut(
    profileOf(`
      main  1 -> gone x1
      gone  2 -> piece x1
      piece 4`),
    ['gone'],
    ['piece'],
  )
  const { profile, steps } = hidden(holes, 'gone')
  const main = profile.functions.name.indexOf('main')
  expect([profile.functions.self[main], profile.functions.children[main]]).toEqual([3, 4])
  expect(steps[0].lost).toBe(0)
})

test('a cycle of which one member is left is a function that calls itself', () => {
  const { profile } = hidden(
    profileOf(`
      main 0 -> a x1
      a    1 -> b x4
      b    2 -> a x4`),
    'b',
  )
  expect(drawn(profile)).toEqual(['a 3+0 -> a x4 NaN', '*3 main 0+3 -> a x1 3'])
  expect([profile.cycles.length, profile.functions.selfCalls[0], profile.functions.calls[0]]).toEqual([0, 4, 1])
})

test('hiding what everything goes through is refused where no view could show the outcome', () => {
  const n = 1500
  const name = ['main', 'hub', ...Array.from({ length: 2 * n }, (_, i) => `f${i}`)]
  const hub = profileFrom(
    name,
    name.map(() => 1),
    [
      ...Array.from({ length: n }, (_, i): [number, number, number] => [0, 2 + i, 1]),
      ...Array.from({ length: n }, (_, i): [number, number, number] => [2 + i, 1, 1]),
      ...Array.from({ length: n }, (_, i): [number, number, number] => [1, 2 + n + i, 1]),
    ],
  )
  const { profile, steps } = hidden(hub, 'hub')
  expect(profile).toBe(hub)
  expect(steps[0]).toMatchObject({
    matched: 1,
    lost: 0,
    error: { message: expect.stringMatching(/more callers with callees/) },
  })
})
