// The built page in a real Chromium: how long its own thread is held up at a stretch while a big listing is read and
// shown, and how soon after the drop the call graph stands. References are the limits we set ourselves: 50 ms, 200 ms for a
// hundred functions, 600 ms for three hundred. Needs `npm run build` first.

import { type Browser, chromium, type Page } from '@playwright/test'
import { preview } from 'vite'
import { findBrowser } from '../e2e/browser.ts'
import { Viewer } from '../e2e/viewer.ts'
import { printReport } from '../src/export/gprofReport.ts'
import { profileFrom } from '../src/profile.fixture.ts'
import { type Measurement, median } from './measure.ts'
import { syntheticListing } from './syntheticListing.ts'

const ROUNDS = 5
const PORT = 4318

export async function* page(): AsyncIterable<Measurement> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('This bench needs Chrome or Chromium; CHROME_PATH may name one.')
  const server = await preview({ preview: { port: PORT, strictPort: true }, logLevel: 'warn' })
  const browser = await chromium.launch({ executablePath })
  try {
    const tenMegabytes = Buffer.from(syntheticListing(10_000_000))
    yield await measure(browser, tenMegabytes, {
      case: 'synthetic 10 MB, read and shown',
      metric: 'longest task',
      limit: 50,
      of: times => times.longestTask,
      note: 'longest task of the page’s own thread from the drop until two seconds after both pictures stand',
    })
    for (const [functions, limit] of [
      [100, 200],
      [300, 600],
    ])
      yield await measure(browser, Buffer.from(equalFunctions(functions)), {
        case: `call graph of ${functions} functions`,
        metric: 'time',
        limit,
        of: times => times.graph,
        note: `from the drop to ${functions} drawn nodes, reading and layout included`,
        nodes: functions,
      })
  } finally {
    await browser.close()
    await server.close()
  }
}

interface Times {
  /** Milliseconds from the drop. */
  graph: number
  longestTask: number
}

interface Case {
  case: string
  metric: string
  limit: number
  of: (times: Times) => number
  note: string
  /** How many nodes must stand, with no least share asked for; whatever the page chooses if left out. */
  nodes?: number
}

async function measure(browser: Browser, listing: Buffer, what: Case): Promise<Measurement> {
  const values: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    try {
      values.push(what.of(await dropAndWatch(page, listing, what.nodes)))
    } finally {
      await context.close()
    }
  }
  const value = median(values)
  return {
    bench: 'page',
    case: what.case,
    metric: what.metric,
    value,
    unit: 'ms',
    reference: what.limit,
    ratio: value / what.limit,
    note: `${what.note}; reference: our limit; median of ${ROUNDS}`,
  }
}

async function dropAndWatch(page: Page, listing: Buffer, nodes: number | undefined): Promise<Times> {
  const viewer = new Viewer(page)
  await page.goto(`http://localhost:${PORT}/${nodes === undefined ? '' : '#min=0'}`)
  await page.waitForTimeout(3000) // the page fetches and warms up the rest while the person looks for a file
  await page.evaluate(wanted => {
    const watch = { dropped: 0, graph: 0, longestTask: 0 }
    Object.assign(window, { watch })
    addEventListener('drop', () => (watch.dropped = performance.now()), { capture: true })
    new PerformanceObserver(list => {
      for (const { startTime, duration } of list.getEntries())
        if (watch.dropped > 0 && startTime >= watch.dropped) watch.longestTask = Math.max(watch.longestTask, duration)
    }).observe({ type: 'longtask' })
    new MutationObserver(() => {
      const stands =
        document.querySelectorAll('.graph-node').length >= wanted &&
        document.querySelector('.graph-window')?.ariaBusy === 'false'
      if (watch.graph === 0 && stands) watch.graph = performance.now()
    }).observe(document.body, { childList: true, subtree: true, attributeFilter: ['aria-busy'] })
  }, nodes ?? 1)
  await viewer.drop({ name: 'bench.txt', bytes: listing })
  await page.waitForFunction(() => (window as unknown as { watch: { graph: number } }).watch.graph > 0)
  await page.waitForTimeout(2000)
  return page.evaluate(() => {
    const { dropped, graph, longestTask } = (window as unknown as { watch: Times & { dropped: number } }).watch
    return { graph: graph - dropped, longestTask }
  })
}

/** A program whose functions all take the same time, so that all of them are drawn: two calls out of each, as in real ones. */
function equalFunctions(count: number): string {
  const calls = new Map<string, [number, number, number]>()
  for (let fn = 1; fn < count; fn++) {
    for (const caller of [Math.floor((fn - 1) / 2), (fn * 7919) % fn])
      calls.set(`${caller} ${fn}`, [caller, fn, 1 + ((fn * 31) % 90)])
  }
  const names = Array.from({ length: count }, (_, fn) => `${fn % 3 === 0 ? 'ProcessRequest' : 'scan_buffer'}_${fn}`)
  return printReport(
    profileFrom(
      names,
      names.map(() => 0.05),
      [...calls.values()],
    ),
  )
}
