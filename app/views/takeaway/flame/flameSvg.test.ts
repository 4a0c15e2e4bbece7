import { expect, test } from 'vitest'
import { BoxKind, kindOf, levelsOf, type Profile } from '../../../../src/index.ts'
import { profileOf } from '../../../../src/profile.fixture.ts'
import { themeColours } from '../picture.fixture.ts'
import { all, parsed, titleOf, type XmlElement } from '../xml.fixture.ts'
import { flamePictureOf, sampleProfile } from './flamePicture.fixture.ts'
import { FLAME_TOKENS, type FlamePicture } from './flamePicture.ts'
import { exportFlameSvg } from './flameSvg.ts'
import { ROOM } from './frame.ts'

const small = () =>
  profileOf(`
    main 1 -> a x1, b x3
    a    3 -> c x1
    b    2 -> c x3
    c    4`)
const cycles = await sampleProfile('cyc.txt')
const walSender = await sampleProfile('walsender.txt.gz')
const backend = await sampleProfile('backend.txt.gz')
const excerpt = await sampleProfile('walsender-excerpt.txt')

function svgOf(picture: FlamePicture): string {
  const work = exportFlameSvg(picture)
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}
const elements = (picture: FlamePicture) => [...all(parsed(svgOf(picture)))]
const boxes = (picture: FlamePicture) =>
  elements(picture).filter(({ attributes }) => attributes.class?.split(' ')[0] === 'box')
const isChart = ({ attributes }: XmlElement) => /^chart\b/.test(attributes.class ?? '')
const nameOf = (group: XmlElement) => titleOf(group).split('\n')[0]
const rectangles = (group: XmlElement) =>
  group.children.filter(({ name }) => name === 'rect').map(({ attributes }) => attributes)
const named = (picture: FlamePicture, name: string) => boxes(picture).filter(group => nameOf(group) === name)

test.each([
  ['cycles', cycles],
  ['a profile with many paths', backend],
  ['a listing that was cut', excerpt],
])('it has the boxes of the table and no others, where the table has them: %s', (_, profile) => {
  const picture = flamePictureOf(profile)
  const [{ table }] = picture.charts
  const drawn = boxes(picture)
  expect(drawn.length).toBe(table.length)
  const levels = elements(picture).find(isChart)!.children
  expect(levels.length).toBe(levelsOf(table))
  for (const [box, group] of drawn.entries()) {
    const [start, width, certain] = group.attributes['data-place'].split(' ').map(Number)
    expect(start).toBeCloseTo(table.start[box], 7)
    expect(width).toBeCloseTo(table.width[box], 7)
    expect(certain).toBeCloseTo(table.certain[box], 3)
    const [base] = rectangles(group)
    expect(Math.abs(Number(base.x) - table.start[box] * ROOM)).toBeLessThan(0.01)
    expect(table.width[box] * ROOM - Number(base.width)).toBeLessThan(1.01)
  }
})

test('a box is dotted from where it is no longer certain, and tells its range', () => {
  const picture = flamePictureOf(
    profileOf(`
      only 19 -> sole x1
      sole 1
      main 1 -> a x1, b x3
      a    3 -> c x1
      b    2 -> c x3
      c    4`),
  )
  const dotsOf = (name: string) => {
    const [base, ...others] = rectangles(named(picture, name)[0])
    const dots = others.find(({ fill }) => fill === 'url(#dots)')
    return [Number(base.x), dots ? Number(dots.x) : Number.NaN]
  }
  expect(dotsOf('only')).toEqual([0, Number.NaN])
  const [b] = named(picture, 'b') // 2 of its 5 s are its own, 3 are three calls of c out of four
  const [from, dotted] = dotsOf('b')
  expect(dotted - from).toBeCloseTo(ROOM * (2 / 30), 1)
  expect(titleOf(b).replaceAll('\u202f', ' ')).toContain('≈ 5.00 ± 0.21 s, 16.7 %\nassumed, between 2.00 s and 6.00 s')
})

test('sums are hatched, and no name', () => {
  const picture = flamePictureOf(cycles, { cut: 0.05 })
  const sums = boxes(picture).filter((_, box) => kindOf(picture.charts[0].table, box) === BoxKind.more)
  expect(sums.length).toBeGreaterThan(0)
  for (const sum of sums)
    expect(sum.attributes).toMatchObject({ class: 'box sum', fill: 'url(#hatch)', 'data-label': '' })
  expect(nameOf(sums[0])).toMatch(/^\d+ more$/)
})

test('awkward names stay text; only what XML forbids is replaced', () => {
  const profile = small()
  const names = [
    '</title><script>alert(1)</script>',
    'a & b &amp; ]]>--><!--',
    'operator<(x<"y">&&)',
    'bell\u0007 half\ud800',
  ]
  for (const [row, name] of names.entries()) profile.functions.name[row] = name
  const picture = flamePictureOf({ ...profile, title: '<b>&"' }, {}, { query: '"><script>', hits: new Uint8Array(4) })
  const drawn = boxes(picture).map(nameOf)
  for (const name of [...names.slice(0, 3), 'bell\ufffd half\ufffd']) expect(drawn).toContain(name)
  expect(elements(picture).filter(({ name }) => name === 'script').length).toBe(1)
  expect(elements(picture)[0].attributes['data-search']).toBe('"><script>')
})

test('it opens where the page is zoomed to, with everything else still in it', () => {
  const picture = flamePictureOf(small(), { path: ['main', 'b'] })
  const chart = elements(picture).find(isChart)!
  const drawn = boxes(picture)
  expect(nameOf(drawn[Number(chart.attributes['data-zoom'])])).toBe('b')
  const [main] = named(picture, 'main')
  const [b] = named(picture, 'b')
  for (const group of [main, b]) expect(rectangles(group)[0]).toMatchObject({ x: '0', width: String(ROOM - 1) })
  const [a] = named(picture, 'a')
  expect([a.attributes.display, rectangles(a)]).toEqual(['none', []])
  expect(elements(picture).find(({ attributes }) => attributes.id === 'told')?.text).toMatch(/^Zoomed to b · ≈ 5/)
})

test('a part of what is zoomed to fills the picture, if that is what the page shows', () => {
  const picture = flamePictureOf(small(), { path: ['main', 'b'] })
  const [chart] = picture.charts
  const half = { ...picture, charts: [{ ...chart, span: [0, 0.5] as const }] }
  const [c] = named(half, 'c')
  expect(rectangles(c)[0]).toMatchObject({ x: '0', width: String(ROOM - 1) })
  expect(elements(half).find(isChart)!.attributes).toMatchObject({ 'data-whole': '0 1', 'data-view': '0 0.25' })
})

test('around a function, its callers stand above it from the bottom up, its callees below', () => {
  const path = ['c']
  const up = flamePictureOf(small(), { root: 'c', toward: 'callers', path })
  const down = flamePictureOf(small(), { root: 'c', path })
  const picture = { ...up, charts: [...up.charts, ...down.charts] }
  const charts = elements(picture).filter(isChart)
  expect(charts.map(({ attributes }) => attributes.class)).toEqual(['chart upward', 'chart'])
  for (const { attributes } of charts) {
    expect(attributes).toMatchObject({ 'data-whole': '0 0.4', 'data-view': '0 0.4' })
    expect(attributes['data-zoom']).toBeUndefined()
  }
  const tops = charts[0].children.map(level => [nameOf(level.children[0]), level.attributes.transform])
  expect(tops).toEqual([
    ['c', 'translate(0 38)'],
    ['b', 'translate(0 19)'],
    ['main', 'translate(0 0)'],
  ])
  for (const c of named(picture, 'c')) expect(rectangles(c)[0]).toMatchObject({ x: '0', width: String(ROOM - 1) })
})

test('what the search found is underlined, and all else steps back', () => {
  const hits = Uint8Array.from(walSender.functions.name, name => Number(name.includes('SyncRep')))
  const picture = flamePictureOf(walSender, {}, { hits, query: 'SyncRep' })
  const found = boxes(picture).filter(({ attributes }) => attributes.opacity === undefined)
  expect([...new Set(found.map(nameOf))].every(name => name.includes('SyncRep'))).toBe(true)
  expect(found.length).toBe(3)
  for (const group of found) expect(rectangles(group).at(-1)).toMatchObject({ height: '2' })
})

test('where another name is on screen, the whole one is there to be searched for', () => {
  const picture = flamePictureOf(small(), {}, { nameOf: fn => 'wxyz'[fn] })
  expect(boxes(picture).map(group => [nameOf(group), group.attributes['data-label']])).toContainEqual(['w', 'main'])
  expect(boxes(flamePictureOf(small())).every(({ attributes }) => attributes['data-label'] === undefined)).toBe(true)
})

const words = (picture: FlamePicture) =>
  elements(picture)
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text)

test('title, certain share, date and what is left out are said, and what the colours mean', () => {
  const picture = flamePictureOf(walSender)
  const said = words(picture)
  for (const text of [picture.title, picture.summary, picture.date, 'certain', 'assumed', 'SyncRep', 'other names'])
    expect(said).toContain(text)
  expect(said.at(-1)).not.toBe('')
  expect(said.find(text => text.startsWith('Paths of less than 0.01 % of all time are'))).toBeDefined()
  const byCalls = flamePictureOf(walSender, { measure: 'calls', path: ['main'] })
  expect(words(byCalls)).toContain(
    'Paths of less than 0.01 % of all calls, or of the box that it opened at, are summed or left out. Made with Arcflame.',
  )
  expect(words({ ...picture, colouring: 'self' })).toContain('self time, from none to most')
})

test('it brings all that it needs, and has the colours of the theme and no others', () => {
  for (const theme of ['light', 'dark'] as const) {
    const colours = themeColours(theme, FLAME_TOKENS)
    expect(FLAME_TOKENS.filter(token => !/^#[0-9a-f]{6}([0-9a-f]{2})?$/.test(colours[token]))).toEqual([])
    const svg = svgOf(flamePictureOf(cycles, {}, { colours }))
    const known = new Set(Object.values(colours).map(colour => colour.slice(0, 7)))
    expect((svg.match(/#[0-9a-f]{6}\b/g) ?? []).filter(colour => !known.has(colour))).toEqual([])
    const [script] = [...all(parsed(svg))].filter(({ name }) => name === 'script')
    expect(script.text).not.toMatch(/^(import|export)\b|\bfetch\(|innerHTML|\beval\(/m)
    expect(() => new Function(script.text)).not.toThrow()
    expect(svg.replaceAll(/http:\/\/www\.w3\.org\/(2000\/svg|1999\/xhtml)/g, '')).not.toMatch(/https?:|href|@font-face/)
  }
})

test('the same picture gives the same text', () => {
  const picture = (profile: Profile) => svgOf(flamePictureOf(profile))
  expect(picture(cycles)).toBe(picture(cycles))
})
