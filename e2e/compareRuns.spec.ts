import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { printReport } from '../src/index.ts'
import { profileOf } from '../src/profile.fixture.ts'
import { textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

/** In three runs before and three after: `work` doubles in each, `wild` is anything in any, and in the mean more after. */
const runs = [
  { name: 'before-1', work: 2.0, wild: 1.0 },
  { name: 'before-2', work: 2.05, wild: 4.0 },
  { name: 'before-3', work: 1.95, wild: 2.2 },
  { name: 'after-1', work: 4.0, wild: 6.0 },
  { name: 'after-2', work: 4.1, wild: 1.5 },
  { name: 'after-3', work: 3.95, wild: 3.4 },
]
const files = runs.map(({ name, work, wild }) =>
  textFile(
    `${name}.txt`,
    printReport(profileOf(`main 0.10 -> work x4, wild x${name === 'after-1' ? 9 : 8}\n work ${work}\n wild ${wild}`)),
  ),
)
const asSums = '#part=7&proc=after-1;after-2;after-3&against=7:before-1;before-2;before-3'

async function compare(page: Page, fragment = asSums) {
  const viewer = new Viewer(page)
  await viewer.visit(fragment)
  await viewer.drop(...files)
  return { viewer, bar: page.getByRole('region', { name: 'What is compared' }) }
}

test('means of repeated runs are judged by how the runs differ, sums by sampling; a switch leads from one to the other', async ({
  page,
}) => {
  const { viewer, bar } = await compare(page)
  await expect(viewer.row('wild')).toHaveAccessibleName(/before 7\.20\ss, after 10\.9\ss, .*, sure/)
  await expect(viewer.row('work')).toHaveAccessibleName(/, sure/)
  await expect(bar).not.toContainText('judged by')
  await bar.getByRole('button', { name: 'Mean' }).click()
  await expect(bar).toContainText('judged by how runs differ among themselves (3 before, 3 after)')
  await expect(viewer.row('work')).toHaveAccessibleName(/before 2\.00\ss, after 4\.02\ss, difference \+2\.02\ss, sure/)
  await expect(viewer.row('wild')).toHaveAccessibleName(/before 2\.40\ss, after 3\.63\ss, .*, may be chance$/)
  await expect(page).toHaveURL(/of=mean/)
  await viewer.functions.getByText('1 of 3 surely changed').click()
  await expect(viewer.functions.getByText(/Welch’s t test/)).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.reload()
  await expect(viewer.row('wild')).toHaveAccessibleName(/may be chance$/)
  await bar.getByRole('button', { name: 'Share' }).click()
  await expect(viewer.row('wild')).toHaveAccessibleName(/before 53\.3\s%.*may be chance$/)
  await expect(bar).toContainText('(3 before, 3 after)')
})

test('where two processes are compared there is nothing to sum, and no switch', async ({ page }) => {
  const { viewer, bar } = await compare(page, '#part=7&proc=after-1&against=7:before-1&of=mean')
  await expect(viewer.row('wild')).toHaveAccessibleName(/, sure/)
  await expect(bar.getByRole('button', { name: 'Mean' })).toHaveCount(0)
  await expect(bar).not.toContainText('judged by')
})
