import { select } from 'd3-selection'
import { type ZoomTransform, zoom, zoomIdentity, zoomTransform } from 'd3-zoom'
import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react'
import type { Area } from './area.ts'
import { MARGIN, type Room, type Zoom } from './fitPicture.ts'
import { overlaysOf, takenOf } from './overlays.ts'

/** Moves the picture under the window through which it is seen. Moves by hand and by code go through the same gate. */
export interface Camera {
  /** Calls back after each move, and when the camera has come to rest; returns how to stop. */
  listen(changed: () => void): () => void
  /** Window px for one px of the picture. */
  scale(): number
  /** What is in the window, of the picture and of what is around it. */
  seen(): Area
  /** Whether a hand is moving it just now. */
  isMoving(): boolean
  /** Whether the last move was by code and is shown as a glide. */
  isGliding(): boolean
  /** Whether a hand has moved it since it was last told to fit. */
  isTouched(): boolean
  /** Shows what is chosen for the window as it is; until a hand moves it, the camera counts as untouched. */
  fit(choose: (room: Room) => Zoom): void
  /** The middle of the window staying where it is. */
  scaleBy(factor: number): void
  /** To 100 %, the middle of the window staying where it is. */
  scaleToOne(): void
  /** Brings a point of the picture to the middle of the window. */
  centre(x: number, y: number): void
  /** Moves along with something that has moved in the picture, so that it stays in place on screen. */
  follow(before: Area, after: Area): void
  /** Brings an area into the window, if it is not in it. */
  reveal(area: Area): void
  /** Which of some things that have an area is nearest to the middle of the window. */
  nearestToMiddle<Thing>(things: readonly Thing[], areaOf: (thing: Thing) => Area): Thing
  /** Does at once, without gliding, what a hand elsewhere asks for. */
  byHand(move: () => void): void
}

const SCALES: [number, number] = [0.05, 4]
/** Below this scale figures and dots are too small to be seen. */
const FAR = 0.4
/** px that a click may be off. */
const CLICK_DISTANCE = 4

/**
 * The camera of a picture in a window. Nothing renders while it moves: of the picture only the transform changes, which
 * stands on an element that the browser composites, so that what is in it is neither laid out nor painted again.
 */
export function useCamera(window: RefObject<HTMLElement | null>, picture: RefObject<SVGSVGElement | null>): Camera {
  const touched = useRef(false)
  const byHand = useRef(false)
  const from = useRef(zoomIdentity)
  const state = useRef<'still' | 'moving' | 'gliding'>('still')
  const listeners = useRef(new Set<() => void>())
  // Kept here because asking for them would make the browser lay out all that has just been drawn.
  const size = useRef({ width: 0, height: 0 })
  const taken = useRef<Area[]>([])
  const behaviour = useMemo(
    () =>
      zoom<HTMLElement, unknown>()
        .scaleExtent(SCALES)
        .extent(() => [
          [0, 0],
          [size.current.width, size.current.height],
        ])
        .clickDistance(CLICK_DISTANCE)
        .on('start', ({ transform }: { transform: ZoomTransform }) => {
          from.current = transform
        })
        .on('zoom', ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: Event | null }) => {
          const element = picture.current
          if (!element) return
          const { x, y, k } = transform
          const isByHand = sourceEvent !== null || byHand.current
          if (isByHand) touched.current = true
          state.current = isByHand ? 'moving' : 'gliding'
          element.classList.toggle('gliding', !isByHand)
          element.classList.toggle('far', k < FAR)
          element.style.transform = `translate3d(${x}px, ${y}px, 0) scale(${k})`
          // Not before it is no click any more, whose target must stay what it was.
          if (sourceEvent?.type === 'mousemove' && Math.hypot(x - from.current.x, y - from.current.y) > CLICK_DISTANCE)
            window.current?.classList.add('dragged')
          for (const changed of listeners.current) changed()
        })
        .on('end', () => {
          window.current?.classList.remove('dragged')
          if (state.current !== 'moving') return
          state.current = 'still'
          for (const changed of listeners.current) changed()
        }),
    [window, picture],
  )
  useLayoutEffect(() => {
    const element = window.current
    if (!element) return
    const measure = () => {
      const { width, height } = element.getBoundingClientRect()
      size.current = { width, height }
      taken.current = takenOf(element.parentElement)
    }
    measure()
    const observer = new ResizeObserver(() => {
      measure()
      for (const changed of listeners.current) changed()
    })
    observer.observe(element)
    for (const overlay of overlaysOf(element.parentElement)) observer.observe(overlay)
    const selection = select(element).call(behaviour).on('dblclick.zoom', null)
    return () => {
      observer.disconnect()
      selection.on('.zoom', null)
    }
  }, [window, behaviour])

  return useMemo(() => {
    const act = (change: (now: ZoomTransform, size: { width: number; height: number }) => ZoomTransform) => {
      const element = window.current
      if (!element) return
      const { width } = size.current
      if (width > 0) select(element).call(behaviour.transform, change(zoomTransform(element), size.current))
    }
    const about = (factor: (now: number) => number) => {
      touched.current = true
      act((now, { width, height }) => {
        const k = Math.min(SCALES[1], Math.max(SCALES[0], factor(now.k)))
        return zoomIdentity
          .translate(width / 2, height / 2)
          .scale(k)
          .translate((now.x - width / 2) / now.k, (now.y - height / 2) / now.k)
      })
    }
    const now = () => (window.current ? zoomTransform(window.current) : zoomIdentity)
    return {
      listen(changed) {
        listeners.current.add(changed)
        return () => listeners.current.delete(changed)
      },
      scale: () => now().k,
      seen() {
        const { x, y, k } = now()
        return { x: -x / k, y: -y / k, width: size.current.width / k, height: size.current.height / k }
      },
      isMoving: () => state.current === 'moving',
      isGliding: () => state.current === 'gliding',
      isTouched: () => touched.current,
      fit(choose) {
        touched.current = false
        act((_, window) => {
          const { k, x, y } = choose({ window, taken: taken.current })
          return zoomIdentity.translate(x, y).scale(k)
        })
      },
      scaleBy: factor => about(now => now * factor),
      scaleToOne: () => about(() => 1),
      centre(x, y) {
        touched.current = true
        act(({ k }, { width, height }) =>
          zoomIdentity
            .translate(width / 2, height / 2)
            .scale(k)
            .translate(-x, -y),
        )
      },
      follow: (before, after) =>
        act(now =>
          now.translate(
            before.x + before.width / 2 - after.x - after.width / 2,
            before.y + before.height / 2 - after.y - after.height / 2,
          ),
        ),
      reveal: area =>
        act((now, { width, height }) => {
          const into = (from: number, to: number, room: number) =>
            from < MARGIN || to > room - MARGIN ? room / 2 - (from + to) / 2 : 0
          const dx = into(now.applyX(area.x), now.applyX(area.x + area.width), width)
          const dy = into(now.applyY(area.y), now.applyY(area.y + area.height), height)
          return zoomIdentity.translate(now.x + dx, now.y + dy).scale(now.k)
        }),
      nearestToMiddle(things, areaOf) {
        const { width, height } = size.current
        const now = window.current ? zoomTransform(window.current) : zoomIdentity
        const distance = (area: Area) =>
          Math.hypot(now.applyX(area.x + area.width / 2) - width / 2, now.applyY(area.y + area.height / 2) - height / 2)
        return things.reduce((a, b) => (distance(areaOf(b)) < distance(areaOf(a)) ? b : a))
      },
      byHand(move) {
        byHand.current = true
        move()
        byHand.current = false
      },
    }
  }, [window, behaviour])
}
