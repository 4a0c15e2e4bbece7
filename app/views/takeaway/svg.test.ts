import { expect, test } from 'vitest'
import { coloursOf, pictureOf, sample } from './picture.fixture.ts'
import { type Picture, TOKENS } from './picture.ts'
import { exportSvg } from './svg.ts'
import { all, parsed, titleOf } from './xml.fixture.ts'

const awkward: Record<string, string> = {
  burn: 'operator<(std::map<int, "x">&&)',
  cmp: 'a & b &amp; ]]>--><!--',
  ack: 'bell\u0007 nul\0 half\ud800',
  s6: 'back\\slash\\',
}
const cycles = await pictureOf(sample('cyc.txt'), { minShare: 0, chosen: 'unary', renamed: awkward })
const walSender = await pictureOf(sample('walsender.txt.gz'), { direction: 'right', theme: 'dark' })

const elements = (picture: Picture) => [...all(parsed(exportSvg(picture)))]
const groups = (picture: Picture, kind: string) =>
  elements(picture).filter(({ attributes }) => attributes.class?.split(' ')[0] === kind)

test('all nodes, edges, sums and cycles of the drawing are in it, whatever the window shows', () => {
  for (const picture of [cycles, walSender]) {
    const { drawing } = picture.placed
    expect(
      groups(picture, 'node')
        .map(({ attributes }) => attributes.id)
        .sort(),
    ).toEqual(drawing.graph.functions.map(fn => `function-${fn}`).sort())
    expect(groups(picture, 'edge').length).toBe(drawing.edges.length)
    expect(groups(picture, 'sum').length).toBe(drawing.sums.length)
    expect(groups(picture, 'cycle').length).toBe(drawing.cycles.size)
  }
  expect(groups(cycles, 'cycle').length).toBeGreaterThan(1)
})

test('a node tells its whole name, its times and its calls', () => {
  const walSndLoop = groups(walSender, 'node').find(({ attributes }) => attributes['data-function'] === 'WalSndLoop')!
  expect(titleOf(walSndLoop).replaceAll('\u202f', ' ')).toBe(
    'WalSndLoop\nself: 0 s, 0 %\nself + children: 153 ms, 80.4 %\ncalls: 1',
  )
})

test('awkward names stay text; only what XML forbids is replaced', () => {
  const names = groups(cycles, 'node').map(({ attributes }) => attributes['data-function'])
  for (const name of [awkward.burn, awkward.cmp, awkward.s6, 'bell\ufffd nul\ufffd half\ufffd'])
    expect(names).toContain(name)
  const titles = groups(cycles, 'node').map(group => titleOf(group).split('\n')[0])
  expect(titles).toEqual(names)
})

test('every text is fitted into its room, and the faces have others to stand in for them', () => {
  const texts = elements(cycles).filter(({ name }) => name === 'text')
  expect(texts.length).toBeGreaterThan(100)
  for (const { attributes } of texts) {
    expect(Number(attributes.textLength)).toBeGreaterThan(0)
    expect(attributes.lengthAdjust).toBe('spacingAndGlyphs')
  }
  const [svg] = elements(cycles)
  expect(svg.attributes['font-family']).toMatch(/Inter.*Arial.*sans-serif$/)
  expect(exportSvg(cycles)).not.toMatch(/@import|@font-face|href|url\(/)
})

test('figures and names have room in their node, side by side', async () => {
  const allInOne = await pictureOf(sample('num.txt')) // where one function has 80 % and 100 % of the time
  for (const picture of [cycles, walSender, allInOne])
    for (const group of groups(picture, 'node')) {
      const body = group.children
        .filter(({ name }) => name === 'rect')
        .find(({ attributes }) => attributes.x === '0.5')!
      const lines = new Map<string, number>()
      for (const { name, attributes } of group.children)
        if (name === 'text' && Number(attributes.y) > 0)
          lines.set(attributes.y, (lines.get(attributes.y) ?? 0) + Number(attributes.textLength))
      for (const taken of lines.values()) expect(taken).toBeLessThanOrEqual(Number(body.attributes.width) - 15)
    }
})

test('everything lies within the picture', () => {
  const [svg] = elements(walSender)
  const { placement } = walSender.placed
  expect(Number(svg.attributes.width)).toBeGreaterThan(placement.width)
  expect(Number(svg.attributes.height)).toBeGreaterThan(placement.height + 60)
  expect(svg.attributes.viewBox).toBe(`0 0 ${svg.attributes.width} ${svg.attributes.height}`)
})

test('title, what is shown and the date stand above, the legend of what is in it below', () => {
  const words = (picture: Picture) =>
    elements(picture)
      .filter(({ name }) => name === 'text')
      .map(({ text }) => text)
  expect(words(walSender).slice(0, 3)).toEqual([walSender.title, walSender.summary, walSender.date])
  expect(words(cycles)).toContain('the heaviest way to the chosen function')
  expect(words(cycles)).toContain('functions that are not shown, summed')
  expect(words(walSender)).not.toContain('the heaviest way to the chosen function')
})

test('the chosen function, the way to it and what the search found are marked', () => {
  const accent = coloursOf('light')['--accent']
  const chosen = groups(cycles, 'node').find(({ attributes }) => attributes['data-function'] === 'unary')!
  expect(chosen.children.filter(({ attributes }) => attributes.stroke === accent).length).toBe(2)
  const litEdges = groups(cycles, 'edge').filter(edge =>
    edge.children.some(({ attributes }) => attributes.stroke === accent),
  )
  expect(litEdges.length).toBe(cycles.path!.functions.length - 1)
  const hits = new Uint8Array(cycles.placed.drawing.profile.functions.length)
  hits[cycles.chosen] = 1
  const underlined = groups({ ...cycles, hits }, 'node').filter(node =>
    node.children.some(({ attributes }) => attributes['text-decoration'] === 'underline'),
  )
  expect(underlined.map(({ attributes }) => attributes['data-function'])).toEqual(['unary'])
})

test('it has the colours of the theme and no others', () => {
  for (const theme of ['light', 'dark'] as const) {
    const colours = coloursOf(theme)
    expect(TOKENS.filter(token => !/^#[0-9a-f]{6}$/.test(colours[token]))).toEqual([])
    const used = exportSvg({ ...cycles, colours }).match(/"#[0-9a-f]{6}"/g) ?? []
    const known = new Set(Object.values(colours).map(colour => `"${colour}"`))
    expect(used.filter(colour => !known.has(colour))).toEqual([])
  }
})

test('the same picture gives the same text', () => {
  expect(exportSvg(cycles)).toBe(exportSvg(cycles))
})
