// How sure numbers are: errors and ranges beside them, and ranks as ranges.

import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

const listing = `Flat profile:

Each sample counts as 0.01 seconds.
  %   cumulative   self              self     total
 time   seconds   seconds    calls  ms/call  ms/call  name
 64.00      0.64     0.64        4   160.00   160.00  work
 16.00      0.80     0.16        1   160.00   910.00  main
 10.00      0.90     0.10        1   100.00   260.00  left
 10.00      1.00     0.10        1   100.00   580.00  right

\fcall graph profile:

granularity: each sample hit covers 2 byte(s) for 1.00% of 1.00 seconds

index % time    self  children    called     name
                0.16    0.84       1/1           <spontaneous>
[1]    100.0    0.16    0.84       1         main [1]
                0.10    0.48       1/1           right [3]
                0.10    0.16       1/1           left [4]
-----------------------------------------------
                0.16    0.00       1/4           left [4]
                0.48    0.00       3/4           right [3]
[2]     64.0    0.64    0.00       4         work [2]
-----------------------------------------------
                0.10    0.48       1/1           main [1]
[3]     58.0    0.10    0.48       1         right [3]
                0.48    0.00       3/4           work [2]
-----------------------------------------------
                0.10    0.16       1/1           main [1]
[4]     26.0    0.10    0.16       1         left [4]
                0.16    0.00       1/4           work [2]
-----------------------------------------------
`

test('the entry tells sampling from assumption, and the rank as a range', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(textFile('sure.txt', listing))
  await viewer.shown()
  await viewer.row('right').click()
  // 0.10 s of its own and 48 of the 64 samples of work: √(10 + 0.75² × 64) = 6.8 samples.
  await expect(viewer.entry.getByRole('definition').filter({ hasText: '580 ms ± 70' })).toBeVisible()
  await expect(viewer.entry.getByRole('definition').filter({ hasText: '100 ms ± 32' })).toBeVisible()
  await expect(viewer.entry).toContainText('580 ± 70 ms each')
  const sure = viewer.entry.locator('dl').filter({ hasText: 'Rank by self time' })
  await expect(sure).toContainText('Rank by self time2–4 of 4')
  // Three quarters of work's time against one: that is no chance. But work itself has no less than right.
  await expect(sure).toContainText('Rank by total time2–3 of 4')
  await expect(sure).toContainText('Total, by sampling455 ms to 729 ms')
  await expect(sure).toContainText('Total, by assumption100 ms to 740 ms')
  // All of main is certain: there is nothing to assume.
  await viewer.row('main').click()
  await expect(sure).not.toContainText('by assumption')
  await expect(sure).toContainText('Rank by total time1 of 4')
})

test('in the list ranks are ranges, said in words, and totals have whiskers', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const viewer = new Viewer(page)
  await viewer.visit('#panel=functions')
  await viewer.drop(textFile('sure.txt', listing))
  await viewer.shown()
  const cells = viewer.row('left').getByRole('gridcell')
  await expect(cells.nth(1)).toHaveText('2–4')
  await expect(cells.nth(1)).toHaveAccessibleName('rank 2 to 4 of 4 by self time; the order within is not significant')
  await expect(viewer.row('work').getByRole('gridcell').nth(1)).toHaveText('1')
  await expect(viewer.row('left').locator('.whisker')).toHaveCount(2)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

test('the cards of both pictures have errors beside their times', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(textFile('sure.txt', listing))
  await viewer.shown()
  await viewer.node('work').hover()
  await expect(page.getByRole('tooltip')).toContainText('640 ± 80 ms, 64.0 %')
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing in an entry with ranges: narrow, ${theme}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: theme })
    const viewer = new Viewer(page)
    await viewer.visit('#sample=walsender&fn=WalSndLoop&panel=entry')
    await expect(viewer.entry).toContainText('Rank by self time')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
