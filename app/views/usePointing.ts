import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { FunctionRow } from '../../src/index.ts'
import { pointAt } from '../state/store.ts'
import type { Pointed } from './graph/GraphCard.tsx'
import type { PlacedDrawing } from './graph/useGraphLayout.ts'

/** ms before an explanation opens. */
const POINTING_DELAY = 120

/** Pointing at something marks it everywhere at once, and explains it after a moment: at once if a card is open. */
export function usePointing(placed: PlacedDrawing | null) {
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    pointed,
    point(event: PointerEvent) {
      // A finger has no hover: what it touches it chooses.
      const over = event.pointerType === 'touch' ? null : partAt(event.target)
      const fn = rowOf(over)
      pointAt(fn)
      const edge = placed?.drawing.edges[Number(over?.dataset.edge ?? -1)]
      const next: Pointed | null =
        over && fn >= 0
          ? { fn, beside: over.getBoundingClientRect() }
          : edge && edge.kind !== 'summed'
            ? { edge, beside: new DOMRect(event.clientX - 8, event.clientY - 8, 16, 16) }
            : null
      clearTimeout(timer.current)
      if (next && pointed) setPointed(next)
      else timer.current = setTimeout(() => setPointed(next), POINTING_DELAY)
    },
    pointAway() {
      pointAt(-1)
      clearTimeout(timer.current)
      setPointed(null)
    },
  }
}

/** The node or edge that an event is about. */
export const partAt = (target: EventTarget): SVGGElement | null =>
  target instanceof Element ? target.closest<SVGGElement>('[data-fn], [data-sum], [data-edge]') : null

/** The function that a part of the picture stands for; -1 for none. */
export const rowOf = (part: SVGGElement | null): FunctionRow => Number(part?.dataset.fn ?? part?.dataset.sum ?? -1)

/** Whether a part of the picture stands for hidden callers or callees of its function. */
export const openedBy = (target: EventTarget): 'callers' | 'callees' | null => {
  const side = target instanceof Element ? target.closest<SVGGElement>('[data-open]')?.dataset.open : undefined
  return side === 'callers' || side === 'callees' ? side : null
}
