import { copyFileSync, readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, expect, type Locator, type Page, type TestInfo } from '@playwright/test'
import { savedName } from './asSet.ts'
import { copiedImage, imageFacts } from './imageFacts.ts'
import { Viewer } from './viewer.ts'
import { test } from './watched.ts'

async function showing(page: Page, fragment = '#sample=walsender'): Promise<Viewer> {
  const viewer = new Viewer(page)
  await viewer.visit(fragment)
  await expect(viewer.flame.getByRole('tree').first()).toBeVisible()
  return viewer
}

/** The SVG of a flame chart, opened as a file of its own. */
class SavedChart {
  readonly page: Page
  readonly told: Locator
  readonly field: Locator

  private constructor(page: Page) {
    this.page = page
    this.told = page.locator('#told')
    this.field = page.getByRole('searchbox', { name: 'Search functions' })
  }

  static async open(viewer: Viewer, context: BrowserContext, testInfo: TestInfo): Promise<SavedChart> {
    const { path, name } = await viewer.save('Save as SVG', viewer.flame)
    expect(name).toMatch(/ flame chart\.svg$/)
    const copy = testInfo.outputPath('chart.svg')
    copyFileSync(path, copy)
    const page = await context.newPage()
    page.on('pageerror', error => expect(error).toBeUndefined())
    await page.goto(`file://${copy}`)
    return new SavedChart(page)
  }

  /** Boxes of a function. */
  box(name: string): Locator {
    return this.boxIn(this.page.locator('.chart'), name)
  }
  boxIn(chart: Locator, name: string): Locator {
    return chart.locator('.box', { has: this.page.locator('title', { hasText: new RegExp(`^${name}\n`) }) })
  }

  /** Names of the boxes that can be seen, by the share of the width that they have there. */
  async seen(): Promise<[name: string, share: number][]> {
    return this.page.locator('.box').evaluateAll(boxes =>
      boxes
        .filter(box => box.getAttribute('display') !== 'none')
        .map(box => {
          const name = box.querySelector('title')?.textContent?.split('\n')[0] ?? ''
          return [name, Math.round(box.getBoundingClientRect().width) / 1200] as [string, number]
        }),
    )
  }

  /** Texts that reach out of their box. */
  outside(): Promise<(string | null)[]> {
    return this.page.locator('.box').evaluateAll(boxes =>
      boxes.flatMap(box => {
        const body = box.querySelector('rect')?.getBoundingClientRect()
        return [...box.querySelectorAll('text')]
          .filter(text => {
            const { left, right } = text.getBoundingClientRect()
            return !body || left < body.left || right > body.right
          })
          .map(text => text.textContent)
      }),
    )
  }
}

test('the SVG is a document of its own that zooms by click, tells of boxes and zooms out again', async ({
  page,
  context,
}, testInfo) => {
  const viewer = await showing(page)
  const chart = await SavedChart.open(viewer, context, testInfo)
  const before = await chart.seen()
  expect(before.find(([name]) => name === 'main')?.[1]).toBeCloseTo(0.835, 2)
  await chart.box('WalSndWait').hover()
  await expect(chart.told).toHaveText(/^WalSndWait · .*50 ± 22\sms, 26\.3\s% · /)
  await chart.box('ProcessRepliesIfAny').click()
  await expect(chart.told).toContainText('ProcessRepliesIfAny')
  const zoomed = new Map(await chart.seen())
  for (const name of ['main', 'WalSndLoop', 'ProcessRepliesIfAny']) expect(zoomed.get(name)).toBeCloseTo(1, 2)
  expect(zoomed.get('LagTrackerRead')).toBeCloseTo(10 / 51.4, 2)
  expect([...zoomed.keys()]).not.toContain('WalSndWait')
  expect(await chart.outside()).toEqual([])
  await chart.box('WalSndLoop').click()
  expect(new Map(await chart.seen()).get('WalSndWait')).toBeCloseTo(50 / 152.9, 2)
  await chart.page.getByRole('button', { name: 'Show all' }).click()
  expect(await chart.seen()).toEqual(before)
})

test('it finds by text and by expression, counts hits within hits once, and Escape ends that', async ({
  page,
  context,
}, testInfo) => {
  const viewer = await showing(page)
  const chart = await SavedChart.open(viewer, context, testInfo)
  await chart.page.keyboard.press('Control+f')
  await expect(chart.field).toBeFocused()
  await chart.page.keyboard.type('syncrep')
  const found = chart.page.getByRole('status')
  await expect(found).toHaveText(/^in 3 boxes, 11\.3\s%$/)
  await viewer.search.fill('syncrep')
  await expect(viewer.page.getByRole('banner')).toContainText(/11\.3\s%/)
  await chart.field.fill('/^(main|WalSndLoop)$/')
  await expect(found).toHaveText(/^in 2 boxes, 83\.5\s%$/)
  await chart.field.fill('/(/')
  await expect(found).toHaveText('This is no regular expression.')
  await chart.field.fill('SyncRepWakeQueue')
  const dimmed = chart.page.locator('.box[opacity="0.4"]')
  await expect(dimmed).toHaveCount((await chart.page.locator('.box').count()) - 1)
  await chart.page.keyboard.press('Escape')
  await expect(chart.field).toHaveJSProperty('value', '')
  await expect(dimmed).toHaveCount(0)
  await expect(found).toHaveText('')
})

test('it opens where the page was zoomed to, with what was searched for', async ({ page, context }, testInfo) => {
  const path = 'main/PostmasterMain/ServerLoop/PostgresMain/exec_replication_command/WalSndLoop/ProcessRepliesIfAny'
  const viewer = await showing(page, `#sample=walsender&q=SyncRep&zoom=${path}`)
  await expect(viewer.flame.getByRole('button', { name: 'ProcessRepliesIfAny' })).toBeVisible()
  const chart = await SavedChart.open(viewer, context, testInfo)
  await expect(chart.told).toHaveText(/^Zoomed to ProcessRepliesIfAny · /)
  await expect(chart.field).toHaveJSProperty('value', 'SyncRep')
  await expect(chart.page.getByRole('status')).toHaveText(/^in 3 boxes, 11\.3\s%$/)
  const opened = new Map(await chart.seen())
  expect(opened.get('main')).toBeCloseTo(1, 2)
  expect([...opened.keys()]).not.toContain('WalSndWait')
  await chart.page.keyboard.press('Escape')
  await chart.page.keyboard.press('Escape')
  expect(new Map(await chart.seen()).get('main')).toBeCloseTo(0.835, 2)
})

test('it is walked with Tab, arrows and Enter', async ({ page, context }, testInfo) => {
  const viewer = await showing(page)
  const chart = await SavedChart.open(viewer, context, testInfo)
  const { keyboard } = chart.page
  await keyboard.press('Tab')
  await expect(chart.box('main')).toBeFocused()
  await keyboard.press('ArrowRight')
  await expect(chart.box('GetLWLockIdentifier')).toBeFocused()
  await keyboard.press('ArrowLeft')
  for (let depth = 0; depth < 5; depth++) await keyboard.press('ArrowDown')
  await expect(chart.box('WalSndLoop')).toBeFocused()
  await expect(chart.told).toContainText('WalSndLoop')
  await keyboard.press('Enter')
  expect(new Map(await chart.seen()).get('WalSndLoop')).toBeCloseTo(1, 2)
  await keyboard.press('ArrowUp')
  await expect(chart.box('exec_replication_command')).toBeFocused()
  await keyboard.press('Escape')
  expect(new Map(await chart.seen()).get('WalSndLoop')).toBeCloseTo(0.804, 2)
  await keyboard.press('Tab')
  await expect(chart.field).toBeFocused()
})

test('around a function, callers and callees are taken, and zoom one by one', async ({ page, context }, testInfo) => {
  const viewer = await showing(page, '#sample=walsender&fn=WalSndLoop&flame=around')
  await expect(viewer.flame.getByRole('tree')).toHaveCount(2)
  const chart = await SavedChart.open(viewer, context, testInfo)
  await expect(chart.page.getByText(/^Callers of WalSndLoop above, callees below,/)).toBeVisible()
  const [up, down] = [chart.page.locator('.chart.upward'), chart.page.locator('.chart:not(.upward)')]
  const topOf = async (part: Locator, name: string) => (await chart.boxIn(part, name).boundingBox())!.y
  expect(await topOf(up, 'main')).toBeLessThan(await topOf(up, 'WalSndLoop'))
  expect(await topOf(up, 'WalSndLoop')).toBeLessThan(await topOf(down, 'WalSndLoop'))
  expect(await topOf(down, 'WalSndLoop')).toBeLessThan(await topOf(down, 'WalSndWait'))
  await chart.boxIn(down, 'WalSndWait').click()
  await expect(chart.told).toContainText('WalSndWait')
  expect((await chart.boxIn(down, 'WalSndWait').boundingBox())!.width).toBeGreaterThan(1190)
  await expect(chart.boxIn(down, 'ProcessRepliesIfAny')).toBeHidden()
  await chart.field.fill('/^main$/')
  await expect(chart.page.getByRole('status')).toHaveText(/^in 1 box, 80\.4\s% above, 0\s% below$/)
  await chart.boxIn(up, 'WalSndLoop').focus()
  await chart.page.keyboard.press('ArrowUp')
  await expect(chart.boxIn(up, 'exec_replication_command')).toBeFocused()
  for (const [part, first] of [
    ['callers', /^main;PostmasterMain;.*;WalSndLoop$/],
    ['callees', /^WalSndLoop/],
  ] as const) {
    const stacks = stacksIn((await viewer.save(`Save folded stacks of ${part}`, viewer.flame)).path)
    expect(stacks.filter(([stack]) => !first.test(stack))).toEqual([])
    expect(stacks.reduce((sum, [, time]) => sum + time, 0)).toBeCloseTo(152_900, -3)
  }
  const png = readFileSync((await viewer.save('Save as PNG', viewer.flame)).path)
  expect(await imageFacts(page, png)).toMatchObject({ width: 2496, hasGroundAround: true })
})

test('its head stays in view however deep it is', async ({ page, context }, testInfo) => {
  const viewer = await showing(page, '#sample=backend')
  const chart = await SavedChart.open(viewer, context, testInfo)
  await chart.page.setViewportSize({ width: 1280, height: 400 })
  await chart.page.evaluate(() => window.scrollTo(0, 300))
  await expect(async () => {
    const { y } = (await chart.field.boundingBox())!
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(100)
  }).toPass()
})

test('without scripts it is a picture: the same boxes, names within them, no field that does nothing', async ({
  page,
  browser,
}, testInfo) => {
  const viewer = await showing(page, '#sample=backend')
  const still = await browser.newContext({ javaScriptEnabled: false })
  const chart = await SavedChart.open(viewer, still, testInfo)
  expect(new Map(await chart.seen()).get('main')).toBeCloseTo(0.902, 2)
  expect(await chart.outside()).toEqual([])
  await expect(chart.field).toHaveCount(0)
  await expect(chart.page.getByText(/^Call paths estimated from call counts; 36\s% of the time/)).toBeVisible()
  await still.close()
})

test('the page says how large the SVG is', async ({ page }) => {
  const viewer = await showing(page)
  await viewer.save('Save as SVG', viewer.flame)
  await expect(viewer.flame.getByText(/^Saved 54 boxes, \d\d\.\d\skB\.$/)).toBeVisible()
})

test('the PNG is the chart at twice its size and full height, in the colours of the theme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  const viewer = await showing(page, '#sample=backend')
  const svg = readFileSync((await viewer.save('Save as SVG', viewer.flame)).path, 'utf8')
  const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  const { path, name } = await viewer.save('Save as PNG', viewer.flame)
  expect(name).toBe(savedName('backend', ' flame chart.png'))
  const light = await imageFacts(page, readFileSync(path))
  const size = { width: 2 * Number(width), height: 2 * Number(height), hasGroundAround: true }
  expect(light).toMatchObject({ ...size, ground: [255, 255, 255, 255] })
  expect(light.colours).toBeGreaterThan(100)
  expect(light.drawn).toBeGreaterThan(0.1)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await imageFacts(page, readFileSync((await viewer.save('Save as PNG', viewer.flame)).path))
  expect(dark).toMatchObject({ ...size, ground: [0x13, 0x16, 0x1b, 255] })
})

test('copied as an image, it is on the clipboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const viewer = await showing(page)
  await viewer.takeAwayOf(viewer.flame).click()
  await viewer.menu.getByRole('menuitem', { name: 'Copy as image' }).click()
  await expect(viewer.flame.getByText('Copied.')).toBeVisible()
  expect((await imageFacts(page, await copiedImage(page))).colours).toBeGreaterThan(100)
})

/** Folded stacks without their first lines: what is at the end of each path, and the path. */
const stacksIn = (path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .filter(line => !line.startsWith('#'))
    .map(line => [line.replace(/ \d+$/, ''), Number(/ (\d+)$/.exec(line)?.[1])] as const)

test('folded stacks add up to all time, zoomed or not, and follow what is done to the profile', async ({ page }) => {
  const viewer = await showing(page, '#sample=walsender&zoom=main/PostmasterMain')
  const { path, name } = await viewer.save('Save folded stacks', viewer.flame)
  expect(name).toBe(savedName('walsender', '.folded'))
  const stacks = stacksIn(path)
  expect(stacks.reduce((sum, [, time]) => sum + time, 0)).toBe(190_000)
  expect(stacks.map(([stack]) => stack)).toContain(
    'main;PostmasterMain;ServerLoop;PostgresMain;exec_replication_command;WalSndLoop;WalSndWait;WaitEventSetWait',
  )
  await viewer.fromMenu('WalSndLoop', /^Focus/)
  await expect(viewer.chips).toContainText('focus')
  await expect(viewer.node('WalSndLoop')).toBeVisible()
  const focused = stacksIn((await viewer.save('Save folded stacks', viewer.flame)).path)
  expect(focused.every(([stack]) => stack.includes('WalSndLoop'))).toBe(true)
  expect(focused.reduce((sum, [, time]) => sum + time, 0)).toBeLessThan(190_000)
})

for (const [shape, viewport] of [
  ['wide', { width: 1440, height: 900 }],
  ['narrow', { width: 390, height: 844 }],
] as const)
  test(`its button lies within the window, and axe finds nothing: ${shape}`, async ({ page }) => {
    await page.setViewportSize(viewport)
    const viewer = new Viewer(page)
    await viewer.visit('#sample=walsender&panel=flame')
    await viewer.takeAwayOf(viewer.flame).click()
    for (const box of [await viewer.takeAwayOf(viewer.flame).boundingBox(), await viewer.menu.boundingBox()]) {
      expect(box!.x).toBeGreaterThanOrEqual(0)
      expect(box!.x + box!.width).toBeLessThanOrEqual(viewport.width)
    }
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
