import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { isSet, savedName } from './asSet.ts'
import { quoted, small } from './listings.ts'
import { fileFrom, textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

const folder = 'src/fixtures/cycles-O2'
const printed = readFileSync(`${folder}/report.txt`, 'utf8')
/** The one line that gprof printed like this. */
const lineLike = (like: RegExp): string => {
  const found = printed.split('\n').filter(line => like.test(line))
  expect(found).toHaveLength(1)
  return found[0]
}

async function openPair(page: Page): Promise<Viewer> {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(fileFrom(`${folder}/gmon.out`), fileFrom(`${folder}/program`))
  await expect(page).toHaveURL(/id=/)
  return viewer
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

test('a dropped pair shows gprof’s own numbers in the table, the entry and the report', async ({ page }) => {
  const viewer = await openPair(page)
  const [, seconds, calls] = /^100\.16 +(\S+) +\S+ +(\d+) .* burn$/.exec(lineLike(/^100\.16 .* burn$/)) ?? []
  const own = /8870\+(\d+)/.exec(printed)?.[1]
  expect([seconds, calls, own]).toEqual(['0.03', '8870', '8000'])

  await viewer.functions.getByRole('button', { name: 'Let Functions fill the window' }).click()
  await expect(viewer.row('burn')).toContainText('30.0') // milliseconds
  await expect(viewer.row('burn')).toContainText(/8\s870\+8\s000/)

  await viewer.functions.getByRole('button', { name: 'Back to the workspace' }).click()
  await viewer.row('burn').click()
  await expect(viewer.entry).toContainText('30.0')
  await expect(viewer.entry.getByRole('button', { name: /^odd,/ })).toContainText(/4\s012\/8\s870/)

  await viewer.entry.getByRole('button', { name: 'Show in the report' }).click()
  const text = (await viewer.report.getByRole('row').allTextContents()).join('\n')
  expect(text).toContain(lineLike(/^\[1\] .* 8870\+8000 +burn \[1\]$/))
  expect(text).toContain(lineLike(/ 0\.01 .* 4012\/8870 +odd \[4\]$/))
  await viewer.report.getByRole('button', { name: 'Flat profile', exact: true }).click()
  await expect(viewer.line(lineLike(/^100\.16 .* burn$/).replace(/ +/g, ' '))).toBeVisible()
})

test('the report of a pair is saved and copied as gprof prints it, to the byte', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const viewer = await openPair(page)
  await page.keyboard.press('r')
  const saving = page.waitForEvent('download')
  await viewer.report.getByRole('button', { name: 'Save as a text file' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toBe(savedName('program gmon.out', ' report.txt'))
  expect(readFileSync(await saved.path())).toEqual(readFileSync(`${folder}/report.txt`))
  await viewer.report.getByRole('button', { name: 'Copy the whole report' }).click()
  await expect(viewer.report.getByText('Copied').first()).toBeVisible()
  expect(await clipboard(page)).toBe(printed)
})

test('gprof’s switches print the report anew, and are in the address', async ({ page }) => {
  const viewer = await openPair(page)
  await page.keyboard.press('r')
  await expect(viewer.line('explanation follows')).toHaveCount(1)
  await viewer.report.getByRole('button', { name: /^-b/ }).click()
  await expect(viewer.line('explanation follows')).toHaveCount(0)
  await viewer.report.getByRole('button', { name: /^-z/ }).click()
  await expect(page).toHaveURL(/report=bz/)
  const saving = page.waitForEvent('download')
  await viewer.report.getByRole('button', { name: 'Save as a text file' }).click()
  expect(readFileSync(await (await saving).path())).toEqual(readFileSync(`${folder}/report-bz.txt`))
  await viewer.report.getByRole('button', { name: /^-q/ }).click()
  await expect(viewer.report.getByRole('button', { name: 'Flat profile', exact: true })).toHaveCount(0)
  await page.reload()
  await expect(viewer.line(/Call graph$/)).toBeVisible()
  await expect(viewer.report.getByRole('button', { name: /^-z/ })).toHaveAttribute('aria-pressed', 'true')
})

test('text is selected and copied over lines that are not drawn', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const viewer = await openPair(page)
  await page.keyboard.press('r')
  await viewer.report.getByRole('grid').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await expect.poll(() => clipboard(page)).toBe(printed.trimEnd())
  // From within one line to within another, further down than the screen reaches.
  await page.keyboard.press('Home')
  await page.evaluate(() => document.getSelection()?.empty())
  const [top, left] = [viewer.line('Each sample counts'), { x: 100, y: 9 }]
  await top.click({ position: left })
  await viewer.report.getByRole('grid').evaluate(grid => grid.scrollTo(0, grid.scrollHeight))
  await viewer.line(/\[1\] burn/).click({ position: left, modifiers: ['Shift'] })
  await page.keyboard.press('Control+c')
  const whole = printed.slice(printed.indexOf('Each sample'), printed.indexOf('[1] burn'))
  await expect.poll(() => clipboard(page)).not.toBe(printed.trimEnd())
  const copied = await clipboard(page)
  expect(Math.abs(copied.length - whole.length)).toBeLessThan(40)
  expect(printed).toContain(copied)
})

test('names and numbers of the report lead to the other views, and these lead to it', async ({ page }) => {
  const viewer = await openPair(page)
  await page.keyboard.press('r')
  await expect(viewer.line(/^Flat profile/)).toBeVisible()
  await viewer.row('even').click()
  const chosen = viewer.report.getByRole('row', { selected: true })
  await expect(chosen).toHaveText(/ 4412 .* even$/)
  await viewer.report.getByRole('button', { name: 'Call graph', exact: true }).click()
  await viewer.row('main').click()
  await expect(chosen).toHaveText(/^\[2\] .* main \[2\]$/)
  await expect(chosen).toBeInViewport()
  // A name among its callees.
  await viewer
    .line(/4402\/4412\s+even \[3\]$/)
    .first()
    .getByText('even')
    .click()
  await expect(chosen).toHaveText(/^\[3\] .* even \[3\]$/)
  await expect(viewer.row('even')).toHaveAttribute('aria-selected', 'true')
  await expect(viewer.entry.getByRole('heading', { name: /^even/ })).toBeVisible()
  // The numbers of a line in an entry are about that entry.
  await viewer
    .line(/4012\/8870 {2,}odd \[4\]$/)
    .getByText('4012/8870')
    .click()
  await expect(viewer.entry.getByRole('heading', { name: /^burn/ })).toBeVisible()
  await page.goBack()
  await expect(viewer.entry.getByRole('heading', { name: /^even/ })).toBeVisible()
  await page.keyboard.press('r')
  await expect(viewer.node('even')).toHaveAttribute('aria-selected', 'true')
})

test('a function pointed at in the report is marked in the list, and the other way round', async ({ page }) => {
  const viewer = await openPair(page)
  await page.keyboard.press('r')
  await viewer
    .line(/ 4012 .* odd$/)
    .getByText('odd')
    .hover()
  await expect(viewer.row('odd')).toHaveClass(/pointed/)
  await viewer.row('burn').hover()
  await expect(viewer.line(/8870 .* burn$/).locator('.pointed')).toHaveText('burn')
})

test('the search marks lines of the report and steps through them', async ({ page }) => {
  const viewer = await openPair(page)
  await page.keyboard.press('r')
  await viewer.search.fill('ODD')
  const found = printed.split('\n').filter(line => line.includes('odd')).length
  await expect(viewer.report.getByRole('status').filter({ hasText: 'found' })).toHaveText(`found in ${found} lines`)
  await expect(viewer.report.locator('mark').first()).toHaveText('odd')
  await viewer.search.press('Enter')
  await viewer.report.getByRole('grid').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('n')
  await expect(viewer.report.getByText(`1 of ${found} lines`)).toBeVisible()
  await page.keyboard.press('Shift+N')
  await expect(viewer.report.getByText(`${found} of ${found} lines`)).toBeVisible()
  await expect(viewer.line(/\[4\] odd/)).toBeInViewport()
  await viewer.search.fill('/^(odd|even)$/') // names, not lines
  await expect(viewer.report.getByText(/found in|of \d+ lines/).first()).toBeVisible()
  await expect(
    viewer
      .line(/\[4\] odd/)
      .locator('.hit')
      .first(),
  ).toBeVisible()
})

test('the report is read by keyboard', async ({ page }) => {
  const viewer = await openPair(page)
  await page.keyboard.press('r')
  await viewer.report.getByRole('grid').focus()
  for (const key of ['Home', ...Array(6).fill('ArrowDown')]) await page.keyboard.press(key)
  await page.keyboard.press('Enter')
  await expect(viewer.entry.getByRole('heading', { name: /^even/ })).toBeVisible()
  await page.keyboard.press('End')
  await expect(viewer.line(/\[5\] <cycle 1>/)).toBeInViewport()
})

test('of a listing the report is the file, and each figure leads to its line', async ({ page }) => {
  test.skip(isSet, 'a sum of listings is no file')
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(quoted)
  await viewer.shown()
  await viewer.row('work').click()
  await viewer.entry.getByRole('button', { name: 'Show in the report' }).click()
  const lines = quoted.bytes.toString().split('\n')
  const chosen = viewer.report.getByRole('row', { selected: true }).last()
  await expect(chosen).toHaveText(/^> \[2\] +60\.0 .* work \[2\]$/)
  expect(await chosen.getAttribute('aria-rowindex')).toBe(String(lines.findIndex(line => line.startsWith('> [2]')) + 1))
  await page.keyboard.press('r')
  await page.keyboard.press('r')
  await expect(viewer.line('this is what I get:')).toBeVisible()
  await expect(viewer.report.getByRole('button', { name: /^-b/ })).toHaveCount(0)
  await expect(page).toHaveURL(/panel=report/)
  await page.reload()
  await expect(viewer.line('this is what I get:')).toBeVisible()
})

test('on a narrow screen numbers lead to the list and to the entry', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(textFile('small.txt', small))
  await viewer.tab('Report')
  await viewer
    .line(/0\.30 +tick$/)
    .getByText('0.30')
    .click()
  await expect(viewer.row('tick')).toHaveAttribute('aria-selected', 'true')
  await viewer.tab('Report')
  await viewer.report.getByRole('button', { name: 'Call graph', exact: true }).click()
  await viewer
    .line(/3\/3 +work \[2\]$/)
    .getByText('3/3')
    .click()
  await expect(viewer.entry.getByRole('heading', { name: /^main/ })).toBeVisible()
})
