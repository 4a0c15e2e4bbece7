import { copyFileSync, readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { savedName } from './asSet.ts'
import { copiedImage, imageFacts } from './imageFacts.ts'
import { Viewer } from './viewer.ts'
import { test } from './watched.ts'

const VIEW = '#sample=walsender&fn=ProcessRepliesIfAny&q=SyncRep'

async function showing(page: Page, fragment = VIEW): Promise<Viewer> {
  const viewer = new Viewer(page)
  await viewer.visit(fragment)
  await expect(viewer.node('WalSndLoop')).toBeVisible()
  return viewer
}

test('the SVG is a document of its own, with all nodes of the picture, and fits without the fonts of the page', async ({
  page,
  context,
}, testInfo) => {
  const viewer = await showing(page)
  const { path, name } = await viewer.save('Save as SVG')
  expect(name).toBe(savedName('walsender', ' call graph.svg'))
  const copy = testInfo.outputPath('picture.svg')
  copyFileSync(path, copy)
  const alone = await context.newPage()
  await alone.goto(`file://${copy}`)
  const nodes = await alone
    .locator('g.node')
    .evaluateAll(groups => groups.map(group => group.querySelector('title')?.textContent?.split('\n')[0] ?? ''))
  expect(nodes.sort()).toEqual((await viewer.nodes()).map(words => words.split(', ')[0]).sort())
  await expect(alone.locator('text', { hasText: 'functions explain' })).toBeVisible()
  await expect(alone.locator('text', { hasText: 'the heaviest way to the chosen function' })).toBeVisible()
  const isInter = await alone.evaluate(() => document.fonts.check('12px "Inter Variable"') && document.fonts.size > 0)
  expect(isInter).toBe(false)
  const outside = await alone.locator('g.node').evaluateAll(groups =>
    groups.flatMap(group => {
      const body = group.querySelector('rect[x="0.5"]')?.getBoundingClientRect()
      return [...group.querySelectorAll('text')]
        .filter(text => Number(text.getAttribute('y')) > 0)
        .filter(text => {
          const { left, right } = text.getBoundingClientRect()
          return !body || left < body.left + 6 || right > body.right - 6
        })
        .map(text => text.textContent)
    }),
  )
  expect(outside).toEqual([])
})

test('the PNG is the same picture at twice its size, in the colours of the theme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  const viewer = await showing(page)
  const svg = readFileSync((await viewer.save('Save as SVG')).path, 'utf8')
  const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  const { path, name } = await viewer.save('Save as PNG')
  expect(name).toBe(savedName('walsender', ' call graph.png'))
  const light = await imageFacts(page, readFileSync(path))
  expect(light).toMatchObject({ width: 2 * Number(width), height: 2 * Number(height), ground: [255, 255, 255, 255] })
  expect(light.colours).toBeGreaterThan(100)
  expect(light.drawn).toBeGreaterThan(0.02)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await imageFacts(page, readFileSync((await viewer.save('Save as PNG')).path))
  expect(dark).toMatchObject({ width: light.width, height: light.height, ground: [0x13, 0x16, 0x1b, 255] })
})

test('the DOT downloads, with names and places of the picture', async ({ page }) => {
  const viewer = await showing(page)
  const { path, name } = await viewer.save('Save as DOT')
  expect(name).toBe(savedName('walsender', ' call graph.dot'))
  const dot = readFileSync(path, 'utf8')
  expect(dot).toMatch(/^\/\/ neato .*\ndigraph calls\{.*label="WalSndLoop\\n.*\}\n$/s)
  expect(dot.match(/tooltip="[^"]*\\nself: /g)?.length).toBe((await viewer.nodes()).length)
})

test('copied as an image, it is on the clipboard, and the page says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const viewer = await showing(page)
  await viewer.takeAway.click()
  await viewer.menu.getByRole('menuitem', { name: 'Copy as image' }).click()
  await expect(viewer.graph.getByText('Copied.')).toBeVisible()
  expect((await imageFacts(page, await copiedImage(page))).colours).toBeGreaterThan(100)
})

test('where the fonts cannot be had any more, the PNG has others', async ({ page }) => {
  const viewer = await showing(page)
  await page.route('**/*.woff2', route => route.abort())
  const { path } = await viewer.save('Save as PNG')
  expect((await imageFacts(page, readFileSync(path))).colours).toBeGreaterThan(100)
})

test('where a browser cannot copy images, the menu says so', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'ClipboardItem'))
  const viewer = await showing(page)
  await viewer.takeAway.click()
  const item = viewer.menu.getByRole('menuitem', { name: 'Copy as image' })
  await expect(item).toBeDisabled()
  await expect(item).toContainText('this browser does not offer it here')
})

test('where it refuses, a sentence says what to do instead', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.write = () => Promise.reject(new Error('refused'))
  })
  const viewer = await showing(page)
  await viewer.takeAway.click()
  await viewer.menu.getByRole('menuitem', { name: 'Copy as image' }).click()
  await expect(viewer.graph.getByText('Save it as PNG instead.')).toBeVisible()
})

test('a picture too large for the browser is saved smaller, and that is said', async ({ page }) => {
  await page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, kind: string) => unknown
    Object.assign(HTMLCanvasElement.prototype, {
      getContext(this: HTMLCanvasElement, kind: string) {
        return this.width > 3_000 ? null : getContext.call(this, kind)
      },
    })
  })
  const viewer = await showing(page)
  const { path } = await viewer.save('Save as PNG')
  await expect(viewer.graph.getByText(/Saved, but at 100\s% of its size and not at 200\s%/)).toBeVisible()
  expect((await imageFacts(page, readFileSync(path))).width).toBeLessThan(3_000)
})

test('the menu is walked with arrows, and gives the keyboard back', async ({ page }) => {
  const viewer = await showing(page)
  const item = (name: string) => viewer.menu.getByRole('menuitem', { name })
  await viewer.takeAway.focus()
  await page.keyboard.press('Enter')
  await expect(item('Save as SVG')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(item('Save as DOT')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(item('Save as SVG')).toBeFocused()
  await page.keyboard.press('r')
  await expect(viewer.menu).toBeVisible()
  await page.keyboard.press('End')
  await expect(item('Save as DOT')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(viewer.menu).toBeHidden()
  await expect(viewer.takeAway).toBeFocused()
})

test('a press on its button closes the menu, as does a press anywhere else', async ({ page }) => {
  const viewer = await showing(page)
  await viewer.takeAway.click()
  await expect(viewer.menu).toBeVisible()
  await viewer.takeAway.click()
  await expect(viewer.menu).toBeHidden()
  await viewer.takeAway.click()
  await viewer.row('secure_read').click()
  await expect(viewer.menu).toBeHidden()
  await expect(viewer.entry.getByRole('heading', { name: /^secure_read/ })).toBeVisible()
})

for (const [shape, viewport] of [
  ['wide', { width: 1440, height: 900 }],
  ['narrow', { width: 390, height: 844 }],
] as const)
  test(`the menu lies within the window, its rows can be hit, and axe finds nothing: ${shape}`, async ({ page }) => {
    await page.setViewportSize(viewport)
    const viewer = await showing(page)
    await viewer.takeAway.click()
    const box = (await viewer.menu.boundingBox())!
    expect(box.x).toBeGreaterThanOrEqual(8)
    expect(box.x + box.width).toBeLessThanOrEqual(viewport.width - 8)
    const row = (await viewer.menu.getByRole('menuitem').first().boundingBox())!
    expect(row.height).toBe(shape === 'wide' ? 28 : 44)
    expect(await page.evaluate(() => [window.scrollX, document.body.scrollLeft])).toEqual([0, 0])
    const button = (await viewer.takeAway.boundingBox())!
    expect(button.x + button.width).toBeLessThanOrEqual(viewport.width)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
