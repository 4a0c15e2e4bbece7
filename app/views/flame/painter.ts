// The page's end of the thread that paints flame charts.

import { startWorker } from '../../state/ownScripts.ts'
import { bytesOf, faces } from '../../ui/faces.ts'
import { drawingBuffers, type FlameDrawing } from './flameDrawing.ts'
import type { LoadedFace, ToPaintWorker } from './paintWorker.ts'

export interface Painter {
  paint(drawing: FlameDrawing): void
  close(): void
}

let worker: Worker | null = null

/** Starts the thread, if it is not there yet: one for all charts, which stays. */
function paintWorker(): Worker {
  if (!worker) {
    worker = startWorker('flame painter')
    worker.onerror = ({ message }) => reportError(new Error(`The flame chart is no longer painted: ${message}`))
    void sendFaces(worker)
  }
  return worker
}

/** Fetched by the page: not every browser lets a worker load a face from the files that are kept for when there is no network. */
async function sendFaces(to: Worker): Promise<void> {
  const fetched = await Promise.allSettled(
    faces.map(async (face): Promise<LoadedFace> => ({ family: face.family, bytes: await bytesOf(face) })),
  )
  const loaded = fetched.flatMap(face => (face.status === 'fulfilled' ? [face.value] : []))
  const message: ToPaintWorker = { faces: loaded }
  to.postMessage(
    message,
    loaded.map(({ bytes }) => bytes),
  )
}

/** Starts the thread ahead of time, so that the first picture need not wait for it. */
export const warmUpPainter = (): void => void paintWorker()

/** Hands a canvas over to be painted on; it can be handed over once. */
export function painterOf(canvas: HTMLCanvasElement): Painter {
  const { port1, port2 } = new MessageChannel()
  const surface = canvas.transferControlToOffscreen()
  const message: ToPaintWorker = { canvas: surface, drawings: port2 }
  paintWorker().postMessage(message, [surface, port2])
  return {
    paint: drawing => port1.postMessage(drawing, drawingBuffers(drawing)),
    close: () => port1.close(),
  }
}
