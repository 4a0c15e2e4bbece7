import { expect, test } from 'vitest'
import { cycleOf, type FlameTable } from '../../../src/index.ts'
import { drawFlame } from './drawFlame.ts'
import type { FlameScene } from './flameScene.ts'
import { boxAtPoint, boxRectangle, type FlameWindow } from './flameWindow.ts'

/** Roots side by side, or one level below one root. */
function tableOf(
  boxes: { start: number; end: number; depth?: number; isMore?: boolean; certain?: number }[],
): FlameTable {
  const depth = boxes.map(box => box.depth ?? 0)
  const roots = depth.filter(d => d === 0).length
  return {
    fn: Int32Array.from(boxes, (box, row) => (box.isMore ? -1 : row)),
    parent: Int32Array.from(depth, d => d - 1),
    start: Float64Array.from(boxes, box => box.start),
    width: Float64Array.from(boxes, box => box.end - box.start),
    certain: Float32Array.from(boxes, box => (box.certain ?? 0) / (box.end - box.start)),
    count: new Uint32Array(boxes.length).fill(7),
    undrawn: new Float32Array(boxes.length),
    length: boxes.length,
    levelStart: roots === boxes.length ? Uint32Array.of(0) : Uint32Array.of(0, roots),
    undrawnRoots: { count: 0, width: 0 },
    toward: 'callees',
    measure: 'time',
    total: 1,
    bounds: { certainShare: Number.NaN, most: new Float64Array(boxes.length), cycleMost: new Float64Array() },
    zoomed: -1,
    resolved: 0,
    cut: 1e-4,
  }
}

const all: FlameWindow = { x0: 0, x1: 1, top: 0, width: 1000, height: 200, ratio: 1, row: 18, upward: 0 }

const sceneOf = (table: FlameTable, change: Partial<FlameScene> = {}): FlameScene => ({
  table,
  window: all,
  colours: {
    ...{ panel: 'panel', ink: 'ink', ink2: 'ink2', boxInk: 'box-ink', accent: 'accent', frame: null },
    ...{ groups: [], heat: [], changes: [], stipple: 'dot', hatch: 'hatch', hatchGround: 'ground', block: 'block' },
    ...{ sans: 'sans', mono: 'mono' },
  },
  nameOf: row => `function_number_${row}`,
  palette: ['g0', 'g1'],
  steps: { functions: Uint8Array.from({ length: table.length }, (_, row) => row % 2), cycles: new Uint8Array(9) },
  ...{ chosen: -1, hovered: -1, chosenBox: -1, focusedBox: -1, pointedBox: -1, hits: null, own: null, dim: false },
  cycleName: cycle => `cycle ${cycle} as a whole`,
  ...change,
})

/** What is filled, by colour, and by the texture over it or none; what is outlined and what is written. */
function drawn(scene: FlameScene) {
  const { boxes, marks, outlines, labels } = drawFlame(scene)
  const fills = [...boxes, ...marks]
  const filled = (style: string, pattern?: 'dots' | 'hatch' | 'none') =>
    fills
      .filter(({ colour, texture }) => style === colour && (!pattern || pattern === (texture?.pattern ?? 'none')))
      .flatMap(({ rectangles }) => inFours(rectangles))
  return { fills, filled, outlines, texts: labels.flatMap(({ texts }) => texts) }
}

const inFours = (numbers: Float32Array) =>
  Array.from({ length: numbers.length / 4 }, (_, i) => [...numbers.slice(4 * i, 4 * i + 4)])

test('a box is solid as far as it is certain, and dotted from there on', () => {
  const { filled } = drawn(sceneOf(tableOf([{ start: 0, end: 0.5, certain: 0.25 }])))
  expect(filled('g0', 'none')).toEqual([[0, 0, 250, 18]])
  expect(filled('g0', 'dots')).toEqual([[250, 0, 249, 18]])
})

test('a label has clear ground where it would be read through dots, and needs none where the box is solid', () => {
  const groundsOf = (certain: number) => drawFlame(sceneOf(tableOf([{ start: 0, end: 0.5, certain }]))).grounds
  expect(groundsOf(0.5)).toEqual([])
  const [ground, ...others] = groundsOf(0)
  expect(others).toEqual([])
  expect(ground).toMatchObject({ colour: 'g0', texture: null, alpha: 1 })
  const [[left, top, width, height]] = inFours(ground.rectangles)
  expect([left, top, width, height]).toEqual([2, 2, 6 * 'function_number_0'.length + 4, 14])
})

test('all edges of boxes lie between two pixels of the screen, however many there are to one of CSS', () => {
  const third = 1 / 3
  const table = tableOf([
    { start: 0, end: third, certain: third / 2 },
    { start: third, end: third + 0.0015 },
    { start: 0.5, end: 0.5 + third, isMore: true },
    { start: 0.05, end: third, depth: 1 },
  ])
  for (const ratio of [0.5, 1, 1.25, 1.5, 2, 3]) {
    const { boxes } = drawFlame(sceneOf(table, { window: { ...all, ratio, x0: 0.01, x1: 0.97, top: 3 } }))
    expect(boxes.length).toBeGreaterThan(3)
    for (const [left, top, width, height] of boxes.flatMap(({ rectangles }) => inFours(rectangles)))
      for (const edge of [left, top, left + width, top + height]) {
        expect(edge * ratio).toBeCloseTo(Math.round(edge * ratio), 3)
        expect(width * ratio).toBeGreaterThan(0.9)
      }
  }
})

test('a certain box has no dots, a sum is hatched and has no hue', () => {
  const { filled, texts } = drawn(
    sceneOf(
      tableOf([
        { start: 0, end: 0.5, certain: 0.5 },
        { start: 0.5, end: 0.6, isMore: true },
      ]),
    ),
  )
  expect(filled('g0', 'dots')).toEqual([])
  expect(filled('ground', 'hatch')).toEqual([[500, 0, 99, 18]])
  expect(texts).toContain('+7')
})

test('names are folded to the room there is, wide boxes say their percentage, narrow ones nothing', () => {
  const { texts } = drawn(
    sceneOf(
      tableOf([
        { start: 0, end: 0.2 },
        { start: 0.2, end: 0.27 },
        { start: 0.27, end: 0.29 },
      ]),
    ),
  )
  expect(texts).toEqual(['function_number_0', 'funct…er_1', '20.0\u202f%'])
})

test('a cycle keeps its number as long as there is room for it, in ideographs too', () => {
  const cycleIn = (width: number) => {
    const table = { ...tableOf([{ start: 0, end: width / 1000 }]), fn: Int32Array.of(-7) }
    expect(cycleOf(table, 0)).toBe(4)
    return drawn(sceneOf(table, { cycleName: cycle => `循环 ${cycle} 整体` })).texts[0]
  }
  expect(cycleIn(76)).toBe('循环 4 整体')
  expect(cycleIn(46)).toBe('循环 4')
  expect(cycleIn(40)).toBe('循…4')
  expect(cycleIn(34)).toBe('循…4')
})

test('very many boxes narrower than a pixel are a few grey blocks', () => {
  const many = 200_000
  const table = tableOf(Array.from({ length: many }, (_, i) => ({ start: i / many, end: (i + 1) / many })))
  const { fills, filled } = drawn(sceneOf(table))
  expect(filled('ground', 'hatch')).toEqual([[0, 0, 1000, 18]])
  expect(fills.length).toBe(1)
})

test('a block too narrow for hatching is plain, and blocks that lie close are one', () => {
  const [box, apart, close] = [0.001, 0.003, 0.0015] // of 1000 px
  const { filled } = drawn(
    sceneOf(
      tableOf([
        { start: 0, end: box },
        { start: box + apart, end: 2 * box + apart },
        { start: 2 * box + apart + close, end: 3 * box + apart + close },
      ]),
    ),
  )
  expect(filled('ground', 'hatch')).toEqual([])
  expect(filled('block').map(([left, , width]) => [left, width].map(Math.round))).toEqual([
    [0, 1],
    [4, 3],
  ])
})

test('what is left and right of the window is not drawn, and what reaches into it is cut off', () => {
  const table = tableOf([
    { start: 0, end: 0.1 },
    { start: 0.1, end: 0.9 },
    { start: 0.9, end: 1 },
  ])
  const window = { ...all, x0: 0.4, x1: 0.5 }
  const { filled, texts } = drawn(sceneOf(table, { window }))
  expect(filled('g0')).toEqual([])
  expect(filled('g1')).toEqual([[-4, 0, 1007, 18]])
  expect(texts).toEqual(['function_number_1', '80.0\u202f%'])
})

test('where colours do not tell boxes apart there are lines between them, under all boxes', () => {
  const table = tableOf([
    { start: 0, end: 0.5 },
    { start: 0.5, end: 1 },
  ])
  expect(drawn(sceneOf(table)).filled('lines')).toEqual([])
  const scene = sceneOf(table)
  const { fills, filled } = drawn({ ...scene, colours: { ...scene.colours, frame: 'lines' } })
  expect(fills[0].colour).toBe('lines')
  expect(filled('lines')).toEqual([
    [-1, -1, 501, 20],
    [499, -1, 501, 20],
  ])
})

test('levels above and below the window are not drawn', () => {
  const table = tableOf([
    { start: 0, end: 1 },
    { start: 0, end: 1, depth: 1 },
  ])
  expect(drawn(sceneOf(table, { window: { ...all, top: 19 } })).filled('g0')).toEqual([])
  expect(drawn(sceneOf(table, { window: { ...all, height: 18 } })).filled('g1')).toEqual([])
})

test('while searching, hits are underlined and all else steps back', () => {
  const table = tableOf([
    { start: 0, end: 0.5, certain: 0.5 },
    { start: 0.5, end: 1, certain: 0.5 },
  ])
  const hits = Uint8Array.of(0, 1)
  const { fills, filled } = drawn(sceneOf(table, { hits, dim: true }))
  expect(fills.find(fill => fill.colour === 'g0')?.alpha).toBe(0.4)
  expect(fills.find(fill => fill.colour === 'g1')?.alpha).toBe(1)
  expect(filled('ink')).toEqual([[500, 16, 499, 2]])
  expect(drawn(sceneOf(table, { hits })).fills.every(fill => fill.alpha === 1)).toBe(true)
})

test('the chosen function has an outline, and the way to it a mark at the left edge', () => {
  const table = tableOf([
    { start: 0, end: 1 },
    { start: 0, end: 0.5, depth: 1 },
  ])
  const { filled, outlines } = drawn(sceneOf(table, { chosen: 1, chosenBox: 1, hovered: 1 }))
  expect(filled('accent')).toEqual([[0, 0, 2.5, 18]])
  expect(outlines.map(outline => outline.colour)).toEqual(['accent']) // chosen beats hover
})

test('a box and the point in its middle are found from one another, in any window', () => {
  const table = tableOf([
    { start: 0, end: 1 },
    { start: 0.25, end: 0.5, depth: 1 },
  ])
  for (const window of [all, { ...all, x0: 0.2, x1: 0.6, top: 10, row: 30 }]) {
    const { left, top, right, bottom } = boxRectangle(table, window, 1)
    expect(boxAtPoint(table, window, (left + right) / 2, (top + bottom) / 2)).toBe(1)
    expect(boxAtPoint(table, window, right + 1, (top + bottom) / 2)).toBe(-1)
  }
})

test('a box of a path that one side lacks has a line along its top, whatever its colour', () => {
  const table = tableOf([
    { start: 0, end: 0.5, certain: 0.5 },
    { start: 0.5, end: 1, certain: 0.5 },
  ])
  expect(drawn(sceneOf(table)).filled('ink')).toEqual([])
  expect(drawn(sceneOf(table, { own: Uint8Array.of(0, 1) })).filled('ink')).toEqual([[500, 0, 499, 2]])
})
