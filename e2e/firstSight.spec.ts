import { expect } from '@playwright/test'
import { Viewer } from './viewer.ts'
import { test } from './watched.ts'

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the first picture has the heaviest root and what it calls, though a leaf has more time', async ({ page }) => {
    const viewer = new Viewer(page)
    await viewer.visit('#sample=cyc&panel=graph')
    await expect(viewer.node('main')).toBeInViewport({ ratio: 0.9 })
    await expect(viewer.node('ack')).toBeInViewport({ ratio: 0.9 })
    await expect(viewer.node('burn')).not.toBeInViewport()
  })

  test('the legend stands behind a button, and opening it moves nothing', async ({ page }) => {
    const viewer = new Viewer(page)
    await viewer.visit('#sample=cyc&panel=graph')
    const rows = viewer.graph.getByText('self, self + children')
    await expect(rows).toBeHidden()
    const before = await viewer.placeOf(viewer.node('main'))
    await viewer.graph.getByRole('button', { name: 'Legend' }).click()
    await expect(rows).toBeVisible()
    expect(await viewer.placeOf(viewer.node('main'))).toEqual(before)
    await viewer.graph.getByRole('button', { name: 'Legend' }).click()
    await expect(rows).toBeHidden()
  })
})

for (const { width, height } of [
  { width: 800, height: 500 },
  { width: 1024, height: 700 },
])
  test(`after Fit no function is under the legend or buttons, at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    const viewer = new Viewer(page)
    for (const sample of ['walsender', 'templates', 'cyc']) {
      await viewer.visit(`#sample=${sample}&panel=graph`)
      await expect(viewer.node('main')).toBeVisible()
      await viewer.graph.getByRole('button', { name: 'Fit', exact: true }).click()
      await expect(viewer.birdsEye).toBeHidden()
      await viewer.placeOf(viewer.node('main'))
      const covered = await viewer.coveredNodes()
      expect(covered, sample).toEqual([])
    }
  })
