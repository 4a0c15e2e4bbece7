import { expect, test } from 'vitest'
import { boxParts, fold, type LiveBox, type LiveView } from './boxParts.js'

const view: LiveView = { from: 0, to: 1, room: 1000, ink: 'ink', sumInk: 'ink2', panel: 'panel', accent: 'accent' }
const box = (change: Partial<LiveBox> = {}): LiveBox => ({
  ...{ start: 0, width: 0.5, certain: 1, isSum: false, isChosen: false, isHit: false, isOwn: false },
  ...{ name: 'burn', short: 'burn' },
  ...change,
})
const rectangles = (change: Partial<LiveBox>, at: Partial<LiveView> = {}) =>
  boxParts(box(change), { ...view, ...at })
    .filter(({ tag }) => tag === 'rect')
    .map(({ attributes: { x, width, fill } }) => [x, width, fill])
const texts = (change: Partial<LiveBox>, at: Partial<LiveView> = {}) =>
  boxParts(box(change), { ...view, ...at }).flatMap(({ text }) => text ?? [])

test('a box is solid as far as it is certain, dotted from there on, and written on a clear patch where dots are', () => {
  expect(rectangles({ certain: 1 })).toEqual([[0, 499, undefined]])
  expect(rectangles({ certain: 0.5 }).slice(0, 2)).toEqual([
    [0, 499, undefined],
    [250, 249, 'url(#dots)'],
  ])
  expect(rectangles({ certain: 0.5 }).length).toBe(3) // the percentage lies on dots, the name does not
  expect(rectangles({ certain: 0 }).length).toBe(4)
})

test('a sum has a patch in the colour of the panel, and no dots', () => {
  expect(rectangles({ isSum: true, certain: 0, name: '12 more', short: '+12', width: 0.03 })).toEqual([
    [0, 29, undefined],
    [2, 22, 'panel'],
  ])
})

test('what reaches out of the view is cut off at its edges, and what is outside has no parts', () => {
  const zoomed = { from: 0.25, to: 0.5 }
  expect(rectangles({ width: 1, certain: 0.4 }, zoomed).slice(0, 2)).toEqual([
    [0, 999, undefined],
    [expect.closeTo(600), expect.closeTo(399), 'url(#dots)'],
  ])
  expect(boxParts(box({ start: 0.5, width: 0.25 }), { ...view, ...zoomed })).toEqual([])
  expect(boxParts(box({ start: 0.1, width: 0.15 }), { ...view, ...zoomed })).toEqual([])
})

test('wide boxes say their share of the whole, whatever is zoomed to, narrow ones nothing', () => {
  expect(texts({})).toEqual(['burn', '50.0\u202f%'])
  expect(texts({ width: 0.0001 }, { from: 0, to: 0.0001 })).toEqual(['burn', '<0.1\u202f%'])
  expect(texts({ width: 0.05 })).toEqual(['burn'])
  expect(texts({ width: 0.02 })).toEqual([])
})

test('no text is wider than its box', () => {
  for (const name of ['a_rather_long_name_of_a_function', '関数の名前がとても長い', 'x'])
    for (let width = 0.02; width < 0.4; width += 0.013)
      for (const { attributes, text } of boxParts(box({ name, short: name, width }), view))
        if (text !== undefined)
          expect(Number(attributes.x) + Number(attributes.textLength)).toBeLessThanOrEqual(width * 1000 - 4)
})

test('hits are underlined, the chosen function has an outline', () => {
  expect(rectangles({ isHit: true }).at(-1)).toEqual([0, 499, 'ink'])
  expect(boxParts(box({ isChosen: true }), view)[0].attributes.stroke).toBe('accent')
})

test('a name loses arguments, then namespaces, then its middle', () => {
  const name = { name: 'std::map<int, long>::find(int const&)', short: 'std::map<…>::find(…)', isSum: false }
  const folded = (rooms: number[]) => rooms.map(room => fold(name, room))
  expect(folded([37, 36, 20, 19])).toEqual([name.name, name.short, name.short, '…::map<…>::find(…)'])
  expect(folded([17, 10, 9, 4, 3, 2])).toEqual(['…::find(…)', '…::find(…)', 'find', 'find', 'f…d', ''])
})

test('a sum that has no room for its number says nothing rather than a part of it', () => {
  expect(fold({ name: '1234 more', short: '+1234', isSum: true }, 4)).toBe('')
  expect(fold({ name: '1234 more', short: '+1234', isSum: true }, 5)).toBe('+1234')
})
