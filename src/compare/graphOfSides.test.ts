import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { chooseGraph } from '../query/graph/chooseGraph.ts'
import { bothProfiles } from './bothProfiles.ts'
import { graphOfSides } from './graphOfSides.ts'

const quick = profileOf(`
  main  0.01 -> load x1, glue x1
  load  0.40 -> parse x5
  parse 0.20
  glue  0.01 -> deep x3
  deep  0.38`)
const slow = profileOf(`
  main  1.00 -> solve x1, load x1
  solve 900
  load  0.40 -> parse x9
  parse 0.20`)
const both = bothProfiles(quick, slow)
const names = (rows: readonly number[]) => rows.map(row => both.profile.functions.name[row]).sort()
const usual = { minShare: Number.NaN, pinned: [] }

test('what matters on one side is chosen, however much longer the other took', () => {
  expect(names(chooseGraph(both.profile, usual).functions)).not.toContain('load')
  const shown = names(graphOfSides(both.profile, both, usual).functions)
  expect(shown).toEqual(expect.arrayContaining([...chosenOf(quick), ...chosenOf(slow)]))
  expect(shown).toEqual(names(graphOfSides(both.profile, { a: both.b, b: both.a }, usual).functions))
})

const chosenOf = (profile: typeof quick) =>
  chooseGraph(profile, usual).functions.map(row => profile.functions.name[row])

test('what passes through hidden functions, and what is hidden, is told of each side', () => {
  const row = (name: string) => both.profile.functions.name.indexOf(name)
  const graph = graphOfSides(both.profile, both, { minShare: 1, pinned: ['main', 'deep', 'load'].map(row) })
  expect(names(graph.functions)).toEqual(['deep', 'load', 'main'])
  const link = graph.elided.findIndex(({ callee }) => callee === row('deep'))
  expect([graph.sides?.a.elided[link], graph.sides?.b.elided[link]]).toEqual([0.38, 0])
  const hidden = graph.sums.findIndex(({ fn, side }) => fn === row('main') && side === 'callees')
  expect(graph.sides?.a.sums[hidden]).toBeCloseTo(0.01, 9)
  expect(graph.sides?.b.sums[hidden]).toBe(900)
  const below = graph.sums.findIndex(({ fn, side }) => fn === row('load') && side === 'callees')
  expect(graph.sums[below].time / both.profile.total).toBeCloseTo(0.2, 9)
})
