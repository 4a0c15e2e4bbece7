// What one frame costs the page's own thread while the call graph is dragged and zoomed by a hand (trace.ts). Rastering
// is not in it: it is done by other threads, in this headless Chromium without a GPU. Needs `npm run build` first.

import type { Page } from '@playwright/test'
import { Viewer } from '../e2e/viewer.ts'
import { type BuiltPage, dropAndWatch, openBuiltPage } from './builtPage.ts'
import { equalFunctions, wovenFunctions } from './equalFunctions.ts'
import type { Measurement } from './measure.ts'
import { CATEGORIES, frameWork, isTask, mainThread, quantile, type TraceEvent, workOf } from './trace.ts'

/** ms: half of what a frame has at 60 Hz. */
const FRAME_LIMIT = 8
/** ms: what counts as a long task. */
const TASK_LIMIT = 50

export async function* panZoom(): AsyncIterable<Measurement> {
  const built = await openBuiltPage()
  try {
    yield* measure(built, { case: 'legible', listing: wovenFunctions(157, 10), nodes: 157 })
    yield* measure(built, { case: 'as many as are drawn', listing: equalFunctions(300), nodes: 300 })
  } finally {
    await built.close()
  }
}

interface Scene {
  case: string
  listing: Uint8Array
  nodes: number
}

async function* measure({ browser, url }: BuiltPage, scene: Scene): AsyncIterable<Measurement> {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  try {
    await browser.startTracing(page, { categories: CATEGORIES })
    await dropAndWatch(page, `${url}#min=0&panel=graph`, scene)
    const longest = longestTask(mainThread(await browser.stopTracing()))
    await new Viewer(page).graph.getByRole('button', { name: 'Fit', exact: true }).click()
    await page.waitForTimeout(1000)
    const elements = await countVisible(page)
    await browser.startTracing(page, { categories: CATEGORIES })
    await handle(page)
    const frames = frameWork(mainThread(await browser.stopTracing()), ['EventDispatch', 'TimerFire'])
    const what = { bench: 'panZoom', case: `${scene.case}: ${scene.nodes} nodes, ${elements} elements`, unit: 'ms' }
    const figures = { p95: 0.95, p50: 0.5, max: 1 }
    for (const [metric, share] of Object.entries(figures)) {
      const value = quantile(frames, share)
      yield {
        ...what,
        metric,
        value,
        reference: FRAME_LIMIT,
        ratio: value / FRAME_LIMIT,
        note: `work of the page’s own thread in each of ${frames.length} frames; elements are those painted in the window when it begins; reference: our limit for p95`,
      }
    }
    yield {
      ...what,
      metric: 'longest task',
      value: longest,
      reference: TASK_LIMIT,
      ratio: longest / TASK_LIMIT,
      note: 'work of the page’s own thread at a stretch, from the drop until two seconds after the call graph stands; reference: our limit',
    }
  } finally {
    await page.close()
  }
}

/** Drags in circles, then zooms in, out, further out and in again, by real input; rests where a hand would. */
async function handle(page: Page): Promise<void> {
  const [x, y] = [760, 440]
  await page.mouse.move(x, y)
  for (let round = 0; round < 3; round++) {
    await page.mouse.down()
    for (let step = 1; step <= 60; step++) {
      const angle = (step / 60) * 2 * Math.PI
      await page.mouse.move(x + 120 * Math.sin(angle), y + 120 * (1 - Math.cos(angle)))
    }
    await page.mouse.up()
    await page.waitForTimeout(400)
    for (const turn of [-40, 40, 40, -40]) {
      for (let step = 0; step < 15; step++) await page.mouse.wheel(0, turn)
      await page.waitForTimeout(400)
    }
  }
}

/** Shapes and texts of the picture that put ink into the window. */
const countVisible = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const window = document.querySelector('.graph-window')?.getBoundingClientRect() ?? new DOMRect()
    return [...document.querySelectorAll('.graph-picture :is(rect, path, text)')].filter(element => {
      const { fill, stroke } = getComputedStyle(element)
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return (
        (fill !== 'none' || stroke !== 'none') &&
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        right > window.left &&
        left < window.right &&
        bottom > window.top &&
        top < window.bottom
      )
    }).length
  })

/** Milliseconds of the longest task since something was dropped. */
function longestTask(events: readonly TraceEvent[]): number {
  const drop = events.find(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'drop')
  if (!drop) throw new Error('No drop in the trace.')
  return Math.max(...events.filter(event => isTask(event) && event.ts + (event.dur ?? 0) > drop.ts).map(workOf))
}
