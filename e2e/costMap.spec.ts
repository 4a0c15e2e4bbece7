import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { printReport } from '../src/index.ts'
import { profileOf } from '../src/profile.fixture.ts'
import { textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

// `often` is quick and called a million times, `slow` is called twice; both take two seconds.
const listing = textFile(
  'costs.txt',
  printReport(
    profileOf(`
      main  0.40 -> often x1000000, slow x2, idle x7
      often 2.00
      slow  2.00 -> leaf x4
      leaf  1.00
      idle  0`),
  ),
)

/** Between the ends of the map and those of its window, in px. */
const PADDING = 28

test.beforeEach(async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(listing)
  await viewer.shown()
})

test('the map says what has no place on it, and is in the address with what it shows', async ({ page }) => {
  const viewer = new Viewer(page)
  await page.keyboard.press('o')
  await expect(viewer.costMap.getByRole('listbox')).toBeVisible()
  await expect(page).toHaveURL(/panel=costmap/)
  await expect(viewer.costMap).toContainText('1 function without samples, called 7 times')
  await expect(viewer.costMap).toContainText('1 function with 400 ms but no recorded call')
  await viewer.costMap.getByRole('button', { name: 'Total' }).click()
  await expect(page).toHaveURL(/cost=total/)
  await page.reload()
  await expect(viewer.costMap.getByRole('button', { name: 'Total' })).toHaveAttribute('aria-pressed', 'true')
  await expect(viewer.functions.getByRole('grid')).toBeVisible()
  await page.keyboard.press('o')
  await expect(viewer.node('main')).toBeVisible()
})

test('arrow keys walk the points, Enter chooses, and the other views follow', async ({ page }) => {
  const viewer = new Viewer(page)
  await page.getByRole('button', { name: 'Calls × cost' }).click()
  const list = viewer.costMap.getByRole('listbox')
  const at = list.getByRole('option')
  await list.focus()
  await page.keyboard.press('Home')
  await expect(at).toHaveText(/^often: 1.000.000 calls of 2\.00.µs, 2\.00.s in all, 37\.0 %$/)
  await page.keyboard.press('ArrowLeft')
  await expect(at).toHaveText(/^leaf: 4 calls/)
  await page.keyboard.press('ArrowUp')
  await expect(at).toHaveText(/^slow: 2 calls of 1\.00.s/)
  await page.keyboard.press('ArrowUp')
  await expect(at).toHaveText(/^slow/)
  await page.keyboard.press('Enter')
  await expect(at).toHaveAttribute('aria-selected', 'true')
  await expect(page).toHaveURL(/fn=slow/)
  await expect(viewer.entry.getByRole('heading', { name: 'slow' })).toBeVisible()
  await page.keyboard.press('m')
  await expect(viewer.menu.getByRole('menuitem', { name: /^Focus/ })).toBeVisible()
})

test('a point is explained where the pointer is, chosen by a click, and has the menu of the other views', async ({
  page,
}) => {
  const viewer = new Viewer(page)
  await page.keyboard.press('o')
  const list = viewer.costMap.getByRole('listbox')
  const area = await list.boundingBox()
  if (!area) throw new Error('the map is not on screen')
  // `often` has the most calls and the least time per call of all: the lower right corner, but for the padding.
  const corner = { x: area.width - PADDING, y: area.height - PADDING }
  const decade = (area.height - 2 * PADDING) / 6
  const often = { x: corner.x, y: corner.y - Math.log10(2) * decade }
  await list.hover({ position: often })
  const card = page.getByRole('tooltip')
  await expect(card).toContainText('often')
  await expect(card).toContainText(/2\.00.µs ± 141.ns/)
  await list.click({ position: often })
  await expect(page).toHaveURL(/fn=often/)
  await list.click({ position: often, button: 'right' })
  await viewer.menu.getByRole('menuitem', { name: /^Hide/ }).click()
  await expect(viewer.chips).toContainText('often')
  await list.hover({ position: { x: area.width / 2, y: area.height / 4 } })
  await expect(card).toBeHidden()
})

test('on a narrow screen it takes the place of the Doctor', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const viewer = new Viewer(page)
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /^Doctor/ })
    .click()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Calls × cost' }).click()
  await viewer.costMap.getByRole('button', { name: 'Total', exact: true }).click() // nothing lies over it
  await expect(page).not.toHaveURL(/doctor=open/)
})

for (const [shape, viewport] of [
  ['wide', { width: 1440, height: 900 }],
  ['narrow', { width: 390, height: 844 }],
] as const)
  test(`axe finds nothing in it: ${shape}`, async ({ page }) => {
    await page.setViewportSize(viewport)
    const viewer = new Viewer(page)
    if (shape === 'narrow') {
      await page.getByRole('button', { name: 'More' }).click()
      await page.getByRole('menuitem', { name: 'Calls × cost' }).click()
    } else await page.keyboard.press('o')
    await expect(viewer.costMap.getByRole('listbox')).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    }
  })
