import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { depthOf, endOf, levelsOf } from '../../../src/index.ts'
import { store } from '../../state/store.ts'
import type { Span } from '../../state/view.ts'
import { glide } from '../../ui/glide.ts'
import { useNarrow } from '../../ui/useNarrow.ts'
import { drawFlame } from './drawFlame.ts'
import type { FlameScale } from './flameColouring.ts'
import { type FlameColours, readFlameColours } from './flameColours.ts'
import type { FlameScene } from './flameScene.ts'
import { type FlameWindow, GAP, levelTop } from './flameWindow.ts'
import { type Painter, painterOf } from './painter.ts'

/** Levels above the zoomed box that stay in view, and levels below it that should. */
const ABOVE = 2
const BELOW = 4

type Drawn = Omit<FlameScene, 'window' | 'colours' | 'palette'> & {
  /** The part of the zoomed box that is to be in view; null for all of it. */
  span: Span | null
  /** Whether one function was asked for, which fills the picture then. */
  isRooted: boolean
  /** Told of each picture that was drawn. */
  onDrawn: (window: FlameWindow, colours: FlameColours) => void
  scale: FlameScale
}

/** What the picture offers to those who point at it. */
export interface FlamePicture {
  /** What is in view at this moment. */
  view(): FlameWindow
  /** Scrolls until a level is in view. */
  reveal(depth: number): void
  /** Brings a part of all time into view, at once. */
  lookAt(x0: number, x1: number): void
  /** What there is to be seen, as a part of all time: all of it, or that of the only root. */
  extent(): Span
}

/**
 * Keeps an element showing a scene, on a canvas in it: draws once a frame at most, whenever the scene, the size, the theme
 * or the place in the chart has changed; glides to the zoomed box.
 *
 * @param scroller Scrolls vertically; the surface stays in place in it.
 */
export function useFlamePicture(
  scroller: RefObject<HTMLElement | null>,
  surface: RefObject<HTMLElement | null>,
  scene: Drawn,
): FlamePicture {
  const row = useNarrow() ? 30 : 18
  const colours = useColours(scroller)
  const window = useRef<FlameWindow>({ x0: 0, x1: 1, top: 0, width: 0, height: 0, ratio: 1, row, upward: 0 })
  const latest = useRef({ scene, colours })
  const request = useRef(0)
  const painter = useRef<Painter>(null)

  const draw = useCallback(() => {
    request.current = 0
    const { scene, colours } = latest.current
    if (!painter.current || !colours || window.current.width === 0) return
    const palette = colours[scene.scale]
    painter.current.paint(drawFlame({ ...scene, palette, window: window.current, colours }))
    scene.onDrawn(window.current, colours)
  }, [])
  /** Callers stand on the function they lead to: its level is the lowest there is room for. */
  const setUpward = useCallback(() => {
    const { row: height, height: room } = window.current
    const { table } = latest.current.scene
    window.current.upward =
      table.toward === 'callers' ? Math.max(levelsOf(table), Math.floor(room / (height + GAP))) : 0
  }, [])
  const redraw = useCallback(() => {
    request.current ||= requestAnimationFrame(draw)
  }, [draw])

  useLayoutEffect(() => {
    latest.current = { scene, colours }
    window.current.row = row
    setUpward()
    redraw()
  })

  useEffect(() => {
    const element = scroller.current
    const room = surface.current
    if (!element || !room) return
    // A canvas can be handed over once, so each time there is another one.
    const canvas = room.appendChild(document.createElement('canvas'))
    painter.current = painterOf(canvas)
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = room
      Object.assign(window.current, { width, height, ratio: globalThis.devicePixelRatio })
      setUpward()
      redraw()
    }
    const scroll = () => {
      window.current.top = element.scrollTop
      redraw()
    }
    const observer = new ResizeObserver(measure)
    observer.observe(room)
    element.addEventListener('scroll', scroll, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', scroll)
      cancelAnimationFrame(request.current)
      request.current = 0
      painter.current?.close()
      painter.current = null
      canvas.remove()
    }
  }, [scroller, surface, redraw, setUpward])

  useGlide(scroller, scene, window, redraw)

  const view = useCallback(() => window.current, [])
  const reveal = useCallback(
    (depth: number) => {
      const element = scroller.current
      if (!element) return
      const top = levelTop(window.current, depth)
      const lowest = top + window.current.row - element.clientHeight
      if (element.scrollTop > top) element.scrollTop = top
      else if (element.scrollTop < lowest) element.scrollTop = lowest
    },
    [scroller],
  )
  const lookAt = useCallback(
    (x0: number, x1: number) => {
      Object.assign(window.current, { x0, x1 })
      redraw()
    },
    [redraw],
  )
  const extent = useCallback(() => extentOf(latest.current.scene), [])
  return { view, reveal, lookAt, extent }
}

/** Moves the window to the zoomed box of each new layout. */
function useGlide(
  scroller: RefObject<HTMLElement | null>,
  { table, span, isRooted }: Drawn,
  window: RefObject<FlameWindow>,
  redraw: () => void,
) {
  const isFirst = useRef(true)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const { zoomed } = table
    const from = { ...window.current, top: element.scrollTop }
    const [start, end] = zoomed < 0 ? extentOf({ table, isRooted }) : [table.start[zoomed], endOf(table, zoomed)]
    const at = (part: number) => start + part * (end - start)
    const [x0, x1] = span ? span.map(at) : [start, end]
    const to = { x0, x1 }
    // Who has looked around by hand stays at the height where that was.
    const isByHand = span !== null && !isFirst.current
    const top = isByHand ? from.top : topFor(from, zoomed < 0 ? -1 : depthOf(table, zoomed), element.clientHeight)
    const move = (progress: number) => {
      const between = (a: number, b: number) => (progress === 1 ? b : a + (b - a) * progress)
      window.current.x0 = between(from.x0, to.x0)
      window.current.x1 = between(from.x1, to.x1)
      if (top !== from.top) element.scrollTop = between(from.top, top)
      redraw()
    }
    if (isFirst.current) {
      isFirst.current = false
      return move(1)
    }
    return glide(element, move)
  }, [scroller, table, span, isRooted, window, redraw])
}

const extentOf = ({ table, isRooted }: Pick<Drawn, 'table' | 'isRooted'>): Span =>
  isRooted && table.length > 0 ? [table.start[0], endOf(table, 0)] : [0, 1]

/** Where to scroll so that a level and some before and behind it are in view; -1 for the roots. */
function topFor(window: FlameWindow, depth: number, room: number): number {
  const pitch = window.row + GAP
  const line = levelTop(window, Math.max(0, depth))
  const ahead = BELOW * pitch
  const [from, to] = window.upward > 0 ? [line - ahead, line + pitch] : [line, line + ahead]
  if (depth >= 0 && window.top <= from && to <= window.top + room) return window.top
  return Math.max(0, window.upward > 0 ? line + (1 + ABOVE) * pitch - room : line - ABOVE * pitch)
}

/** The theme's colours, read anew when it changes. */
function useColours(at: RefObject<HTMLElement | null>): FlameColours | null {
  const [colours, setColours] = useState<FlameColours | null>(null)
  useLayoutEffect(() => {
    const read = () => {
      if (at.current) setColours(readFlameColours(at.current))
    }
    read()
    const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map(query => globalThis.matchMedia(query))
    for (const query of media) query.addEventListener('change', read)
    const forget = store.subscribe(({ theme }, before) => {
      if (theme !== before.theme) read()
    })
    return () => {
      for (const query of media) query.removeEventListener('change', read)
      forget()
    }
  }, [at])
  return colours
}
