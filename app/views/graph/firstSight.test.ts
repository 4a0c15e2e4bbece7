import { expect, test } from 'vitest'
import { chooseGraph } from '../../../src/index.ts'
import { profileOf } from '../../../src/profile.fixture.ts'
import { en } from '../../messages/en.ts'
import { overlap } from './area.ts'
import { areaOfNode, heaviestPart } from './firstSight.ts'
import { drawGraph } from './graphDrawing.ts'

// `burn` has more time than any root, and is called from all.
const profile = profileOf(`
  main  0 -> light x1, heavy x1
  sort  0.5 -> burn x2
  light 1
  heavy 0 -> burn x3
  burn  5`)

/** Each node is 100 × 40 px, its middle where its name stands here, a column being 120 px wide and a row 80 px high. */
function placed(...rows: string[]) {
  const graph = chooseGraph(profile, { minShare: 0, pinned: [...profile.functions.name.keys()] })
  const drawing = drawGraph(profile, graph, { direction: 'down', nameOf: fn => profile.functions.name[fn], words: en })
  const nodes = rows.flatMap((row, y) =>
    [...row.matchAll(/\w+/g)].map(({ 0: name, index }) => {
      const fn = profile.functions.name.indexOf(name)
      return { fn, x: 50 + 120 * Math.round(index / 6), y: 20 + 80 * y, width: 100, height: 40 }
    }),
  )
  const placement = { width: 1200, height: 80 * rows.length, nodes, sums: [], edges: [], cycles: [] }
  return { drawing, placement }
}
const picture = placed(
  'sort        main        ',
  'light             heavy ',
  '                        ',
  'burn                    ',
)
const seenIn = (width: number, height: number) => {
  const part = heaviestPart(picture, { width, height })
  return picture.placement.nodes
    .filter(node => overlap(areaOfNode(node), part))
    .map(({ fn }) => profile.functions.name[fn])
    .sort()
}

test('the heaviest root is seen, whatever has more time below it, and what it calls, as far as there is room', () => {
  expect(seenIn(100, 40)).toEqual(['main'])
  expect(seenIn(240, 130)).toEqual(['heavy', 'main'])
  expect(seenIn(400, 130)).toEqual(['heavy', 'main'])
  expect(seenIn(480, 130)).toEqual(['heavy', 'light', 'main', 'sort'])
  expect(seenIn(1000, 600)).toEqual(['burn', 'heavy', 'light', 'main', 'sort'])
})
