// What every bench of the built page needs: the page served, a Chromium, and a listing dropped on it.

import { type Browser, chromium, type Page } from '@playwright/test'
import { preview } from 'vite'
import { findBrowser } from '../e2e/browser.ts'
import { Viewer } from '../e2e/viewer.ts'

/** A Chromium, and where the built page is served to it. */
export interface BuiltPage {
  browser: Browser
  /** Ends with a slash. */
  url: string
  close(): Promise<void>
}

/** @throws Error where no Chromium can be had */
export async function openBuiltPage(): Promise<BuiltPage> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('This bench needs Chrome or Chromium; CHROME_PATH may name one.')
  const server = await preview({ preview: { port: 4318 }, logLevel: 'warn' })
  const browser = await chromium.launch({ executablePath })
  return {
    browser,
    url: server.resolvedUrls?.local[0] ?? 'http://localhost:4318/',
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

/** Milliseconds. */
export interface DropTimes {
  /** From the drop until the call graph stood. */
  graph: number
  /** The longest task of the page's own thread, from the drop until two seconds after the call graph stood. */
  longestTask: number
}

/** Drops a listing on the first page at `url` and waits until so many nodes of the call graph stand. */
export async function dropAndWatch(
  page: Page,
  url: string,
  { listing, nodes }: { listing: Uint8Array; nodes: number },
): Promise<DropTimes> {
  await page.goto(url)
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
  }, nodes)
  await new Viewer(page).drop({ name: 'bench.txt', bytes: Buffer.from(listing) })
  await page.waitForFunction(() => (window as unknown as { watch: DropTimes }).watch.graph > 0)
  await page.waitForTimeout(2000)
  return page.evaluate(() => {
    const { dropped, graph, longestTask } = (window as unknown as { watch: DropTimes & { dropped: number } }).watch
    return { graph: graph - dropped, longestTask }
  })
}
