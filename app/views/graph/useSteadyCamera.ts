import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { FunctionRow } from '../../../src/index.ts'
import { useNarrow } from '../../ui/useNarrow.ts'
import type { Area, Camera } from './useCamera.ts'
import type { PlacedDrawing } from './useGraphLayout.ts'

/** Names below this scale cannot be read: on a desk, and in a hand. */
const SMALLEST_LEGIBLE = { wide: 0.65, narrow: 0.9 }

/** Fits the first picture; of later ones the chosen function stays where it was; a function chosen elsewhere comes into view. */
export function useSteadyCamera(
  camera: Camera,
  window: RefObject<HTMLElement | null>,
  placed: PlacedDrawing | null,
  chosen: FunctionRow,
) {
  const smallest = useNarrow() ? SMALLEST_LEGIBLE.narrow : SMALLEST_LEGIBLE.wide
  const latest = useRef({ camera, placed, chosen, smallest })
  const before = useRef<PlacedDrawing | null>(null)
  latest.current = { camera, placed, chosen, smallest }

  useLayoutEffect(() => {
    if (!placed) return
    const last = before.current
    before.current = placed
    const { camera: now, chosen: fn } = latest.current
    const has = (picture: PlacedDrawing | null) => picture?.drawing.nodes.has(fn) ?? false
    if (last?.placement === placed.placement) return
    const turned = last?.drawing.direction !== placed.drawing.direction
    if (last && !turned && has(last) && has(placed)) now.follow(areaOf(last, fn), areaOf(placed, fn))
    else if (turned || !now.isTouched()) fitLegibly(now, placed, fn, latest.current.smallest)
  }, [placed])

  useEffect(() => {
    if (placed?.drawing.nodes.has(chosen)) latest.current.camera.reveal(areaOf(placed, chosen))
  }, [placed, chosen])

  useEffect(() => {
    if (!window.current) return
    const observer = new ResizeObserver(() => {
      const { camera: now, placed: picture, chosen: fn } = latest.current
      if (picture && !now.isTouched()) fitLegibly(now, picture, fn, latest.current.smallest)
    })
    observer.observe(window.current)
    return () => observer.disconnect()
  }, [window])
}

/** All of the picture, or as much of it as can be read, round the chosen function or the heaviest at the top. */
function fitLegibly(camera: Camera, placed: PlacedDrawing, chosen: FunctionRow, smallest: number) {
  const { nodes } = placed.drawing
  const heaviest = [...nodes.values()].reduce((a, b) => (b.totalShare > a.totalShare ? b : a))
  camera.fit(wholeOf(placed), smallest, areaOf(placed, nodes.has(chosen) ? chosen : heaviest.fn))
}

/** The whole picture. */
export const wholeOf = ({ placement }: PlacedDrawing): Area => ({
  x: 0,
  y: 0,
  width: placement.width,
  height: placement.height,
})

/** The node of a function. */
export function areaOf(placed: PlacedDrawing, fn: FunctionRow): Area {
  const node = placed.placement.nodes.find(one => one.fn === fn)
  if (!node) return wholeOf(placed)
  return { x: node.x - node.width / 2, y: node.y - node.height / 2, width: node.width, height: node.height }
}
