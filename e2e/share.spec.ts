import { expect } from '@playwright/test'
import { isSet } from './asSet.ts'
import { small, smallLater } from './listings.ts'
import { textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

test('a link to a view of a sample opens whole in another browser', async ({ page, browser }) => {
  test.skip(isSet, 'a set is no sample, and its files are not with the link')
  const viewer = new Viewer(page)
  await viewer.visit('#sample=walsender')
  await viewer.shown()
  await viewer.row('XLogSendPhysical').click()
  await viewer.search.fill('SyncRep')
  await expect(page).toHaveURL(/fn=XLogSendPhysical.*q=SyncRep/)
  const other = await browser.newContext()
  const second = new Viewer(await other.newPage())
  await second.page.goto(page.url())
  await second.shown()
  await expect(second.entry.getByRole('heading', { name: /^XLogSendPhysical/ })).toBeVisible()
  await expect(second.search).toHaveValue('SyncRep')
  await other.close()
})

test('reload brings back the same view of a dropped file', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(textFile('small.txt', small))
  await viewer.shown()
  await viewer.row('work').click()
  await page.reload()
  await viewer.shown('small')
  await expect(viewer.entry.getByRole('heading', { name: /^work/ })).toBeVisible()
})

test('Back walks the choices made, and leaves to the first page', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(textFile('small.txt', small))
  await viewer.shown()
  await viewer.row('work').click()
  await viewer.row('main').click()
  await page.goBack()
  await expect(viewer.entry.getByRole('heading', { name: /^work/ })).toBeVisible()
  await page.goForward()
  await expect(viewer.entry.getByRole('heading', { name: /^main/ })).toBeVisible()
  await page.goBack()
  await page.goBack()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'See where the time went' })).toBeVisible()
  await page.goForward()
  await viewer.shown('small')
})

test('a link without its profile says which file it wants, and shows the view once that is dropped', async ({
  page,
  browser,
}) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(textFile('small.txt', small))
  await viewer.shown()
  await viewer.row('work').click()
  await expect(page).toHaveURL(/fn=work/)
  const other = await browser.newContext()
  const second = new Viewer(await other.newPage())
  await second.page.goto(page.url())
  await expect(second.page.getByText(/small\.txt/)).toBeVisible()
  await second.drop(textFile('renamed.txt', small))
  await second.shown()
  await expect(second.entry.getByRole('heading', { name: /^work/ })).toBeVisible()
  await expect(second.page.getByText(/made for another profile/)).toHaveCount(0)
  await other.close()
})

test('a link used with another profile says what does not match and shows the rest', async ({ page, browser }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(textFile('small.txt', small))
  await viewer.shown()
  await viewer.row('tick').click()
  await viewer.search.fill('work')
  await expect(page).toHaveURL(/fn=tick.*q=work/)
  const other = await browser.newContext()
  const second = new Viewer(await other.newPage())
  await second.page.goto(page.url())
  await expect(second.page.getByText(/small\.txt/)).toBeVisible()
  await second.drop(textFile('later.txt', smallLater))
  await second.shown()
  await expect(second.page.getByText(/made for another profile/)).toContainText('tick')
  await expect(second.search).toHaveValue('work')
  await expect(second.row('parse')).toBeVisible()
  await other.close()
})
