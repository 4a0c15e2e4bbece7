import { expect, test } from 'vitest'
import { pathOf } from '../layout/flameBoxes.ts'
import { profileOf } from '../profile.fixture.ts'
import { labelsOf } from '../query/names.ts'
import { bothProfiles } from './bothProfiles.ts'
import { compareSides } from './compareSides.ts'
import { flameOfSide } from './flameOfSide.ts'
import { pathsOfSide } from './pathsOfSide.ts'

const before = profileOf(`
  main  0.10 -> parse x1, work x10, ping x1
  parse 0.50 -> lex x100
  work  2.00
  lex   1.00
  old   0.30
  ping  0.50 -> pong x4
  pong  0.50 -> ping x3, work x2`)
const after = profileOf(`
  main  0.10 -> parse x1, work x20, ping x1
  emit  0.40 -> lex x30
  work  4.00 -> lex x50, emit x5
  lex   1.05
  parse 0.50 -> lex x100
  ping  0.50 -> pong x4
  pong  0.50 -> ping x3, work x2`)
const both = bothProfiles(before, after)
const compared = compareSides(both, 'time')

/** Paths of a side that the other lacks. */
function ownPaths(side: 'a' | 'b', options: { root?: string; toward?: 'callers' } = {}): string[] {
  const table = flameOfSide(both.profile, both[side], { cut: 0, path: [], ...options })
  const own = pathsOfSide(table, both.profile, compared[side === 'a' ? 'b' : 'a'])
  const labels = labelsOf(both.profile)
  return Array.from(own, (is, box) => (is ? pathOf(table, both.profile, labels, box).join(' > ') : ''))
    .filter(path => path !== '')
    .sort()
}

test('a path is new after by its functions, by its calls, and by what it goes on from', () => {
  expect(ownPaths('b')).toEqual([
    'main > <cycle 1> > pong > work > emit',
    'main > <cycle 1> > pong > work > emit > lex',
    'main > <cycle 1> > pong > work > lex',
    'main > work > emit',
    'main > work > emit > lex',
    'main > work > lex',
  ])
})

test('a path is gone where after has no such function', () => {
  expect(ownPaths('a')).toEqual(['old'])
})

test('ways up from a function are told apart in the same way', () => {
  const up = ownPaths('b', { root: 'lex', toward: 'callers' })
  expect(up).toContain('lex > emit')
  expect(up).toContain('lex > emit > work > main')
  expect(up).not.toContain('lex > parse')
})

test('a profile compared with itself has no path of its own', () => {
  const table = flameOfSide(both.profile, both.b, { cut: 0, path: [] })
  expect([...pathsOfSide(table, both.profile, compared.b)].some(is => is === 1)).toBe(false)
})
