import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { languages, speak } from '../messages/messages.ts'
import {
  formatAgo,
  formatBytes,
  formatCount,
  formatCountShort,
  formatDate,
  formatIn,
  formatPercent,
  formatPlaces,
  formatRounded,
  formatSigned,
  formatTime,
  formatTimeAndShare,
  formatTimeApart,
  formatTimeWithError,
  roundTogether,
  scaleFor,
  THIN,
} from './format.ts'

/** Thin spaces written as plain ones, so that expectations can be read. */
const plain = (text: string) => text.replaceAll(THIN, ' ')

vi.stubGlobal('document', { documentElement: { lang: '' }, querySelector: () => null })
afterAll(() => vi.unstubAllGlobals())

/** Figures are the same in all languages: what a person reads in one, another finds in the other. */
describe.each(languages)('figures in %s', language => {
  beforeAll(() => speak(language))
  afterAll(() => speak('en'))

  describe('formatTime', () => {
    test.each([
      [0.0514, '51.4 ms'],
      [0.19, '190 ms'],
      [845e-9, '845 ns'],
      [0.0071, '7.10 ms'],
      [11.11, '11.1 s'],
      [0.9999, '1.00 s'],
      [0.9995, '1.00 s'],
      [0.0009995, '1.00 ms'],
      [0.9994, '999 ms'],
      [9.995, '10.0 s'],
      [0.9e-12, '0.90 ps'],
      [-0.0514, '−51.4 ms'],
      [Number.POSITIVE_INFINITY, '∞ s'],
      [0, '0 s'],
      [1234.5, '1 235 s'],
      [123456, '123 456 s'],
    ])('%d seconds are %s', (value, text) => expect(plain(formatTime(value, 'seconds'))).toBe(text))

    test('a unit other than seconds keeps its name and gets a prefix', () => {
      expect(plain(formatTime(1_204_000, 'cycles'))).toBe('1.20 M cycles')
      expect(plain(formatTime(12, 'cycles'))).toBe('12.0 cycles')
    })

    test('apart from its unit it is whole, however many thousands it has', () => {
      expect(formatTimeApart(0.0514, 'seconds')).toEqual(['51.4', 'ms'])
      expect(formatTimeApart(1234.5, 'seconds')).toEqual([`1${THIN}235`, 's'])
      expect(formatTimeApart(1_204_000, 'cycles')).toEqual(['1.20', 'M cycles'])
      expect(formatTimeApart(Number.NaN, 'seconds')).toEqual(['', ''])
    })

    test('a missing time is blank', () => expect(formatTime(Number.NaN, 'seconds')).toBe(''))
  })

  describe('a column has one unit', () => {
    const scale = scaleFor(0.0514, 'seconds')
    test('which its largest value chooses', () => expect(scale.name).toBe('ms'))
    test.each([
      [0.0514, '51.4'],
      [0.0071, '7.10'],
      [0.0000002, '<0.01'],
      [0, '0'],
      [Number.NaN, ''],
    ])('%d is %s in it', (value, text) => expect(plain(formatIn(value, scale))).toBe(text))
    test('a column of zeros is in whole units', () => expect(scaleFor(0, 'seconds')).toEqual({ size: 1, name: 's' }))
  })

  describe('a time with its error', () => {
    test.each([
      [0.0514, 0.0007, '51.4 ± 0.7 ms'],
      [0.0514, 0.012, '51 ± 12 ms'],
      [0.0514, 0.00354, '51.4 ± 3.5 ms'],
      [0.0514, 0.00355, '51 ± 4 ms'],
      [0.0514, 0.0098, '51 ± 10 ms'],
      [0.6, 0.0775, '600 ± 80 ms'],
      [0.01, 0.01, '10 ± 10 ms'],
      [12345, 123, '12 350 ± 120 s'],
      [4.00123, 0.00071, '4.0012 ± 0.0007 s'],
      [0.0514, 0, '51.4 ms'],
      [0.0514, Number.NaN, '51.4 ms'],
      [0, 0, '0 s'],
      [Number.NaN, Number.NaN, ''],
    ])('%d and %d are rounded to what they carry: %s', (value, error, text) =>
      expect(plain(formatTimeWithError(value, error, 'seconds'))).toBe(text),
    )

    test('and its share', () => {
      expect(plain(formatTimeAndShare(0.5, 'seconds', 2, 0.07))).toBe('500 ± 70 ms, 25.0 %')
      expect(plain(formatTimeAndShare(0.5, 'seconds', 2))).toBe('500 ms, 25.0 %')
    })
  })

  describe('formatCount', () => {
    test.each([
      [0, '0'],
      [-0, '0'],
      [999, '999'],
      [1068, '1 068'],
      [1234567, '1 234 567'],
      [0.4, '0.4'],
      [1 / 60, '0.0167'],
      [1e-9, '<0.000001'],
      [12.345, '12.3'],
      [1 / 3 + 1 / 3 + 1 / 3 + 2, '3'],
      [6.999999999999, '7'],
      [99.96, '100'],
      [1234.5, '1 235'],
      [Number.NaN, ''],
    ])('%d is %s', (count, text) => expect(plain(formatCount(count))).toBe(text))
  })

  describe('formatCountShort', () => {
    test.each([
      [998, '998'],
      [1068, '1.07 k'],
      [60888, '60.9 k'],
      [169875, '170 k'],
      [999_900, '1.00 M'],
      [999_499, '999 k'],
      [2 ** 53, '9 007 T'],
      [0, '0'],
      [Number.NaN, ''],
    ])('%d is %s', (count, text) => expect(plain(formatCountShort(count))).toBe(text))
  })

  describe('formatPercent', () => {
    test.each([
      [0.263, '26.3'],
      [1, '100.0'],
      [0.0004, '<0.1'],
      [0.0005, '0.1'],
      [0.2635, '26.4'],
      [12.345, '1 234.5'],
      [0, '0'],
      [Number.NaN, ''],
    ])('a share of %d is %s', (share, text) => expect(plain(formatPercent(share))).toBe(text))
  })

  describe('a difference has its sign', () => {
    test.each([
      [0.0514, '+51.4 ms'],
      [-0.0514, '−51.4 ms'],
      [0, '0 s'],
      [-0, '0 s'],
      [Number.NaN, ''],
    ])('%d is %s', (value, text) => expect(plain(formatSigned(value, size => formatTime(size, 'seconds')))).toBe(text))
    test('before whatever the size is written as', () =>
      expect(formatSigned(-1e-9, size => formatIn(size, scaleFor(0.0514, 'seconds')))).toBe('−<0.01'))
  })

  test('a value is rounded where its error is, and to 20 places at most', () => {
    expect(roundTogether(51.44, 0.71, { size: 1, name: '%' })).toEqual(['51.4', '0.7'])
    expect(roundTogether(1, 1e-30, { size: 1, name: '' })).toEqual([`1.${'0'.repeat(20)}`, `0.${'0'.repeat(20)}`])
  })

  test('places behind the point are kept, significant digits are not filled up', () => {
    expect([0.25, 2, 1234.5].map(value => plain(formatPlaces(value, 1)))).toEqual(['0.3', '2.0', '1 234.5'])
    expect([0.125, 12, 1234].map(value => plain(formatRounded(value, 2)))).toEqual(['0.13', '12', '1 200'])
  })

  test('bytes are counted in thousands', () => {
    expect(plain(formatBytes(512))).toBe('512 B')
    expect(plain(formatBytes(1_400_000))).toBe('1.40 MB')
    expect(plain(formatBytes(60_888))).toBe('60.9 kB')
  })
})

test.each([
  ['2026-03-10T11:59:40', 'just now'],
  ['2026-03-10T11:48:00', '12 min ago'],
  ['2026-03-10T06:10:00', '5 h ago'],
  ['2026-03-09T23:50:00', 'yesterday'],
  ['2026-02-03T12:00:00', '3 Feb'],
  ['2025-11-03T12:00:00', '3 Nov 2025'],
])('seen from noon of 10 March 2026, %s is %s', (then, text) => {
  expect(formatAgo(new Date(then), new Date('2026-03-10T12:00:00'))).toBe(text)
})

test('how long ago is said in Chinese, too', async () => {
  await speak('zh-CN')
  const now = new Date('2026-03-10T12:00:00')
  const said = ['2026-03-10T11:48:00', '2026-03-10T06:10:00', '2026-03-09T23:50:00', '2026-02-03T12:00:00']
  expect(said.map(then => formatAgo(new Date(then), now))).toEqual(['12 分钟前', '5 小时前', '昨天', '2月3日'])
  await speak('en')
})

test.each([
  ['10:02:00', '2026-03-10T10:02', '2026-03-10T11:00'],
  ['10 Mar 2026', '2026-03-10T10:02', '2026-03-11T10:02'],
  ['10 Mar 2026, 10:02:00', '2026-03-10T10:02', '2026-03-10T11:00', '2026-03-11T10:02'],
])('of several times, a date is said to be %s', (said, ...times) => {
  const all = times.map(time => new Date(time).getTime())
  expect(formatDate(all[0], all)).toBe(said)
  expect(formatDate(Number.NaN, all)).toBe('')
})
