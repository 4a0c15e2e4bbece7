import { instance } from '@viz-js/viz'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileFrom, profileOf } from '../profile.fixture.ts'
import { chooseGraph } from '../query/graph/chooseGraph.ts'
import { heaviestSums } from '../query/graph/hiddenSums.ts'
import { anyProfile } from '../transform/laws.fixture.ts'
import { toDot } from './dot.ts'

const viz = await instance()
const usual = { minShare: Number.NaN, pinned: [] }

interface Drawn {
  name: string
  label: string
  objects?: ({ _gvid: number; name: string } & Record<string, string>)[]
  edges?: ({ tail: number; head: number } & Record<string, string>)[]
}
/** What Graphviz makes of it. */
function draw(dot: string) {
  const { name, label, objects = [], edges = [] } = viz.renderJSON(dot) as unknown as Drawn
  const nodes = new Map(objects.map(object => [object._gvid, object]))
  const end = (id: number) => nodes.get(id)!.label.split('\\n')[0]
  return {
    name,
    label,
    objects,
    edges: edges.map((edge): Record<string, unknown> => ({ ...edge, ends: `${end(edge.tail)} -> ${end(edge.head)}` })),
  }
}

const ring = profileOf(`
  main 1 -> a x1, f x2
  a    2 -> b x3
  b    4 -> a x2, b x7, f x6
  f    1`)

test('boxes have shares and calls to be read, and figures for programs', () => {
  const { name, label, objects } = draw(toDot([ring], usual))
  expect(name).toBe('drawn')
  expect(label).toContain('drawn: 4 of 4 functions, which have 100.0 % of 8 seconds')
  const byName = new Map(objects.map(object => [object.label.split(/\n|\\n|\\l/)[0], object]))
  expect(byName.get('b')).toMatchObject({ self: '4', total: '4.75', calls: '3', tooltip: 'b' })
  expect(byName.get('b')?.label).toBe('b\\n50.0 %, 59.4 %\\n3+7 calls')
  expect(byName.get('main')?.label).toBe('main\\n12.5 %, 100.0 %')
  expect(byName.get('cycle 1 as a whole, 84.4 %')).toMatchObject({ self: '6', total: '6.75', calls: '1+5' })
})

test('edges have calls and time; what is split by calls is dotted, and calls within a cycle have no time', () => {
  const edges = new Map(draw(toDot([ring], usual)).edges.map(edge => [edge.ends, edge]))
  expect(edges.get('main -> f')).toMatchObject({ label: '2', calls: '2', time: '0.25', style: 'dotted' })
  expect(edges.get('main -> a')).toMatchObject({ label: '1', time: '6.75', style: 'dotted' })
  expect(edges.get('a -> b')?.time).toBeUndefined()
  expect([...edges.keys()].sort()).toEqual(['a -> b', 'b -> a', 'b -> f', 'main -> a', 'main -> f'])
  const [sole] = draw(toDot([profileOf('main 1 -> a x1\n a 2')], usual)).edges
  expect(sole).toMatchObject({ ends: 'main -> a', time: '2' })
  expect(sole.style).toBeUndefined()
})

test('what is hidden is summed, and a view may ask for other functions', () => {
  const wide = profileOf(`
    main 1 -> big x1, s1 x1, s2 x1
    big  5
    s1   1
    s2   1`)
  const dot = toDot([wide], { ...usual, minShare: 0.2 })
  const { objects, edges } = draw(dot)
  expect(objects.map(({ label }) => label.split('\\n')[0])).toEqual(['main', 'big', '2 more callees, 25.0 %'])
  expect(edges.map(({ style }) => style)).toEqual([undefined, 'dashed'])
  expect(draw(toDot([wide], { ...usual, minShare: 0.2, pinned: [2] })).objects.map(({ tooltip }) => tooltip)).toContain(
    's1',
  )
})

test('without time, boxes are told by calls', () => {
  const { label, objects } = draw(toDot([profileOf('main 0 -> a x3')], usual))
  expect(label).not.toContain('%')
  expect(objects.map(each => each.label)).toEqual(['main', 'a\\n3 calls'])
})

test('everything that is chosen is there, and awkward names stay names', () => {
  const awkward = ['f"];}subgraph{', '\\N\\G\\', 'a &amp; <b>', 'two\nlines', '', 'a', '-> b', 'имя', 'node']
  fc.assert(
    fc.property(anyProfile(), fc.constantFrom(Number.NaN, 0.1), (profile, minShare) => {
      const name = profile.functions.name.map((_, fn) => awkward[fn])
      const renamed = { ...profile, title: '"\\', functions: { ...profile.functions, name } }
      const graph = chooseGraph(renamed, { minShare, pinned: [] })
      const sums = heaviestSums(renamed, graph).length
      const { objects, edges } = draw(toDot([renamed], { minShare, pinned: [] }))
      expect(objects).toHaveLength(graph.functions.length + graph.cycles.length + sums)
      expect(edges).toHaveLength(graph.arcs.length + graph.elided.length + sums)
    }),
    { numRuns: 30 },
  )
})

test('several profiles are several graphs, and the same profile gives the same text', () => {
  const two = toDot([ring, profileFrom(['x'], [1], [])], usual)
  expect(two.match(/^digraph "drawn" \{$/gm)).toHaveLength(2)
  expect(two).toBe(toDot([ring, profileFrom(['x'], [1], [])], usual))
})
