import { expect } from '@playwright/test'
import { small } from './listings.ts'
import { textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

test('profiles opened before are listed, open again, and are forgotten one by one or all at once', async ({ page }) => {
  const viewer = new Viewer(page)
  const recent = page.getByRole('region', { name: 'Recent' })
  await viewer.visit()
  for (const name of ['a', 'b', 'c']) {
    await viewer.drop(textFile(`${name}.txt`, small.replaceAll('work', `work_${name}`)))
    await viewer.shown(name)
    await expect(viewer.row(`work_${name}`)).toBeVisible()
  }
  await page.getByRole('button', { name: 'Arcflame' }).click()
  await expect(recent.getByRole('listitem')).toHaveCount(3)
  await recent.getByRole('button', { name: 'Forget b.txt' }).click()
  await expect(recent.getByRole('listitem')).toHaveText([/^c\.txt/, /^a\.txt/])
  await recent.getByRole('button', { name: /^a\.txt/ }).click()
  await expect(viewer.row('work_a')).toBeVisible()
  await page.getByRole('button', { name: 'Arcflame' }).click()
  await recent.getByRole('button', { name: 'Forget all' }).click()
  await expect(recent.getByRole('listitem')).toHaveCount(0)
  await page.reload()
  await expect(recent.getByRole('checkbox')).toBeVisible()
  await expect(recent.getByRole('listitem')).toHaveCount(0)
})

test('a person may choose that nothing is kept', async ({ page }) => {
  const viewer = new Viewer(page)
  const recent = page.getByRole('region', { name: 'Recent' })
  const keep = recent.getByRole('checkbox', { name: 'Keep opened profiles in this browser' })
  await viewer.visit()
  await keep.uncheck()
  await viewer.drop(textFile('small.txt', small))
  await viewer.shown('small')
  await expect(page).toHaveURL(/file=small\.txt/)
  await page.reload()
  await expect(page.getByRole('region', { name: 'This link' })).toContainText('small.txt')
  await expect(keep).not.toBeChecked()
  await expect(recent.getByRole('listitem')).toHaveCount(0)
})
