import { expect, type Page } from '@playwright/test'
import { sortedProfile } from '../bench/syntheticListing.ts'
import { printReport } from '../src/index.ts'
import { textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

const PITCH = 19
const DEPTH = 10_000
const CHILDREN = 50_000

/** Each function calls the next, every tenth has a sample. */
const deep = () =>
  printReport(
    sortedProfile(
      Array.from({ length: DEPTH }, (_, i) => `level_${i}`),
      Array.from({ length: DEPTH }, (_, i) => (i % 10 === 9 ? 0.01 : 0)),
      Array.from({ length: DEPTH - 1 }, (_, i) => [i, i + 1, 1]),
    ),
  )
/** One function calls all others; every hundredth has a hundred samples, the others have one. */
const wide = () =>
  printReport(
    sortedProfile(
      Array.from({ length: CHILDREN + 1 }, (_, i) => (i === 0 ? 'main' : `child_${i}`)),
      Array.from({ length: CHILDREN + 1 }, (_, i) => (i === 0 ? 0 : i % 100 === 0 ? 1 : 0.01)),
      Array.from({ length: CHILDREN }, (_, i) => [0, i + 1, 1]),
    ),
  )

async function opened(page: Page, name: string, text: string) {
  const viewer = new Viewer(page)
  await viewer.visit('#panel=flame')
  await viewer.drop(textFile(name, text))
  const picture = viewer.flame.getByRole('tree').first()
  await expect(picture).toBeVisible({ timeout: 60_000 })
  const place = await viewer.placeOf(picture)
  const tip = page.getByRole('tooltip')
  return {
    viewer,
    picture,
    /** Waits until the card says this of a box of some level of those in view: the chart may still be on its way. */
    async saysAt(x: number, level: number, says: RegExp) {
      await expect(async () => {
        await page.mouse.move(0, 0)
        await expect(tip).toHaveCount(0)
        await page.mouse.move(place.x + x, place.y + level * PITCH + PITCH / 2)
        await expect(tip).toContainText(says, { timeout: 2_000 })
      }).toPass()
    },
    async zoomIn(x: number, level: number, turns: number, restAfter?: number) {
      await page.mouse.move(place.x + x, place.y + level * PITCH + PITCH / 2)
      await page.keyboard.down('Control')
      for (let turn = 1; turn <= turns; turn++) {
        await page.mouse.wheel(0, -150)
        if (turn === restAfter) await expect(page).toHaveURL(/span=/)
      }
      await page.keyboard.up('Control')
      await expect(page).toHaveURL(/span=/)
      // The first of several stops says so, too: the last one is where the address no longer changes.
      await expect(async () => {
        const before = page.url()
        await page.waitForTimeout(500)
        expect(page.url()).toBe(before)
      }).toPass()
    },
  }
}

test('10,000 levels: looking around by hand stays at its height, and any level can be gone to', async ({ page }) => {
  const { viewer, picture, saysAt, zoomIn } = await opened(page, 'deep.txt', deep())
  await saysAt(200, 12, /level_12/)
  await zoomIn(200, 12, 8)
  await expect(page).toHaveURL(/zoom=level_0\/.*level_\d{4}&/)
  await expect(viewer.flame.getByRole('button', { name: /\d\s\d{3} steps between/ })).toBeVisible()
  await saysAt(200, 12, /level_12/)
  await picture.focus()
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/zoom=|span=/)
  await viewer.search.fill('level_9000')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/fn=level_9000/)
  await viewer.flame.getByRole('button', { name: 'Around' }).click()
  await expect(viewer.flame.getByRole('tree', { name: 'Callers' })).toBeVisible()
  await saysAt(200, 5, /level_89\d\d/)
})

test('50,000 callees: what is too narrow is counted, unfolds at a click and by the wheel', async ({ page }) => {
  const { viewer, saysAt, zoomIn, picture } = await opened(page, 'wide.txt', wide())
  await saysAt(200, 1, /child_\d+00/)
  await saysAt(1200, 1, /49.500 more/)
  await page.mouse.down()
  await page.mouse.up()
  await expect(page).toHaveURL(/zoom=main\//)
  await saysAt(200, 2, /child_\d+/)
  await saysAt(1200, 2, /39.501 more.*Callees of main/)
  await picture.focus()
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/zoom=/)
  // Whether the wheel turns in one go or rests on the way, when the chart is unfolded anew under it.
  for (const restAfter of [undefined, 1, 4, 9]) {
    await zoomIn(1200, 1, 16, restAfter)
    await saysAt(700, 1, /child_\d+/)
    await expect(viewer.flame).not.toContainText('is not here')
    await picture.focus()
    await page.keyboard.press('Escape')
    await expect(page).not.toHaveURL(/span=/)
  }
})
