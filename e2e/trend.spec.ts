import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { listingsOfRuns } from '../src/trend/runs.fixture.ts'
import { pairFrom, textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

const RUNS = 20
/** With build-07.txt, `work` takes 0.84 s longer and `cache` is new; their dates go the other way. */
const files = listingsOfRuns(RUNS).map(({ name, text }, run) => ({ ...textFile(name, text), date: 1e12 - 1e6 * run }))

async function openTrend(page: Page): Promise<Viewer> {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(...files)
  await viewer.shown()
  await page.keyboard.press('p')
  await viewer.processes.getByRole('button', { name: 'Trend' }).click()
  await expect(viewer.trend('work')).toBeVisible()
  return viewer
}

test('twenty reports open as a set, and a trend tells what moved, by how much and with which run', async ({ page }) => {
  const viewer = await openTrend(page)
  await expect(page.getByRole('banner')).toContainText('sum of 20 listings')
  await expect(page).toHaveURL(/runs=trend/)
  await expect(viewer.processes.getByText('2 functions moved over 20 runs')).toBeVisible()
  await expect(viewer.trend('work')).toContainText(/500.ms in the first run, 1\.34.s in the last/)
  await expect(viewer.trend('work')).toContainText(/\+842.ms at run 7: build-07\.txt/)
  await expect(viewer.trend('cache')).toContainText(/\+300.ms at run 7: build-07\.txt/)
  await expect(viewer.trend('Whole program')).toContainText(/\+1\.15.s at run 7/)
  await expect(viewer.trend('parse')).toContainText('may be chance')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.reload()
  await expect(viewer.trend('work')).toContainText('build-07.txt')
  await viewer.processes.getByRole('button', { name: 'Heat map' }).click()
  await expect(viewer.processes.getByRole('option')).toHaveCount(RUNS)
  await page.goBack()
  await expect(viewer.trend('work')).toBeVisible()
})

test('a run that is clicked is what all views show, until it is clicked again', async ({ page }) => {
  const viewer = await openTrend(page)
  const chart = viewer.trend('work').getByRole('slider')
  const { width, height } = await viewer.placeOf(chart)
  const position = { x: (6.5 * width) / RUNS, y: height / 2 }
  await chart.hover({ position })
  await expect(page.getByRole('tooltip')).toContainText(/build-07\.txt.*Run 7 of 20.*1\.3\d.s.*95 % range/)
  await chart.click({ position })
  await expect(page).toHaveURL(/proc=build-07/)
  await expect(page.getByRole('banner')).toContainText('build-07')
  await chart.click({ position })
  await expect(page).not.toHaveURL(/proc=/)
})

test('the runs before and after a change are compared in all views, as means', async ({ page }) => {
  const viewer = await openTrend(page)
  await viewer.trend('work').getByRole('button', { name: 'Compare' }).click()
  const bar = page.getByRole('region', { name: 'What is compared' })
  await expect(bar).toContainText('sum of 6 listings, mean')
  await expect(bar).toContainText('sum of 14 listings, mean')
  await expect(page).toHaveURL(/of=mean.*against=21:build-01;build-02;build-03;build-04;build-05;build-06/)
  await expect(viewer.row('work')).toContainText(/\+0\.84/)
  await page.goBack()
  await expect(viewer.trend('work')).toBeVisible()
})

test('by keyboard the runs are gone through, each is told, and Enter chooses it', async ({ page }) => {
  const viewer = await openTrend(page)
  await viewer.trend('Whole program').getByRole('slider').focus()
  await page.keyboard.press('ArrowDown')
  const chart = viewer.trend('work').getByRole('slider')
  await expect(chart).toBeFocused()
  await expect(chart).toHaveAttribute('aria-valuetext', /^Run 20 of 20, build-20\.txt: 1\.3\d.s, with 95 % confidence/)
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await expect(chart).toHaveAttribute('aria-valuetext', /^Run 2 of 20, build-02\.txt: 51\d.ms/)
  await expect(page.getByRole('tooltip')).toContainText('build-02.txt')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/proc=build-02/)
  await expect(chart).toHaveAttribute('aria-valuetext', /shown in all views$/)
  await page.keyboard.press('Tab')
  await expect(viewer.trend('work').getByRole('button', { name: 'Compare' })).toBeFocused()
})

test('runs are ordered by date, and followed as shares of time with callees, all in the address', async ({ page }) => {
  const viewer = await openTrend(page)
  await viewer.processes.getByRole('button', { name: 'By date' }).click()
  await expect(viewer.trend('work')).toContainText(/−842.ms at run 15: build-06\.txt/)
  await viewer.processes.getByRole('button', { name: 'Share' }).click()
  await viewer.processes.getByRole('button', { name: 'Total', exact: true }).click()
  await expect(viewer.trend('parse')).toContainText(/at run 15: build-06\.txt/)
  await expect(page).toHaveURL(/runs=trend&order=date&by=share&times=total/)
  await viewer.processes.getByRole('searchbox', { name: 'Filter functions by name' }).fill('par')
  await expect(viewer.trend('parse')).toBeVisible()
  await expect(viewer.processes.getByRole('slider')).toHaveCount(1)
})

test('two processes are too few for a trend, and one of three runs in which nothing moved says so', async ({
  page,
}) => {
  const viewer = new Viewer(page)
  const { program, gmon } = pairFrom('cycles-O2')
  await viewer.visit('#runs=trend&panel=processes')
  await viewer.drop(program, { ...gmon, name: 'gmon.1' }, { ...gmon, name: 'gmon.2' })
  await expect(viewer.processes.getByText('A trend takes 3 runs or more.')).toBeVisible()
  await viewer.drop(program, ...[1, 2, 3].map(n => ({ ...gmon, name: `gmon.${n}` })))
  await expect(viewer.processes.getByText('No function surely moved')).toBeVisible()
})

test('on a narrow screen the trend stands in one column', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 780 })
  const viewer = new Viewer(page)
  await viewer.visit('#runs=trend&panel=processes')
  await viewer.drop(...files)
  await expect(viewer.trend('work')).toBeVisible()
  const [whole, work] = await Promise.all([
    viewer.placeOf(viewer.trend('Whole program')),
    viewer.placeOf(viewer.trend('work')),
  ])
  expect(work.x).toBe(whole.x)
  expect(work.y).toBeGreaterThan(whole.y)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})
