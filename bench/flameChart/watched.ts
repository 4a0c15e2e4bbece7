// A page that is dropped a file and then handled by real input, whoever's page it is: when its first picture stood, and
// what its frames cost.

import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test'
import { CATEGORIES, frameWork, mainThread, workOf } from '../trace.ts'

const VIEWPORT = { width: 1440, height: 900 }
/** Before anything is dropped, ms: a page fetches and warms up the rest while the person looks for a file. */
const WARM_UP = 3000
/** Between two movements of a hand, ms. */
const REST = 500
const LONGEST_WAIT = 180_000

/** What a page is asked to do. */
export interface Handling {
  url: string
  /** Path of the file that is dropped. */
  file: string
  /** Turn of the wheel, in px, with which so much more of the chart comes into view. */
  turnFor: (factor: number) => number
}

export interface Watched {
  /** From the drop until names had been written on a canvas and the browser asked for the frame after that, ms. */
  firstPicture: number
  /** Work of the page's own thread in each frame while it was handled, ms, ascending. */
  frames: number[]
  /** Of that, what the page's code does when a frame is due; painting is left out. ms, ascending. */
  scripts: number[]
  /** Time of all processors in all of the browser's processes meanwhile, divided by frames, ms. */
  cpu: number
}

/** Opens a page, drops a file on it, zooms and pans once the picture stands. */
export async function watch(browser: Browser, { url, file, turnFor }: Handling): Promise<Watched> {
  const context = await browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce', serviceWorkers: 'block' })
  try {
    await context.addInitScript(noteFirstPicture)
    const page = await context.newPage()
    await page.goto(url)
    await page.waitForTimeout(WARM_UP)
    await Promise.all(page.workers().map(worker => worker.evaluate(noteFirstPicture)))
    const firstPicture = await drop(context, page, file)
    await page.waitForTimeout(2 * REST)
    await seeThatItZooms(page, turnFor)
    const system = await browser.newBrowserCDPSession()
    const before = await processorTimes(system)
    await browser.startTracing(page, { categories: CATEGORIES })
    await handle(page, turnFor)
    const trace = await browser.stopTracing()
    const cpu = timeSince(before, await processorTimes(system))
    await system.detach()
    const events = mainThread(trace)
    const frames = frameWork(events, ['EventDispatch', 'FireAnimationFrame'])
    const scripts = events.filter(({ name }) => name === 'FireAnimationFrame').map(workOf)
    return { firstPicture, frames, scripts: scripts.sort((a, b) => a - b), cpu: cpu / frames.length }
  } finally {
    await context.close()
  }
}

/**
 * Runs in the page, and in each of its workers, which may paint for it. Whoever draws a flame chart writes names on it,
 * and on nothing else as large. Times are those of the clock, which threads have in common.
 */
function noteFirstPicture() {
  const note = { dropped: 0, drawn: 0 }
  Object.assign(globalThis, { note })
  addEventListener('drop', () => (note.dropped = performance.timeOrigin + performance.now()), { capture: true })
  const workers = new BroadcastChannel('first picture')
  workers.onmessage = ({ data }) => (note.drawn ||= data)
  const isPage = 'document' in globalThis
  const { prototype } = isPage ? CanvasRenderingContext2D : OffscreenCanvasRenderingContext2D
  const { fillText } = prototype
  prototype.fillText = function (...text: Parameters<typeof fillText>) {
    fillText.apply(this, text)
    if ((isPage && note.dropped === 0) || this.canvas.width < 1000) return
    prototype.fillText = fillText
    requestAnimationFrame(() =>
      setTimeout(() => {
        note.drawn ||= performance.timeOrigin + performance.now()
        workers.postMessage(note.drawn)
      }),
    )
  }
}

/** As the desktop drops a file. */
async function drop(context: BrowserContext, page: Page, file: string): Promise<number> {
  const session = await context.newCDPSession(page)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: VIEWPORT.width / 2, y: VIEWPORT.height / 2, data })
  const drawn = await page.waitForFunction(
    () => {
      const { note } = window as unknown as { note: { dropped: number; drawn: number } }
      return note.drawn > 0 ? note.drawn - note.dropped : 0
    },
    undefined,
    { timeout: LONGEST_WAIT, polling: 100 },
  )
  return drawn.jsonValue()
}

/** A page that does not know these turns of the wheel would cost nothing. */
async function seeThatItZooms(page: Page, turnFor: Handling['turnFor']): Promise<void> {
  await page.mouse.move(VIEWPORT.width / 2, VIEWPORT.height / 2)
  await page.waitForTimeout(REST)
  const before = await page.screenshot()
  await zoom(page, turnFor(0.5), 1)
  if (before.equals(await page.screenshot())) throw new Error(`Nothing zooms at ${page.url()}.`)
  await zoom(page, turnFor(2), 1)
}

/** By real turns of a wheel, each once the one before was answered. */
async function zoom(page: Page, turn: number, steps: number): Promise<void> {
  await page.keyboard.down('Control')
  for (let step = 0; step < steps; step++) await page.mouse.wheel(0, turn)
  await page.keyboard.up('Control')
  await page.waitForTimeout(REST)
}

async function pan(page: Page, pixels: number, steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) await page.mouse.wheel(pixels, 0)
  await page.waitForTimeout(REST)
}

/** Zooms in to an 800th, pans there and back, and zooms out, at two places. */
async function handle(page: Page, turnFor: Handling['turnFor']): Promise<void> {
  for (const place of [0.37, 0.62]) {
    await page.mouse.move(place * VIEWPORT.width, VIEWPORT.height / 2)
    await page.waitForTimeout(REST)
    await zoom(page, turnFor(0.8), 30)
    await pan(page, 60, 15)
    await pan(page, -60, 15)
    await zoom(page, turnFor(1 / 0.8), 30)
  }
}

/** Milliseconds of processors that each process has taken so far. */
async function processorTimes(system: CDPSession): Promise<Map<number, number>> {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo')
  return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime * 1000]))
}

const timeSince = (before: Map<number, number>, after: Map<number, number>) =>
  [...after].reduce((sum, [id, time]) => sum + time - (before.get(id) ?? 0), 0)
