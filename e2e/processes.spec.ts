import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { gnuGmon } from '../src/gmon.fixture.ts'
import { small } from './listings.ts'
import { fileFrom, type TestFile, textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

const program = fileFrom('src/fixtures/cycles-O2/program')
const gmon = fileFrom('src/fixtures/cycles-O2/gmon.out')
const pids = ['101', '102', '103', '104']
const files: TestFile[] = [program, ...pids.map(pid => ({ name: `gprof/${pid}/gmon.out`, bytes: gmon.bytes }))]

test.beforeEach(async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(...files)
  await viewer.shown()
})

test('many gmon.out open as their sum, and the processes are listed', async ({ page }) => {
  const viewer = new Viewer(page)
  await expect(viewer.node('main')).toBeVisible()
  await page.getByRole('button', { name: '4 processes' }).click()
  await expect(viewer.processes.getByRole('option')).toHaveCount(4)
  await expect(page).toHaveURL(/panel=processes/)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.keyboard.press('p')
  await expect(viewer.node('main')).toBeVisible()
})

test('a process that is chosen is what all views show, in the address and in a link with the profile', async ({
  page,
  browser,
}) => {
  const viewer = new Viewer(page)
  const total = () =>
    page
      .getByRole('banner')
      .getByText(/\d samples/)
      .textContent()
  const all = await total()
  await page.keyboard.press('p')
  await viewer.processes.getByRole('option', { name: /^102/ }).click()
  await expect(viewer.processes.getByRole('option', { name: /^102/ })).toHaveAttribute('aria-selected', 'true')
  await expect(page).toHaveURL(/proc=102/)
  await expect(page.getByRole('button', { name: '1 of 4 processes' })).toBeVisible()
  await expect.poll(total).not.toBe(all)
  const one = await total()
  await page.keyboard.press('p')
  await expect(viewer.node('main')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: '1 of 4 processes' })).toBeVisible()
  await expect.poll(total).toBe(one)
  await page.keyboard.press('l')
  const dialog = page.getByRole('dialog', { name: 'Share this view' })
  await dialog.getByRole('radio', { name: 'Link with the profile inside' }).check()
  await expect(dialog.getByRole('textbox', { name: 'The link' })).toHaveValue(/data=/)
  const link = await dialog.getByRole('textbox', { name: 'The link' }).inputValue()
  const context = await browser.newContext()
  const second = new Viewer(await context.newPage())
  await second.page.goto(link)
  await expect(second.node('main')).toBeVisible()
  expect(
    await second.page
      .getByRole('banner')
      .getByText(/\d samples/)
      .textContent(),
  ).toBe(one)
  await context.close()
})

test('a process that is chosen is titled by what ps says of it, on the page of a link, too', async ({
  page,
  browser,
}) => {
  const viewer = new Viewer(page)
  const said = pids.map(pid => `${pid} ? 00:00:01 postgres: walsender replica${pid} 127.0.0.1(5505${pid}) streaming`)
  await viewer.drop(...files, textFile('ps.txt', said.join('\n')))
  await page.keyboard.press('p')
  await viewer.processes.getByRole('option', { name: /^102/ }).click()
  const title = 'walsender replica102 127.0.0.1(5505102) streaming · program 102'
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('title', title)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page).toHaveTitle(`${title} · Arcflame`)
  await page.keyboard.press('l')
  const dialog = page.getByRole('dialog', { name: 'Share this view' })
  await dialog.getByRole('radio', { name: 'Link with the profile inside' }).check()
  await expect(dialog.getByRole('textbox', { name: 'The link' })).toHaveValue(/data=/)
  const second = new Viewer(await (await browser.newContext()).newPage())
  await second.page.goto(await dialog.getByRole('textbox', { name: 'The link' }).inputValue())
  await expect(second.page).toHaveTitle(`${title} · Arcflame`)
  await second.page.context().close()
})

test('processes are chosen by keyboard: one, several, all between two, and all again', async ({ page }) => {
  const viewer = new Viewer(page)
  await page.keyboard.press('p')
  const chosen = viewer.processes.getByRole('option', { selected: true })
  await viewer.processes.getByRole('option').first().focus()
  await page.keyboard.press('Enter')
  await expect(chosen).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(chosen).toHaveCount(2)
  await expect(page.getByRole('status').filter({ hasText: '2 of 4 shown' })).toBeVisible()
  await viewer.processes.getByRole('button', { name: 'Mean' }).click()
  await expect(page).toHaveURL(/proc=.*;.*&of=mean/)
  await expect(page.getByRole('banner')).toContainText('2 processes, mean')
  await viewer.processes.getByRole('button', { name: 'All', exact: true }).click()
  await expect(chosen).toHaveCount(0)
  await page.goBack()
  await expect(chosen).toHaveCount(2)
  await expect(page.getByRole('progressbar')).toHaveCount(0)
})

test('a filter leaves processes out of the list, and what is left can be chosen', async ({ page }) => {
  const viewer = new Viewer(page)
  await page.keyboard.press('p')
  await viewer.processes.getByRole('searchbox', { name: 'Filter processes' }).fill('10')
  await expect(viewer.processes.getByRole('option')).toHaveCount(4)
  await viewer.processes.getByRole('searchbox', { name: 'Filter processes' }).fill('3')
  await expect(viewer.processes.getByRole('option')).toHaveCount(1)
  await viewer.processes.getByRole('button', { name: 'Choose this one' }).click()
  await expect(page).toHaveURL(/proc=103/)
  await expect(viewer.processes.getByRole('button', { name: 'Choose this one' })).toHaveCount(0)
  await viewer.processes.getByRole('searchbox', { name: 'Filter processes' }).fill('2')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/proc=102/)
  await viewer.processes.getByRole('searchbox', { name: 'Filter processes' }).fill('nobody')
  await expect(viewer.processes.getByText('No process is called so.')).toBeVisible()
})

test('the mean of all is called that', async ({ page }) => {
  const viewer = new Viewer(page)
  await page.keyboard.press('p')
  await expect(viewer.processes.getByText('All views show the sum of all')).toBeVisible()
  await viewer.processes.getByRole('button', { name: 'Mean' }).click()
  await expect(viewer.processes.getByText('All views show the mean of all')).toBeVisible()
})

for (const width of [1440, 1345, 1280, 1024])
  test(`nothing in the top bar lies over another at ${width}, not even beside a long name`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    const viewer = new Viewer(page)
    await viewer.drop(program, ...pids.map(pid => ({ name: `a/long/way/to/gprof/${pid}/gmon.out`, bytes: gmon.bytes })))
    await page.keyboard.press('p')
    await viewer.processes.getByRole('option', { name: /^102/ }).click()
    await expect(page.getByRole('button', { name: '1 of 4 processes' })).toBeVisible()
    const complete = await viewer.placeOf(page.getByRole('banner').getByRole('button', { name: /complete/ }))
    const search = await viewer.placeOf(page.getByRole('search'))
    const last = page.getByRole('banner').locator('.completeness-cell').last()
    expect(complete.x + complete.width).toBeLessThanOrEqual(search.x)
    expect((await viewer.placeOf(last)).x).toBeLessThan(search.x - 11)
    const [placeholder, room] = await viewer.search.evaluate((field: HTMLInputElement) => {
      const pen = document.createElement('canvas').getContext('2d')
      if (pen) pen.font = getComputedStyle(field).font
      const isShown = getComputedStyle(field, '::placeholder').color !== 'rgba(0, 0, 0, 0)'
      return [isShown ? (pen?.measureText(field.placeholder).width ?? 0) : 0, field.clientWidth]
    })
    expect(placeholder).toBeLessThanOrEqual(room)
  })

test('a cell says what it is, and chooses its process and its function', async ({ page }) => {
  const viewer = new Viewer(page)
  await page.keyboard.press('p')
  const cells = viewer.processes.getByRole('img', { name: /^What part of its time/ })
  await cells.hover({ position: { x: 9, y: 132 + 12 } })
  await expect(page.getByRole('tooltip')).toContainText('of its time')
  await cells.click({ position: { x: 9, y: 132 + 12 } })
  await expect(page).toHaveURL(/proc=101&fn=burn/)
})

test('of listings that state no period cells tell the time, and all can be passed on', async ({ page }) => {
  const viewer = new Viewer(page)
  const listing = small.replace(/Each sample counts as .*\n/, '')
  await viewer.drop(...[1, 2, 3].map(n => textFile(`run/${n}.txt`, listing)))
  await page.getByRole('combobox', { name: 'Profile, one of 4 in this file' }).selectOption('sum of 3 listings')
  await page.getByRole('button', { name: '3 processes' }).click()
  await viewer.processes.getByRole('img', { name: /^What part/ }).hover({ position: { x: 9, y: 132 + 12 } })
  await expect(page.getByRole('tooltip')).toContainText(/Time600\sms/)
  await expect(page.getByRole('tooltip')).not.toContainText('Samples')
  await page.keyboard.press('l')
  await page.getByRole('radio', { name: 'Link with the profile inside' }).check()
  await expect(page.getByRole('button', { name: 'All 3 processes' })).toBeVisible()
  await expect(page.getByRole('dialog')).not.toContainText('cannot go along')
})

/** What a process left that took samples in one function and called it as often. */
function ranFor(ticks: number, name: string): TestFile {
  const bins = new Uint16Array(1288)
  bins[Math.floor((bins.length * 0x1264) / 0x1418)] = ticks
  const records = [
    { low: 0x400000n, high: 0x401418n, bins },
    { from: 0x401060n, self: 0x401264n, count: ticks },
  ]
  return { name, bytes: Buffer.from(gnuGmon(records)) }
}

test('a gmon.sum beside the files that it was made of is told at once, and left out by a button', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.drop(program, ranFor(30, 'run.1'), ranFor(50, 'run.2'), ranFor(80, 'gmon.sum'))
  await expect(viewer.alert).toContainText('Everything is counted twice: gmon.sum')
  await expect(page.getByRole('banner')).toContainText('160 samples')
  await viewer.alert.getByRole('button', { name: 'Leave this file out' }).click()
  await expect(page.getByRole('banner')).toContainText('80 samples')
  await expect(page).toHaveURL(/proc=run\.1;run\.2/)
  await expect(page.getByRole('button', { name: '2 of 3 processes' })).toBeVisible()
  await expect(viewer.alert).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('banner')).toContainText('80 samples')
  await page.goBack()
  await expect(page.getByRole('banner')).toContainText('160 samples')
  await expect(viewer.alert).toBeVisible()
})
