import { expect, test } from 'vitest'
import { comparedOf } from '../../../src/compare/comparedSides.fixture.ts'
import { en } from '../../messages/en.ts'
import { changeBarsOf, comparedList } from './comparedListColumns.ts'

const before = `
  main   0.20 -> work x10, old x2
  work   2.00
  old    0.50
  steady 1.00`
const after = `
  main   0.25 -> work x10, fresh x2
  work   4.00
  fresh  0.60
  steady 0.98`
const { profile, compared } = comparedOf(before, after)
const list = comparedList(compared, 'self', 'seconds', false, en.compare)
const row = (name: string) => profile.functions.name.indexOf(name)
const textOf = (key: string, name: string) => list.columns.find(column => column.key === key)!.text(row(name))

test('before, after, what differs and the ratio stand beside a name', () => {
  expect(['before', 'after', 'change', 'ratio'].map(key => textOf(key, 'work'))).toEqual([
    '2.00',
    '4.00',
    '+2.00',
    '2.00',
  ])
})

test('what one side lacks is said in a word instead of a ratio', () => {
  expect(['old', 'fresh'].map(name => textOf('ratio', name))).toEqual(['gone', 'new'])
})

test('a row says all of that, and how sure it is', () => {
  const said = ['work', 'fresh', 'steady'].map(name => list.said(row(name), name).replaceAll('\u202f', ' '))
  expect(said[0]).toBe('work: before 2.00 s, after 4.00 s, difference +2.00 s, sure: <0.1 % false discovery')
  expect(said[1]).toMatch(/^fresh \(new\): before 0 s, after 0.60 s, difference \+0.60 s, sure/)
  expect(said[2]).toBe('steady: before 1.00 s, after 0.98 s, difference −0.02 s, may be chance')
  expect(['work', 'fresh', 'steady'].map(name => list.isNoise(row(name)))).toEqual([false, false, true])
})

test('bars are on one scale, to the side of their sign, and within their ranges', () => {
  const barOf = changeBarsOf(compared, 'self')
  const [work, old, steady] = ['work', 'old', 'steady'].map(name => barOf(row(name))!)
  expect([work.look, old.look, steady.look]).toEqual(['more', 'less', 'noise'])
  expect([work.from, old.to]).toEqual([0.5, 0.5])
  expect((work.to - 0.5) / (0.5 - old.from)).toBeCloseTo(2 / 0.5)
  for (const { from, to, whisker } of [work, old, steady]) {
    const end = from === 0.5 ? to : from
    expect(whisker![0]).toBeLessThan(end)
    expect(whisker![1]).toBeGreaterThan(end)
    expect(Math.min(...whisker!)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...whisker!)).toBeLessThanOrEqual(1)
  }
})

test('two profiles that are the same have no change', () => {
  const same = comparedOf(before, before).compared
  const barOf = changeBarsOf(same, 'self')
  for (let row = 0; row < same.a.self.length; row++) expect(barOf(row)?.look ?? 'noise').toBe('noise')
})
