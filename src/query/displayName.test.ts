import { expect, test } from 'vitest'
import { profileFrom } from '../profile.fixture.ts'
import { displayName } from './displayName.ts'

const listed = profileFrom(['f(int)', 'main'], [0, 0], [])
const computed = { ...listed, symbols: ['_Z1fi', 'main'] }

test('a function is shown in full, short, or raw', () => {
  expect((['full', 'short', 'raw'] as const).map(naming => displayName(computed, 0, naming))).toEqual([
    'f(int)',
    'f(…)',
    '_Z1fi',
  ])
})

test('where a file does not know raw names, the name that it gives is shown', () => {
  expect(displayName(listed, 0, 'raw')).toBe('f(int)')
})
