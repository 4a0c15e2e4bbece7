import { instance } from '@viz-js/viz'
import { expect, test, vi } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { chooseGraph } from '../query/graph/chooseGraph.ts'
import { graphToDot } from './graph.ts'
import { createGraphLayout, type GraphText } from './layOutGraph.ts'
import { partsOf } from './steady/parts.ts'

const profile = profileOf(`
  main 1 -> a x1, b x1, c x1
  a    3 -> d x1
  b    2 -> d x1
  c    1
  d    3`)

function text(folded: number[] = []): GraphText {
  const graph = chooseGraph(profile, { minShare: 0, pinned: [], folded })
  const options = {
    sizes: graph.functions.map(() => ({ width: 92, height: 40 })),
    sums: [],
    direction: 'down' as const,
  }
  return { dot: graphToDot(profile, graph, options), parts: partsOf(profile, graph, options) }
}

async function setUp() {
  const viz = await instance()
  return { render: vi.spyOn(viz, 'render'), layOut: createGraphLayout(viz) }
}

test('a picture that others are like is made once', async () => {
  const { render, layOut } = await setUp()
  const whole = text()
  layOut({ ...whole, like: whole })
  const folded = layOut({ ...text([1, 2]), like: whole })
  expect(folded).toMatchObject({ placement: { nodes: [{ fn: 0 }, { fn: 1 }, { fn: 2 }, { fn: 3 }] } })
  expect(render).toHaveBeenCalledTimes(1)
})

test('what can be like nothing is laid out by Graphviz', async () => {
  const { render, layOut } = await setUp()
  const whole = text()
  const layout = layOut({ ...whole, like: { dot: 'digraph{', parts: whole.parts } })
  expect(layout).toHaveProperty('placement')
  expect(layOut({ ...whole, like: null })).toEqual(layout)
  expect(render.mock.calls.map(([dot]) => dot)).toEqual(['digraph{', whole.dot, whole.dot])
})
