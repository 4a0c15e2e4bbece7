import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Area, overlap } from './area.ts'
import { fitWhole, largestFree, MARGIN, type Room, showPart, type Zoom } from './fitPicture.ts'

const room: Room = {
  window: { width: 600, height: 400 },
  taken: [
    { x: 12, y: 362, width: 130, height: 26 },
    { x: 390, y: 300, width: 198, height: 88 },
  ],
}
const inWindow = ({ k, x, y }: Zoom, area: Area): Area => ({
  x: x + k * area.x,
  y: y + k * area.y,
  width: k * area.width,
  height: k * area.height,
})
const covered = ({ taken }: Room, zoom: Zoom, parts: readonly Area[]) =>
  parts.filter(part => taken.some(area => overlap(area, inWindow(zoom, part))))

const column = [0, 1, 2, 3].map(i => ({ x: 0, y: 60 * i, width: 92, height: 40 }))
const columnSize = { width: 92, height: 220 }

test('a picture that nothing stands over is in the middle, at 100 % if there is room', () => {
  expect(fitWhole(room, columnSize, column)).toEqual({ k: 1, x: 254, y: 90 })
})

test('a picture of which the legend would cover a part moves aside before it becomes smaller', () => {
  const tall = { width: 92, height: 340 }
  const parts = [...column, { x: 0, y: 300, width: 92, height: 40 }]
  const zoom = fitWhole({ ...room, taken: [{ x: 230, y: 300, width: 358, height: 88 }] }, tall, parts)
  expect(zoom.k).toBe(1)
  expect(zoom.x + 92).toBeLessThan(230)
})

test('where there is no place beside it, the picture becomes smaller', () => {
  const wide = { width: 1000, height: 600 }
  const parts = [
    { x: 0, y: 560, width: 100, height: 40 },
    { x: 900, y: 560, width: 100, height: 40 },
    { x: 450, y: 0, width: 100, height: 40 },
  ]
  const zoom = fitWhole(room, wide, parts)
  expect(zoom.k).toBeLessThan(560 / 1000)
  expect(zoom.k).toBeGreaterThan(0.4)
  expect(covered(room, zoom, parts)).toEqual([])
})

test('what stands over a window nearly fills it: then the picture does not shrink to nothing, but is covered', () => {
  const zoom = fitWhole({ ...room, taken: [{ x: 12, y: 12, width: 560, height: 340 }] }, columnSize, column)
  expect(zoom.k).toBe(1)
})

test('in a window that is hardly there a picture is small, but has not turned over', () => {
  expect(fitWhole({ window: { width: 30, height: 24 }, taken: [] }, columnSize, column).k).toBeGreaterThan(0)
})

const anyArea = (width: number, height: number) =>
  fc
    .record({
      x: fc.integer({ min: 0, max: width - 10 }),
      y: fc.integer({ min: 0, max: height - 10 }),
      width: fc.integer({ min: 10, max: 150 }),
      height: fc.integer({ min: 10, max: 60 }),
    })
    .map(area => ({
      ...area,
      width: Math.min(area.width, width - area.x),
      height: Math.min(area.height, height - area.y),
    }))

test('a picture that fits is in the window as a whole, with nothing over its parts unless these would be half as large', () => {
  fc.assert(
    fc.property(
      fc
        .tuple(fc.integer({ min: 50, max: 3000 }), fc.integer({ min: 50, max: 3000 }))
        .chain(([width, height]) =>
          fc.record({ picture: fc.constant({ width, height }), parts: fc.array(anyArea(width, height)) }),
        ),
      fc.tuple(fc.integer({ min: 150, max: 1600 }), fc.integer({ min: 150, max: 1000 })).chain(([width, height]) =>
        fc.record({
          window: fc.constant({ width, height }),
          taken: fc.array(anyArea(width, height), { maxLength: 4 }),
        }),
      ),
      ({ picture, parts }, room) => {
        const zoom = fitWhole(room, picture, parts)
        const { x, y, width, height } = inWindow(zoom, { x: 0, y: 0, ...picture })
        expect(Math.min(x, y)).toBeGreaterThan(-1e-6)
        expect(x + width).toBeLessThan(room.window.width + 1e-6)
        expect(y + height).toBeLessThan(room.window.height + 1e-6)
        expect(zoom.k).toBeLessThanOrEqual(1)
        const most = fitWhole({ ...room, taken: [] }, picture, parts).k
        if (zoom.k < most - 1e-9) expect(covered(room, zoom, parts)).toEqual([])
        expect(zoom.k).toBeGreaterThanOrEqual(most / 2 - 1e-9)
      },
    ),
  )
})

test('a part of a picture is shown in what is free of the window, without leaving any of that empty', () => {
  const free = largestFree(room)
  expect(free).toEqual({ x: MARGIN, y: MARGIN, width: 560, height: 272 })
  const picture = { width: 2000, height: 900 }
  expect(showPart(free, picture, { x: 0, y: 0, width: 100, height: 40 }, 1)).toEqual({ k: 1, x: MARGIN, y: MARGIN })
  const end = { x: 1900, y: 860, width: 100, height: 40 }
  expect(inWindow(showPart(free, picture, end, 1), end)).toEqual({ x: 480, y: 252, width: 100, height: 40 })
  const early = { x: 800, y: 200, width: 100, height: 40 }
  expect(inWindow(showPart(free, picture, early, 1), early)).toMatchObject({ y: MARGIN + 200 })
  const tall = { x: 800, y: 300, width: 100, height: 272 }
  expect(inWindow(showPart(free, picture, tall, 1), tall)).toEqual({ x: 250, y: MARGIN, width: 100, height: 272 })
})
