import { type MouseEvent, useMemo, useRef } from 'react'
import type { BoxRow, FlameTable } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { formatCount } from '../../ui/format.ts'
import type { FlameColours } from './flameColours.ts'
import type { FlameWindow } from './flameWindow.ts'
import { drawStrip, hitBoxes, nearestOutside } from './hitStrip.ts'
import type { FlamePicture } from './useFlamePicture.ts'

const HEIGHT = 10
/** A box that is gone to takes up an eighth of the window, if it is not wider. */
const HALF_AROUND = 4

/**
 * The strip over a chart of what a search found out of view. `draw` follows each picture of the chart; a press leads to
 * the nearest box out of view, with the part of all time to look at.
 */
export function useHitStrip(
  table: FlameTable,
  hits: Uint8Array | null,
  picture: FlamePicture,
  goTo: (box: BoxRow, x0: number, x1: number) => void,
) {
  const words = useMessages().flame
  const surface = useRef<HTMLCanvasElement>(null)
  const found = useMemo(() => hitBoxes(table, hits), [table, hits])
  const draw = (window: FlameWindow, colours: FlameColours) => {
    const canvas = surface.current
    const context = canvas?.getContext('2d')
    const button = canvas?.parentElement
    if (!canvas || !context || !button) return
    if (found.length === 0) {
      button.hidden = true
      return
    }
    const ratio = globalThis.devicePixelRatio
    canvas.width = Math.round(window.width * ratio)
    canvas.height = HEIGHT * ratio
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    const outside = drawStrip(context, { table, boxes: found, window, extent: picture.extent() }, colours, HEIGHT)
    button.hidden = outside === 0
    button.title = words.foundOutside(formatCount(outside), formatCount(found.length))
  }
  const show = (event: MouseEvent<HTMLButtonElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const [first, last] = picture.extent()
    const window = picture.view()
    const box = nearestOutside(table, found, window, first + ((event.clientX - left) / width) * (last - first))
    if (box < 0) return
    const half = Math.min((window.x1 - window.x0) / 2, HALF_AROUND * table.width[box])
    const middle = table.start[box] + table.width[box] / 2
    goTo(box, Math.max(first, middle - half), Math.min(last, middle + half))
  }
  const element = (
    <button type="button" className="flame-strip" aria-label={words.toFound} hidden onClick={show}>
      <canvas ref={surface} />
    </button>
  )
  return { draw, element }
}
