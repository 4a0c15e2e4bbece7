import { expect, test } from 'vitest'
import { compareBytes, fixed, general, integer } from './cFormat.ts'

test('ties are rounded to the even digit, as C does, and all else to the nearest', () => {
  expect([0.125, 0.375, 0.625, 2.675, 0.12].map(value => fixed(value, 2))).toEqual([
    '0.12',
    '0.38',
    '0.62',
    '2.67',
    '0.12',
  ])
  expect([12.25, 12.75, 0.05, 99.95].map(value => fixed(value, 1))).toEqual(['12.2', '12.8', '0.1', '100.0'])
})

test('numbers too large for toFixed have all of their digits', () => {
  expect(fixed(1e22, 2)).toBe('10000000000000000000000.00')
  expect(integer(1e22, 0)).toBe('10000000000000000000000')
})

test('what is not a number is written as C writes it', () => {
  expect([Number.NaN, Number.POSITIVE_INFINITY].map(value => fixed(value, 2))).toEqual(['-nan', 'inf'])
})

test('a count is whole, and so is what is printed of a mean', () => {
  expect([12, 0, Number.NaN, 2 ** 60, 2.6, 0.2].map(count => integer(count, 3))).toEqual([
    ' 12',
    '  0',
    '   ',
    '1152921504606846976',
    '  3',
    '  1',
  ])
})

test('a general number has six significant digits and an exponent where it is very small or large', () => {
  const periods = [100, 60, 1024, 20000, 4294967295].map(rate => general(1 / rate))
  expect(periods).toEqual(['0.01', '0.0166667', '0.000976562', '5e-05', '2.32831e-10'])
  expect([1, 10, 1e6, 0].map(general)).toEqual(['1', '10', '1e+06', '0'])
})

test('names are compared by bytes, not by the rules of a language', () => {
  expect(['é', 'z', 'a', 'Z', '_', 'ab'].sort(compareBytes)).toEqual(['Z', '_', 'a', 'ab', 'z', 'é'])
})
