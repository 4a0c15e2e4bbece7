import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { small } from './listings.ts'
import { pairFrom, textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

const listing = textFile('small.txt', small)
const { program, gmon } = pairFrom('cycles-O2')

test('figures of a listing lead to their lines, in the dialog and in the report', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(listing)
  await viewer.row('work').click()
  await page.keyboard.press('s')
  const lines = viewer.source.getByRole('region', { name: 'In the file' })
  await expect(lines).toContainText('line 6 60.00      0.60     0.60        3')
  await expect(lines.getByRole('listitem')).toHaveCount(2)
  await expect(viewer.source).toContainText('3 calls = the sum of 1 caller')
  await expect(viewer.source).toContainText('the bins and records behind it are in the gmon.out')
  expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([])
  await lines.getByRole('button', { name: 'line 6' }).click()
  await expect(viewer.source).toHaveCount(0)
  await expect(viewer.report.getByText('60.00      0.60     0.60', { exact: false })).toBeVisible()
})

test('figures of a run lead to bins and records of gmon.out, and on to what they are made of', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(program, gmon)
  await viewer.shown()
  const name = 'burn'
  await viewer.row(name).click()
  await viewer.entry.getByRole('button', { name: 'Where its numbers come from' }).click()
  await expect(viewer.source).toContainText(/\d+ bins? → \d+ ticks ÷ 100 per second = /)
  await expect(viewer.source).toContainText(
    /Histogram 1: 0x[0-9a-f]+ to 0x[0-9a-f]+, .* bins, from byte 61 of gmon.out/,
  )
  const bins = viewer.source.getByRole('region', { name: 'Bins of the histogram' })
  await expect(bins.getByRole('row')).not.toHaveCount(1)
  await expect(viewer.source.getByRole('img', { name: /^Ticks from 0x/ })).toBeVisible()
  expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([])
  await viewer.source.getByRole('region', { name: 'Calls' }).getByRole('button').first().click()
  await expect(viewer.source.getByRole('heading', { level: 3 })).toContainText(`calls ${name}`)
  await expect(viewer.source.getByRole('heading', { level: 3 })).toBeFocused()
  await expect(viewer.source).toContainText(/\d+ records? → /)
  const records = viewer.source.getByRole('region', { name: 'Records of calls' }).getByRole('table')
  await expect(records).toContainText(new RegExp(`0x[0-9a-f]+ = ${name} \\+ 0x[0-9a-f]+`))
  await viewer.source.getByRole('button', { name: 'Back to the figures before' }).click()
  await expect(viewer.source.getByRole('heading', { level: 3 })).toHaveText(name)
  await page.keyboard.press('Escape')
  await expect(viewer.source).toHaveCount(0)
})

test('calls in the entry and functions in the list are asked about from the keyboard and by menu', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(listing)
  await viewer.row('main').click()
  const call = viewer.entry.getByRole('button', { name: /^work/ })
  await call.focus()
  await page.keyboard.press('s')
  await expect(viewer.source.getByRole('heading', { level: 3 })).toHaveText('main calls work')
  await expect(viewer.source).toContainText('3 of 3 calls × (600 ms self + 0 s of callees) = 600 ms')
  await page.keyboard.press('Escape')
  await call.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Where the numbers of this call come from' }).click()
  await expect(viewer.source.getByRole('heading', { level: 3 })).toHaveText('main calls work')
  await page.keyboard.press('Escape')
  await viewer.row('tick').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Where its numbers come from' }).click()
  await expect(viewer.source.getByRole('heading', { level: 3 })).toHaveText('tick')
  await expect(viewer.source).toContainText('No call of it is recorded.')
})

test('where S zooms the flame chart out, nothing is asked', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(listing)
  await viewer.row('work').click()
  await viewer.flame.getByRole('tree').focus()
  await page.keyboard.press('w')
  await page.keyboard.press('s')
  await expect(viewer.source).toHaveCount(0)
})
