import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { labelOfPlace } from './labelOfPlace.ts'

const profile = profileOf('main 1 -> a x1\n a 1 -> b x2\n b 1 -> a x3')

test('a place is called by its function, a cycle by a member, and any other by nobody', () => {
  const main = profile.functions.name.indexOf('main')
  expect(labelOfPlace(profile, { kind: 'function', fn: main })).toBe('main')
  expect(['a', 'b']).toContain(labelOfPlace(profile, { kind: 'cycle', cycle: 0 }))
  expect(labelOfPlace(profile, { kind: 'line', line: 3 })).toBe('')
  expect(labelOfPlace(profile, undefined)).toBe('')
})
