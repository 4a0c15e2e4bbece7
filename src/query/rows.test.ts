import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { columnOf, orderRows } from './rows.ts'

const profile = profileOf(`
  main 0.1 -> work x4, idle x1
  work 0.8
  Abc  0.8
  idle 0.2`)
const order = (column: Parameters<typeof columnOf>[1], descending: boolean) =>
  [...orderRows(columnOf(profile, column), descending)].map(row => profile.functions.name[row])

test('rows sort by time, ties in the order of the file', () => {
  expect(order('self', true)).toEqual(['work', 'Abc', 'idle', 'main'])
  expect(order('total', true)).toEqual(['main', 'work', 'Abc', 'idle'])
})

test('blanks come last in both directions', () => {
  expect(order('calls', true)).toEqual(['work', 'idle', 'main', 'Abc'])
  expect(order('calls', false)).toEqual(['idle', 'work', 'main', 'Abc'])
})

test('names sort without regard to case', () => {
  expect(order('name', false)).toEqual(['Abc', 'idle', 'main', 'work'])
})

test('time per call is blank where calls are', () => {
  expect([...columnOf(profile, 'selfPerCall')]).toEqual([Number.NaN, 0.2, Number.NaN, 0.2])
})
