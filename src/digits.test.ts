import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digitsIn, MINUS, THIN } from './digits.ts'

const places = (locale: string, count: number) =>
  digitsIn(() => locale, { minimumFractionDigits: count, maximumFractionDigits: count })

test.each([
  [0, '0.00'],
  [-0, '0.00'],
  [7.1, '7.10'],
  [1068, `1${THIN}068.00`],
  [1.005, '1.01'], // the double is a hair less
  [-1234.5, `${MINUS}1${THIN}234.50`],
  [2 ** 53, `9${THIN}007${THIN}199${THIN}254${THIN}740${THIN}992.00`],
  [1e21, `1${`${THIN}000`.repeat(7)}.00`],
  [Number.POSITIVE_INFINITY, '∞'],
  [Number.NEGATIVE_INFINITY, `${MINUS}∞`],
])('%d is the same in English and Chinese: %s', (value, text) => {
  expect([places('en', 2)(value), places('en-GB', 2)(value), places('zh-CN', 2)(value)]).toEqual([text, text, text])
})

test('where a language has a decimal comma, and parts thousands by points or blanks, its comma stays', () => {
  expect(places('de', 1)(1234567.8)).toBe(`1${THIN}234${THIN}567,8`)
  expect(places('fr', 1)(1234.5)).toBe(`1${THIN}234,5`)
  expect(places('es', 1)(1234.5)).toBe(`1${THIN}234,5`) // which by itself parts from 10 000 on
})

test('a figure changes with the language', () => {
  let locale = 'en'
  const tenths = digitsIn(() => locale, { maximumFractionDigits: 1 })
  expect(tenths(0.5)).toBe('0.5')
  locale = 'de'
  expect(tenths(0.5)).toBe('0,5')
})

test('digits are those of plain arithmetic, but for what lies half way between two in decimals', () => {
  const ways = [0, 1, 2].map(count => places('en', count))
  const size = fc.double({ min: -9, max: 12, noNaN: true }).map(power => 10 ** power)
  const shortDecimal = fc
    .tuple(fc.nat(99_999), fc.integer({ min: -6, max: 4 }))
    .map(([n, power]) => Number(`${n}e${power}`))
  fc.assert(
    fc.property(fc.oneof(size, shortDecimal), fc.constantFrom(0, 1, 2), (value, count) => {
      const plain = ways[count](value).replaceAll(THIN, '')
      const isHalfWay = String(value).endsWith('5')
      if (!isHalfWay && value < 2 ** 50) expect(plain).toBe(value.toFixed(count))
      expect(Math.abs(Number(plain) - value)).toBeLessThanOrEqual((0.5 + 1e-6) * 10 ** -count + value * 1e-15)
    }),
  )
})

test('a number is written the same whatever was written before, and however much', () => {
  const remembering = places('en', 1)
  const numbers = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double())
  fc.assert(
    fc.property(numbers, value => {
      expect(remembering(value)).toBe(places('en', 1)(value))
    }),
  )
  for (let i = 0; i < 10_000; i++) remembering(i)
  expect([remembering(0), remembering(9999)]).toEqual(['0.0', `9${THIN}999.0`])
})
