import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { hiddenSums } from './hiddenSums.ts'
import { visibleGraph } from './visibleGraph.ts'

const many = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${i}`)

test('callees that are each too light to be shown are summed up where together they are not', () => {
  const profile = profileOf(`
    main 100 -> ${many('light', 20)
      .map(name => `${name} x1`)
      .join(', ')}
    ${many('light', 20)
      .map(name => `${name} 1`)
      .join('\n')}`)
  const graph = visibleGraph(profile, { minShare: 0.1, pinned: [] })
  expect(graph.functions).toEqual([0])
  expect(hiddenSums(profile, graph)).toEqual([{ fn: 0, side: 'callees', functions: 20, time: 20 }])
})

test('callers that are not drawn are summed up with the time that they take', () => {
  const profile = profileOf(`
    main 0 -> hub x8
    a    0 -> hub x1
    b    0 -> hub x1
    hub  10`)
  const graph = { ...visibleGraph(profile, { minShare: 0.2, pinned: [] }) }
  expect(graph.functions).toEqual([0, 3])
  expect(hiddenSums(profile, graph)).toEqual([{ fn: 3, side: 'callers', functions: 2, time: 2 }])
})

test('what is drawn, what is light and what carries no time is not summed up', () => {
  const profile = profileOf(`
    main 10 -> a x1, light x1
    a    10 -> a x5
    light 0.001`)
  expect(hiddenSums(profile, visibleGraph(profile, { minShare: 0.1, pinned: [] }))).toEqual([])
})
