import { expect, test } from 'vitest'
import { comparedOf } from '../../../src/compare/comparedSides.fixture.ts'
import { type Normalisation, SPONTANEOUS } from '../../../src/index.ts'
import { en } from '../../messages/en.ts'
import { cycleSentences } from '../cycleSentences.ts'
import { comparing } from './comparedDrawing.ts'
import { edgeChange } from './edgeChange.ts'
import { drawGraph } from './graphDrawing.ts'
import { nodeShapes } from './shapes.ts'

const before = `
  main  0.10 -> work x10, old x4, ping x1
  work  2.00 -> lex x50
  lex   1.00
  old   0.80
  ping  0.40 -> pong x10
  pong  0.30 -> ping x9`
const after = `
  main  0.10 -> work x20, emit x5, ping x1
  work  5.00 -> lex x50
  lex   1.05
  emit  0.90
  ping  0.40 -> pong x10
  pong  0.90 -> ping x9`

function drawn(by: Normalisation = 'time') {
  const { profile, graph, compared } = comparedOf(before, after, by)
  const nameOf = (fn: number) => profile.functions.name[fn]
  const drawing = drawGraph(profile, graph, {
    ...{ direction: 'down', nameOf, words: en },
    comparing: comparing(profile, graph, compared, nameOf),
  })
  const name = (fn: number) => (fn === SPONTANEOUS ? '' : nameOf(fn))
  return {
    drawing,
    node: (wanted: string) => [...drawing.nodes.values()].find(({ fn }) => nameOf(fn) === wanted),
    edge: (wanted: string) =>
      drawing.edges.find(({ caller, callee }) => `${name(caller)} > ${name(callee)}` === wanted),
  }
}

const plain = (text: string | undefined) => text?.replaceAll('\u202f', ' ')

test('a node tells before and after, and what it looks like tells how surely that changed', () => {
  const { node } = drawn()
  expect(node('work')?.change).toMatchObject({ step: 3, presence: 'both' })
  expect(plain(node('work')?.change?.self)).toBe('self 2.00 → 5.00 s')
  expect(plain(node('work')?.change?.total)).toBe('total 3.00 → 6.05 s')
  expect(node('lex')?.change?.step).toBe(0)
  expect(plain(node('lex')?.description)).toBe(
    'lex, self: 1.00 s before, 1.05 s after, +50.0 ms, may be chance, ' +
      'self + children: 1.00 s before, 1.05 s after, +50.0 ms, may be chance, calls: 50 before, 50 after, 0',
  )
})

test('figures are by what the two are compared by', () => {
  expect(plain(drawn('share').node('work')?.change?.self)).toBe('self 43.5 → 59.9 %')
  expect(plain(drawn('perCall').node('work')?.change?.self)).toBe('self 200 → 250 ms')
  expect(plain(drawn('perCall').node('old')?.change?.self)).toBe('self 200 → – ms')
})

test('what one side lacks is said in a word, and has an outline and lines of its own', () => {
  const { node, edge } = drawn()
  const dashesOf = (wanted: string) => {
    const found = node(wanted)
    const body = found && nodeShapes(found, false).find(({ part }) => part === 'body')
    return body && 'dashes' in body ? body.dashes : 'none'
  }
  expect([node('emit'), node('old'), node('work')].map(each => each?.change?.word)).toEqual(['new', 'gone', ''])
  expect(new Set(['emit', 'old', 'work'].map(dashesOf)).size).toBe(3)
  expect([edge('main > emit')?.count, edge('main > old')?.count]).toEqual(['new 5', 'gone 4'])
  expect(edge('main > work')?.count).toBe('10 → 20')
  expect(edge('work > lex')?.count).toBe('50')
})

test('an edge is as wide as the larger of its times, and tells both', () => {
  const { drawing, edge } = drawn()
  const [work, old] = [edge('main > work'), edge('main > old')]
  if (!work || !old) throw new Error('no such edges')
  expect(work.width).toBeCloseTo(1 + 3.6 * (6.05 / 8.35), 9)
  expect(old.width).toBeCloseTo(1 + 3.6 * (0.8 / 8.35), 9)
  expect([work.change?.step, old.change?.step]).toEqual([3, -3])
  const { facts, sentences } = edgeChange(drawing, old)
  expect(facts.map(fact => plain(`${fact.before} ${fact.after}`))).toEqual(['4 0', '800 ms 0 s'])
  expect(sentences).toEqual(['Gone: after, no such call was recorded.'])
})

test('a cycle that only one side has, or has otherwise, says so in a word', () => {
  const straight = 'main 0 -> ping x1\nping 1 -> pong x1\npong 1 -> pang x1\npang 1'
  const round = 'main 0 -> ping x1\nping 1 -> pong x1\npong 1 -> ping x1, pang x1\npang 1'
  const wide = 'main 0 -> ping x1\nping 1 -> pong x1\npong 1 -> ping x1, pang x1\npang 1 -> pong x1'
  const back = 'main 0 -> pong x1\nping 1\npong 1 -> ping x1'
  const said = (before: string, after: string) => {
    const { profile, graph, compared } = comparedOf(before, after)
    const nameOf = (fn: number) => profile.functions.name[fn]
    const [cycle] = graph.cycles.map(row => ({ cycle: row, title: '', share: '', calls: '', heaviest: 0 }))
    return [
      comparing(profile, graph, compared, nameOf).cycle(cycle).calls,
      ...cycleSentences(profile, compared, cycle.cycle, nameOf),
    ]
  }
  expect(said(round, round)).toEqual(['1+2 → 1+2 calls'])
  expect(said(straight, round)).toEqual([
    'new, 1+1 → 1+2 calls',
    'New: before, no calls were recorded that make a cycle of these functions.',
  ])
  expect(said(round, straight)[0]).toBe('gone, 1+2 → 1+1 calls')
  expect(said(round, wide)).toEqual([
    'changed, 1+3 → 1+4 calls',
    'This cycle is not the same before and after.',
    'In a cycle only after: pang.',
  ])
  expect(said(straight, back)[1]).toBe('Neither side has a cycle here: only the calls of both together lead round.')
})

test('a cycle tells what its members took, and calls on both sides', () => {
  const [cycle] = drawn().drawing.cycles.values()
  expect(plain(cycle.share)).toBe('self 0.70 → 1.30 s')
  const [shares] = drawn('share').drawing.cycles.values()
  expect(plain(shares.share)).toBe('self 15.2 → 15.6 %')
  expect(cycle.calls).toBe('1+19 → 1+19 calls')
})

test('no figure is a sum of both', () => {
  const texts = JSON.stringify([...drawn().drawing.nodes.values()].map(node => nodeShapes(node, false)))
  for (const sum of ['7.00', '9.05', '2.05']) expect(texts).not.toContain(sum)
})
