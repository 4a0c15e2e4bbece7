import { pathToFileURL } from 'node:url'
import { type Browser, expect, type Page } from '@playwright/test'
import { printReport } from '../src/index.ts'
import { profileOf } from '../src/profile.fixture.ts'
import { pairFrom, type TestFile, textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

const { program, gmon } = pairFrom('cycles-O2')
/** The same run with other samples, half of them in the function that has all of its own, so that no two processes are alike. */
const run = (ticks: number): Buffer => {
  const bytes = Buffer.from(gmon.bytes)
  const bins = 20 + 1 + 16 + 8 + 16
  for (const bin of [1158, 1180]) bytes.writeUInt16LE(ticks, bins + 2 * bin)
  return bytes
}
const files: TestFile[] = [
  program,
  ...[1, 5, 9].map(ticks => ({ name: `gprof/10${ticks}/gmon.out`, bytes: run(ticks) })),
]

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share this view' })
const facts = (page: Page) =>
  page
    .getByRole('banner')
    .getByText(/\d samples/)
    .textContent()
const option = ({ processes }: Viewer, name: string) => processes.getByRole('option', { name: new RegExp(`^${name}`) })

/** What the views say of the processes one after the other, of two of them, and of all; no two of these have the same time. */
async function said(viewer: Viewer) {
  const { page } = viewer
  const told: unknown[] = [await viewer.processes.getByRole('option').allTextContents()]
  for (const names of [['101'], ['105'], ['109'], ['101', '109'], []]) {
    const before = await facts(page)
    for (const [i, name] of names.entries())
      await option(viewer, name).click({ modifiers: i > 0 ? ['ControlOrMeta'] : [] })
    if (names.length === 0) await viewer.processes.getByRole('button', { name: 'All', exact: true }).click()
    await expect.poll(() => facts(page)).not.toBe(before)
    const words = names.length === 0 ? '3 processes' : `${names.length} of 3 processes`
    await expect(page.getByRole('button', { name: words, exact: true })).toBeVisible()
    await page.keyboard.press('p')
    await expect(viewer.node('main')).toBeVisible()
    told.push(await facts(page), await viewer.functions.getByRole('row').allTextContents(), await viewer.nodes())
    await page.keyboard.press('p')
  }
  return told
}

async function elsewhere(browser: Browser, link: string): Promise<Viewer> {
  const context = await browser.newContext()
  const viewer = new Viewer(await context.newPage())
  await viewer.page.goto(link)
  return viewer
}

async function openWithOneChosen(page: Page): Promise<Viewer> {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(...files)
  await viewer.shown()
  await page.keyboard.press('p')
  await option(viewer, '105').click()
  await expect(page.getByRole('button', { name: '1 of 3 processes' })).toBeVisible()
  return viewer
}

test('a link carries what is shown, or all processes, each with its size', async ({ page, browser }) => {
  const viewer = await openWithOneChosen(page)
  await page.keyboard.press('l')
  await dialog(page).getByRole('radio', { name: 'Link with the profile inside' }).check()
  const part = dialog(page).getByRole('button', { name: 'Only what is shown' })
  await expect(part).toHaveAttribute('aria-pressed', 'true')
  const link = dialog(page).getByRole('textbox', { name: 'The link' })
  await expect(link).toHaveValue(/data=/)
  const short = await link.inputValue()
  expect(short).not.toContain('proc=')
  await dialog(page).getByRole('button', { name: 'All 3 processes' }).click()
  await expect(link).toHaveValue(/proc=105.*data=/)
  await expect(dialog(page)).toContainText('what each of 3 processes adds to it')
  await expect(dialog(page)).toContainText('paths and titles of 3 processes')
  const long = await link.inputValue()
  await expect(dialog(page).getByRole('radio', { checked: true })).toHaveAccessibleName(
    new RegExp(`${long.length.toLocaleString('en-US').replace(',', '.')} characters`),
  )
  await page.keyboard.press('Escape')

  const one = await elsewhere(browser, short)
  await expect(one.node('main')).toBeVisible()
  expect(await facts(one.page)).toBe(await facts(page))
  await expect(one.page.getByRole('button', { name: /processes/ })).toHaveCount(0)
  await one.page.context().close()

  const all = await elsewhere(browser, long)
  await expect(option(all, '105')).toHaveAttribute('aria-selected', 'true')
  await expect(all.page.getByRole('button', { name: '1 of 3 processes' })).toBeVisible()
  expect(await said(all)).toEqual(await said(viewer))
  await all.page.context().close()
})

test('one HTML file carries all processes, too', async ({ page, browser }, info) => {
  const viewer = await openWithOneChosen(page)
  await page.keyboard.press('l')
  await dialog(page).getByRole('radio', { name: 'One HTML file' }).check()
  await dialog(page).getByRole('button', { name: 'All 3 processes' }).click()
  await expect(dialog(page)).toContainText('profile with all processes')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Save file' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('program, 3 processes.html')
  const path = info.outputPath('run.html')
  await download.saveAs(path)
  await page.keyboard.press('Escape')
  const second = await elsewhere(browser, pathToFileURL(path).href)
  await expect(second.page.getByRole('button', { name: '1 of 3 processes' })).toBeVisible()
  expect(await said(second)).toEqual(await said(viewer))
  // It is what it came as after a reload, and can be passed on whole again.
  await second.page.reload()
  await expect(second.page.getByRole('button', { name: '3 processes', exact: true })).toBeVisible()
  await second.page.keyboard.press('l')
  await expect(dialog(second.page).getByRole('button', { name: 'All 3 processes' })).toBeVisible()
  await second.page.context().close()
})

test('a link carries listings of one program, each with its time', async ({ page, browser }) => {
  const listing = (leaf: string) => printReport(profileOf(`main 0.20 -> leaf x3\nleaf ${leaf}`))
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(...['0.10', '0.40', '0.90'].map((leaf, i) => textFile(`run/${i + 1}.txt`, listing(leaf))))
  await expect(page.getByRole('banner')).toContainText('sum of 3 listings')
  await page.keyboard.press('l')
  await dialog(page).getByRole('radio', { name: 'Link with the profile inside' }).check()
  await dialog(page).getByRole('button', { name: 'All 3 processes' }).click()
  await expect(dialog(page)).toContainText('paths and titles of 3 processes, of listings with their dates')
  const second = await elsewhere(browser, await dialog(page).getByRole('textbox', { name: 'The link' }).inputValue())
  await expect(second.page.getByRole('banner')).toContainText('sum of 3 listings')
  await expect(second.row('leaf')).toContainText('70.0') // 1.40 of 2.00 s
  await second.page.keyboard.press('p')
  await option(second, '2').click()
  await second.page.keyboard.press('p')
  await expect(second.row('leaf')).toContainText('66.7') // 0.40 of 0.60 s
  await second.page.context().close()
})
