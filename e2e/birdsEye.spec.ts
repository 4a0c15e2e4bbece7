import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { Viewer } from './viewer.ts'
import { test } from './watched.ts'

/** A drawing that fits the window, of which then only a part is seen. */
test.beforeEach(async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit('#sample=walsender&panel=graph')
  await expect(viewer.node('main')).toBeVisible()
  await viewer.graph.getByRole('button', { name: 'Fit', exact: true }).click()
  await expect(viewer.birdsEye).toBeHidden()
  for (let step = 0; step < 4; step++) await viewer.graph.getByRole('button', { name: 'Larger' }).click()
  await expect(viewer.birdsEye).toBeVisible()
})

test('the bird’s-eye view is there while the drawing exceeds the window, and gone after Fit', async ({ page }) => {
  const viewer = new Viewer(page)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await viewer.graph.getByRole('button', { name: 'Fit', exact: true }).click()
  await expect(viewer.birdsEye).toBeHidden()
})

test('a click in it brings that part of the drawing into the window', async ({ page }) => {
  const viewer = new Viewer(page)
  const { width, height } = await viewer.placeOf(viewer.birdsEye)
  await viewer.birdsEye.click({ position: { x: 8, y: height * 0.75 } })
  await expect(viewer.node('secure_read')).toBeInViewport()
  await expect(viewer.node('reaper')).not.toBeInViewport()
  await viewer.birdsEye.click({ position: { x: width - 8, y: height * 0.75 } })
  await expect(viewer.node('reaper')).toBeInViewport()
  await expect(viewer.node('secure_read')).not.toBeInViewport()
})

test('dragging its frame moves the picture the other way, as many times as far as it is smaller', async ({ page }) => {
  const viewer = new Viewer(page)
  const pane = await viewer.placeOf(viewer.birdsEye)
  const node = viewer.node('WalSndLoop')
  const before = await viewer.placeOf(node)
  await page.mouse.move(pane.x + pane.width / 2, pane.y + pane.height / 2)
  await page.mouse.down()
  await page.mouse.move(pane.x + pane.width / 2 + 10, pane.y + pane.height / 2 - 5)
  await page.mouse.up()
  const after = await viewer.placeOf(node)
  const [dx, dy] = [after.x - before.x, after.y - before.y]
  expect(dx).toBeLessThan(-60)
  expect(dy).toBeCloseTo(-dx / 2, 0)
  expect(await viewer.placeOf(viewer.birdsEye)).toEqual(pane)
})

test('arrow keys move the window over the drawing, the wheel zooms', async ({ page }) => {
  const viewer = new Viewer(page)
  const node = viewer.node('WalSndLoop')
  const before = await viewer.placeOf(node)
  await viewer.birdsEye.press('ArrowRight')
  const right = await viewer.placeOf(node)
  expect(right.x - before.x).toBeCloseTo(-1440 / 4, 0)
  expect(right.y).toBeCloseTo(before.y, 0)
  const scale = viewer.graph.getByRole('button', { name: 'To 100 %' })
  const percent = async () => Number.parseInt((await scale.textContent()) ?? '', 10)
  const unzoomed = await percent()
  await viewer.birdsEye.hover()
  await page.mouse.wheel(0, -200)
  await expect.poll(percent).toBe(Math.round(unzoomed * 2 ** 0.4))
})
