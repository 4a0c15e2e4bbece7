import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { boundsOf } from '../query/bounds.ts'
import { drawn } from './laws.fixture.ts'
import { applyTransforms } from './transform.ts'

const pruned = (drawing: string, match: string) =>
  applyTransforms(profileOf(drawing), [{ kind: 'pruneBelow', match }]).profile

test('what is below a match is its own, and what is called from elsewhere keeps the rest', () => {
  const profile = pruned(
    `
    main 0 -> a x1, b x3
    a    1 -> f x1
    b    2 -> f x3
    f    4 -> g x8
    g    8`,
    'a',
  )
  expect(drawn(profile)).toEqual([
    'g 6+0',
    'a 4+0',
    'f 3+6 -> g x8 6',
    'b 2+9 -> f x3 9',
    '*15 main 0+15 -> a x1 4, b x3 11',
  ])
  const { certain, most } = boundsOf(profile)
  expect([certain[1], most[1]]).toEqual([1, 13])
})

test('a match leaves its cycle, and is reached from the members that call it', () => {
  expect(
    drawn(
      pruned(
        `
        main 0 -> a x1, c x1
        a    1 -> b x4
        b    2 -> c x2, leaf x6
        c    3 -> a x5
        leaf 6`,
        'b',
      ),
    ),
  ).toEqual(['b 8+0', 'c 3+0 -> a x5 NaN', 'a 1+8 -> b x4 8', '*12 main 0+12 -> a x1 6, c x1 6'])
})

test('of several matches in a cycle, those that are met first have the time', () => {
  expect(
    drawn(
      pruned(
        `
        main 0 -> a x1
        a    1 -> x x2
        x    2 -> y x2
        y    4 -> a x2`,
        '/^[xy]$/',
      ),
    ),
  ).toEqual(['x 6+0', 'a 1+6 -> x x2 6', '*7 main 0+7 -> a x1 7'])
})
