import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import type { ArcRow } from '../profile.ts'
import { allCalls, entryOf, isInner, membersOf } from './entry.ts'

const profile = profileOf(`
  main 0.0 -> even x4, light x1, f x1
  even 0.4 -> odd x3, f x3
  odd  0.6 -> even x2
  f    0.8 -> f x9
  light 0.1`)
const { arcs, functions } = profile
const say = (arc: ArcRow) => `${functions.name[arcs.caller[arc]] ?? '?'} > ${functions.name[arcs.callee[arc]]}`

test('callees come heaviest first, with inner calls last', () => {
  expect(entryOf(profile, 0).callees.map(say)).toEqual(['main > even', 'main > f', 'main > light'])
  expect(entryOf(profile, 1).callees.map(say)).toEqual(['even > f', 'even > odd'])
})

test('callers of a function in a cycle are those outside it, then its fellow members', () => {
  const { callers } = entryOf(profile, 1)
  expect(callers.map(say)).toEqual(['main > even', 'odd > even'])
  expect(callers.map(arc => isInner(profile, arc))).toEqual([false, true])
})

test('the denominator of an arc is what the callee, or its whole cycle, was called from outside', () => {
  expect(entryOf(profile, 0).callees.map(arc => allCalls(profile, arc))).toEqual([4, 4, 1])
})

test('a cycle lists its members by time', () => {
  expect(membersOf(profile, 0).map(fn => functions.name[fn])).toEqual(['even', 'odd'])
})
