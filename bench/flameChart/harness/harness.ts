// The flame chart's picture with nothing around it, unfolded as far as can be: the page itself unfolds to a cut, so that
// a million boxes never come to its drawing code. A dropped listing is read and unfolded by the page's own worker, drawn
// by the page's own drawFlame and painted by its own painter; the wheel zooms with Ctrl, and else pans.

import { drawFlame } from '../../../app/views/flame/drawFlame.ts'
import { readFlameColours } from '../../../app/views/flame/flameColours.ts'
import type { FlameWindow } from '../../../app/views/flame/flameWindow.ts'
import { painterOf, warmUpPainter } from '../../../app/views/flame/painter.ts'
import {
  colourSteps,
  displayLabel,
  type FlameTable,
  type Options,
  type Profile,
  type WorkerReply,
  type WorkerRequest,
} from '../../../src/index.ts'

/** Narrowest that a layout takes. */
const CUT = 1e-9
/** As an exponent of e, for one px of the wheel: the same as in the page. */
const ZOOM = 0.002

const worker = new Worker(new URL('../../../src/worker.ts', import.meta.url), { type: 'module' })

function reply<Kind extends WorkerReply['kind']>(kind: Kind, request: WorkerRequest) {
  return new Promise<Extract<WorkerReply, { kind: Kind }>>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<WorkerReply>) => {
      if (data.kind === kind) resolve(data as Extract<WorkerReply, { kind: Kind }>)
      else if (data.kind === 'failed') reject(new Error(data.message))
    }
    worker.postMessage(request)
  })
}

async function open(file: File): Promise<void> {
  const files = [{ name: file.name, blob: file }]
  const { result } = await reply('read', { id: 0, kind: 'read', files, held: { programs: [], profiles: [] } })
  if (!result.ok) throw new Error(result.errors[0].message)
  worker.postMessage({ id: 0, kind: 'take', keep: 0 } satisfies WorkerRequest)
  const options: Options<'flame'> = { cut: CUT, path: [] }
  const { answer } = await reply('answer', {
    id: 1,
    kind: 'flame',
    profile: 0,
    selection: null,
    against: null,
    transforms: [],
    options,
  })
  show(result.value[0], answer as FlameTable)
}

function show(profile: Profile, table: FlameTable) {
  const canvas = document.querySelector('canvas')!
  const { clientWidth: width, clientHeight: height } = canvas
  const painter = painterOf(canvas)
  const colours = readFlameColours(document.body)
  const window: FlameWindow = { x0: 0, x1: 1, top: 0, width, height, ratio: devicePixelRatio, row: 18, upward: 0 }
  const scene = {
    ...{ table, window, colours, palette: colours.groups, steps: colourSteps(profile, 'group') },
    nameOf: (fn: number) => displayLabel(profile, fn, 'full'),
    ...{ chosen: -1, hovered: -1, chosenBox: -1, focusedBox: -1, pointedBox: -1, hits: null, own: null, dim: false },
    cycleName: () => '',
  }
  let isDue = false
  const draw = () => {
    isDue = false
    painter.paint(drawFlame(scene))
  }
  canvas.addEventListener('wheel', event => {
    event.preventDefault()
    const { x0, x1 } = window
    const factor = event.ctrlKey ? Math.exp(event.deltaY * ZOOM) : 1
    const pan = event.ctrlKey ? 0 : (event.deltaX / width) * (x1 - x0)
    const at = x0 + (event.clientX / width) * (x1 - x0)
    const span = Math.min(1, (x1 - x0) * factor)
    window.x0 = Math.min(1 - span, Math.max(0, at - (at - x0) * factor + pan))
    window.x1 = window.x0 + span
    if (!isDue) requestAnimationFrame(draw)
    isDue = true
  })
  document.title = `${table.length} boxes`
  draw()
}

addEventListener('dragover', event => event.preventDefault())
addEventListener('drop', event => {
  event.preventDefault()
  const file = event.dataTransfer?.files[0]
  if (file) open(file)
})
warmUpPainter()
