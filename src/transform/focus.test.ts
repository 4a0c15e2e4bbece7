import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { boundsOf } from '../query/bounds.ts'
import { drawn } from './laws.fixture.ts'
import { applyTransforms } from './transform.ts'

const shared = profileOf(`
  main 0 -> a x1, b x3
  a    1 -> f x1
  b    2 -> f x3
  f    4 -> g x8
  g    8`)

/** A cycle of three, entered at two of them. */
const ring = profileOf(`
  main 0 -> a x1, c x1
  a    1 -> b x4
  b    2 -> c x2, leaf x6
  c    3 -> a x5
  leaf 6`)

const after = (profile: typeof shared, kind: 'focus' | 'ignore', match: string) => {
  const { profile: result, steps } = applyTransforms(profile, [{ kind, match }])
  return { result, lost: steps[0].lost, lines: drawn(result) }
}

test('focus keeps what is below the match, in the share that its calls have, and who leads to it', () => {
  const { lines, lost } = after(shared, 'focus', 'a')
  expect(lines).toEqual(['g 2+0', 'a 1+3 -> f x1 3', 'f 1+2 -> g x8 2', '*4 main 0+4 -> a x1 4'])
  expect(lost).toBe(11)
})

test('functions above the match keep none of their own time', () => {
  expect(after(shared, 'focus', 'f').lines).toEqual([
    'g 8+0',
    'f 4+8 -> g x8 8',
    '*12 main 0+12 -> a x1 3, b x3 9',
    'a 0+3 -> f x1 3',
    'b 0+9 -> f x3 9',
  ])
})

test('ignore keeps the rest', () => {
  expect(after(shared, 'ignore', 'a').lines).toEqual([
    'g 6+0',
    'f 3+6 -> g x8 6',
    'b 2+9 -> f x3 9',
    '*11 main 0+11 -> b x3 11',
  ])
  expect(after(shared, 'ignore', 'f').lines).toEqual(['b 2+0', 'a 1+0', '*3 main 0+3 -> a x1 1, b x3 2'])
})

test('what is shared with other paths is uncertain afterwards: anything from nothing to all of it', () => {
  const { result } = after(shared, 'focus', 'a')
  const { certain, most } = boundsOf(result)
  expect(drawn(result)[2]).toBe('f 1+2 -> g x8 2')
  expect([certain[2], most[2]]).toEqual([0, 12])
  expect([certain[1], most[1]]).toEqual([1, 13]) // a itself is certain of its own second
})

test('time that enters a cycle at the match is below it; of other members nobody knows, and they stay out', () => {
  expect(after(ring, 'focus', 'a').lines).toEqual([
    'leaf 6+0',
    'b 2+6 -> c x2 NaN, leaf x6 6', // reached through a alone
    'c 1.5+0 -> a x5 NaN', // half of the calls into the cycle came in at a
    'a 1+0 -> b x4 NaN',
    '*10.5 main 0+10.5 -> a x1 6, c x1 4.5',
  ])
  const { result, lost } = after(ring, 'focus', 'b')
  expect(lost).toBe(4)
  const fn = result.functions.name.indexOf('c')
  expect([result.functions.self[fn], boundsOf(result).most[fn]]).toEqual([0, 3])
})

test('a member that is reached through the match alone is below it, with all that it calls', () => {
  const profile = profileOf(`
    main 0 -> a x1
    a    1 -> b x4
    b    2 -> c x2
    c    3 -> a x5, leaf x1
    leaf 6`)
  expect(after(profile, 'focus', 'b').lines).toEqual([
    'leaf 6+0',
    'c 3+6 -> a x5 NaN, leaf x1 6',
    'b 2+0 -> c x2 NaN',
    '*11 main 0+11 -> a x1 11',
    'a 0+0 -> b x4 NaN',
  ])
})

test('a cycle is as certain as its members together', () => {
  const { cycleCertain, cycleMost } = boundsOf(after(ring, 'focus', 'a').result)
  expect([cycleCertain[0], cycleMost[0]]).toEqual([9, 12])
})

test('what is left of a cycle stays one, for its members have no times of their own', () => {
  const { result, lines } = after(ring, 'ignore', 'b')
  expect(lines).toEqual(['c 3+0 -> a x5 NaN', 'a 1+0', '*4 main 0+4 -> a x1 2, c x1 2'])
  expect(result.cycles.length).toBe(1)
  expect(after(ring, 'ignore', 'a').result.cycles.length).toBe(0) // b is gone with it, and c alone is none
})
