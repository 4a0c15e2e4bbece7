import { expect, type Locator, type Page } from '@playwright/test'
import { imageFacts } from './imageFacts.ts'
import { Viewer } from './viewer.ts'
import { test } from './watched.ts'

const walsender = async (page: Page, fragment = '') => {
  const viewer = new Viewer(page)
  await viewer.visit(`#sample=walsender${fragment}`)
  await expect(viewer.flame.getByRole('tree').first()).toBeVisible({ timeout: 30_000 })
  return viewer
}
/** The picture once something is painted on it: that is done by another thread. */
async function painted(page: Page, picture: Locator) {
  let facts = await imageFacts(page, await picture.screenshot())
  await expect(async () => {
    facts = await imageFacts(page, await picture.screenshot())
    expect(facts.drawn).toBeGreaterThan(0.02)
  }).toPass()
  return facts
}
const tip = (page: Page) => page.getByRole('tooltip')

test('a box tells what it is worth, of what it is a part, and how sure that is', async ({ page }) => {
  const viewer = await walsender(page)
  await viewer.flame.getByRole('tree').hover({ position: { x: 40, y: 6 * 19 + 9 } })
  await expect(tip(page)).toContainText('ProcessRepliesIfAny')
  await expect(tip(page)).toContainText(/on this path≈ 51 ± \d+.ms, 27\.1.%/)
  await expect(tip(page)).toContainText('of the box it is in33.7')
  await expect(tip(page)).toContainText('self, here10.0')
  await expect(tip(page)).toContainText(/each call\d+ ± \d+.ns/)
  await expect(tip(page)).toContainText(/It lies between .* and /)
})

test('a range that is dragged fills the window, by name in the address, and Escape leaves it', async ({ page }) => {
  const viewer = await walsender(page)
  const picture = viewer.flame.getByRole('tree')
  const box = await picture.boundingBox()
  if (!box) throw new Error('The chart is not drawn.')
  await page.mouse.move(box.x + 300, box.y + 60)
  await page.mouse.down()
  await page.mouse.move(box.x + 700, box.y + 60, { steps: 4 })
  await page.mouse.up()
  await expect(page).toHaveURL(/zoom=main\/.*WalSndLoop&span=0\.\d+,0\.\d+/)
  await expect(page).not.toHaveURL(/fn=/) // the click at its end is none
  await expect(viewer.flame.getByRole('navigation', { name: 'Zoomed to' })).toContainText('WalSndLoop')
  const shared = page.url()
  await page.reload()
  await expect(viewer.flame.getByRole('tree')).toBeVisible()
  await picture.hover({ position: { x: 300, y: 6 * 19 + 9 } })
  await expect(tip(page)).toContainText('WalSndWait')
  expect(page.url()).toBe(shared)
  await picture.focus()
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/zoom=|span=/)
})

test('the wheel zooms with Ctrl, and W A S D do the same', async ({ page }) => {
  const viewer = await walsender(page)
  const picture = viewer.flame.getByRole('tree')
  await picture.hover({ position: { x: 200, y: 60 } })
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -400)
  await page.keyboard.up('Control')
  await expect(page).toHaveURL(/span=/)
  const zoomed = page.url()
  await picture.focus()
  await page.keyboard.press('d')
  await expect(page).not.toHaveURL(zoomed)
  for (let i = 0; i < 6; i++) await page.keyboard.press('s')
  await expect(page).not.toHaveURL(/zoom=|span=/)
})

test('who pays for a function: its callers above it, its callees below, one step from its menu', async ({ page }) => {
  const viewer = await walsender(page)
  await viewer.fromMenu('errfinish', /^Who pays for it/)
  await expect(page).toHaveURL(/fn=errfinish&flame=around/)
  const callers = viewer.flame.getByRole('tree', { name: 'Callers' })
  const callees = viewer.flame.getByRole('tree', { name: 'Call paths' })
  const room = await callers.boundingBox()
  await callers.hover({ position: { x: 60, y: (room?.height ?? 0) - 19 - 19 } })
  await expect(tip(page)).toContainText('SyncRepReleaseWaiters')
  await callees.hover({ position: { x: 60, y: 19 + 9 } })
  await expect(tip(page)).toContainText('EmitErrorReport')
  await page.reload()
  await expect(callers).toBeVisible()
  await viewer.flame.getByRole('button', { name: 'From roots' }).click()
  await expect(callers).toHaveCount(0)
})

test('of a function without samples the callers are shown by calls', async ({ page }) => {
  const viewer = await walsender(page, '&fn=SetLatch')
  await viewer.flame.getByRole('button', { name: 'Around' }).click()
  await expect(viewer.flame).toContainText('SetLatch has no time')
  await viewer.flame.getByRole('button', { name: /by calls/ }).click()
  const callers = viewer.flame.getByRole('tree', { name: 'Callers' })
  await expect(callers).toBeVisible()
  const room = await callers.boundingBox()
  await callers.hover({ position: { x: 60, y: (room?.height ?? 0) - 19 - 19 } })
  await expect(tip(page)).toContainText(/SyncRepWakeQueue.*54.416 calls/)
})

test('widths can stand for calls, and boxes be coloured by self time', async ({ page }) => {
  const viewer = await walsender(page)
  await viewer.flame.getByRole('button', { name: /width: time/ }).click()
  await page.getByRole('menuitem', { name: /^Calls/ }).click()
  await expect(page).toHaveURL(/widths=calls/)
  await viewer.flame.getByRole('tree').hover({ position: { x: 40, y: 9 } })
  await expect(tip(page)).toContainText(/on this path.*calls/)
  await viewer.flame.getByRole('button', { name: /colour: name/ }).click()
  await page.getByRole('menuitem', { name: /^Self time/ }).click()
  await expect(page).toHaveURL(/colour=self/)
  await page.reload()
  await expect(viewer.flame.getByRole('button', { name: /colour: self time/ })).toBeVisible()
  await expect(viewer.flame.getByRole('button', { name: /width: calls/ })).toBeVisible()
})

test('a button that was let go outside of the chart drags nothing when the pointer comes back', async ({ page }) => {
  const viewer = await walsender(page)
  const box = await viewer.flame.getByRole('tree').boundingBox()
  if (!box) throw new Error('The chart is not drawn.')
  await page.mouse.move(box.x + 300, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + 300, box.y - 200)
  await page.mouse.up()
  await page.mouse.move(box.x + 500, box.y + 60, { steps: 4 })
  await expect(tip(page)).toContainText('PostgresMain')
})

test('it is painted in the colours of the theme, anew when that or the size of the window changes', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  const viewer = await walsender(page, '&panel=flame')
  const picture = viewer.flame.getByRole('tree')
  const light = await painted(page, picture)
  // Groups, dots, hatching, and the shades of letters.
  expect(light.colours).toBeGreaterThan(50)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(async () => expect((await painted(page, picture)).ground).not.toEqual(light.ground)).toPass()
  await page.setViewportSize({ width: 900, height: 700 })
  const { width } = await viewer.placeOf(picture)
  await expect(async () => expect(await painted(page, picture)).toMatchObject({ width: Math.round(width) })).toPass()
})

test('where the person has colours of their own, it has those, with lines between boxes', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' })
  const viewer = await walsender(page, '&panel=flame')
  const { ground, drawn } = await painted(page, viewer.flame.getByRole('tree'))
  // The first pixel is in the first box: it is the ground of all of them.
  expect(ground).toEqual([0, 0, 0, 255])
  expect(drawn).toBeLessThan(0.5)
})

test.describe('by touch', () => {
  test.use({ hasTouch: true })

  test('two fingers that move apart zoom in about the place between them, and together zoom out', async ({ page }) => {
    const viewer = await walsender(page, '&panel=flame')
    const { x, y, width } = await viewer.placeOf(viewer.flame.getByRole('tree'))
    const session = await page.context().newCDPSession(page)
    const pinch = async (from: number, to: number) => {
      const at = (apart: number) => [-apart, apart].map((by, id) => ({ id, x: x + width / 4 + by / 2, y: y + 100 }))
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(from) })
      for (const part of [0.25, 0.5, 0.75, 1])
        await session.send('Input.dispatchTouchEvent', {
          type: 'touchMove',
          touchPoints: at(from + part * (to - from)),
        })
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    }
    const between = async () => {
      await page.mouse.move(0, 0)
      await page.mouse.move(x + width / 4, y + 100)
      return tip(page).getByRole('heading').textContent()
    }
    const before = await between()
    await pinch(100, 400)
    await expect(page).toHaveURL(/span=/)
    const [from, to] = /span=([\d.]+),([\d.]+)/.exec(page.url())?.slice(1).map(Number) ?? []
    expect(to - from).toBeLessThan(0.5) // of the box that holds the window
    expect(await between()).toBe(before)
    expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1)
    await pinch(400, 50)
    await expect(page).not.toHaveURL(/zoom=|span=/)
  })
})
