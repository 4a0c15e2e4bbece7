import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { labelsOf } from '../query/names.ts'
import { layoutFlame } from './flame.ts'
import {
  arcOfBox,
  boxAt,
  boxBeside,
  boxesBelow,
  boxOfPath,
  firstEndingAfter,
  isInside,
  pathOf,
  undrawnBelow,
  widestBoxOf,
} from './flameBoxes.ts'

// main 100: big 90 (leaf 40), more 10; other 60 (leaf 20)
const profile = profileOf(`
  main  0 -> big x1, s1 x1, s2 x1
  big   50 -> leaf x2
  s1    6
  s2    4
  other 40 -> leaf x1
  leaf  60`)
const table = layoutFlame(profile, { cut: 0.06, path: [] })
const labels = labelsOf(profile)
const [main, other, big, more, otherLeaf, leaf] = [0, 1, 2, 3, 4, 5]

test('boxes stand level by level', () => {
  expect(Array.from({ length: table.length }, (_, box) => pathOf(table, profile, labels, box).join('/'))).toEqual([
    'main',
    'other',
    'main/big',
    'main/…',
    'other/leaf',
    'main/big/leaf',
  ])
  expect([isInside(table, leaf, big), isInside(table, more, big), isInside(table, big, big)]).toEqual([
    true,
    false,
    true,
  ])
})

test('the box under a point is found by depth and place', () => {
  expect(boxAt(table, 0, 0.5)).toBe(main)
  expect(boxAt(table, 0, 0.7)).toBe(other)
  expect(boxAt(table, 1, 0.6)).toBe(more)
  expect(boxAt(table, 2, 0.5)).toBe(-1)
  expect([boxAt(table, -1, 0.5), boxAt(table, 9, 0.5), boxAt(table, 0, 1.5), boxAt(table, 0, -1)]).toEqual([
    -1, -1, -1, -1,
  ])
})

test('the search for what ends right of a place may start within a level', () => {
  expect(firstEndingAfter(table, 1, 0.59)).toBe(more)
  expect(firstEndingAfter(table, 1, 2)).toBe(table.levelStart[2])
  expect(firstEndingAfter(table, 1, 0, table.levelStart[1] + 1)).toBe(more)
})

test('what ends right of a place is found wherever in a level the search begins', () => {
  const callees = Array.from({ length: 40 }, (_, i) => `f${i} x${1 + ((i * 7) % 11)}`)
  const selfTimes = Array.from({ length: 40 }, (_, i) => `f${i} ${1 + ((i * 7) % 5)}`)
  const wide = layoutFlame(profileOf([`main 3 -> ${callees.join(', ')}`, ...selfTimes].join('\n')), {
    cut: 0,
    path: [],
  })
  const [first, end] = [1, wide.length]
  const places = Array.from({ length: end - first }, (_, i) => wide.start[first + i] + wide.width[first + i])
  for (const [i, place] of places.entries())
    for (let from = first; from <= end; from++) {
      expect(firstEndingAfter(wide, 1, place, from)).toBe(Math.max(from, first + i + 1))
      expect(firstEndingAfter(wide, 1, place - 1e-9, from)).toBe(Math.max(from, first + i))
    }
})

test('arrows lead to parent, heaviest child and along the level, and stop at the edges', () => {
  expect([boxBeside(table, leaf, 'up'), boxBeside(table, main, 'up')]).toEqual([big, main])
  expect([boxBeside(table, main, 'down'), boxBeside(table, more, 'down')]).toEqual([big, more])
  expect([boxBeside(table, more, 'right'), boxBeside(table, otherLeaf, 'right')]).toEqual([otherLeaf, otherLeaf])
  expect([boxBeside(table, otherLeaf, 'left'), boxBeside(table, big, 'left')]).toEqual([more, big])
})

test('a path leads to its box, a path that ends early to the last box on it', () => {
  for (let box = 0; box < table.length; box++)
    expect(boxOfPath(table, profile, labels, pathOf(table, profile, labels, box))).toBe(box)
  expect(boxOfPath(table, profile, labels, ['main', 'leaf'])).toBe(main)
  expect(boxOfPath(table, profile, labels, ['gone'])).toBe(-1)
})

test('of all boxes of a function the widest is shown, but rather one inside the zoomed box', () => {
  const row = labels.indexOf('leaf')
  expect(widestBoxOf(table, row)).toBe(leaf)
  const zoomed = layoutFlame(profile, { cut: 0.06, path: ['other'] })
  expect(widestBoxOf(zoomed, row)).toBe(otherLeaf)
  expect(widestBoxOf(zoomed, labels.indexOf('big'))).toBe(big)
  expect(widestBoxOf(table, -1)).toBe(-1)
})

test('the call that led to a box is found from what is above it, also through "n more" and into a cycle', () => {
  const { arcs } = profile
  const call = (box: number) => [arcs.caller[box], arcs.callee[box]].map(fn => labels[fn])
  expect(call(arcOfBox(table, profile, otherLeaf))).toEqual(['other', 'leaf'])
  expect([arcOfBox(table, profile, main), arcOfBox(table, profile, more)]).toEqual([-1, -1])
  const unfolded = layoutFlame(profile, { cut: 0.06, path: ['main', '…'] })
  const s1 = boxOfPath(unfolded, profile, labels, ['main', '…', 's1'])
  expect(call(arcOfBox(unfolded, profile, s1))).toEqual(['main', 's1'])

  const ring = profileOf(`
    main 1 -> b x3, a x1
    a    1 -> b x1
    b    2 -> a x1`)
  const boxes = layoutFlame(ring, { cut: 1e-4, path: [] })
  const cycle = boxOfPath(boxes, ring, labelsOf(ring), ['main', '<cycle 1>'])
  expect([arcOfBox(boxes, ring, cycle), arcOfBox(boxes, ring, cycle + 1)]).toEqual([0, -1])
})

test('what is right below a box and what is not drawn there is found for every box', () => {
  expect(boxesBelow(table, -1)).toEqual({ first: main, end: otherLeaf - 2 })
  expect(boxesBelow(table, main)).toEqual({ first: big, end: otherLeaf })
  expect(boxesBelow(table, leaf)).toEqual({ first: 6, end: 6 })
  expect(undrawnBelow(table, more)).toEqual({ count: 2, width: table.width[more] })
  const zoomed = layoutFlame(profile, { cut: 0.06, path: ['main', '…'] })
  expect(undrawnBelow(zoomed, more)).toEqual({ count: 0, width: 0 })
})
