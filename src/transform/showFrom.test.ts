import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { drawn } from './laws.fixture.ts'
import { applyTransforms } from './transform.ts'

test('the matches are roots with what they had, and time beside them is lost', () => {
  const { profile, steps } = applyTransforms(
    profileOf(`
      main 1 -> a x1, f x3
      a    2 -> f x1
      f    4 -> g x2
      g    8`),
    [{ kind: 'showFrom', match: 'a' }],
  )
  expect(drawn(profile)).toEqual(['*5 a 2+3 -> f x1 3', 'g 2+0', 'f 1+2 -> g x2 2'])
  expect(steps[0].lost).toBe(10)
})

test('a match below another is called as before, and is a root for what came past the other', () => {
  const { profile } = applyTransforms(
    profileOf(`
      main 0 -> a x1, f x3
      a    2 -> f x1
      f    4`),
    [{ kind: 'showFrom', match: '/^[af]$/' }],
  )
  expect(drawn(profile)).toEqual(['*3 f 4+0', '*3 a 2+1 -> f x1 1'])
})

test('a member of a cycle is a root with all that is reached through it alone', () => {
  const { profile } = applyTransforms(
    profileOf(`
      main 0 -> a x1
      a    1 -> b x4
      b    2 -> c x2
      c    3 -> a x5, leaf x1
      leaf 6`),
    [{ kind: 'showFrom', match: 'b' }],
  )
  expect(drawn(profile)).toEqual([
    'leaf 6+0',
    'c 3+6 -> a x5 NaN, leaf x1 6',
    '*11 b 2+0 -> c x2 NaN',
    'a 0+0 -> b x4 NaN',
  ])
})
