import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { labelsOf } from '../query/names.ts'
import { layoutFlame } from './flame.ts'
import { boxAt, boxBeside, boxOfPath, firstEndingAfter, isInside, pathOf, widestBoxOf } from './flameBoxes.ts'

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
const [main, big, leaf, more, other, otherLeaf] = [0, 1, 2, 3, 4, 5]

test('boxes stand in preorder', () => {
  expect(Array.from({ length: table.length }, (_, box) => pathOf(table, profile, labels, box).join('/'))).toEqual([
    'main',
    'main/big',
    'main/big/leaf',
    'main/…',
    'other',
    'other/leaf',
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
  expect(table.level[firstEndingAfter(table, 1, 0.59)]).toBe(more)
  expect(firstEndingAfter(table, 1, 2)).toBe(table.levelStart[2])
  expect(table.level[firstEndingAfter(table, 1, 0, table.levelStart[1] + 1)]).toBe(more)
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
  expect(widestBoxOf(table, -1)).toBe(-1)
})
