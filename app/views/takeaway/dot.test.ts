import { expect, test } from 'vitest'
import { exportDot } from './dot.ts'
import { drawnByGraphviz, layOut, pictureOf, sample } from './picture.fixture.ts'
import type { Picture } from './picture.ts'

const ROUNDING = 0.05

/** How far each thing is from where the page has it; all the same where the picture is merely moved, by its heading. */
function shifts({ placed: { placement } }: Picture, dot: string, engine = 'dot'): { x: number; y: number }[] {
  const again = layOut(dot, engine)
  const pairs = [
    ...placement.nodes.map(node => [node, again.nodes.find(({ fn }) => fn === node.fn)] as const),
    ...placement.sums.map(sum => [sum, again.sums.find(({ fn, side }) => fn === sum.fn && side === sum.side)] as const),
    ...placement.cycles.map(box => [box, again.cycles.find(({ cycle }) => cycle === box.cycle)] as const),
  ]
  return pairs.map(([here, there]) => ({ x: there!.x - here.x, y: there!.y - here.y }))
}

test.each([
  ['cycles, sums and recursion', 'cyc.txt', { minShare: 0, chosen: 'unary' }],
  ['from left to right', 'cyc.txt', { minShare: 0, direction: 'right' }],
  ['dashed edges', 'walsender.txt.gz', { chosen: 'SyncRepInitConfig' }],
  ['long names', 'templates.txt.gz', { theme: 'dark' }],
  ['as many as can be drawn', 'backend.txt.gz', { minShare: 0.0001 }],
] as const)('Graphviz puts everything where the page has it: %s', async (_, name, options) => {
  const picture = await pictureOf(sample(name), options)
  const moved = shifts(picture, exportDot(picture))
  expect(moved.length).toBeGreaterThan(15)
  for (const { x, y } of moved) {
    expect(Math.abs(x - moved[0].x)).toBeLessThan(ROUNDING)
    expect(Math.abs(y - moved[0].y)).toBeLessThan(ROUNDING)
  }
})

test('a picture that dot would lay out otherwise is in it with all its places, which neato -n2 draws', async () => {
  const picture = await pictureOf(sample('cyc.txt'), { minShare: 0, chosen: 'unary' })
  const { placement } = picture.placed
  placement.nodes = placement.nodes.map((node, i) => ({ ...node, x: node.x + 7 * i }))
  const dot = exportDot(picture)
  const moved = shifts(picture, dot, 'nop2')
  for (const { x, y } of moved) {
    expect(Math.abs(x - moved[0].x)).toBeLessThan(ROUNDING)
    expect(Math.abs(y - moved[0].y)).toBeLessThan(ROUNDING)
  }
  const { edges } = layOut(dot, 'nop2')
  expect(edges.length).toBe(placement.edges.length)
  for (const { edge, points } of edges) {
    const here = placement.edges.find(each => each.edge === edge)?.points[0]
    expect(Math.abs(points[0].x - here!.x - moved[0].x)).toBeLessThan(ROUNDING)
  }
})

test('awkward names come out of Graphviz as they went in; only what XML forbids is replaced', async () => {
  const awkward = {
    main: 'f"];}subgraph{',
    burn: 'operator<(int, "x")',
    cmp: '\\N\\G\\l\\',
    ack: 'a &amp; &lt; &#65; &',
    freet: 'nul\0 esc\u001b half\ud800',
    sorter: 'two\nlines\ttab',
    s6: '<b>name</b>',
    frame_dummy: 'имя 名前 🙂',
  }
  const svg = drawnByGraphviz(exportDot(await pictureOf(sample('cyc.txt'), { minShare: 0, renamed: awkward })))
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#160': ' ', '#10': '\n' }
  const decoded = (text: string) => text.replace(/&([^;]+);/g, (whole, name) => entities[name] ?? whole)
  const shown = [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) => decoded(text))
  const told = [...svg.matchAll(/xlink:title="([^"]*)"/g)].map(([, text]) => decoded(text).split('\n')[0])
  const kept = ['main', 'burn', 'cmp', 'ack', 's6', 'frame_dummy'] as const
  for (const name of [...kept.map(key => awkward[key]), 'nul\ufffd esc\ufffd half\ufffd', 'two\ufffdlines\ufffdtab']) {
    expect(shown).toContain(name)
    expect(told).toContain(name)
  }
})

test('counts, sums, cycles and the ways edges are drawn are in it', async () => {
  const picture = await pictureOf(sample('cyc.txt'), { minShare: 0, chosen: 'unary' })
  const dot = exportDot(picture)
  const { edges, sums, cycles } = picture.placed.drawing
  const count = (pattern: RegExp) => dot.match(pattern)?.length ?? 0
  expect(count(/->/g)).toBe(edges.length)
  expect(count(/style="dotted"/g)).toBe(edges.filter(({ kind }) => kind === 'assumed').length)
  expect(count(/style="dashed"/g)).toBe(edges.filter(({ kind }) => kind === 'elided' || kind === 'summed').length)
  expect(count(/subgraph cluster_/g)).toBe(cycles.size)
  for (const { functions, rest } of sums) expect(dot).toContain(`"${functions} ${rest}"`)
  for (const { count: calls } of edges) if (calls !== '') expect(dot).toContain(`xlabel=" ${calls} "`)
  expect(dot).toContain(`${picture.title} · ${picture.date}`)
})

test('the same picture gives the same text', async () => {
  const picture = await pictureOf(sample('num.txt'))
  expect(exportDot(picture)).toBe(exportDot(picture))
})
