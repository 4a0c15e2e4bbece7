import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { toJson } from './json.ts'

const profile = profileOf(`
  b    0.2 -> a x4
  a    0.1 -> b x3, a x2
  main 0   -> a x1`)

test('there are rows for functions, arcs and cycles, and null for what is blank', () => {
  const json = JSON.parse(toJson([profile]))
  expect(Object.keys(json)).toEqual([
    'functions',
    'arcs',
    'cycles',
    'total',
    'samplePeriod',
    'completeness',
    'warnings',
  ])
  expect(json.functions).toEqual([
    { name: 'b', self: 0.2, children: 0, calls: 3, selfCalls: 0, cycle: 1 },
    { name: 'a', self: 0.1, children: 0, calls: 5, selfCalls: 2, cycle: 1 },
    { name: 'main', self: 0, children: 0.3, calls: null, selfCalls: 0, cycle: null },
  ])
  expect(json.arcs).toContainEqual({ caller: 2, callee: 1, count: 1, self: 0.3, children: 0 })
  expect(json.arcs).toContainEqual({ caller: 1, callee: 0, count: 3, self: null, children: null })
  expect(json.arcs.at(-1)).toEqual({ caller: -1, callee: 2, count: null, self: 0, children: 0.3 })
  expect(json.cycles).toEqual([{ number: 1, self: 0.3, children: 0, calls: 1, innerCalls: 7, members: [0, 1] }])
  expect(json.total).toBe(0.3)
  expect(json.completeness.index.expected).toBeNull()
})

test('several profiles are an array', () => {
  expect(JSON.parse(toJson([profile, profile]))).toHaveLength(2)
})
