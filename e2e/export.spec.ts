import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import { Profile as ProfileProto } from 'pprof-format'
import { savedName } from './asSet.ts'
import { Viewer } from './viewer.ts'
import { test } from './watched.ts'

async function openDialog(page: Page, fragment = '#sample=walsender'): Promise<{ viewer: Viewer; dialog: Locator }> {
  const viewer = new Viewer(page)
  await viewer.visit(fragment)
  await viewer.shown()
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'Export for other programs' })
  await expect(dialog.getByRole('button', { name: /^gprof report/ })).toBeFocused()
  return { viewer, dialog }
}

/** What is downloaded meanwhile: the name, and the bytes. */
async function downloaded(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const downloading = page.waitForEvent('download')
  await act()
  const download = await downloading
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

test('by keyboard, two formats are saved one after the other, and say that they were', async ({ page }) => {
  const { dialog } = await openDialog(page)
  const report = await downloaded(page, () => page.keyboard.press('Enter'))
  expect(report.name).toBe(savedName('walsender', '.txt'))
  expect(report.bytes.toString()).toMatch(/^Flat profile:\n\nEach sample counts as 0\.01 seconds\.\n/)
  await expect(dialog.getByRole('status').filter({ hasText: /^gprof report: Saved, / })).toBeAttached()
  for (let i = 0; i < 4; i++) await page.keyboard.press('Tab')
  await expect(dialog.getByRole('button', { name: /^pprof/ })).toBeFocused()
  const pprof = await downloaded(page, () => page.keyboard.press('Enter'))
  expect(pprof.name).toBe(savedName('walsender', '.pb.gz'))
  const { sample, stringTable } = ProfileProto.decode(gunzipSync(pprof.bytes))
  expect(sample.reduce((sum, { value }) => sum + Number(value[1]), 0)).toBe(190_000_000)
  expect(stringTable.strings).toContain('ProcessRepliesIfAny')
  await expect(dialog.getByText(/^Saved, /)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('it is what is shown that is saved, and the dialog says how much that is', async ({ page }) => {
  const { dialog, viewer } = await openDialog(page, '#sample=walsender&do=focus:ProcessRepliesIfAny')
  await expect(viewer.chips).toContainText('focus ProcessRepliesIfAny')
  await expect(dialog).toContainText(/as it is shown, with the change under the top bar: 51\.4\sms of 190\sms/)
  const callgrind = await downloaded(page, () => dialog.getByRole('button', { name: /^Callgrind/ }).click())
  expect(callgrind.name).toBe(savedName('walsender', '.callgrind'))
  expect(callgrind.bytes.toString()).toMatch(/^summary: 514\d{5}$/m)
})

test('DOT has the functions that the call graph shows', async ({ page }) => {
  const { dialog, viewer } = await openDialog(page, '#sample=cyc&fn=is_even&around=1,1')
  await expect(viewer.node('is_even')).toBeVisible()
  const { name, bytes } = await downloaded(page, () => dialog.getByRole('button', { name: /^DOT/ }).click())
  expect(name).toBe(savedName('cyc', '.dot'))
  const inFile = [...bytes.toString().matchAll(/^\d+ \[.*tooltip="([^"]*)"/gm)].map(([, fn]) => fn)
  expect(inFile.sort()).toEqual((await viewer.nodes()).map(words => words.split(', ')[0]).sort())
})

test('each format says what it holds and what it cannot hold', async ({ page }) => {
  const { dialog } = await openDialog(page)
  await expect(dialog.getByRole('listitem')).toHaveCount(8)
  for (const item of await dialog.getByRole('listitem').all()) await expect(item).toContainText(/\. ?It .*\.$/)
})

for (const [shape, viewport] of [
  ['wide', { width: 1440, height: 900 }],
  ['narrow', { width: 360, height: 740 }],
] as const)
  test(`the dialog opens from the top bar and lies within the window, and axe finds nothing: ${shape}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    const viewer = new Viewer(page)
    await viewer.visit('#sample=walsender')
    if (shape === 'wide') await page.getByRole('button', { name: 'Export' }).click()
    else {
      await page.getByRole('button', { name: 'More' }).click()
      await viewer.menu.getByRole('menuitem', { name: 'Export for other programs' }).click()
    }
    const dialog = page.getByRole('dialog')
    const box = (await dialog.boundingBox())!
    expect(box.x).toBeGreaterThanOrEqual(8)
    expect(box.x + box.width).toBeLessThanOrEqual(viewport.width - 8)
    expect(await dialog.evaluate(element => element.scrollWidth - element.clientWidth)).toBe(0)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
