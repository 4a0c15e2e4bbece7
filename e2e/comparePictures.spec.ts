// Two profiles in the call graph and in the flame chart.

import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import { printReport } from '../src/index.ts'
import { profileOf } from '../src/profile.fixture.ts'
import { textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

/** parse → quick is faster after; work takes longer and calls emit, which is new; old_print is gone. */
const before = textFile(
  'before.txt',
  printReport(
    profileOf(`
      main  0.10 -> parse x1, work x10, report x1
      parse 0.50 -> quick x7
      quick 3.00
      work  2.00
      report 0.02 -> old_print x4
      old_print 0.80`),
  ),
)
const after = textFile(
  'after.txt',
  printReport(
    profileOf(`
      main  0.10 -> parse x1, work x20, report x1
      parse 0.55 -> quick x7
      quick 1.60
      work  5.00 -> emit x5
      report 0.02
      emit  0.60`),
  ),
)

async function compared(page: Page, fragment = ''): Promise<Viewer> {
  const viewer = new Viewer(page)
  await viewer.visit(fragment)
  await viewer.drop(before, after)
  await expect(viewer.node('work')).toBeVisible()
  return viewer
}

const plain = (text: string | null) => (text ?? '').replaceAll('\u202f', ' ')
const spoken = async (part: Locator) => plain(await part.getAttribute('aria-label'))
const tip = (page: Page) => page.locator('.hover-card')
/** The box of the flame chart that the keyboard is at. */
const box = (viewer: Viewer) => viewer.flame.getByRole('treeitem')
const side = (viewer: Viewer, name: 'Before' | 'After') => viewer.flame.getByRole('button', { name, exact: true })

test('the ways to a function say what came along them before and after', async ({ page }) => {
  const drawn = (work: number, emit: number) =>
    printReport(
      profileOf(`
        main 0.10 -> work x1, emit x1
        work 0.50 -> copy x${work}
        emit 0.50 -> copy x${emit}
        copy 4.00`),
    )
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(textFile('before.txt', drawn(3, 1)), textFile('after.txt', drawn(1, 1)))
  await viewer.node('copy').click()
  const ways = viewer.graph.getByRole('group', { name: 'Ways to the chosen function' })
  await expect(ways).toContainText(/Way 1 of 2\s*3.00 → 2.00\ss/)
  await ways.getByRole('button', { name: 'Next way' }).click()
  await expect(ways).toContainText(/Way 2 of 2\s*1.00 → 2.00\ss/)
  const bar = page.getByRole('region', { name: 'What is compared' })
  await bar.getByRole('button', { name: 'Share' }).click()
  await expect(ways).toContainText(/Way 2 of 2\s*19.6 → 39.2\s%/)
})

test('the call graph has the functions and calls of both, with before and after in each', async ({ page }) => {
  const viewer = await compared(page)
  expect(await spoken(viewer.node('work'))).toBe(
    'work, self: 2.00 s before, 5.00 s after, +3.00 s, more than chance, ' +
      'self + children: 2.00 s before, 5.60 s after, +3.60 s, more than chance, calls: 10 before, 20 after, +10',
  )
  expect(await spoken(viewer.node('parse'))).toContain('self: 500 ms before, 550 ms after, +50.0 ms, may be chance')
  expect(await spoken(viewer.node('emit'))).toMatch(/^emit, new, self: 0 s before, 600 ms after/)
  expect(await spoken(viewer.node('old_print'))).toMatch(/^old_print, gone, /)
  await expect(viewer.graph).toContainText('explain 100\u202f% before and 100\u202f% after')
  await expect(viewer.graph.locator('.graph-edge .count').filter({ hasText: '10 → 20' })).toHaveCount(1)
  await expect(viewer.graph.locator('.graph-edge .count').filter({ hasText: 'new 5' })).toHaveCount(1)
  await viewer.node('work').hover()
  await expect(tip(page)).toContainText(/more than chance\. The change lies between \+2\.\d+.s and \+3\.\d+.s/)
})

test('figures follow what the two are compared by', async ({ page }) => {
  const viewer = await compared(page)
  await page.getByRole('group', { name: 'What figures are compared by' }).getByRole('button', { name: 'Share' }).click()
  await expect(viewer.node('work')).toHaveAttribute('aria-label', /self: 31\.2.% before, 63\.5.% after, \+32\.4 points/)
})

test('the flame chart shows either side, the same place of it, and says which paths are new or gone', async ({
  page,
}) => {
  const viewer = await compared(page, '#zoom=main/work')
  await expect(side(viewer, 'After')).toHaveAttribute('aria-pressed', 'true')
  await expect(viewer.flame.getByRole('button', { name: /colour: change/ })).toBeVisible()
  await expect(box(viewer)).toContainText(/^work, 5.60.s, 71.2.%, exact, self: 2.00.s before, 5.00.s after/)
  await page.keyboard.press('Tab')
  await viewer.flame.getByRole('tree').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(box(viewer)).toContainText(/^emit, .*, new path, self: 0.s before/)

  await side(viewer, 'Before').click()
  await expect(page).toHaveURL(/side=a/)
  await expect(page).toHaveURL(/zoom=main\/work/)
  await expect(viewer.flame.getByRole('navigation', { name: 'Zoomed to' })).toContainText('work')
  await viewer.flame.getByRole('button', { name: 'all', exact: true }).click()
  await viewer.node('old_print').click()
  await expect(box(viewer)).toContainText(/^old_print, .*, gone, self: 800.ms before, 0.s after, −800.ms/)

  await side(viewer, 'After').click()
  await viewer.flame.getByRole('button', { name: 'Around' }).click()
  await expect(viewer.flame).toContainText('old_print is not there after')
})

test('another colouring is chosen, kept in the address, and left for the usual one', async ({ page }) => {
  const viewer = await compared(page)
  await viewer.flame.getByRole('button', { name: /colour: change/ }).click()
  await page.getByRole('menuitem', { name: /^Self time/ }).click()
  await expect(page).toHaveURL(/colour=self/)
  await viewer.flame.getByRole('button', { name: /colour: self time/ }).click()
  await page.getByRole('menuitem', { name: /^Change/ }).click()
  await expect(page).not.toHaveURL(/colour=/)
})

test('saved pictures tell the same, and of which side they are', async ({ page }) => {
  const viewer = await compared(page)
  const text = async (item: string, panel?: Locator) => {
    const { path, name } = await viewer.save(item, panel)
    return { name, text: plain(readFileSync(path, 'utf8')) }
  }
  const graph = await text('Save as SVG')
  expect(graph.text).toContain('self 2.00 → 5.00 s')
  expect(graph.text).toContain('self: 2.00 s before, 5.00 s after, +3.00 s, more than chance')
  expect(graph.text).toContain('new · gone')
  const dot = await text('Save as DOT')
  expect(dot.text).toContain('before → after')
  expect(dot.text).toMatch(/style="filled,rounded,dashed"/)
  const flame = await text('Save as SVG', viewer.flame)
  expect(flame.name).toContain('flame chart after')
  expect(flame.text).toContain('After (after), compared with before (before): Call paths')
  expect(flame.text).toContain('new path')
  await side(viewer, 'Before').click()
  await expect(box(viewer)).toContainText(/^main/)
  const folded = await text('Save folded stacks', viewer.flame)
  expect(folded.name).toContain('before')
  expect(folded.text).toMatch(/^# Before \(before\), compared with after \(after\)\n/)
  expect(folded.text).toContain('main;report;old_print 800000\n')
  expect(folded.text).not.toContain('emit')
})

for (const theme of ['light', 'dark'] as const)
  for (const [shape, viewport] of [
    ['wide', { width: 1440, height: 900 }],
    ['narrow', { width: 390, height: 844 }],
  ] as const)
    test(`axe finds nothing in the pictures of two: ${shape}, ${theme}`, async ({ page }) => {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme: theme })
      const viewer = await compared(page)
      const violations = async (panel: string) => (await new AxeBuilder({ page }).include(panel).analyze()).violations
      expect(await violations('.panel-graph')).toEqual([])
      if (shape === 'narrow') await viewer.tab('Flame')
      await expect(box(viewer)).toContainText(/^main/)
      expect(await violations('.panel-flame')).toEqual([])
    })
