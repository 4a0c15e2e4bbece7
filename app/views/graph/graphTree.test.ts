import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseGraph, type Profile } from '../../../src/index.ts'
import { profileFrom, profileOf } from '../../../src/profile.fixture.ts'
import { en } from '../../messages/en.ts'

import { drawGraph } from './graphDrawing.ts'
import { graphTree } from './graphTree.ts'

const drawingOf = (profile: Profile) =>
  drawGraph(profile, chooseGraph(profile, { minShare: 0, pinned: [...profile.functions.name.keys()] }), {
    direction: 'down',
    nameOf: fn => profile.functions.name[fn],
    words: en,
  })

/** Indented as the tree is. */
const printed = (profile: Profile) =>
  [...graphTree(drawingOf(profile))]
    .map(
      ([fn, { level, place, siblings }]) =>
        `${'  '.repeat(level - 1)}${profile.functions.name[fn]} ${place}/${siblings}`,
    )
    .join('\n')

test('each function stands under its heaviest caller, heavy ones before light ones', () => {
  expect(
    printed(
      profileOf(`
        main 0.1 -> parse x1, emit x1
        parse 0.2 -> lex x3
        emit 0.5 -> lex x1
        lex 0.4`),
    ),
  ).toBe(`main 1/1
  emit 1/2
  parse 2/2
    lex 1/1`)
})

test('functions that call one another do not hang on each other', () => {
  expect(
    printed(
      profileOf(`
        main 0.1 -> a x1
        a 0.5 -> b x3
        b 0.3 -> a x2`),
    ),
  ).toBe(`main 1/1
  a 1/1
    b 1/1`)
})

test('whatever calls what, each function is in the tree once, one level below another', () => {
  const graphs = fc.integer({ min: 1, max: 9 }).chain(count =>
    fc.record({
      count: fc.constant(count),
      arcs: fc.uniqueArray(fc.tuple(fc.nat(count - 1), fc.nat(count - 1), fc.integer({ min: 1, max: 9 })), {
        maxLength: 20,
        selector: ([from, to]) => `${from} ${to}`,
      }),
    }),
  )
  fc.assert(
    fc.property(graphs, ({ count, arcs }) => {
      const names = Array.from({ length: count }, (_, fn) => `f${fn}`)
      const profile = profileFrom(
        names,
        names.map(() => 0.1),
        arcs,
      )
      const drawing = drawingOf(profile)
      const tree = [...graphTree(drawing)]
      expect(tree.map(([fn]) => fn).sort((a, b) => a - b)).toEqual([...drawing.nodes.keys()].sort((a, b) => a - b))
      tree.forEach(([, { level, place, siblings }], i) => {
        expect(level).toBeGreaterThanOrEqual(1)
        expect(level).toBeLessThanOrEqual((tree[i - 1]?.[1].level ?? 0) + 1)
        expect(place).toBeLessThanOrEqual(siblings)
      })
    }),
  )
})
