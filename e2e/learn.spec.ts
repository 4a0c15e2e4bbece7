import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { isSet } from './asSet.ts'
import { Viewer } from './viewer.ts'
import { test } from './watched.ts'

test.skip(isSet, 'notes are on samples, and a sum numbers cycles anew')

const axe = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
const help = (page: Page) => page.getByRole('dialog', { name: 'What the numbers mean' })
const notes = (page: Page) => page.getByRole('complementary', { name: 'Guided notes' })
/** Thin spaces between digits and before units are as good as others. */
const plain = (text: string | null) => (text ?? '').replace(/[\u2009\u202f\u00a0]/g, ' ')

test('help explains words in general where nothing is open', async ({ page }) => {
  await new Viewer(page).visit()
  await page.keyboard.press('?')
  await expect(help(page)).toContainText('With a profile open, each word is shown by the figures on screen.')
  await expect(help(page).getByText('Here:', { exact: true })).toHaveCount(0)
})

test('help explains each word by the chosen function, else by the heaviest', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit('#sample=recursion')
  await viewer.shown('recursion')
  await page.keyboard.press('?')
  await expect(help(page)).toContainText('of fib above all, the heaviest')
  expect(plain(await help(page).textContent())).toContain('fib has 376 ms self = ')
  await page.keyboard.press('Escape')
  await viewer.row('often').click()
  await page.keyboard.press('?')
  await expect(help(page)).toContainText('Shown by the figures of often, which is chosen')
  const text = plain(await help(page).textContent())
  expect(text).toContain('total of often = self + children: 0 s + 282 ms = 282 ms.')
  expect(text).toContain('often called fib 30/40 times: 30 of 40.')
  expect(text).toContain('ack has 12+384 336 048: 12 calls from others, and 384 336 048 from itself.')
})

test('a word is explained where it stands, by mouse and by keyboard, and Escape leads back to it', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit('#sample=cyc&fn=M')
  await viewer.shown('cyc')
  const word = viewer.entry.getByRole('button', { name: 'cycle 4 as a whole' })
  const card = page.getByRole('dialog', { name: 'cycle as a whole, n+m' })
  await word.click()
  await expect(card).toContainText('600 calls came from outside')
  await expect(card).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await expect(word).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(card).toBeVisible()
  await viewer.row('burn').click()
  await expect(card).toBeHidden()
})

test('the words are explained in the list, the graph, the flame chart and the report too', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit('#sample=cyc&fn=main')
  await viewer.shown('cyc')
  for (const [button, card] of [
    [viewer.graph.getByRole('button', { name: /^cycle as a whole/ }), 'cycle as a whole, n+m'],
    [viewer.flame.getByRole('button', { name: /only one place/ }), 'certain, assumed'],
    [viewer.entry.getByRole('button', { name: 'no caller recorded' }), 'spontaneous'],
    [viewer.entry.getByRole('button', { name: 'calls here / all' }), 'n/m'],
  ] as const) {
    await button.click()
    await expect(page.getByRole('dialog', { name: card, exact: true })).toBeVisible()
    await page.keyboard.press('Escape')
  }
  await viewer.functions.getByRole('button', { name: 'fill the window' }).click()
  await viewer.functions.getByRole('button', { name: 'n+m' }).click()
  await expect(page.getByRole('dialog', { name: 'n+m' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await page.getByRole('button', { name: 'What the words of the report mean' }).click()
  await expect(page.getByRole('dialog', { name: '[n], n/m, n+m, cycle as a whole, spontaneous' })).toBeVisible()
})

test('notes lead through a sample in three steps, each of which is a link', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await page.getByRole('link', { name: 'guided, 3 steps', description: 'cyc.c', exact: true }).click()
  await viewer.shown('cyc')
  await expect(notes(page)).toContainText('1 of 3')
  await notes(page).getByRole('button', { name: 'Show M and its cycle' }).click()
  await expect(viewer.entry.getByRole('heading', { name: 'M [5]' })).toBeVisible()
  await notes(page).getByRole('button', { name: 'Next' }).click()
  await notes(page).getByRole('button', { name: 'Collapse the cycle of M' }).click()
  await expect(viewer.chips).toContainText('collapse the cycle of M')
  await expect(page).toHaveURL(/guide=2&.*do=collapse:M/)
  await page.reload()
  await expect(notes(page)).toContainText('2 of 3')
  await expect(viewer.chips).toContainText('collapse the cycle of M')
  await notes(page).getByRole('button', { name: 'Next' }).click()
  await notes(page).getByRole('button', { name: 'Cut the call from M to F' }).click()
  await expect(viewer.chips).toContainText('cut M → F')
  const next = notes(page).getByRole('button', { name: 'Next' })
  await expect(next).toBeDisabled()
  await page.goBack()
  await expect(viewer.chips).toContainText('collapse the cycle of M')
  await notes(page).getByRole('button', { name: 'Close the notes' }).click()
  await expect(notes(page)).toBeHidden()
  await expect(page).not.toHaveURL(/guide=/)
})

test('the notes on a set of processes show it as a map, one of them, and two compared', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit('#sample=postgres-set&guide=1')
  await notes(page).getByRole('button', { name: 'Show the processes' }).click()
  await expect(viewer.processes).toContainText('walsender')
  await notes(page).getByRole('button', { name: 'Next' }).click()
  await notes(page).getByRole('button', { name: 'Choose process 8723' }).click()
  await expect(viewer.entry.getByRole('heading', { name: /^WalSndLoop/ })).toBeVisible()
  await notes(page).getByRole('button', { name: 'Next' }).click()
  await notes(page).getByRole('button', { name: 'Compare 8767 with 8772' }).click()
  await expect(viewer.functions).toContainText(/0 of \d+ surely changed/)
})

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('a step shows the view that it speaks of, and a tap on a word explains it', async ({ page }) => {
    const viewer = new Viewer(page)
    await viewer.visit('#sample=recursion&guide=1')
    await notes(page).getByRole('button', { name: 'Show the entry of fib' }).tap()
    await viewer.entry.getByRole('button', { name: /^40\+/ }).tap()
    await expect(page.getByRole('dialog', { name: 'n+m' })).toContainText('40 calls from others')
    await page.keyboard.press('Escape')
    await notes(page).getByRole('button', { name: 'Next' }).tap()
    await notes(page).getByRole('button', { name: 'Show seldom in the flame chart' }).tap()
    await expect(viewer.flame).toBeVisible()
  })
})

test.describe('in a Chinese browser', () => {
  test.use({ locale: 'zh-CN' })

  test('help, words and notes are Chinese', async ({ page }) => {
    await new Viewer(page).visit('#sample=cyc&fn=M&guide=1')
    await expect(page.getByRole('complementary', { name: '导览' })).toContainText('第 1 步，共 3 步')
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: '数字的含义' })).toContainText('以所选函数 M 的数字说明')
    await axe(page)
  })
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing in help, words and notes: ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    const viewer = new Viewer(page)
    await viewer.visit()
    await expect(page.getByRole('link', { name: 'guided, 3 steps' }).first()).toBeVisible()
    await axe(page)
    await viewer.visit('#sample=cyc&fn=M&guide=1')
    await expect(notes(page)).toBeVisible()
    await expect(viewer.node('M')).toBeVisible()
    await viewer.entry.getByRole('button', { name: 'cycle 4 as a whole' }).click()
    await expect(page.getByRole('dialog', { name: 'cycle as a whole, n+m' })).toContainText('Here:')
    await axe(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expect(help(page)).toBeVisible()
    await axe(page)
  })
