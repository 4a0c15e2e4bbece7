import { expect, test } from 'vitest'
import { readProfile } from '../../../src/index.ts'
import { profileOf } from '../../../src/profile.fixture.ts'
import { en } from '../../messages/en.ts'
import { type Bar, listColumns, selfBarsOf, totalBarsOf } from './listColumns.ts'

const listing = `Flat profile:

Each sample counts as 0.01 seconds.
  %   cumulative   self              self     total
 time   seconds   seconds    calls  ms/call  ms/call  name
 64.00      0.64     0.64   300000     0.00     0.00  work
 16.00      0.80     0.16                             main
 10.00      0.90     0.10        1   100.00   100.00  setup
 10.00      1.00     0.10   200000     0.00     0.00  busy
  0.00      1.00     0.00        2     0.00     0.00  idle
`
const result = await readProfile([{ name: 'profile.txt', blob: new Blob([listing]) }])
if (!result.ok) throw new Error(result.errors[0].message)
const [profile] = result.value
const [work, main, idle] = ['work', 'main', 'idle'].map(name => profile.functions.name.indexOf(name))
const textOf = (key: string) => listColumns(profile, true, en).find(column => column.key === key)!.text
const headOf = (key: string) => listColumns(profile, true, en).find(column => column.key === key)!.head

test('beside the other views there is room for self and total alone', () => {
  expect(listColumns(profile, false, en).map(column => column.key)).toEqual(['self %', 'total %'])
})

test('where there are no times, there are calls beside the names', () => {
  const untimed = { ...profile, total: 0 }
  expect(listColumns(untimed, false, en).map(column => column.key)).toEqual(['calls'])
  const uncalled = { ...untimed.functions, calls: untimed.functions.calls.map(() => Number.NaN) }
  expect(listColumns({ ...untimed, functions: uncalled }, false, en).map(column => column.key)).toEqual([
    'self %',
    'total %',
  ])
})

test('shares are in percent, zero is 0', () => {
  expect([work, main, idle].map(textOf('self %'))).toEqual(['64.0', '16.0', '0'])
})

test('a column of times has one unit, in its head', () => {
  expect(headOf('self')).toBe('Self, ms')
  expect([work, main].map(textOf('self'))).toEqual(['640', '160'])
})

test('the unit of times per call is that of the usual call', () => {
  expect(headOf('selfPerCall')).toBe('Self / call, µs')
  expect(textOf('selfPerCall')(work)).toBe('2.13')
})

test('calls that gprof did not record are blank', () => {
  expect(textOf('calls')(main)).toBe('')
  expect(textOf('calls')(idle)).toBe('2')
})

test('calls of a mean are parts', () => {
  const calls = profile.functions.calls.map(count => count / 5)
  const columns = listColumns({ ...profile, functions: { ...profile.functions, calls } }, true, en)
  expect(columns.find(({ key }) => key === 'calls')?.text(idle)).toBe('0.4')
})

test('the whisker of n samples reaches √n samples, and the longest ends within the room', () => {
  const barOf = selfBarsOf(profile)
  const reach = ({ to, whisker }: Bar) => (whisker![1] - to) / to
  expect(reach(barOf(work)!)).toBeCloseTo(8 / 64)
  expect(reach(barOf(main)!)).toBeCloseTo(4 / 16)
  expect(barOf(work)!.whisker![1]).toBeLessThan(1)
  expect(barOf(idle)).toBeNull()
})

const called = profileOf('main 0.20 -> work x4\n work 0.44\n idle 0')

test('the whisker of a total is that of all samples in it, as no caller shares them', () => {
  const barOf = totalBarsOf(called)
  const { to, whisker } = barOf(0)!
  expect((whisker![1] - to) / to).toBeCloseTo(8 / 64)
  expect(barOf(2)).toBeNull()
})

const plain = (text: string | undefined) => text?.replaceAll('\u202f', ' ')
const hintOf = (key: string) => listColumns(profile, true, en).find(column => column.key === key)!.hint

test('who points at a time is told its error, its range and its rank', () => {
  expect(plain(hintOf('self')(main))).toBe(
    '160 ± 40 ms; 95 % range 91.5 ms to 260 ms; rank 2 to 4 of 5 by self time; the order within is not significant',
  )
  expect(plain(hintOf('selfPerCall')(work))).toBe('2.13 ± 0.27 µs')
  expect(hintOf('selfPerCall')(main)).toBe('not recorded')
})

test('of totals a list tells how much the error is at most', () => {
  const column = (key: string) => listColumns(called, true, en).find(column => column.key === key)!
  expect(plain(column('total').hint(0))).toBe('640 ± 80 ms: the sampling error is that or less')
  expect(plain(column('totalPerCall').hint(1))).toBe('110 ± 17 ms: the sampling error is that or less')
  expect(column('total').hint(2)).toBeUndefined()
})

test('functions whose order is not significant share their ranks', () => {
  expect([work, main, idle].map(textOf('rank'))).toEqual(['1', '2–4', '5'])
  const unsampled = listColumns({ ...profile, samplePeriod: Number.NaN }, true, en)
  expect(unsampled.find(({ key }) => key === 'rank')?.text(work)).toBe('')
})
