import { expect, test } from 'vitest'
import { comparedOf } from '../../../src/compare/comparedSides.fixture.ts'
import { en } from '../../messages/en.ts'
import { amountsFor, isFarByChance } from './amounts.ts'

const words = en.compare
const plainly = (text: string) => text.replaceAll('\u202f', ' ')

test('times have one unit, and differences have a sign', () => {
  const { unit, text, change } = amountsFor('time', 2.5, 'seconds', words)
  expect([unit, text(2.5), text(0.04), change(1.5), change(-0.25), change(0)]).toEqual([
    's',
    '2.50',
    '0.04',
    '+1.50',
    '−0.25',
    '0',
  ])
})

test('shares are in percent', () => {
  const { unit, text, change } = amountsFor('share', 0.7, 'seconds', words)
  expect([unit, text(0.7), change(-0.0125)]).toEqual(['%', '70.0', '−1.3'])
})

test('times of a call have each its own unit', () => {
  const { unit, text, change } = amountsFor('perCall', 3, 'seconds', words)
  expect([unit, ...[text(3), text(2e-9), change(-4e-6)].map(plainly)]).toEqual([
    'per call',
    '3.00 s',
    '2.00 ns',
    '−4.00 µs',
  ])
})

test('what is not known is blank, and so is what is infinite', () => {
  const { text, change } = amountsFor('perCall', 3, 'seconds', words)
  expect([text(Number.NaN), change(Number.POSITIVE_INFINITY)]).toEqual(['', ''])
})

test('of many functions, one that lies far off may do so by chance', () => {
  const named = (work: number) =>
    `main 0.01\n work ${work}\n${[...'abcdefghij'].map(name => ` ${name} 0.50`).join('\n')}`
  const far = (before: number, after: number) => {
    const { profile, compared } = comparedOf(named(before), named(after))
    return isFarByChance(compared, 'self', profile.functions.name.indexOf('work'))
  }
  expect(far(0.1, 0.22)).toBe(true)
  expect(far(0.1, 0.11)).toBe(false)
  expect(far(0.1, 0.9)).toBe(false)
})
