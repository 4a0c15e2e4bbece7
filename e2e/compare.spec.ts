import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { printReport } from '../src/index.ts'
import { profileOf } from '../src/profile.fixture.ts'
import { fileFrom, textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

const before = textFile(
  'before.txt',
  printReport(
    profileOf(`
      main  0.10 -> parse x1, work x10
      parse 0.50 -> lex x100
      work  2.00 -> lex x50
      lex   1.00
      old   0.30`),
  ),
)
const after = textFile(
  'after.txt',
  printReport(
    profileOf(`
      main  0.10 -> parse x1, work x20
      parse 0.50 -> lex x100
      work  4.00 -> lex x50, emit x5
      lex   1.05
      emit  0.40`),
  ),
)

/** Much like the one after. */
const other = textFile(
  'other.txt',
  after.bytes
    .toString()
    .replace('emit', 'omit')
    .replace(/\bemit\b/g, 'omit'),
)

const bar = (page: Page) => page.getByRole('region', { name: 'What is compared' })

test('two profiles of one name are told apart by their folders, else by when they were written', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop({ ...before, name: 'run/1/gmon.txt' }, { ...after, name: 'run/2/gmon.txt' })
  await expect(bar(page)).toContainText(/Before 1\/gmon .*After 2\/gmon /)
  await viewer.drop({ ...before, name: 'a.txt', date: new Date(2026, 4, 3, 10, 2).getTime() })
  await expect(bar(page)).toHaveCount(0)
  await expect(page).toHaveTitle('a · Arcflame')
  await viewer.dropBeside({ ...after, name: 'a.txt', date: new Date(2026, 4, 3, 10, 15).getTime() })
  await expect(bar(page)).toContainText(/Before a \(10:15:00\) .*After a \(10:02:00\) /)
  await expect(page.getByRole('banner').getByRole('combobox')).toContainText(/10:02:00.*10:15:00/)
  await page.keyboard.press('c')
  await expect(page.getByRole('dialog')).toContainText(/a \(10:15:00\)/)
})

test('after the source of a figure was closed, Back does what it did before it was opened', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(before, after)
  await viewer.row('work').click()
  await expect(page).toHaveURL(/fn=work/)
  await bar(page).getByRole('button', { name: 'Share' }).click()
  await page.keyboard.press('s')
  await expect(viewer.source).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(viewer.source).toHaveCount(0)
  await expect(page).not.toHaveURL(/source=/)
  await page.goBack()
  await expect(bar(page).getByRole('button', { name: 'Time' })).toHaveAttribute('aria-pressed', 'true')
  await expect(viewer.source).toHaveCount(0)
  await page.goBack()
  await expect(page).not.toHaveURL(/fn=work/)
})

test('the side that was chosen in the source stays chosen once that is closed', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(before, after)
  await viewer.row('work').click()
  await page.keyboard.press('s')
  await viewer.source.getByRole('button', { name: 'Before' }).click()
  await expect(page).toHaveURL(/side=a.*source=/)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/side=a/)
  await expect(page).not.toHaveURL(/source=/)
  await page.goBack()
  await expect(page).not.toHaveURL(/side=a/)
  await expect(viewer.source).toHaveCount(0)
  await page.goBack()
  await expect(page).not.toHaveURL(/fn=work/)
})

test('a source that a link opened is closed in its place', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit('#source=all')
  await viewer.drop(before)
  await expect(viewer.source).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/source=/)
  await viewer.row('work').click()
  await page.goBack()
  await expect(page).not.toHaveURL(/fn=work/)
  await expect(viewer.source).toHaveCount(0)
})

test('two files that are dropped together are compared, swapped, and shown alone again', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(before, after)
  await expect(bar(page)).toContainText(
    /Before before.*3.90\ss.*After after.*6.05\ss.*\+2.15\ss \(\+55.1 %\) · more than chance/,
  )
  await expect(page).toHaveURL(/part=2&against=1/)
  await expect(viewer.node('emit')).toBeVisible()
  await expect(viewer.node('old')).toBeVisible()
  expect((await new AxeBuilder({ page }).include('.compare-bar').analyze()).violations).toEqual([])
  await bar(page).getByRole('button', { name: 'Swap' }).click()
  await expect(bar(page)).toContainText(/Before after.*After before.*−2.15\ss/)
  await bar(page).getByRole('button', { name: 'Share' }).click()
  await expect(page).toHaveURL(/by=share/)
  await page.reload()
  await expect(bar(page)).toContainText(/Before after.*After before/)
  await expect(bar(page).getByRole('button', { name: 'Share' })).toHaveAttribute('aria-pressed', 'true')
  await bar(page).getByRole('button', { name: 'End comparison' }).click()
  await expect(bar(page)).toHaveCount(0)
  await expect(viewer.node('emit')).toHaveCount(0)
  await expect(viewer.node('old')).toBeVisible()
  await page.goBack()
  await expect(bar(page)).toContainText(/Before after.*After before/)
})

test('a profile that is open is compared with a file chosen or dropped beside it, and others replace that', async ({
  page,
}) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(after)
  await viewer.shown()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'Compare with …' })
  const choosing = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Open files …' }).click()
  await (await choosing).setFiles({ name: before.name, mimeType: 'text/plain', buffer: before.bytes })
  await expect(dialog).toHaveCount(0)
  await expect(bar(page)).toContainText(/Before before.*After after/)
  await viewer.dropBeside(other)
  await expect(bar(page)).toContainText(/Before other.*After after.*s0\ss .*may be chance/)
  await viewer.dropBeside(fileFrom('src/fixtures/cycles-O2/program'))
  await expect(viewer.alert).toContainText('program')
  await expect(bar(page)).toContainText(/Before other.*After after/)
  // Reloaded, both files come back from this browser.
  await page.reload()
  await expect(bar(page)).toContainText(/Before other.*After after/)
})

test('a file beside that is cancelled when it was nearly there leaves the comparison as it was', async ({ page }) => {
  // What the reader found of a file beside is held up on its way to the page.
  await page.addInitScript(() => {
    const { addEventListener } = Worker.prototype
    Worker.prototype.addEventListener = function (this: Worker, kind: string, listener: EventListener) {
      const later = (event: Event) => {
        const { id, kind: what } = (event as MessageEvent).data ?? {}
        if (what !== 'read' || id === 0 || !document.title.startsWith('held')) return listener(event)
        document.title = 'held up'
        setTimeout(() => {
          listener(event)
          document.title = 'arrived'
        }, 1000)
      }
      addEventListener.call(this, kind, kind === 'message' ? later : listener)
    } as typeof addEventListener
  })
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(after)
  await viewer.shown()
  await viewer.dropBeside(before)
  await expect(viewer.row('old')).toHaveAccessibleName(/before 0.30\ss, after 0\ss/)
  await page.evaluate(() => {
    document.title = 'held'
  })
  await viewer.dropBeside(other)
  await expect(page).toHaveTitle('held up')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page).toHaveTitle('arrived')
  await bar(page).getByRole('button', { name: 'Share' }).click()
  await expect(viewer.row('old')).toHaveAccessibleName(/before 7\.\d+\s%, after 0\s%/)
  await expect(bar(page)).toContainText(/Before before.*3.90\ss.*After after/)
})

test('a comparison opens elsewhere from a link with both profiles inside', async ({ page, browser }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(before, after)
  await expect(bar(page)).toContainText(/Before before.*After after/)
  await page.keyboard.press('l')
  const dialog = page.getByRole('dialog', { name: 'Share this view' })
  await dialog.getByRole('radio', { name: 'Link with the profile inside' }).check()
  const link = dialog.getByRole('textbox', { name: 'The link' })
  await expect(link).toHaveValue(/beside=data:[\w-]+&data=[\w-]+$/)
  await expect(dialog).toContainText('The profile that it is compared with goes along.')
  const context = await browser.newContext()
  const second = new Viewer(await context.newPage())
  await second.page.goto(await link.inputValue())
  await expect(bar(second.page)).toContainText(/Before before.*3.90\ss.*After after.*6.05\ss/)
  await expect(second.node('emit')).toBeVisible()
  await context.close()
})

test('a link to a comparison says which file it lacks', async ({ page, browser }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(after)
  await viewer.shown()
  await viewer.dropBeside(before)
  await expect(bar(page)).toContainText(/Before before.*After after/)
  const context = await browser.newContext()
  const second = new Viewer(await context.newPage())
  await second.page.goto(page.url())
  await second.drop(after)
  await expect(bar(second.page)).toContainText('This view compares with before.txt, which is not open.')
  await second.dropBeside(before)
  await expect(bar(second.page)).toContainText(/Before before.*After after/)
  await context.close()
})

test('one process is compared with all others, and with another one', async ({ page }) => {
  const viewer = new Viewer(page)
  const gmon = fileFrom('src/fixtures/cycles-O2/gmon.out')
  await viewer.visit()
  await viewer.drop(
    fileFrom('src/fixtures/cycles-O2/program'),
    ...['101', '102', '103'].map(pid => ({ name: `gprof/${pid}/gmon.out`, bytes: gmon.bytes })),
  )
  await viewer.shown()
  await page.keyboard.press('p')
  await viewer.processes.getByRole('option', { name: /^102/ }).click()
  await page.keyboard.press('p')
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'Compare with …' })
  await dialog.getByRole('button', { name: /^All 2 others together/ }).click()
  await expect(page).toHaveURL(/against=1:101;103/)
  await expect(bar(page)).toContainText(/Before program, 2 processes 60.1\sms.*After .*102.* 30.0\sms/)
  await bar(page).getByRole('button', { name: 'Share' }).click()
  await bar(page).getByRole('button', { name: 'Compare with …' }).click()
  await dialog.getByRole('button', { name: /^103/ }).click()
  await expect(page).toHaveURL(/against=1:103/)
  await expect(bar(page)).toContainText(/Before .*103.* 30.0\sms.*After .*102.* 30.0\sms.*0\ss.* · may be chance/)
})
