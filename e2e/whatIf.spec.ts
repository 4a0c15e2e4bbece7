import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { printReport } from '../src/index.ts'
import { profileOf } from '../src/profile.fixture.ts'
import { textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

const listing = textFile(
  'program.txt',
  printReport(
    profileOf(`
      main 0 -> a x1, b x3, h x1
      a    1 -> f x1
      b    2 -> f x3
      f    4 -> g x8
      h    0 -> g x2
      g    10`),
  ),
)

test.beforeEach(async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(listing)
  await viewer.shown()
})

test('a function twice as fast: all views show it, the bar says what it saves, and one click ends it', async ({
  page,
}) => {
  const viewer = new Viewer(page)
  await viewer.fromMenu('f', /^What if it were twice as fast/)
  await expect(viewer.whatIf).toContainText(/saves 2\.00.s \(1\.81–2\.21.s\), 11\.8 % of all time/)
  await expect(viewer.whatIf).toContainText(/17\.0.s → 15\.0.s \(14\.8–15\.2.s\), 1\.13 times as fast/)
  await expect(viewer.chips).toBeHidden()
  await expect(page).toHaveURL(/do=whatif:0\.5:f/)
  await expect(viewer.node('f')).toHaveAccessibleName(/13\.3 %/)
  await viewer.whatIf.getByRole('button', { name: 'End “What if”' }).click()
  await expect(viewer.whatIf).toBeHidden()
  await expect(viewer.node('f')).toHaveAccessibleName(/23\.5 %/)
})

test('what it would be is chosen in the bar: free takes along what it calls, inlined saves nothing', async ({
  page,
}) => {
  const viewer = new Viewer(page)
  await viewer.fromMenu('f', /^What if it were twice as fast/)
  const becomes = viewer.whatIf.getByRole('combobox', { name: 'What becomes of it' })
  await becomes.selectOption('were free, with all it calls')
  await expect(viewer.whatIf).toContainText(/saves 12\.0.s/)
  await expect(viewer.whatIf).toContainText(/4\.00.s of that is its own/)
  await expect(page).toHaveURL(/do=whatif:free:f/)
  await becomes.selectOption('were inlined')
  await expect(viewer.whatIf).toContainText('Saves nothing that gprof measured')
  await expect(viewer.row('f')).toBeHidden()
  await viewer.whatIf.getByRole('button', { name: 'End “What if”' }).click()
  await expect(viewer.whatIf).toBeHidden()
  await expect(viewer.row('f')).toBeVisible()
  await expect(page).not.toHaveURL(/do=/)
})

test('where it saves time is listed with ranges, and leads to the functions', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.fromMenu('f', /^What if it were twice as fast/)
  await viewer.whatIf.getByRole('button', { name: 'Where' }).click()
  const table = viewer.whatIf.getByRole('region', { name: 'Where f would save time' })
  await expect(table.getByRole('row', { name: /^b / })).toHaveText(/11\.0.s\s*9\.50.s\s*1\.50.s\s*0–2\.21.s/)
  await expect(table.getByRole('row', { name: /^main / })).toHaveText(/1\.81–2\.21.s/)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  }
  await table.getByRole('button', { name: 'b', exact: true }).click()
  await expect(page).toHaveURL(/fn=b/)
})
