import { expect } from '@playwright/test'
import { small } from './listings.ts'
import { fileFrom, textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

test.beforeEach(async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(textFile('small.txt', small))
  await viewer.shown()
})

test('choosing in the list chooses in graph and entry', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.row('work').click()
  await expect(viewer.entry.getByRole('heading', { name: /^work/ })).toBeVisible()
  await expect(viewer.node('work')).toHaveAttribute('aria-selected', 'true')
  await expect(viewer.row('work')).toHaveAttribute('aria-selected', 'true')
})

test('choosing in the graph chooses in list and entry', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.node('main').click()
  await expect(viewer.entry.getByRole('heading', { name: /^main/ })).toBeVisible()
  await expect(viewer.row('main')).toHaveAttribute('aria-selected', 'true')
})

test('a drag that begins on a node moves the picture and chooses nothing', async ({ page }) => {
  const viewer = new Viewer(page)
  const before = await viewer.placeOf(viewer.node('main'))
  await viewer.node('main').hover()
  await page.mouse.down()
  const { x, y, width, height } = before
  await page.mouse.move(x + width / 2 + 30, y + height / 2 + 40, { steps: 4 })
  await page.mouse.up()
  const after = await viewer.placeOf(viewer.node('main'))
  expect([after.x - x, after.y - y].map(Math.round)).toEqual([30, 40])
  await expect(viewer.row('main')).not.toHaveAttribute('aria-selected', 'true')
  await viewer.node('main').click()
  await expect(viewer.row('main')).toHaveAttribute('aria-selected', 'true')
})

test('a callee in the entry leads to its own entry', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.row('main').click()
  await viewer.entry.getByRole('button', { name: /work/ }).click()
  await expect(viewer.entry.getByRole('heading', { name: /^work/ })).toBeVisible()
})

test('search tells hits and their share of time, and steps through them', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.search.fill('/^(main|work)$/')
  const found = page.getByRole('status').filter({ hasText: 'functions' })
  await expect(found).toContainText('2 functions')
  await expect(found).toContainText('70.0 %') // work is under main: counted once
  await viewer.search.press('Enter')
  await expect(viewer.entry.getByRole('heading', { name: /^work/ })).toBeVisible()
  await viewer.search.press('Enter')
  await expect(viewer.entry.getByRole('heading', { name: /^main/ })).toBeVisible()
})

test('a broken expression says why', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.search.fill('/(/')
  await expect(page.getByText(/not a regular expression/i)).toBeVisible()
})

test('the list sorts by every column, blanks last', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.functions.getByRole('button', { name: 'Let Functions fill the window' }).click()
  await viewer.functions.getByRole('button', { name: /^Calls/ }).click()
  await expect(viewer.functions.getByRole('row').nth(1)).toContainText('work')
  await viewer.functions.getByRole('button', { name: /^Function/ }).click()
  await expect(viewer.functions.getByRole('row').nth(1)).toContainText('main')
})

test('everything can be chosen by keyboard', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.row('work').click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(viewer.entry.getByRole('heading', { name: /^tick/ })).toBeVisible()
  await page.keyboard.press('/')
  await expect(viewer.search).toBeFocused()
})

test('the entry begins with the functions that have most time of their own', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.entry.getByRole('button', { name: /^work, / }).click()
  await expect(viewer.entry.getByRole('heading', { name: /^work/ })).toBeVisible()
})

test('a view that gives way to another keeps its place', async ({ page }) => {
  const viewer = new Viewer(page)
  await expect(viewer.node('work')).toBeVisible()
  const place = () => viewer.node('work').boundingBox()
  await viewer.graph.getByRole('button', { name: 'Smaller' }).click()
  await expect(viewer.graph.getByRole('button', { name: 'To 100 %' })).toHaveText('80 %')
  const before = await place()
  await viewer.flame.getByRole('button', { name: 'Let Flame chart fill the window' }).click()
  await expect(viewer.node('work')).toBeHidden()
  await viewer.flame.getByRole('button', { name: 'Back to the workspace' }).click()
  await expect(viewer.node('work')).toBeVisible()
  expect(await place()).toEqual(before)
})

test('names are shown in full, short or raw, after a reload too', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.drop(...['program', 'gmon.out'].map(name => fileFrom(`src/fixtures/lambdas/${name}`)))
  await viewer.shown('program gmon.out')
  await viewer.search.fill('_FUN')
  await viewer.search.press('Enter')
  const heading = viewer.entry.getByRole('heading', { level: 3 })
  await expect(heading).toContainText('main::{lambda(long)#1}::_FUN(long)')
  const names = viewer.functions.getByRole('group', { name: 'Names' })
  await names.getByRole('button', { name: 'short' }).click()
  await expect(heading).toContainText('::_FUN(…)')
  await names.getByRole('button', { name: 'raw' }).click()
  await expect(heading).toContainText('_ZZ4main')
  await expect(viewer.graph.getByRole('treeitem', { name: /^_ZZ4main/ })).toBeVisible()
  await page.reload()
  await expect(heading).toContainText('_ZZ4main')
})
