import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { bothProfiles } from './bothProfiles.ts'
import { changeSteps, compareTimes } from './changeSteps.ts'
import { compareSides } from './compareSides.ts'
import type { Normalisation } from './weigh.ts'

const both = bothProfiles(
  profileOf(`
    main  0.10 -> parse x1, work x10, quick x5
    parse 20.00 -> lex x100
    work  2.00 -> lex x50
    quick 3.00
    lex   1.00
    old   0.30`),
  profileOf(`
    main  0.10 -> parse x1, work x20, quick x5
    parse 20.50 -> lex x100
    work  8.00 -> lex x50
    quick 1.80
    lex   1.05
    emit  0.10`),
)
const named = (steps: Int8Array, sign = 1) =>
  Object.fromEntries(both.profile.functions.name.map((name, row) => [name, sign * steps[row] || 0]))

test('steps tell how much of the run a change surely is; what may be chance has none', () => {
  const steps = named(changeSteps(compareSides(both, 'time'), 'self'))
  expect(steps).toEqual({ main: 0, parse: 0, work: 3, quick: -2, lex: 0, old: -1, emit: 1 })
})

test.each<Normalisation>(['time', 'share', 'perCall'])('by %s, what took longer took less the other way round', by => {
  const mirrored = compareSides({ a: both.b, b: both.a }, by)
  for (const which of ['self', 'total'] as const)
    expect(named(changeSteps(mirrored, which), -1)).toEqual(named(changeSteps(compareSides(both, by), which)))
})

test('a profile compared with itself has not changed', () => {
  const same = compareSides({ a: both.a, b: both.a }, 'time')
  expect([...changeSteps(same, 'self'), ...changeSteps(same, 'total')].every(step => step === 0)).toBe(true)
})

test('times of anything are compared as functions are, and tested together', () => {
  const compared = compareSides(both, 'time')
  const times = (...time: number[]) => ({ time: Float64Array.from(time), calls: Float64Array.of(1, 1, 1) })
  const found = compareTimes(compared, { a: times(2, 1, Number.NaN), b: times(8, 1.05, Number.NaN) })
  expect([...found.step]).toEqual([3, 0, 0])
  expect([found.a[0], found.b[0]]).toEqual([2, 8])
})
