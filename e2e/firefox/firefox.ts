// Arcflame in Firefox, as far as a smoke test handles it. What the page does unasked, or against its security policy, fails
// the test.

import { test as base, expect } from '@playwright/test'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { findFirefox } from '../browser.ts'

/** A Firefox; with the network cut, no request reaches even this machine. */
export function launchFirefox({ offline = false } = {}): Promise<Browser> {
  const executablePath = findFirefox()
  if (!executablePath) throw new Error('No Firefox.')
  const nowhere = { http: '127.0.0.1', ssl: '127.0.0.1', http_port: 9, ssl_port: 9 }
  const cut = Object.fromEntries(Object.entries(nowhere).map(([name, value]) => [`network.proxy.${name}`, value]))
  return puppeteer.launch({
    browser: 'firefox',
    protocol: 'webDriverBiDi',
    executablePath,
    headless: true,
    defaultViewport: { width: 1440, height: 900 },
    extraPrefsFirefox: offline
      ? { ...cut, 'network.proxy.type': 1, 'network.proxy.allow_hijacking_localhost': true }
      : {},
  })
}

export class FirefoxViewer {
  readonly page: Page
  /** What the page should not have done. */
  readonly misdeeds: string[] = []

  private constructor(page: Page) {
    this.page = page
  }

  static async open(browser: Browser, address: string): Promise<FirefoxViewer> {
    const page = await (await browser.createBrowserContext()).newPage()
    const viewer = new FirefoxViewer(page)
    const own = new URL('.', address)
    page.on('request', request => {
      const { protocol, href } = new URL(request.url())
      const isOwn = protocol === 'blob:' || protocol === 'data:' || href.startsWith(own.href)
      if (!isOwn || request.method() !== 'GET') viewer.misdeeds.push(`request: ${request.method()} ${href}`)
    })
    page.on('pageerror', error => viewer.misdeeds.push(String(error)))
    page.on('console', message => {
      if (/^Forbidden: |Content-Security-Policy/.test(message.text())) viewer.misdeeds.push(message.text())
    })
    await page.evaluateOnNewDocument(() =>
      addEventListener('securitypolicyviolation', event =>
        console.error(`Forbidden: ${event.violatedDirective}, ${event.blockedURI}`),
      ),
    )
    await page.goto(address)
    return viewer
  }

  /** Waits until something is on screen that a selector and a text name. */
  async sees(selector: string, text = ''): Promise<void> {
    await expect
      .poll(() => this.page.$$eval(selector, (all, text) => all.some(one => one.textContent?.includes(text)), text), {
        message: `${selector} with “${text}”`,
      })
      .toBe(true)
  }

  /** Waits until the profile of this title is on screen, with a node of the graph and something in the flame chart. */
  async shown(title: string, fn: string): Promise<void> {
    await this.sees('header', title)
    await this.sees('.graph-node', fn)
    await expect.poll(() => this.page.evaluate(coloursInFlameChart)).toBeGreaterThan(5)
  }

  /** Chooses a function in the list. */
  async choose(fn: string): Promise<void> {
    const name = await this.page.waitForSelector(`td[aria-label="${fn}"]`)
    await name?.click()
  }

  /** Opens files through the dialog of the first page. */
  async openFiles(...paths: string[]): Promise<void> {
    await this.page.waitForSelector('.drop-actions')
    const input = await this.page.$('input[type=file]')
    await input?.uploadFile(...paths)
  }
}

/** How many colours the flame chart has. Its canvas belongs to another thread, so a copy of what it shows is looked at. */
function coloursInFlameChart(): number {
  const canvas = document.querySelector<HTMLCanvasElement>('.flame-canvas canvas')
  if (!canvas || canvas.width === 0) return 0
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')
  copy?.drawImage(canvas, 0, 0)
  const pixels = copy?.getImageData(0, 0, canvas.width, canvas.height).data
  return new Set(new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0))).size
}

interface Fixtures {
  /** Opens an address in a context of its own. */
  open(address: string): Promise<FirefoxViewer>
}

/** One Firefox for all tests of a file. */
export const test = base.extend<Fixtures, { firefox: Browser }>({
  firefox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed
    async ({}, use) => {
      const browser = await launchFirefox()
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  open: async ({ firefox, baseURL }, use) => {
    const viewers: FirefoxViewer[] = []
    await use(async address => {
      const viewer = await FirefoxViewer.open(firefox, new URL(address, baseURL).href)
      viewers.push(viewer)
      return viewer
    })
    for (const { page, misdeeds } of viewers) {
      expect(misdeeds).toEqual([])
      await page.browserContext().close()
    }
  },
})
