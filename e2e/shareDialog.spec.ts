import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page } from '@playwright/test'
import { small } from './listings.ts'
import { pairFrom, textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share this view' })

/** Copies one of the links, by keyboard alone. */
async function copyLink(page: Page, choice: string): Promise<string> {
  await page.keyboard.press('l')
  const radio = dialog(page).getByRole('radio', { name: choice })
  await radio.focus()
  await page.keyboard.press('Space')
  await expect(dialog(page).getByRole('button', { name: 'Copy link' })).toBeEnabled()
  await radio.press('Enter')
  await expect(dialog(page).getByRole('button', { name: 'Copied' })).toBeVisible()
  await page.keyboard.press('Escape')
  return page.evaluate(() => navigator.clipboard.readText())
}

/** What the views say, to be compared with what they say elsewhere. */
const said = async (viewer: Viewer) => ({
  rows: await viewer.functions.getByRole('row').allTextContents(),
  nodes: await viewer.nodes(),
  entry: await viewer.entry.textContent(),
  legend: await viewer.flame.getByText(/of the time has only one place|exact/).allTextContents(),
})

async function elsewhere(browser: Browser, link: string): Promise<Viewer> {
  const context = await browser.newContext()
  const viewer = new Viewer(await context.newPage())
  await viewer.page.goto(link)
  return viewer
}

test('a link with the profile inside shows the same view and the same figures in another browser', async ({
  page,
  browser,
}) => {
  const viewer = new Viewer(page)
  const { program, gmon } = pairFrom('cycles-O2')
  await viewer.visit()
  await viewer.drop(program, gmon)
  await viewer.shown()
  await viewer.row('main').click()
  await expect(viewer.entry.getByRole('heading', { name: /^main/ })).toBeVisible()
  await expect(viewer.node('main')).toBeVisible()
  const link = await copyLink(page, 'Link with the profile inside')
  expect(link).toMatch(/#v=1&fn=main&data=[\w-]+$/)
  const second = await elsewhere(browser, link)
  await expect(second.entry.getByRole('heading', { name: /^main/ })).toBeVisible()
  await expect(second.node('main')).toBeVisible()
  await second.shown('program gmon.out')
  expect(await said(second)).toEqual(await said(viewer))
  for (const each of [viewer, second]) await each.page.keyboard.press('r')
  await expect(second.line(/granularity: each sample hit/).first()).toBeVisible()
  await expect(viewer.line(/granularity: each sample hit/).first()).toBeVisible()
  expect(await second.report.getByRole('row').allTextContents()).toEqual(
    await viewer.report.getByRole('row').allTextContents(),
  )
  // Functions to which nothing happened are not in the link.
  await expect(viewer.report.getByRole('button', { name: /^-z/ })).toBeVisible()
  await expect(second.report.getByRole('button', { name: /^-q/ })).toBeVisible()
  await expect(second.report.getByRole('button', { name: /^-z/ })).toHaveCount(0)
  // The address stays whole: it is the view, and sharing it again is sharing the profile again.
  await expect(second.page).toHaveURL(/panel=report&data=/)
  await second.page.reload()
  await expect(second.line(/granularity: each sample hit/).first()).toBeVisible()
  await second.page.context().close()
})

test('a link may carry less of the profile to fit a chat, and what it opens says so', async ({ page, browser }) => {
  const viewer = new Viewer(page)
  await viewer.visit('#sample=walsender&fn=WalSndLoop')
  await viewer.shown('walsender')
  await page.keyboard.press('l')
  await dialog(page).getByRole('radio', { name: 'Link with the profile inside' }).check()
  await dialog(page).getByRole('button', { name: 'Less, for a chat message' }).click()
  const words = dialog(page).getByText(/^Keeps [\d.]+ % of the time, \d+ of 1.068 functions/)
  await expect(words).toBeVisible()
  const [kept] = /\d+ of/.exec((await words.textContent()) ?? '') ?? []
  const link = await dialog(page).getByRole('textbox', { name: 'The link' }).inputValue()
  expect(link.length).toBeLessThanOrEqual(2048)
  expect(link.length).toBeGreaterThan(1900)
  const second = await elsewhere(browser, link)
  await second.shown('walsender')
  await expect(second.page.getByRole('banner').getByText(`shortened · ${kept}`)).toBeVisible()
  await expect(second.row('WalSndLoop')).toContainText('80.4')
  await expect(second.entry.getByRole('heading', { name: /^WalSndLoop/ })).toBeVisible()
  await second.page.getByRole('button', { name: /^What was found/ }).click()
  await expect(second.page.getByText(/was shortened to fit the link/)).toBeVisible()
  await second.page.context().close()
})

test('a link to the view says what it needs, and is what the address says', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(textFile('small.txt', small))
  await viewer.row('work').click()
  await page.getByRole('banner').getByRole('button', { name: 'Share' }).click()
  await expect(dialog(page).getByText(/The reader opens small\.txt\b.* too/)).toBeVisible()
  await expect(dialog(page).getByRole('radio', { name: 'Link to this view' })).toBeFocused()
  await expect(dialog(page).getByText(/^Names, times and calls of 3 functions/)).toHaveCount(0)
  await dialog(page).getByRole('radio', { name: 'Link with the profile inside' }).check()
  await expect(dialog(page).getByText(/^Names, times and calls of \d+ functions/)).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await copyLink(page, 'Link to this view')).toBe(page.url())
})

test('one HTML file shows the same view and the same figures from a disk', async ({ page, browser }, info) => {
  const viewer = new Viewer(page)
  await viewer.visit('#sample=cyc&fn=main')
  await expect(viewer.entry.getByRole('heading', { name: /^main/ })).toBeVisible()
  await expect(viewer.node('main')).toBeVisible()
  await page.keyboard.press('l')
  await dialog(page).getByRole('radio', { name: 'One HTML file' }).check()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Save file' }).click(),
  ])
  const path = info.outputPath(download.suggestedFilename())
  await download.saveAs(path)
  expect(readFileSync(path).length).toBeLessThan(1.7 * 2 ** 20)
  const second = await elsewhere(browser, pathToFileURL(path).href)
  await expect(second.entry.getByRole('heading', { name: /^main/ })).toBeVisible()
  await expect(second.node('main')).toBeVisible()
  expect(await said(second)).toEqual(await said(viewer))
  // From there it can be shared on, as a file: its address leads nobody anywhere.
  await second.page.keyboard.press('l')
  await expect(dialog(second.page).getByRole('radio')).toHaveCount(1)
  await expect(dialog(second.page).getByRole('button', { name: 'Save file' })).toBeEnabled()
  await second.page.context().close()
})

test('a link with a profile opens over another one, and Back returns to that', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit('#sample=cyc')
  await viewer.shown('cyc')
  const link = await copyLink(page, 'Link with the profile inside')
  await viewer.drop(textFile('small.txt', small))
  await viewer.shown('small')
  await viewer.row('work').click()
  await page.evaluate(address => {
    location.href = address
  }, link)
  await viewer.shown('cyc')
  await page.goBack()
  await viewer.shown('small')
  await expect(viewer.entry.getByRole('heading', { name: /^work/ })).toBeVisible()
})

for (const [what, change, says] of [
  ['that was cut', (link: string) => link.slice(0, -40), /cut|ends/],
  ['with a strange character', (link: string) => link.replace(/.{20}$/, '+$&'), /character .* is “\+”/],
  [
    'with a wrong character',
    (link: string) => link.replace(/(data=.{60})./, (_, a: string) => `${a}${'-'}`),
    /damaged|cut|altered/,
  ],
  ['of a later version', (link: string) => link.replace(/data=QXI./, 'data=QXII'), /packed by a later Arcflame/],
] as const)
  test(`a link ${what} gets a sentence`, async ({ page, browser }) => {
    const viewer = new Viewer(page)
    await viewer.visit('#sample=cyc')
    await viewer.shown('cyc')
    const link = await copyLink(page, 'Link with the profile inside')
    const second = await elsewhere(browser, change(link))
    await expect(second.alert).toContainText('the profile in this link was not opened')
    await expect(second.alert).toContainText(says)
    await expect(second.page.getByRole('heading', { name: 'See where the time went' })).toBeVisible()
    await second.page.context().close()
  })

test('names in a link are text, and what nobody would see in them is shown', async ({ page, browser }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(
    textFile(
      'hostile.txt',
      small.replaceAll('work', '<img src=x onerror=document.title="owned">').replaceAll('tick', 'safe\u202egnp'),
    ),
  )
  await viewer.shown()
  const link = await copyLink(page, 'Link with the profile inside')
  const second = await elsewhere(browser, link)
  await second.shown('hostile')
  await expect(second.row('safe‹U+202E›gnp')).toBeVisible()
  await expect(second.functions.getByText(/^<img src/)).toBeVisible()
  await expect(second.page.locator('img')).toHaveCount(0)
  await expect(second.page).not.toHaveTitle('owned')
  await second.page.context().close()
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing in the dialog: ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    const viewer = new Viewer(page)
    await viewer.visit('#sample=cyc')
    await viewer.shown('cyc')
    await page.keyboard.press('l')
    await dialog(page).getByRole('radio', { name: 'Link with the profile inside' }).check()
    await expect(dialog(page).getByRole('textbox', { name: 'The link' })).toHaveValue(/data=/)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
