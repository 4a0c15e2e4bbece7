import { expect, test } from 'vitest'
import { comparedOf } from '../../../src/compare/comparedSides.fixture.ts'
import type { Normalisation } from '../../../src/index.ts'
import { comparedArc } from './comparedArc.ts'

const before = 'main 1 -> work x10\nwork 3'
const after = 'main 1 -> work x20\nwork 4'
const { arcs, functions } = comparedOf(before, after).profile
const work = functions.name.indexOf('work')
const arc = arcs.callee.findIndex((callee, row) => callee === work && arcs.caller[row] >= 0)
const by = (normalisation: Normalisation) => comparedArc(comparedOf(before, after, normalisation).compared, arc)

test('a call has its time and its counts on both sides', () => {
  expect(by('time')).toEqual({ before: 3, after: 4, callsBefore: 10, callsAfter: 20 })
})

test('its time is normalised as that of functions', () => {
  expect([by('share').before, by('share').after]).toEqual([3 / 4, 4 / 5])
  expect([by('perCall').before, by('perCall').after]).toEqual([0.3, 0.2])
})
