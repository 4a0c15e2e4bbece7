import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { colourSteps, heatOf } from './colouring.ts'

const profile = profileOf(`
  main   1  -> a x1, leaf x1000
  a      10 -> b x10
  b      40 -> a x10
  leaf   49`)
const by = (colouring: Parameters<typeof colourSteps>[1]) => {
  const { functions, cycles } = colourSteps(profile, colouring)
  return { ...Object.fromEntries(profile.functions.name.map((name, fn) => [name, functions[fn]])), cycles: [...cycles] }
}

test('heat has a step for none, up to 3 %, 8 %, 15 %, 30 %, and more', () => {
  expect([0, 0.01, 0.03, 0.05, 0.1, 0.2, 0.3, 0.31, Number.NaN].map(heatOf)).toEqual([0, 1, 1, 2, 3, 4, 4, 5, 0])
})

test('self time has its own step for each function, a cycle that of its members together', () => {
  expect(by('self')).toEqual({ main: 1, a: 3, b: 5, leaf: 5, cycles: [5] })
})

test('calls are on a scale of their logarithms, and none recorded is no step', () => {
  expect(by('calls')).toEqual({ main: 0, a: 2, b: 2, leaf: 5, cycles: [1] })
})

test('members of a cycle are told from all others', () => {
  expect(by('cycle')).toEqual({ main: 0, a: 1, b: 1, leaf: 0, cycles: [1] })
})
