import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BirdsEyePlace, frameIn, placeBirdsEye, type Sight } from './placeBirdsEye.ts'

/** A window of 1000 × 600 px at the top left of a drawing twice as wide and high. */
const sight: Sight = {
  drawing: { width: 2000, height: 1200 },
  seen: { x: 0, y: 0, width: 1000, height: 600 },
  scale: 1,
  parts: [],
  taken: [],
}
const zoom = { x: 12, y: 560, width: 130, height: 28 }
const legend = { x: 800, y: 500, width: 188, height: 88 }
const bar = { x: 12, y: 12, width: 300, height: 30 }
const node = (x: number, y: number, weight = 1) => ({ x, y, width: 100, height: 40, weight })
const seenThrough = (share: number): Sight => ({
  ...sight,
  seen: { x: 0, y: 0, width: share * 2000, height: share * 1200 },
  scale: 0.5 / share,
})
const shown = placeBirdsEye(sight, null)
if (!shown) throw new Error('not shown')

test('a drawing that fits the window needs no overview, one that exceeds it on one side does', () => {
  expect(placeBirdsEye(seenThrough(1), null)).toBeNull()
  expect(placeBirdsEye({ ...sight, drawing: { width: 500, height: 700 } }, null)).not.toBeNull()
})

test('it appears once the window is clearly too small, and stays until the drawing fits', () => {
  expect(placeBirdsEye(seenThrough(0.98), null)).toBeNull()
  expect(placeBirdsEye(seenThrough(0.98), shown)).not.toBeNull()
  expect(placeBirdsEye(seenThrough(0.95), null)).not.toBeNull()
  expect(placeBirdsEye(seenThrough(1), shown)).toBeNull()
})

test('it keeps the proportions of the drawing in 180 × 120 px, and in less where the window is small', () => {
  expect(shown).toMatchObject({ width: 180, height: 108, scale: 0.09 })
  const onPhone = { ...sight, seen: { x: 0, y: 0, width: 390, height: 690 } }
  expect(placeBirdsEye(onPhone, null)).toMatchObject({ width: 117, height: 117 * 0.6 })
})

test('where the window has no room it is left out, and where every corner is taken', () => {
  expect(placeBirdsEye({ ...sight, seen: { x: 0, y: 0, width: 190, height: 600 } }, null)).toBeNull()
  const wide = { x: 12, y: 12, width: 976, height: 30 }
  expect(placeBirdsEye({ ...sight, taken: [zoom, legend, wide] }, null)).toBeNull()
})

test('it stands in a corner that no other control takes', () => {
  const topRight = { x: 900, y: 12, width: 88, height: 20 }
  expect(placeBirdsEye({ ...sight, taken: [zoom, legend, bar] }, null)?.corner).toBe('top right')
  expect(placeBirdsEye({ ...sight, taken: [zoom, legend, topRight] }, null)?.corner).toBe('top left')
  expect(placeBirdsEye({ ...sight, taken: [bar, topRight, zoom] }, null)?.corner).toBe('bottom right')
})

test('of the free corners it takes the one with the least under it, wherever the window is', () => {
  const taken = [zoom, legend]
  const left = { ...sight, taken, parts: [node(850, 50), node(850, 100), node(20, 20)] }
  expect(placeBirdsEye(left, null)?.corner).toBe('top left')
  expect(placeBirdsEye({ ...left, parts: [node(850, 50), node(20, 20, 5)] }, null)?.corner).toBe('top right')
  const moved = { ...sight, taken, seen: { ...sight.seen, x: 800, y: 500 }, parts: [node(1700, 550)] }
  expect(placeBirdsEye(moved, null)?.corner).toBe('top left')
})

test('it stays where it stands unless another corner has less than half as much under it', () => {
  const before: BirdsEyePlace = { ...shown, corner: 'top left' }
  const under = (here: number, there: number) =>
    placeBirdsEye({ ...sight, taken: [zoom, legend], parts: [node(20, 20, here), node(850, 50, there)] }, before)
  expect(under(0, 0)?.corner).toBe('top left')
  expect(under(5, 3)?.corner).toBe('top left')
  expect(under(5, 2)?.corner).toBe('top right')
})

test('the frame is what is in the window, at the scale of the pane', () => {
  expect(frameIn(shown, { x: 500, y: 300, width: 1000, height: 600 })).toEqual({ x: 45, y: 27, width: 90, height: 54 })
})

test('a window that has left the drawing behind still shows as a frame, at the side where it went', () => {
  expect(frameIn(shown, { x: 3000, y: -900, width: 1000, height: 600 })).toEqual({ x: 176, y: 0, width: 4, height: 4 })
})

test('no frame is ever outside the pane', () => {
  const length = fc.double({ min: 1, max: 1e5, noNaN: true })
  const place = fc.double({ min: -1e5, max: 1e5, noNaN: true })
  const seen = fc.record({ x: place, y: place, width: length, height: length })
  const pane = fc.record({
    width: fc.double({ min: 1, max: 180, noNaN: true }),
    height: fc.constant(6),
    scale: fc.constant(0.01),
  })
  fc.assert(
    fc.property(pane, seen, (size, area) => {
      const { x, y, width, height } = frameIn(size, area)
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(size.width + 1e-9)
      expect(y + height).toBeLessThanOrEqual(size.height + 1e-9)
      expect(Math.min(width, height)).toBeGreaterThan(0)
    }),
  )
})
