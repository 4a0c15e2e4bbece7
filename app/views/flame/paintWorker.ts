// Paints drawings of flame charts on canvases that the page has handed over.
//
// Where no GPU fills a canvas, its own thread does: on the page's thread that was two thirds of every frame. Of 95,533
// boxes (1440 × 900, no GPU, 2 busy cores), the page's work in a frame of zooming and panning is now 1.9 ms (p95 6.1),
// and was 6.3 (p95 11.8); all processors together take the same, since the work is moved and not saved. What is saved is
// saved by edges on whole pixels, by rectangles filled one by one (all in one path cost more) and by patterns that have
// their ground in them: together a fifth of the painting.
//
// Tried and left: filling pixels by hand in an ImageData (as fast at one pixel of the screen to one of CSS, 1.3 times as
// slow at two, and to be uploaded to a GPU where there is one); labels kept as bitmaps (2.7 µs each, and fillText 3.1);
// one dotted strip for each colour, copied box by box (calling drawImage takes longer than is won).

import { FACE_WEIGHTS } from '../../ui/faces.ts'
import type { FlameDrawing } from './flameDrawing.ts'
import { patternOf } from './flameTextures.ts'
import { paintFlame } from './paintFlame.ts'

export interface LoadedFace {
  family: string
  bytes: ArrayBuffer
}

/**
 * What the page says: once, with which faces to write, without those that it could not get; and which canvases to paint
 * on, each with where its drawings come from.
 */
export type ToPaintWorker = { faces: readonly LoadedFace[] } | { canvas: OffscreenCanvas; drawings: MessagePort }

/** Workers have a set of faces as documents do. */
const { fonts } = globalThis as unknown as { fonts: FontFaceSet }
let settle: () => void
/** Nothing is painted before: a face that came later would not be seen until the next drawing. */
const facesSettled = new Promise<void>(resolve => (settle = resolve))

addEventListener('message', ({ data }: MessageEvent<ToPaintWorker>) => {
  if ('canvas' in data) paintOn(data.canvas, data.drawings)
  else void Promise.allSettled(data.faces.map(load)).then(settle)
})

async function load({ family, bytes }: LoadedFace): Promise<void> {
  fonts.add(await new FontFace(family, bytes, { weight: FACE_WEIGHTS }).load())
}

/** Always paints the latest drawing: those that come while it is at work are left out. */
function paintOn(canvas: OffscreenCanvas, drawings: MessagePort) {
  const context = canvas.getContext('2d')
  if (!context) return
  let latest: FlameDrawing | null = null
  const paint = () => {
    const drawing = latest
    latest = null
    if (!drawing) return
    const { width, height, ratio } = drawing
    const [columns, rows] = [Math.round(width * ratio), Math.round(height * ratio)]
    if (canvas.width !== columns) canvas.width = columns
    if (canvas.height !== rows) canvas.height = rows
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    paintFlame(context, drawing, patternOf)
  }
  drawings.onmessage = ({ data }: MessageEvent<FlameDrawing>) => {
    if (!latest) facesSettled.then(() => requestAnimationFrame(paint))
    latest = data
  }
}
