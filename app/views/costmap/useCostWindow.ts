import { select } from 'd3-selection'
import { type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom'
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { CostMap } from '../../../src/index.ts'
import { useApp } from '../../state/store.ts'
import { fitCanvas } from '../../ui/fitCanvas.ts'
import { readColours } from '../../ui/readColours.ts'
import { useSystemColours } from '../../ui/useSystemColours.ts'
import { drawCostMap } from './costDrawing.ts'
import { drawCostMarks } from './costMarks.ts'
import {
  type CostColours,
  type CostLabel,
  type CostMarks,
  type CostScene,
  type CostWindow,
  MARGIN,
  onScreen,
  plotOf,
  unzoomed,
} from './costScene.ts'
import { gridOf } from './pointGrid.ts'

const TOKENS = [
  '--panel',
  '--line',
  '--line2',
  '--edge',
  '--ink',
  '--ink2',
  '--ink3',
  '--accent',
  '--mark',
  '--h0',
  '--h1',
  '--h2',
  '--h3',
  '--h4',
  '--h5',
] as const

const SCALES: [number, number] = [1, 1000]
/** px that a click may be off. */
const CLICK_DISTANCE = 4
/** Points count as under the pointer so far from their middle, in px. */
const NEAR = 8
/** What a step of the keyboard or a button zooms by. */
const STEP = 1.6

/**
 * The window through which the map is seen: keeps the canvas drawn, and the overlay with what changes as the pointer moves; zooms
 * and pans it, and tells what is where. `plot` is the part of the canvas between the scales. `moved` is called back as the map moves.
 */
export function useCostWindow(
  plot: RefObject<HTMLElement | null>,
  canvas: RefObject<HTMLCanvasElement | null>,
  overlay: RefObject<HTMLCanvasElement | null>,
  scene: CostScene,
  marks: CostMarks,
  moved: () => void,
) {
  const view = useRef<CostWindow>({ width: 0, height: 0, zoom: zoomIdentity })
  const draw = useRef<() => void>(() => undefined)
  const drawMarks = useRef<() => void>(() => undefined)
  const palette = useRef<CostColours | null>(null)
  const labels = useRef<CostLabel[]>([])
  const frame = useRef(0)
  const latestMoved = useRef(moved)
  latestMoved.current = moved
  const theme = useApp(state => state.theme)
  const system = useSystemColours()

  // biome-ignore lint/correctness/useExhaustiveDependencies: with another theme, colours are others
  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    const read = readColours(element.parentElement ?? element, TOKENS)
    const style = getComputedStyle(element)
    const colours: CostColours = {
      panel: read['--panel'],
      line: read['--line'],
      line2: read['--line2'],
      edge: read['--edge'],
      ink: read['--ink'],
      ink2: read['--ink2'],
      ink3: read['--ink3'],
      accent: read['--accent'],
      mark: read['--mark'],
      heat: [read['--h0'], read['--h1'], read['--h2'], read['--h3'], read['--h4'], read['--h5']],
      mono: style.getPropertyValue('--mono'),
      sans: style.getPropertyValue('--sans'),
    }
    draw.current = () => {
      if (view.current.width === 0) return
      fitCanvas(context, view.current)
      labels.current = drawCostMap(context, scene, colours, view.current)
      drawMarks.current()
    }
    palette.current = colours
    draw.current()
  }, [scene, theme, system, canvas])
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another theme, colours are others
  useLayoutEffect(() => {
    const context = overlay.current?.getContext('2d')
    const colours = palette.current
    if (!context || !colours) return
    drawMarks.current = () => {
      if (view.current.width === 0) return
      fitCanvas(context, view.current)
      drawCostMarks(context, scene, marks, colours, view.current, labels.current)
    }
    drawMarks.current()
  }, [scene, marks, theme, system, overlay])

  const behaviour = useMemo(
    () =>
      zoom<HTMLElement, unknown>()
        .scaleExtent(SCALES)
        .extent(() => {
          const { width, height } = plotOf(view.current)
          return [
            [0, 0],
            [width, height],
          ]
        })
        .clickDistance(CLICK_DISTANCE)
        .on('zoom', ({ transform }: { transform: ZoomTransform }) => {
          view.current = { ...view.current, zoom: transform }
          latestMoved.current()
          cancelAnimationFrame(frame.current)
          frame.current = requestAnimationFrame(() => draw.current())
        }),
    [],
  )
  useEffect(() => {
    const element = plot.current
    if (!element) return
    const observer = new ResizeObserver(([{ contentRect }]) => {
      const { width, height } = contentRect
      if (width === 0 || height === 0) return
      view.current = {
        ...view.current,
        width: width + MARGIN.left + MARGIN.right,
        height: height + MARGIN.top + MARGIN.bottom,
      }
      behaviour.translateExtent([
        [0, 0],
        [width, height],
      ])
      draw.current()
    })
    observer.observe(element)
    const selection = select(element).call(behaviour).on('dblclick.zoom', null)
    return () => {
      observer.disconnect()
      selection.on('.zoom', null)
      cancelAnimationFrame(frame.current)
    }
  }, [plot, behaviour])

  const find = useRef<ReturnType<typeof gridOf> | null>(null)
  const found = useRef<{ map: CostMap; width: number; height: number } | null>(null)
  /** The point under a place of the window; -1 for none. */
  const pointAt = (clientX: number, clientY: number): number => {
    const frame = canvas.current?.getBoundingClientRect()
    const { width, height, zoom } = view.current
    if (!frame || width === 0) return -1
    const { map, radius } = scene
    if (found.current?.map !== map || found.current.width !== width || found.current.height !== height) {
      found.current = { map, width, height }
      find.current = finderOf(map, view.current)
    }
    const [left, top] = [clientX - frame.left, clientY - frame.top]
    const [x, y] = [(left - MARGIN.left - zoom.x) / zoom.k, (top - MARGIN.top - zoom.y) / zoom.k]
    const near = find.current?.(x, y, NEAR / zoom.k) ?? -1
    if (near >= 0) return near
    const offOf = (point: number) => {
      const [x, y] = onScreen(view.current, map.x[point], map.y[point])
      return Math.hypot(x - left, y - top)
    }
    // Large points reach beyond that: of those around it, the smallest.
    for (let point = map.fn.length - 1; point >= 0; point--)
      if (radius[point] > NEAR && offOf(point) <= radius[point]) return point
    return -1
  }

  const act = (change: (element: HTMLElement) => void) => {
    if (plot.current) change(plot.current)
  }
  return {
    pointAt,
    /** The box of a point in the window of the browser. */
    boxOf(point: number): DOMRect {
      const { left = 0, top = 0 } = canvas.current?.getBoundingClientRect() ?? {}
      const [x, y] = onScreen(view.current, scene.map.x[point], scene.map.y[point])
      const r = scene.radius[point]
      return new DOMRect(left + x - r, top + y - r, 2 * r, 2 * r)
    },
    aspect: () => plotOf(view.current).width / plotOf(view.current).height,
    zoomIn: () => act(element => select(element).call(behaviour.scaleBy, STEP)),
    zoomOut: () => act(element => select(element).call(behaviour.scaleBy, 1 / STEP)),
    showAll: () => act(element => select(element).call(behaviour.transform, zoomIdentity)),
    /** Brings a point into view, if it is not in it. */
    reveal(point: number) {
      const [x, y] = onScreen(view.current, scene.map.x[point], scene.map.y[point])
      const { width, height } = plotOf(view.current)
      const isIn = x >= MARGIN.left && y >= MARGIN.top && x <= MARGIN.left + width && y <= MARGIN.top + height
      if (!isIn)
        act(element =>
          select(element).call(
            behaviour.translateTo,
            ...unzoomed(view.current, scene.map.x[point], scene.map.y[point]),
          ),
        )
    },
  }
}

/** Finds points by places in px without zoom. */
function finderOf(map: CostMap, window: CostWindow): ReturnType<typeof gridOf> {
  const places = new Float64Array(2 * map.fn.length)
  for (let point = 0; point < map.fn.length; point++)
    places.set(unzoomed(window, map.x[point], map.y[point]), 2 * point)
  const { width, height } = plotOf(window)
  return gridOf(places, width, height)
}
