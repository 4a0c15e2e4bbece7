import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { FlamePicture } from './useFlamePicture.ts'

/** A pointer that has moved so far, in px, drags. */
const DRAG_FROM = 5
/** Quiet time, in ms, after which a place that was scrolled to counts as chosen. */
const PAUSE = 250
/** Zoom for one px of a wheel, as an exponent of e; a wheel that counts lines turns some px for each. */
const WHEEL = { zoom: 0.002, line: 16 }
/** What the keys W and S zoom by, and the part of the window that A and D move by. */
const KEYS = { zoom: 0.7, pan: 0.15 }
/** Nothing narrower can be looked at: unit space has no more digits. */
const NARROWEST = 1e-9

/** A part of a chart that a hand draws up, in px of the picture. */
export interface DraggedRange {
  left: number
  width: number
}

/**
 * Looking around in a flame chart by hand: the wheel with Ctrl (alone where there is nothing to scroll), pinching, dragging
 * a range, panning with Shift or sideways, W A S D. The picture follows at once; where it comes to rest is told to `settle`
 * as the part of all time that is in view.
 */
export function useFlameGestures(
  surface: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  { view, lookAt, extent }: FlamePicture,
  settle: (x0: number, x1: number) => void,
) {
  const [range, setRange] = useState<DraggedRange | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(settle)
  useEffect(() => {
    latest.current = settle
  })
  useEffect(() => () => clearTimeout(timer.current), [])

  const move = (x0: number, x1: number) => {
    const [first, last] = extent()
    const width = Math.min(last - first, Math.max(NARROWEST, x1 - x0))
    const from = Math.min(last - width, Math.max(first, x0))
    lookAt(from, from + width)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const { x0: left, x1: right } = view()
      latest.current(left, right)
    }, PAUSE)
  }
  /** About a place of the window, 0..1 from the left. */
  const zoomBy = (factor: number, place: number) => {
    const { x0, x1 } = view()
    const at = x0 + place * (x1 - x0)
    move(at - (at - x0) * factor, at + (x1 - at) * factor)
  }
  const panBy = (part: number) => {
    const { x0, x1 } = view()
    move(x0 + part * (x1 - x0), x1 + part * (x1 - x0))
  }

  const act = useRef({ zoomBy, panBy })
  act.current = { zoomBy, panBy }
  // React listens to wheels passively, and then the page would zoom and scroll as well.
  useEffect(() => {
    const element = surface.current
    if (!element) return
    const turn = (event: WheelEvent) => {
      const scale = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL.line : 1
      const { left, width } = element.getBoundingClientRect()
      const box = scroller.current
      const scrolls = box !== null && box.scrollHeight > box.clientHeight + 1
      const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX
      if (
        event.ctrlKey ||
        event.metaKey ||
        (!scrolls && !event.shiftKey && Math.abs(event.deltaY) > Math.abs(sideways))
      )
        act.current.zoomBy(Math.exp(event.deltaY * scale * WHEEL.zoom), (event.clientX - left) / width)
      else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY))
        act.current.panBy((sideways * scale) / width)
      else return
      event.preventDefault()
    }
    element.addEventListener('wheel', turn, { passive: false })
    return () => element.removeEventListener('wheel', turn)
  }, [surface, scroller])

  const pointers = useRef(new Map<number, { x: number; y: number }>())
  const drag = useRef<{ from: number; isTouch: boolean; isDragging: boolean } | null>(null)
  const placeOf = (event: PointerEvent) => event.clientX - (surface.current?.getBoundingClientRect().left ?? 0)
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
    drag.current = { from: placeOf(event), isTouch: event.pointerType === 'touch', isDragging: false }
  }
  const onPointerMove = (event: PointerEvent) => {
    // It was let go where the chart could not hear of it.
    if (event.buttons === 0) {
      pointers.current.clear()
      return
    }
    const before = pointers.current.get(event.pointerId)
    const now = { x: event.clientX, y: event.clientY }
    if (!before || !drag.current) return
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1]
    pointers.current.set(event.pointerId, now)
    const width = view().width
    if (other) {
      const spread = (at: { x: number }) => Math.max(10, Math.abs(at.x - other.x))
      const middle = (now.x + other.x) / 2 - (surface.current?.getBoundingClientRect().left ?? 0)
      drag.current.isDragging = true
      zoomBy(spread(before) / spread(now), middle / width)
      return
    }
    const at = placeOf(event)
    const { from, isTouch } = drag.current
    if (!drag.current.isDragging && Math.abs(at - from) < DRAG_FROM) return
    if (!drag.current.isDragging) surface.current?.setPointerCapture(event.pointerId)
    drag.current.isDragging = true
    if (isTouch) panBy((before.x - now.x) / width)
    else setRange({ left: Math.min(from, at), width: Math.abs(at - from) })
  }
  const onPointerUp = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId)
    if (range) {
      const { x0, x1, width } = view()
      const at = (px: number) => x0 + (Math.max(0, Math.min(width, px)) / width) * (x1 - x0)
      latest.current(at(range.left), at(range.left + range.width))
    }
    setRange(null)
  }
  return {
    range,
    gestureEvents: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: onPointerUp,
    },
    /** Whether the click that follows belongs to a drag, and is none. */
    wasDragged: () => drag.current?.isDragging === true,
    /** Answers a key; tells whether it was one of its own. */
    onKey: (key: string): boolean => {
      const letter = key.toLowerCase()
      if (letter === 'w' || letter === 's') zoomBy(letter === 'w' ? KEYS.zoom : 1 / KEYS.zoom, 0.5)
      else if (letter === 'a' || letter === 'd') panBy(letter === 'a' ? -KEYS.pan : KEYS.pan)
      else return false
      return true
    },
  }
}
