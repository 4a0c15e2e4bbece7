import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { heaviestRoot } from './heaviestRoot.ts'

test('the heaviest root is the spontaneous function with most of the time under it', () => {
  const profile = profileOf(`
    handler 1
    main    0 -> work x2
    work    3`)
  expect(heaviestRoot(profile)).toEqual({ fn: 1, share: 0.75 })
})

test('a root inside a cycle stands for the whole cycle', () => {
  const profile = profileOf(`
    ping 1 -> pong x3
    pong 2 -> ping x3, work x1
    work 1`)
  expect(heaviestRoot(profile)).toEqual({ fn: 0, share: 1 })
})

test('a profile without arcs has no roots, and one without time no shares', () => {
  expect(heaviestRoot({ ...profileOf('f 1'), arcs: profileOf('').arcs })).toBeNull()
  expect(heaviestRoot(profileOf('f 0'))).toBeNull()
})
