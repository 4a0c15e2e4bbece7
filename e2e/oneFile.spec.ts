import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { deflateRawSync } from 'node:zlib'
import { expect } from '@playwright/test'
import { encodePairs } from '../build/oneFile/encodePairs.ts'
import { htmlFileWith } from './htmlFile.ts'
import { small } from './listings.ts'
import { fileFrom, textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

const walsender = fileFrom('public/samples/walsender.txt.gz')

test.use({ offline: true })

test('one HTML file opens its profile and view from a disk, with the network cut', async ({ page, context }, info) => {
  await context.setOffline(false)
  const served = new Viewer(await context.newPage())
  await served.visit('#sample=walsender&q=SyncRep')
  await expect(served.node('WalSndLoop')).toBeVisible()
  await expect(served.searchFound).toContainText('13 functions')
  await context.setOffline(true)
  const viewer = new Viewer(page)
  const address = await htmlFileWith(walsender, info.outputPath('walsender.html'), '&fn=XLogSendPhysical&q=SyncRep')
  await page.goto(address)
  await viewer.shown('walsender')
  await expect(viewer.entry.getByRole('heading', { name: /^XLogSendPhysical/ })).toBeVisible()
  await expect(viewer.search).toHaveValue('SyncRep')
  await expect(viewer.node('WalSndLoop')).toBeVisible()
  await expect(viewer.flame.getByRole('tree')).toBeVisible()
  await expect(viewer.searchFound).toHaveText((await served.searchFound.textContent()) ?? '')
  expect(await viewer.nodes()).toEqual(await served.nodes())
})

test('it keeps its view in its own address: after a reload, in another window, and on the way back', async ({
  page,
  context,
}, info) => {
  const viewer = new Viewer(page)
  const address = await htmlFileWith(textFile('small.txt', small), info.outputPath('small.html'), '&fn=main')
  await page.goto(address)
  await viewer.shown('small')
  await viewer.row('work').click()
  await expect(page).toHaveURL(/fn=work/)
  await page.reload()
  await expect(viewer.entry.getByRole('heading', { name: /^work/ })).toBeVisible()
  const second = new Viewer(await context.newPage())
  await second.page.goto(page.url())
  await expect(second.entry.getByRole('heading', { name: /^work/ })).toBeVisible()
  await page.goBack()
  await expect(viewer.entry.getByRole('heading', { name: /^main/ })).toBeVisible()
})

test('another profile dropped on it opens, is found again, and Back returns to its own', async ({ page }, info) => {
  const viewer = new Viewer(page)
  const address = await htmlFileWith(textFile('small.txt', small), info.outputPath('small.html'))
  await page.goto(address)
  await viewer.shown('small')
  await viewer.drop(textFile('other.txt', small.replaceAll('work', 'toil')))
  await viewer.shown('other')
  await expect(viewer.row('toil')).toBeVisible()
  await page.reload()
  await viewer.shown('other')
  await page.goBack()
  await viewer.shown('small')
  await expect(viewer.row('work')).toBeVisible()
})

test('an address that names no profile is about its own, and one that names another says that it is not here', async ({
  page,
}, info) => {
  const viewer = new Viewer(page)
  const address = await htmlFileWith(textFile('small.txt', small), info.outputPath('small.html'))
  await page.goto(`${address}#fn=work`)
  await viewer.shown('small')
  await expect(viewer.entry.getByRole('heading', { name: /^work/ })).toBeVisible()
  await page.goto('about:blank') // else it is the same page, and changes its address before it could be reloaded
  await page.goto(`${address}#file=lost.txt&profile=12345678&fn=work`)
  await expect(page.getByText(/made for another profile/)).toContainText('lost.txt')
  await expect(viewer.row('work')).toBeVisible()
})

test('dropped on Arcflame, it gives its profile', async ({ page, context }, info) => {
  const path = info.outputPath('walsender.html')
  await htmlFileWith(walsender, path)
  await context.setOffline(false)
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(fileFrom(path))
  await viewer.shown('walsender')
  await expect(viewer.node('WalSndLoop')).toBeVisible()
})

test('without a profile it is the viewer, and has no samples', async ({ page }) => {
  const viewer = new Viewer(page)
  await page.goto(pathToFileURL('dist/arcflame.html').href)
  await expect(page.getByRole('heading', { name: 'See where the time went' })).toBeVisible()
  await viewer.drop(textFile('small.txt', small))
  await viewer.shown('small')
  await expect(viewer.node('work')).toBeVisible()
  await page.goto(`${pathToFileURL('dist/arcflame.html').href}#sample=cyc`)
  await expect(viewer.alert).toContainText('not with this file')
  await expect(page.getByRole('heading', { name: 'Samples' })).toHaveCount(0)
})

test('pictures are taken away from it as from the page', async ({ page }, info) => {
  const viewer = new Viewer(page)
  await page.goto(await htmlFileWith(textFile('small.txt', small), info.outputPath('small.html')))
  await viewer.shown('small')
  await expect(viewer.node('work')).toBeVisible()
  const { path } = await viewer.save('Save as PNG')
  expect(readFileSync(path).subarray(1, 4).toString()).toBe('PNG')
  const svg = readFileSync((await viewer.save('Save as SVG', viewer.flame)).path, 'utf8')
  expect(svg).toContain('<svg')
})

test('names in it are text, whatever they contain', async ({ page }, info) => {
  const viewer = new Viewer(page)
  const hostile = '"><img src=x onerror=document.title="owned">'
  const file = { ...textFile(hostile, small.replaceAll('work', hostile)) }
  await page.goto(await htmlFileWith(file, info.outputPath('hostile.html'), `&fn=${encodeURIComponent(hostile)}`))
  await viewer.shown()
  await expect(viewer.functions.getByText('60.0').first()).toBeVisible()
  await expect(page.locator('img')).toHaveCount(0)
  await expect(page).not.toHaveTitle(/^owned/)
})

const built = () => readFileSync('dist/arcflame.html', 'utf8')
const owning = 'document.title = "owned"'

for (const [what, changed] of [
  ['added to it', () => built().replace('</body>', `<script>${owning}</script></body>`)],
  [
    'put in place of its own',
    () => built().replace(/(id="code">)[^<]*/, (_, start) => start + encodePairs(deflateRawSync(owning))),
  ],
] as const)
  test(`code that was ${what} does not run`, async ({ page }, info) => {
    const path = info.outputPath('changed.html')
    writeFileSync(path, changed())
    const refused = page.waitForEvent('console', message => /Content Security Policy/.test(message.text()))
    await page.goto(pathToFileURL(path).href)
    await refused
    await expect(page).toHaveTitle('Arcflame')
  })
