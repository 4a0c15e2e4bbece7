// Watches every page that a test opens: the page asks for nothing but its own files and what the person asked for, and never
// does what its security policy forbids. Whatever it did otherwise fails the test at its end.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect, type Page, type Request } from '@playwright/test'

/** Whatever the pages of the present test should not have done. One test runs at a time in a process. */
const misdeeds: string[] = []
/** What the pages did so far that they should not: told once. */
export const takeMisdeeds = (): string[] => misdeeds.splice(0)

/** Test by test, with no page left unwatched that a {@link Viewer} is made for. */
export const test = base.extend<{ nothingForbidden: undefined }>({
  nothingForbidden: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed
    async ({}, use) => {
      takeMisdeeds()
      await use(undefined)
      expect(takeMisdeeds(), 'what the page did unasked, or against its security policy').toEqual([])
    },
    { auto: true },
  ],
})

/** Where builds lie that a test opens. */
export const builtIn = ['dist']
/** Whether a path belongs to a build: the page may load it unasked. The samples only when a person chooses one. */
const isBuilt = (path: string) =>
  path === '' ||
  path === 'samples/index.json' ||
  (!path.startsWith('samples/') && builtIn.some(folder => existsSync(join(folder, path))))

/** Watches a page from now on. */
export function watch(page: Page): void {
  page.on('request', request => {
    if (isUnasked(request, page.url())) misdeeds.push(`request: ${request.method()} ${request.url()}`)
  })
  page.on('websocket', socket => misdeeds.push(`web socket: ${socket.url()}`))
  page.on('popup', popup => misdeeds.push(`window: ${popup.url()}`))
  page.on('pageerror', error => misdeeds.push(`error: ${error.message}`))
  page.on('console', message => {
    const text = message.text()
    if (/Content[- ]Security[- ]Policy|Trusted ?(Type|Script|HTML)|^Forbidden: /i.test(text)) misdeeds.push(text)
  })
  // Not every breach is written to the console: one that a script catches is not.
  void page.addInitScript(() =>
    addEventListener('securitypolicyviolation', event =>
      console.error(`Forbidden: ${event.violatedDirective}, ${event.blockedURI} ${event.sample}`),
    ),
  )
}

function isUnasked(request: Request, address: string): boolean {
  const { protocol, origin, pathname, search } = new URL(request.url())
  if (protocol === 'blob:') return false // made by the page, and goes nowhere
  if (request.isNavigationRequest()) {
    const isFirst = address === 'about:blank' || request.url() === address.replace(/#.*/, '')
    return !isFirst || request.frame().parentFrame() !== null
  }
  const base = new URL('.', address)
  if (request.method() !== 'GET' || search !== '' || origin !== base.origin) return true
  const path = pathname.slice(base.pathname.length)
  return !pathname.startsWith(base.pathname) || !(isBuilt(path) || isNamedIn(address, path))
}

/** A sample is opened by its address alone; its file has the name that stands there. So are files beside the page. */
function isNamedIn(address: string, path: string): boolean {
  const named = (key: string) => new RegExp(`[#&]${key}=([^&]+)`).exec(address)?.[1].split(';').map(decodeURIComponent)
  return (
    (named('profile')?.includes(path) ?? false) ||
    (named('sample')?.some(name => path.startsWith(`samples/${name}.`)) ?? false)
  )
}
