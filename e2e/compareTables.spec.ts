import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { printReport } from '../src/index.ts'
import { profileOf } from '../src/profile.fixture.ts'
import { small, smallLater } from './listings.ts'
import { textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

/** work 0.60 s in both, called three times before and once after; tick 0.30 s is gone; parse 0.30 s is new. */
async function compare(page: Page, fragment = ''): Promise<Viewer> {
  const viewer = new Viewer(page)
  await viewer.visit(fragment)
  await viewer.drop(textFile('before.txt', small), textFile('later.txt', smallLater))
  await expect(page).toHaveURL(/against=1/)
  return viewer
}

const changed = (viewer: Viewer, text: string) => viewer.functions.getByText(text)

test('the list has both sides of a function, what differs and how sure that is, sure changes first', async ({
  page,
}) => {
  const viewer = await compare(page)
  await expect(changed(viewer, '2 of 4 surely changed')).toBeVisible()
  const rows = viewer.functions.getByRole('row')
  await expect(rows.nth(1)).toHaveAccessibleName(
    /^tick \(gone\): before 300\sms, after 0\sms, difference −300\sms, sure/,
  )
  await expect(rows.nth(2)).toHaveAccessibleName(
    /^parse \(new\): before 0\sms, after 300\sms, difference \+300\sms, sure/,
  )
  await expect(viewer.row('work')).toHaveAccessibleName(
    /before 600\sms, after 600\sms, difference 0\sms, may be chance$/,
  )
  for (const [head, ms] of [
    ['Before', '300'],
    ['After', '0'],
  ])
    await expect(async () => {
      const place = (await viewer.functions.getByRole('columnheader').allTextContents()).indexOf(head)
      expect(await viewer.row('tick').getByRole('gridcell').nth(place).textContent()).toBe(ms)
    }).toPass()
  await changed(viewer, '2 of 4 surely changed').click()
  await expect(viewer.functions.getByText(/exact conditional test .* Benjamini/)).toBeVisible()
})

test('the list is sorted by each of its figures, for self and total time, and the link says so', async ({ page }) => {
  const viewer = await compare(page)
  const first = viewer.functions.getByRole('row').nth(1)
  await expect(viewer.functions.getByRole('columnheader', { name: /^Difference/ })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await viewer.functions.getByRole('button', { name: 'Before', exact: true }).click()
  await expect(first).toHaveAccessibleName(/^work/)
  await viewer.functions.getByRole('button', { name: 'Ratio' }).click()
  await expect(first).toHaveAccessibleName(/^parse/)
  await viewer.functions.getByRole('button', { name: 'Total', exact: true }).click()
  await expect(viewer.row('main')).toHaveAccessibleName(/before 700\sms, after 700\sms/)
  await expect(page).toHaveURL(/times=total.*sort=-ratio/)
})

test('what only one side has is listed by itself', async ({ page }) => {
  const viewer = await compare(page)
  const rows = viewer.functions.getByRole('row')
  await viewer.functions.getByRole('button', { name: 'only before (1)' }).click()
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1)).toHaveAccessibleName(/^tick \(gone\)/)
  await expect(page).toHaveURL(/only=a/)
  await viewer.functions.getByRole('button', { name: 'only after (1)' }).click()
  await expect(rows.nth(1)).toHaveAccessibleName(/^parse \(new\)/)
  await rows.nth(1).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/fn=parse/)
  await viewer.functions.getByRole('button', { name: 'only after (1)' }).click()
  await expect(rows).toHaveCount(5)
})

test('figures are normalised as the view says, and the heads tell their unit', async ({ page }) => {
  const viewer = await compare(page, '#by=share')
  await expect(viewer.row('work')).toHaveAccessibleName(/before 60\.0\s%, after 60\.0\s%/)
  await expect(viewer.functions.getByRole('columnheader', { name: 'Difference, %' })).toBeVisible()
})

test('the entry tells why time changed, and both sides of each call', async ({ page }) => {
  const viewer = await compare(page)
  await expect(viewer.entry.getByRole('button', { name: /^tick \(gone\)/ })).toBeVisible()
  await viewer.row('work').click()
  const facts = viewer.entry.getByRole('table', { name: 'Before and after' })
  await expect(facts.getByRole('row', { name: /^Calls/ })).toHaveText(/Calls\s*3\s*1\s*−2/)
  await expect(facts.getByRole('row', { name: /^Total, per call/ })).toHaveText(/200\sms\s*600\sms\s*\+400\sms/)
  const parts = viewer.entry.getByRole('region', { name: 'Why self time changed' })
  await expect(parts).toContainText(/Called less often\s*−400/)
  await expect(parts).toContainText(/Slower per call\s*\+400/)
  await expect(parts).toContainText(/Change of self time\s*0/)
  const caller = viewer.entry.getByRole('button', { name: /^main: time 600 → 600 ms, difference 0\sms, calls 3 → 1$/ })
  await caller.click()
  await expect(page).toHaveURL(/fn=main/)
  await expect(viewer.entry.getByRole('region', { name: '1 callee' })).toBeVisible()
})

test('help shows each word by the figures before and after', async ({ page }) => {
  const viewer = await compare(page)
  await viewer.row('work').click()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'What the numbers mean' })
  await expect(help).toContainText('Words are shown by the figures of work, which is chosen, before and after')
  await expect(help).toContainText(/Before: work has 600\sms self = 60 samples .*After: work has 600\sms self/)
  await expect(help).toContainText(/Before: work was called 3 times by others\.After: work was called 1 time by others/)
})

test('a cycle that was not there before says so in the entry and in the graph', async ({ page }) => {
  const drawn = (calls: string) =>
    printReport(profileOf(`main 0.1 -> ping x1\nping 1 -> pong x9\npong 2 -> ${calls}pang x2\npang 1`))
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(textFile('straight.txt', drawn('')), textFile('round.txt', drawn('ping x8, ')))
  await viewer.row('ping').click()
  const cycle = viewer.entry.getByRole('region', { name: /^cycle 1/ })
  await expect(cycle).toContainText('New: before, no calls were recorded that make a cycle of these functions.')
  await expect(viewer.graph.getByText(/^new, 1\+9 → 1\+17 calls$/)).toBeVisible()
  await page.getByRole('button', { name: 'Swap' }).click()
  await expect(cycle).toContainText('Gone: after, no calls were recorded that make a cycle of these functions.')
})

test('what the Doctor says at once, and in full, is said to be of the one after', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(textFile('before.txt', small), textFile('flat.txt', smallLater.split('\f')[0]))
  await expect(page).toHaveURL(/against=1/)
  await expect(viewer.alert).toContainText('Of the profile after.')
  await viewer.alert.getByRole('button', { name: /^Why/ }).click()
  await expect(page.getByRole('complementary', { name: 'Doctor' })).toContainText('Of the profile after.')
})

test('there is no report of two, and a way back to one', async ({ page }) => {
  const viewer = await compare(page)
  await viewer.row('work').click()
  await expect(viewer.entry.getByRole('button', { name: 'Show in the report' })).toHaveCount(0)
  await page.keyboard.press('r')
  await expect(viewer.report).toContainText('A report is of one profile')
  await viewer.report.getByRole('button', { name: 'Show the profile after alone' }).click()
  await expect(viewer.line('parse').first()).toBeVisible()
  await expect(viewer.functions.getByRole('columnheader', { name: 'Total %' })).toBeVisible()
})

for (const theme of ['light', 'dark'] as const)
  for (const [shape, viewport] of [
    ['wide', { width: 1440, height: 900 }],
    ['narrow', { width: 390, height: 844 }],
  ] as const)
    test(`axe finds nothing in list and entry: ${shape}, ${theme}`, async ({ page }) => {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme: theme })
      const viewer = await compare(page, shape === 'narrow' ? '#panel=functions' : '')
      await viewer.row('work').click()
      await changed(viewer, '2 of 4 surely changed').click()
      const clean = async (panel: string) =>
        expect((await new AxeBuilder({ page }).include(`.panel-${panel}`).analyze()).violations).toEqual([])
      await clean('functions')
      if (shape === 'narrow') await viewer.tab('Entry')
      await expect(viewer.entry).toContainText('Why self time changed')
      await clean('entry')
      if (shape === 'narrow') {
        await viewer.tab('Report')
        await expect(viewer.report).toContainText('A report is of one profile')
        await clean('report')
      }
    })

test('a range that leaves out 0 and may be chance is explained in the entry', async ({ page }) => {
  const many = (work: number) =>
    printReport(
      profileOf(`main 0.01\n work ${work}\n${[...'abcdefghijklmnopqr'].map(name => ` ${name} 0.5`).join('\n')}`),
    )
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(textFile('before.txt', many(0.1)), textFile('after.txt', many(0.22)))
  await viewer.row('work').click()
  await expect(viewer.entry).toContainText(
    /One 95 % range in 20 leaves out 0 by chance alone: about 1 of the 20 functions/,
  )
  await expect(viewer.entry.getByText(/^One 95 % range/)).toHaveCount(1)
  await viewer.row('main').click()
  await expect(viewer.entry).toContainText('may be chance')
  await expect(viewer.entry.getByText(/^One 95 % range/)).toHaveCount(0)
})
