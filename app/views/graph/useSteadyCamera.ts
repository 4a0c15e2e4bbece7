import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { FunctionRow } from '../../../src/index.ts'
import { useNarrow } from '../../ui/useNarrow.ts'
import type { Area } from './area.ts'
import { areaOfNode, heaviestPart } from './firstSight.ts'
import { fitWhole, largestFree, showPart } from './fitPicture.ts'
import type { Camera } from './useCamera.ts'
import type { PlacedDrawing } from './useGraphLayout.ts'

/** Names below this scale cannot be read: on a desk, and in a hand. */
const SMALLEST_LEGIBLE = { wide: 0.65, narrow: 0.9 }

/**
 * Fits the first picture. Of later ones that function stays where it was which was acted on, else the chosen one; without
 * either the picture is fitted again, unless a hand has moved it: then what was in the middle stays. A function chosen
 * elsewhere comes into view.
 */
export function useSteadyCamera(
  camera: Camera,
  window: RefObject<HTMLElement | null>,
  placed: PlacedDrawing | null,
  chosen: FunctionRow,
  /** Label of the function that was acted on last in this picture. */
  acted: RefObject<string>,
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
    if (last?.placement === placed.placement) return
    const kept = last?.drawing.direction === placed.drawing.direction ? areasOfBoth(last, placed) : new Map()
    const anchor = kept.get(acted.current) ?? kept.get(placed.drawing.nodes.get(fn)?.label ?? '')
    acted.current = ''
    if (anchor) now.follow(anchor.before, anchor.after)
    else if (kept.size === 0 || !now.isTouched()) fitLegibly(now, placed, fn, latest.current.smallest)
    else {
      const middle = now.nearestToMiddle([...kept.values()], ({ before }) => before)
      now.follow(middle.before, middle.after)
    }
  }, [placed, acted])

  const revealed = useRef('')
  useEffect(() => {
    const label = placed?.drawing.nodes.get(chosen)?.label ?? ''
    if (placed && label !== '' && label !== revealed.current) latest.current.camera.reveal(areaOf(placed, chosen))
    revealed.current = label
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

/** All of the picture, or as much of it as can be read, round the chosen function or from the heaviest root on. */
function fitLegibly(camera: Camera, placed: PlacedDrawing, chosen: FunctionRow, smallest: number) {
  const { drawing, placement } = placed
  camera.fit(room => {
    const whole = fitWhole(room, placement, partsOf(placed))
    if (whole.k >= smallest) return whole
    const free = largestFree(room)
    const part = drawing.nodes.has(chosen)
      ? areaOf(placed, chosen)
      : heaviestPart(placed, { width: free.width / smallest, height: free.height / smallest })
    return showPart(free, placement, part, smallest)
  })
}

/** Shows all of the picture, however small. */
export const fitAll = (camera: Camera, placed: PlacedDrawing) =>
  camera.fit(room => fitWhole(room, placed.placement, partsOf(placed)))

/** What of a picture is not to be covered. */
const partsOf = ({ placement: { nodes, sums } }: PlacedDrawing): Area[] => [...nodes, ...sums].map(areaOfNode)

/** Where each function is in two pictures that both have it, by label: rows are those of their own profile. */
function areasOfBoth(before: PlacedDrawing, after: PlacedDrawing): Map<string, { before: Area; after: Area }> {
  const rowOf = new Map([...before.drawing.nodes.values()].map(({ label, fn }) => [label, fn]))
  return new Map(
    [...after.drawing.nodes.values()].flatMap(({ label, fn }) => {
      const row = rowOf.get(label)
      return row === undefined ? [] : [[label, { before: areaOf(before, row), after: areaOf(after, fn) }]]
    }),
  )
}

/** The node of a function; the whole picture for one that is not drawn. */
export function areaOf({ placement }: PlacedDrawing, fn: FunctionRow): Area {
  const node = placement.nodes.find(one => one.fn === fn)
  return node ? areaOfNode(node) : { x: 0, y: 0, width: placement.width, height: placement.height }
}
