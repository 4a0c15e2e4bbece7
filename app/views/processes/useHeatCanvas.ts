import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useApp } from '../../state/store.ts'
import { fitCanvas } from '../../ui/fitCanvas.ts'
import { readColours } from '../../ui/readColours.ts'
import { useSystemColours } from '../../ui/useSystemColours.ts'
import { drawHeat, type HeatScene, type HeatWindow } from './heatDrawing.ts'

const TOKENS = [
  '--panel',
  '--line',
  '--hover',
  '--ink',
  '--ink2',
  '--ink3',
  '--accent',
  '--accent-soft',
  '--mark',
  '--h0',
  '--h1',
  '--h2',
  '--h3',
  '--h4',
  '--h5',
] as const

/**
 * Keeps a canvas drawn: once for each frame in which the scene changed or the scroller moved.
 *
 * @param viewOf What is in view at the moment, in CSS pixels.
 */
export function useHeatCanvas(
  canvas: RefObject<HTMLCanvasElement | null>,
  scroller: RefObject<HTMLElement | null>,
  scene: Omit<HeatScene, 'colours'>,
  viewOf: () => HeatWindow,
): void {
  const theme = useApp(state => state.theme)
  const system = useSystemColours()
  const latest = useRef<() => void>(() => undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another theme, colours are others
  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d', { alpha: false })
    if (!element || !context) return
    const read = readColours(element.parentElement ?? element, TOKENS)
    const colours = {
      panel: read['--panel'],
      line: read['--line'],
      hover: read['--hover'],
      ink: read['--ink'],
      ink2: read['--ink2'],
      ink3: read['--ink3'],
      accent: read['--accent'],
      accentSoft: read['--accent-soft'],
      mark: read['--mark'],
      heat: [read['--h0'], read['--h1'], read['--h2'], read['--h3'], read['--h4'], read['--h5']],
      mono: getComputedStyle(element).getPropertyValue('--mono'),
    }
    let left = Number.NaN
    latest.current = () => {
      const view = viewOf()
      if (fitCanvas(context, view)) left = Number.NaN
      drawHeat(context, { ...scene, colours }, view, view.left !== left)
      left = view.left
    }
    latest.current()
  }, [scene, viewOf, theme, system, canvas])

  useEffect(() => {
    const target = scroller.current
    if (!target) return
    let frame = 0
    const draw = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => latest.current())
    }
    target.addEventListener('scroll', draw, { passive: true })
    const observer = new ResizeObserver(draw)
    observer.observe(target)
    return () => {
      cancelAnimationFrame(frame)
      target.removeEventListener('scroll', draw)
      observer.disconnect()
    }
  }, [scroller])
}
