import { expect, type Page } from '@playwright/test'
import { small } from './listings.ts'
import { fileFrom, textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

/** Lets the page's own server answer for files that a build might leave beside it. */
async function host(page: Page, files: Record<string, string | Buffer>) {
  await page.route('**/ci/**', route => {
    const path = new URL(route.request().url()).pathname.replace(/^.*\/ci\//, 'ci/')
    const body = files[path]
    return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body })
  })
}

test('a listing that is hosted beside the page opens by its address, and so does the view', async ({ page }) => {
  const viewer = new Viewer(page)
  await host(page, { 'ci/42/report.txt': small })
  await viewer.visit('#profile=ci/42/report.txt&fn=work')
  await viewer.shown('report')
  await expect(viewer.entry.getByRole('heading', { name: /^work/ })).toBeVisible()
  await viewer.row('tick').click()
  await expect(page).toHaveURL(/#v=1&profile=ci\/42\/report.txt&fn=tick/)
  await page.reload()
  await viewer.shown('report')
  await expect(viewer.entry.getByRole('heading', { name: /^tick/ })).toBeVisible()
})

test('so does a pair', async ({ page }) => {
  const viewer = new Viewer(page)
  const [program, gmon] = ['program', 'gmon.out'].map(name => fileFrom(`src/fixtures/cycles-O2/${name}`).bytes)
  await host(page, { 'ci/app': program, 'ci/gmon.out': gmon })
  await viewer.visit('#profile=ci/app;ci/gmon.out')
  await viewer.shown('app gmon.out')
})

for (const [what, fragment, says] of [
  ['that is not there', '#profile=ci/gone.txt', /Nothing to open at .*ci\/gone\.txt: the server answers 404/],
  ['elsewhere', '#profile=https://elsewhere.example/a.txt', /https:\/\/elsewhere\.example, another place/],
  ['of another scheme', '#profile=data:text/plain,x', /not an address on the web/],
  ['that is none', '#profile=https://', /is not an address/],
  ['of something else', '#profile=ci/notes.txt', /gprof/],
] as const)
  test(`an address ${what} gets a sentence, and nothing else is asked for`, async ({ page }) => {
    const viewer = new Viewer(page)
    const asked: string[] = []
    page.on('request', request => asked.push(new URL(request.url()).host))
    await host(page, { 'ci/notes.txt': 'Buy milk.\n' })
    await viewer.visit(fragment)
    await expect(viewer.alert).toContainText(says)
    await viewer.drop(textFile('small.txt', small))
    await viewer.shown('small')
    expect(new Set(asked).size).toBe(1)
  })

test('a long fetch can be cancelled', async ({ page }) => {
  const viewer = new Viewer(page)
  await page.route('**/ci/slow.txt', () => {}) // never answers
  await viewer.visit('#profile=ci/slow.txt')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { name: 'See where the time went' })).toBeVisible()
  await viewer.drop(textFile('small.txt', small))
  await viewer.shown('small')
})

test('what was open before an address is there again with Back', async ({ page }) => {
  const viewer = new Viewer(page)
  await host(page, { 'ci/report.txt': small.replaceAll('work', 'toil') })
  await viewer.visit()
  await page.getByRole('checkbox', { name: /^Keep opened profiles/ }).uncheck()
  await viewer.drop(textFile('small.txt', small))
  await viewer.row('work').click()
  await page.evaluate(() => {
    location.hash = 'profile=ci/report.txt'
  })
  await expect(viewer.row('toil')).toBeVisible()
  await page.goBack()
  await expect(viewer.row('work')).toBeVisible()
  await expect(viewer.entry.getByRole('heading', { name: /^work/ })).toBeVisible()
})
