import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { printReport } from '../src/index.ts'
import { profileOf } from '../src/profile.fixture.ts'
import { pairFrom, textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

/** Of a program that works for little time, and calls itself. */
const few = textFile(
  'few.txt',
  printReport(profileOf('main 0.02 -> work x1, step x3\n work 0.05 -> work x7, step x2\n step 0.06')),
)
/** Times of 200 samples and more, and next to nothing to say. */
const plain = textFile('plain.txt', printReport(profileOf('main 2.00 -> work x1\n work 9.00')))
/** The same with routines that count calls. */
const counting = textFile('counting.txt', printReport(profileOf('main 2.00 -> work x1\n work 9.00\n mcount 5.00')))
const withoutTimes = textFile(
  'calls.txt',
  printReport(profileOf('main 0 -> often x90, seldom x3\n often 0\n seldom 0')),
)
/** One figure says otherwise than all the others. */
const changed = textFile('changed.txt', few.bytes.toString().replace('3/5', '4/5'))

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).include('.doctor').include('.notices').include('.doctor-button').analyze()).violations

test('the Doctor says what speaks against a profile, the worst first, beside the views', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(few)
  await viewer.shown()
  await expect(viewer.doctorButton).toHaveAccessibleName(/^Doctor: \d findings?, 1 with conclusions at risk$/)
  await page.keyboard.press('d')
  await expect(page).toHaveURL(/doctor=open/)
  await expect(viewer.doctor.getByRole('heading', { level: 2 })).toBeFocused()
  const first = viewer.cards.first()
  await expect(first.getByRole('heading')).toContainText('13 samples are few: the order itself is uncertain')
  await expect(first).toContainText(/One sample is 7\.7\s% of all time/)
  await expect(first).toContainText('GMON_OUT_PREFIX=run ./PROGRAM')
  await expect(viewer.graph).toBeVisible()
  await first.getByRole('button', { name: 'Show step' }).click()
  await expect(viewer.entry).toContainText('step')
  await page.reload()
  await expect(viewer.cards.first()).toContainText('13 samples are few')
  await page.getByRole('button', { name: 'Close the Doctor' }).click()
  await expect(viewer.doctor).toHaveCount(0)
  await expect(viewer.doctorButton).toBeFocused()
  await expect(page).not.toHaveURL(/doctor=/)
})

test('where D pans the flame chart, it does not open the Doctor', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(few)
  await viewer.flame.getByRole('tree').focus()
  await page.keyboard.press('w')
  await page.keyboard.press('d')
  await expect(page).toHaveURL(/span=/)
  await expect(page).not.toHaveURL(/doctor=/)
})

test('the command of a card is copied as it stands there', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(few)
  await viewer.doctorButton.click()
  await viewer.cards.first().getByRole('button', { name: 'Copy the command' }).click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n')).toEqual([
    'for i in $(seq 17); do GMON_OUT_PREFIX=run ./PROGRAM; done',
    'gprof -s ./PROGRAM run.*',
  ])
})

test('a profile against which nothing speaks has no notice, and figures that agree', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(plain)
  await viewer.doctorButton.click()
  await expect(viewer.doctor).toContainText('Nothing was found that speaks against this profile.')
  await expect(viewer.doctor).toContainText(/\d+ of \d+ figures agree/)
  const [, agreed, checked] = /(\d+) of (\d+) figures/.exec((await viewer.doctor.textContent()) ?? '') ?? []
  expect(Number(agreed)).toBeGreaterThan(0)
  expect(agreed).toBe(checked)
  await expect(viewer.alert).toHaveCount(0)
  await page.getByRole('button', { name: /^What was found in the file/ }).click()
  await expect(page.getByText(`${agreed} of ${checked} figures agree`)).toHaveCount(2)
})

test('a figure that does not follow from the others leads to its line in the report', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(changed)
  await viewer.doctorButton.click()
  const strip = viewer.doctor.getByRole('region', { name: /figures agree/ })
  await expect(strip).toContainText('calls is 4, others make it 3')
  await strip
    .getByRole('button', { name: /^Line \d+$/ })
    .first()
    .click()
  await expect(viewer.line('4/5')).toBeInViewport()
  await expect(viewer.line('4/5')).toHaveClass(/active/)
  await expect(viewer.doctor).toBeVisible()
})

test('time that counting took is left out of all views and put back from its card', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(counting)
  await viewer.doctorButton.click()
  const card = viewer.cards.filter({ hasText: 'went into counting calls' })
  await expect(card).toContainText(/All time is 16\.0\ss with it and 11\.0\ss without/)
  await card.getByRole('button', { name: 'Leave it out of all views' }).click()
  await expect(viewer.chips).toContainText('mcount')
  await expect(viewer.row('mcount')).toHaveCount(0)
  await card.getByRole('button', { name: 'Put it back' }).click()
  await expect(viewer.row('mcount')).toHaveCount(1)
})

test('without samples all views go by calls, and it is said what to do', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(withoutTimes)
  await expect(viewer.alert).toContainText(/No samples: calls are known, times are not.*All views show calls/)
  await expect(viewer.functions.getByRole('row').nth(1)).toContainText(/often\s*90/)
  await expect(viewer.flame).toContainText('width: calls')
  await expect(viewer.graph).toContainText('split by call counts')
  await expect(viewer.graph).not.toContainText('self time')
  await viewer.alert.getByRole('button', { name: /^Why/ }).click()
  await expect(viewer.cards.first()).toContainText('Counts are exact')
  await expect(viewer.alert).toHaveCount(0)
  await viewer.drop(plain)
  await expect(viewer.functions).toContainText('81.8')
  await expect(page).not.toHaveURL(/widths=/)
})

test('a link to a profile without samples opens by calls, too, and Back leaves it', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await page.getByRole('link', { name: /^short\.c/ }).click()
  await expect(viewer.flame).toContainText('width: calls')
  await expect(page).toHaveURL(/sample=short.*widths=calls/)
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible()
})

test('while two are compared, the Doctor is of the one after', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(plain, few)
  await viewer.doctorButton.click()
  await expect(viewer.doctor).toContainText('Of the profile after.')
  await expect(viewer.cards.first()).toContainText('13 samples are few')
  await viewer.cards.first().getByRole('button', { name: 'Show step' }).click()
  await expect(page).toHaveURL(/fn=step/)
})

test('on a narrow screen the Doctor fills it, and its links lead to the view', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 780 })
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(few)
  await viewer.tab('Doctor')
  await expect(viewer.cards.first()).toContainText('13 samples are few')
  expect(await violations(page)).toEqual([])
  await viewer.cards.first().getByRole('button', { name: 'Show step' }).click()
  await expect(viewer.doctor).toHaveCount(0)
  await expect(viewer.entry).toContainText('step')
})

test('where no calls were recorded, a narrow screen shows the list first, and a graph that says why without a bar', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 780 })
  const viewer = new Viewer(page)
  await viewer.visit()
  const { program, gmon } = pairFrom('no-calls')
  await viewer.drop(program, gmon)
  await expect(viewer.functions.getByRole('grid')).toBeVisible()
  const tabs = page.getByRole('navigation', { name: 'Views' })
  await expect(tabs.getByRole('button', { name: 'Functions' })).toHaveAttribute('aria-current', 'page')
  await viewer.tab('Graph')
  await expect(viewer.graph).toContainText('No arcs in this file')
  await expect(viewer.graph.locator('header')).toBeHidden()
  await page.reload()
  await expect(viewer.graph).toContainText('No arcs in this file')
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const locale of ['en-US', 'zh-CN'])
    test.describe(`${colorScheme}, ${locale}`, () => {
      test.use({ colorScheme, locale })
      test('the Doctor and its notices have no accessibility violations', async ({ page }) => {
        const viewer = new Viewer(page)
        await viewer.visit()
        const { program, gmon } = pairFrom('no-calls')
        await viewer.drop(program, gmon)
        await expect(page.locator('.first-finding')).toBeVisible()
        expect(await violations(page)).toEqual([])
        await page.locator('#doctor-button').click()
        await expect(page.locator('.doctor-card.at-risk').first()).toBeVisible()
        await expect(page.locator('.doctor-audit')).toBeVisible()
        expect(await violations(page)).toEqual([])
      })
    })
