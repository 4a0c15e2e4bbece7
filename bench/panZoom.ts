// What one frame costs the page's own thread while the call graph is dragged and zoomed by a hand: all of its tasks from
// the end of one frame to the end of the next, event handlers, style, layout, paint and commit, as Chromium traces them.
// Time is that of the thread, which other programs on the machine bear on little. Rastering is not in it: it is done by
// other threads, in this headless Chromium without a GPU. Needs `npm run build` first.

import type { Page } from '@playwright/test'
import { Viewer } from '../e2e/viewer.ts'
import { type BuiltPage, dropAndWatch, openBuiltPage } from './builtPage.ts'
import { equalFunctions, wovenFunctions } from './equalFunctions.ts'
import type { Measurement } from './measure.ts'

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
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  try {
    await browser.startTracing(page, { categories: CATEGORIES })
    await dropAndWatch(page, `${url}#min=0&panel=graph`, scene)
    const longest = longestTask(mainThread(await browser.stopTracing()))
    await new Viewer(page).graph.getByRole('button', { name: 'Fit', exact: true }).click()
    await page.waitForTimeout(1000)
    const elements = await countVisible(page)
    await browser.startTracing(page, { categories: CATEGORIES })
    await handle(page)
    const frames = frameWork(mainThread(await browser.stopTracing()))
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

const CATEGORIES = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
]

/** An event of Chromium's trace, times in microseconds. */
interface TraceEvent {
  name: string
  pid: number
  tid: number
  ts: number
  /** Of the clock, and of the thread; for events that last. */
  dur?: number
  tdur?: number
  args: { name?: string; data?: { type?: string } }
}

/** What the page's own thread did, from first to last. */
function mainThread(trace: Buffer): TraceEvent[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const main = traceEvents.find(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
  return traceEvents.filter(({ pid, tid }) => pid === main?.pid && tid === main.tid).sort((a, b) => a.ts - b.ts)
}

const isTask = ({ name }: TraceEvent) => name === 'RunTask'
const workOf = ({ tdur = 0 }: TraceEvent) => tdur / 1000

/**
 * Milliseconds of work in each frame that follows an event or a timer, ascending; those without are nearly idle. A frame
 * ends with the task in which it is made.
 */
function frameWork(events: readonly TraceEvent[]): number[] {
  const timesOf = (...names: string[]) => events.filter(({ name }) => names.includes(name)).map(({ ts }) => ts)
  const begins = timesOf('BeginMainThreadFrame')
  const causes = timesOf('EventDispatch', 'TimerFire')
  const frames: number[] = []
  let [work, from] = [0, 0]
  for (const task of events.filter(isTask)) {
    const end = task.ts + (task.dur ?? 0)
    work += workOf(task)
    if (!begins.some(ts => ts >= task.ts && ts <= end)) continue
    if (causes.some(ts => ts > from && ts <= end)) frames.push(work)
    work = 0
    from = end
  }
  if (frames.length === 0) throw new Error('No frame in the trace.')
  return frames.sort((a, b) => a - b)
}

/** Milliseconds of the longest task since something was dropped. */
function longestTask(events: readonly TraceEvent[]): number {
  const drop = events.find(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'drop')
  if (!drop) throw new Error('No drop in the trace.')
  return Math.max(...events.filter(event => isTask(event) && event.ts + (event.dur ?? 0) > drop.ts).map(workOf))
}

const quantile = (ascending: readonly number[], share: number) =>
  ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))]
