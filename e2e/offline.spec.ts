import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { type PreviewServer, preview } from 'vite'
import { small } from './listings.ts'
import { textFile, Viewer } from './viewer.ts'
import { builtIn, test as watched } from './watched.ts'

/** A host with a build of its own, which can be replaced by a later one. */
interface Host {
  url: string
  /** The address of the script that the page starts with. */
  entry: string
  /** Puts a later version in place of the one that is there: other names in assets/, of which the old ones are gone. */
  update(): string
}

const test = watched.extend<{ host: Host }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed
  host: async ({}, use, info) => {
    const folder = info.outputPath('host')
    cpSync('dist', folder, { recursive: true })
    builtIn.push(folder)
    const server: PreviewServer = await preview({ build: { outDir: folder }, preview: { port: 0 }, logLevel: 'error' })
    const url = server.resolvedUrls?.local[0] ?? ''
    const entryOf = () => url + /assets\/index-[^"]+\.js/.exec(readFileSync(join(folder, 'index.html'), 'utf8'))?.[0]
    await use({
      url,
      entry: entryOf(),
      update() {
        renameAll(folder)
        return entryOf()
      },
    })
    await server.close()
    builtIn.pop()
  },
})
test.use({ serviceWorkers: 'allow' })

function renameAll(folder: string): void {
  const hashed = readdirSync(join(folder, 'assets')).filter(name => /-[\w-]{8}\.(js|css)$/.test(name))
  // Several files may differ in nothing else than their hash.
  const later = (name: string) => name.replace(/-[\w-]{2}(?=[\w-]{6}\.)/, '-V2')
  for (const name of hashed) renameSync(join(folder, 'assets', name), join(folder, 'assets', later(name)))
  const texts = [...hashed.map(name => `assets/${later(name)}`), 'index.html', 'sw.js']
  for (const path of texts) {
    const text = readFileSync(join(folder, path), 'utf8')
    const renamed = hashed.reduce((all, name) => all.replaceAll(name, later(name)), text)
    writeFileSync(join(folder, path), renamed.replace(/version:`\w+`/, 'version:`version2`'))
  }
}

/** Visits the page and waits until all of it is kept. */
async function visit(page: Page, url: string): Promise<Viewer> {
  const viewer = new Viewer(page)
  await page.goto(url)
  await page.evaluate(() => navigator.serviceWorker.ready)
  return viewer
}

const entryIn = (page: Page) => page.evaluate(() => document.querySelector<HTMLScriptElement>('script[src]')?.src)
const versionsKept = (page: Page) => page.evaluate(async () => (await caches.keys()).length)

test('after one visit everything opens with no network: page, samples, files, graph, report and the one HTML file', async ({
  page,
  context,
  host,
}) => {
  await visit(page, host.url)
  await page.close()
  await context.setOffline(true)
  const viewer = new Viewer(await context.newPage())
  await viewer.page.goto(host.url)
  await viewer.page.getByRole('link', { name: /PostgreSQL WAL sender/ }).click()
  await viewer.shown('walsender')
  await expect(viewer.node('WalSndLoop')).toBeVisible()
  await viewer.drop(textFile('small.txt', small))
  await viewer.shown('small')
  await expect(viewer.node('work')).toBeVisible()
  await viewer.page.keyboard.press('r')
  await expect(viewer.line('work').first()).toBeVisible()
  const file = await viewer.page.evaluate(async () => (await (await fetch('arcflame.html')).text()).length)
  expect(file).toBeGreaterThan(1_000_000)
})

test('a new version is told of in open tabs, which go on with theirs; Reload brings it, and the same view', async ({
  page,
  context,
  host,
}) => {
  const viewer = await visit(page, host.url)
  await viewer.drop(textFile('small.txt', small))
  await viewer.shown('small')
  await viewer.row('work').click()
  const other = await visit(await context.newPage(), host.url)
  const strip = (of: Viewer) => of.page.getByRole('status').filter({ hasText: 'A new version of Arcflame is there' })
  await expect(strip(viewer)).toHaveCount(0)

  const later = host.update()
  const third = await visit(await context.newPage(), host.url) // looks for a new version, and is of the old one
  await expect(strip(third)).toBeVisible()
  await expect(strip(viewer)).toBeVisible()
  expect(await entryIn(third.page)).toBe(host.entry)

  await strip(viewer).getByRole('button', { name: 'Reload' }).click()
  await expect(strip(viewer)).toHaveCount(0)
  await expect(viewer.entry.getByRole('heading', { name: /^work/ })).toBeVisible()
  expect(await entryIn(page)).toBe(later)
  await expectOldTabWorks(other, host)

  await other.page.close()
  await third.page.close()
  expect(await versionsKept(page)).toBe(2)
  // A tab that was closed this moment may still count as one that runs: then the next visit lets go of its version.
  await expect(async () => {
    await page.reload()
    expect(await versionsKept(page)).toBe(1)
  }).toPass()
  await expectOffline(context, page, later)
})

/** A tab of the version before still finds its worker, which the host has no more. */
async function expectOldTabWorks(viewer: Viewer, host: Host): Promise<void> {
  expect(await entryIn(viewer.page)).toBe(host.entry)
  await viewer.drop(textFile('small.txt', small))
  await viewer.drop(textFile('again.txt', small)) // by a worker that was not started before
  await viewer.shown('again')
  await expect(viewer.node('work')).toBeVisible()
}

async function expectOffline(context: BrowserContext, page: Page, entry: string): Promise<void> {
  await context.setOffline(true)
  await page.reload()
  await new Viewer(page).shown()
  expect(await entryIn(page)).toBe(entry)
}

test('a host that is just being updated changes nothing: the version that was there stays whole', async ({
  page,
  host,
}) => {
  const viewer = await visit(page, host.url)
  const folder = builtIn.at(-1) ?? ''
  const before = readFileSync(join(folder, 'sw.js'), 'utf8')
  writeFileSync(
    join(folder, 'sw.js'),
    before.replace(/version:`\w+`/, 'version:`half`').replace(/index-[\w-]+\.js`}/, 'index-Later.js`}'),
  )
  const state = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    const worker = registration.installing
    if (!worker) return 'none'
    return new Promise(resolve => worker.addEventListener('statechange', () => resolve(worker.state)))
  })
  expect(state).toBe('redundant')
  expect(await versionsKept(page)).toBe(1)
  await page.reload()
  await viewer.drop(textFile('small.txt', small))
  await viewer.shown('small')
})

test('what an installed page needs is there', async ({ page, baseURL }) => {
  await page.goto('./')
  const address = await page.locator('link[rel=manifest]').evaluate(link => (link as HTMLLinkElement).href)
  const manifest = await (await page.request.get(address)).json()
  expect(manifest).toMatchObject({ name: 'Arcflame', display: 'standalone', start_url: './' })
  for (const { src, sizes, type } of manifest.icons) {
    const image = await page.request.get(new URL(src, baseURL).href)
    expect(image.headers()['content-type']).toBe(type)
    if (type === 'image/png') {
      const bytes = await image.body()
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes)
    }
  }
})
