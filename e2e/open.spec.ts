import { utimesSync, writeFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { debugFileOf, strippedOf } from '../src/stripped.fixture.ts'
import { cut, executable, gmonOut, gzipped, perfScript, png, quoted, small, windows } from './listings.ts'
import { fileFrom, pairFrom, textFile, Viewer } from './viewer.ts'
import { test } from './watched.ts'

test('a stranger sees what the page is for and can open a sample', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await expect(page.getByRole('heading', { name: 'See where the time went' })).toBeVisible()
  await page.getByRole('link', { name: /PostgreSQL WAL sender/ }).click()
  await viewer.shown()
  await expect(viewer.row('WaitEventSetWait')).toBeVisible()
  await expect(viewer.node('WalSndLoop')).toBeVisible()
  await expect(page).toHaveURL(/#sample=walsender/)
})

test('a dropped listing shows in all four views', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(textFile('small.txt', small))
  await viewer.shown('small')
  await expect(viewer.row('work')).toContainText('60.0')
  await expect(viewer.node('main')).toBeVisible()
  await expect(viewer.flame.getByRole('tree')).toBeVisible()
  await viewer.row('main').click()
  await expect(viewer.entry.getByRole('button', { name: /work/ })).toBeVisible()
})

test('a listing can be chosen in a dialog', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.choose({ name: 'small.txt', mimeType: 'text/plain', buffer: Buffer.from(small) })
  await viewer.shown('small')
})

test('a listing can be pasted', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await page.getByRole('button', { name: /^Paste/ }).click()
  await page.getByRole('textbox').fill(small)
  await page.getByRole('button', { name: 'Open' }).click()
  await viewer.shown()
  await expect(viewer.row('tick')).toBeVisible()
})

for (const file of [windows, gzipped, quoted])
  test(`${file.name} opens like the plain listing`, async ({ page }) => {
    const viewer = new Viewer(page)
    await viewer.visit()
    await viewer.drop(file)
    await viewer.shown()
    await expect(viewer.row('work')).toContainText('60.0')
    await expect(viewer.node('work')).toBeVisible()
  })

test('a listing cut out of a post opens and says that it is incomplete', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(cut)
  await viewer.shown()
  await expect(page.getByRole('banner').getByText(/incomplete/)).toBeVisible()
  await expect(viewer.row('work')).toBeVisible()
  await expect(viewer.node('main')).toBeVisible()
})

test('several listings in one file open as several profiles', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(textFile('two.txt', `${small}\n\n${small.replaceAll('work', 'toil')}`))
  await viewer.shown()
  await expect(viewer.row('work')).toBeVisible()
  await page.getByRole('combobox', { name: 'Profile' }).selectOption({ index: 1 })
  await expect(viewer.row('toil')).toBeVisible()
  await expect(viewer.row('work')).toHaveCount(0)
})

test('an address that names a part the file does not have shows the first in every view', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit('#part=9')
  await viewer.drop(textFile('two.txt', `${small}\n\n${small.replaceAll('work', 'toil')}`))
  await viewer.shown()
  await page.evaluate(() => location.replace(`${location.href.replace(/&?part=\d+/, '')}&part=9&q=work`))
  await expect(viewer.node('work')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'function' })).toContainText('1 function')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

for (const [what, file, says] of [
  ['an empty file', textFile('empty.txt', ''), /empty/],
  ['a picture', png, /PNG/],
  ['an executable', executable, /is a program/],
  ['a gmon.out', gmonOut, /executable/],
  ['output of perf script', perfScript, /perf/],
  ['other text', textFile('notes.txt', 'Buy milk.\nCall the plumber.\n'), /gprof/],
] as const)
  test(`${what} gets a sentence, and the profile on screen stays`, async ({ page }) => {
    const viewer = new Viewer(page)
    await viewer.visit()
    await viewer.drop(file)
    await expect(page.getByRole('alert')).toContainText(says)
    await expect(page.getByRole('alert')).not.toContainText('byte 0')
    await viewer.drop(textFile('small.txt', small))
    await viewer.shown('small')
    await viewer.drop(file)
    await expect(page.getByRole('alert')).toContainText(says)
    await expect(viewer.row('work')).toBeVisible()
  })

test('gmon.out and its executable are read together, and one waits for the other', async ({ page }) => {
  const viewer = new Viewer(page)
  const [program, gmon] = ['program', 'gmon.out'].map(name => fileFrom(`src/fixtures/cycles-O2/${name}`))
  await viewer.visit()
  await viewer.drop(gmon)
  await expect(page.getByRole('alert')).toContainText('drop that too')
  await viewer.drop(program)
  await viewer.shown()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await viewer.row('main').click()
  await expect(viewer.entry.getByRole('heading', { name: /^main/ })).toBeVisible()
})

test('a program waits for its gmon.out, and says where that is', async ({ page }) => {
  const viewer = new Viewer(page)
  const [program, gmon] = ['program', 'gmon.out'].map(name => fileFrom(`src/fixtures/cycles-O2/${name}`))
  await viewer.visit()
  await viewer.drop(program)
  await expect(page.getByRole('alert')).toContainText('half of a pair')
  await expect(page.getByRole('alert')).toContainText('in the directory it ran in')
  await viewer.drop(gmon)
  await viewer.shown()
  await expect(viewer.row('burn')).toContainText('100.0')
})

test('an executable that does not fit is told, with the evidence and what to do', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(fileFrom('src/fixtures/empty/program'), fileFrom('src/fixtures/cycles-O2/gmon.out'))
  await expect(page.getByRole('alert')).toContainText(
    /does not fit program.*0x.*Drop the executable that wrote the file/,
  )
  await expect(viewer.graph).toContainText('No call that was recorded is within this executable')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('after a wrong pair the right executable alone is enough, and so is the right gmon.out', async ({ page }) => {
  const viewer = new Viewer(page)
  const right = pairFrom('cycles-O2')
  const other = pairFrom('statics-O0')
  await viewer.visit()
  await viewer.drop(other.program, right.gmon, { ...right.gmon, name: 'again' })
  await expect(viewer.alert).toContainText(/does not fit.*Both are kept: drop another executable alone/)
  await expect(viewer.alert).toContainText('to read “gmon.out” and 1 more with it')
  await viewer.drop(right.program)
  await viewer.shown('program, 2 processes')
  await expect(viewer.alert).toHaveCount(0)
  await expect(viewer.row('burn')).toContainText('100.0')

  await viewer.drop(right.program, other.gmon)
  await expect(viewer.alert).toContainText('does not fit')
  await viewer.drop(right.gmon)
  await expect(viewer.alert).toHaveCount(0)
  await viewer.shown('program gmon.out')
  await expect(viewer.row('burn')).toContainText('100.0')
})

test('a half that does not fit the pair on screen leaves it there, and gets its own other half', async ({ page }) => {
  const viewer = new Viewer(page)
  const first = pairFrom('cycles-O2')
  const second = pairFrom('statics-O0')
  await viewer.visit()
  await viewer.drop(first.program, first.gmon)
  await viewer.shown('program gmon.out')
  await viewer.drop({ ...second.program, name: 'second' })
  await expect(viewer.alert).toContainText(
    'second is half of a pair. What you see is the profile that was open before.',
  )
  await expect(viewer.alert).toContainText(/Tried with “gmon.out”, dropped before: .*0x.*drop both together/)
  await expect(viewer.row('burn')).toBeVisible()
  await viewer.drop({ ...second.gmon, name: 'gmon.second' })
  await viewer.shown('second gmon.second')
  await expect(viewer.alert).toHaveCount(0)
  await page.reload()
  await viewer.shown('second gmon.second')
  await viewer.drop({ ...second.gmon, name: 'gmon.third' })
  await viewer.shown('second gmon.third')
})

test('a gmon.out that is cut gives way to one that is whole', async ({ page }) => {
  const viewer = new Viewer(page)
  const { program, gmon } = pairFrom('cycles-O2')
  await viewer.visit()
  await viewer.drop(program, { name: 'gmon.cut', bytes: gmon.bytes.subarray(0, 600) })
  await expect(viewer.alert).toContainText(/ends at byte 600.*or another gmon.out alone to read it with “program”/)
  await viewer.drop(gmon)
  await viewer.shown('program gmon.out')
  await expect(viewer.alert).toHaveCount(0)
})

test('a BSD gmon.out that is cut is called one', async ({ page }) => {
  const viewer = new Viewer(page)
  const { program, gmon } = pairFrom('bsd')
  await viewer.visit()
  await viewer.drop({ ...gmon, bytes: gmon.bytes.subarray(0, 60) })
  await expect(viewer.alert).toContainText(/a gmon.out as BSD systems write it.*ends at byte 60.*run the program again/)
  await viewer.drop(program)
  await expect(viewer.alert).toContainText(/ends at byte 60 in the middle of the histogram/)
  await viewer.drop(gmon)
  await viewer.shown('program gmon.out')
})

test('a file that was written anew since it was dropped is asked for again', async ({ page }, info) => {
  const viewer = new Viewer(page)
  const { program, gmon } = pairFrom('cycles-O2')
  const path = info.outputPath('program')
  writeFileSync(path, program.bytes)
  await viewer.visit()
  await viewer.choose(path)
  await expect(viewer.alert).toContainText('in the directory it ran in')
  writeFileSync(path, program.bytes)
  utimesSync(path, new Date(), new Date(Date.now() + 60_000))
  await viewer.drop(gmon)
  await expect(viewer.alert).toContainText('“program”, dropped before, has been changed or removed since')
  await viewer.drop(program)
  await viewer.shown('program gmon.out')
})

test('a stripped executable opens by addresses, and by names with its debug file', async ({ page }) => {
  const viewer = new Viewer(page)
  const { program, gmon } = pairFrom('cycles-O2')
  await viewer.visit()
  await viewer.drop({ ...program, bytes: Buffer.from(strippedOf(program.bytes)) }, gmon)
  await viewer.shown('program gmon.out')
  await expect(viewer.row('0x4011f0')).toBeVisible()
  await expect(viewer.alert).toContainText(/was stripped: its functions have addresses for names.*addr2line/)
  await viewer.doctorButton.click()
  await expect(viewer.cards.first()).toContainText('from before strip, of the same build')
  await viewer.cards.first().getByRole('button', { name: 'Show 0x4011f0' }).click()
  await expect(viewer.entry).toContainText('0x4011f0')
  await expect(page).toHaveURL(/0x4011f0/)
  await page.reload()
  await expect(viewer.entry).toContainText('0x4011f0')
  await page.keyboard.press('r')
  await expect(viewer.report).toContainText('reads no stripped executable')
  await viewer.drop({ name: 'program.debug', bytes: Buffer.from(debugFileOf(program.bytes)) })
  await viewer.shown('program.debug gmon.out')
  await expect(viewer.report).toContainText('as gprof prints it')
  await expect(viewer.line('burn').first()).toBeVisible()
})

test('an executable that tells nothing of its functions is refused, and the profile on screen stays', async ({
  page,
}) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(textFile('small.txt', small))
  await viewer.shown('small')
  const { program, gmon } = pairFrom('cycles-O2')
  await viewer.drop({ ...program, bytes: Buffer.from(strippedOf(program.bytes, '.eh_frame')) }, gmon)
  await expect(page.getByRole('alert')).toContainText(/stripped.*from before strip.*without strip and without -s/)
  await expect(page.getByRole('alert')).toContainText('the profile that was open before')
  await expect(viewer.row('work')).toBeVisible()
})

test('a run without samples says so, and has its report', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(fileFrom('src/fixtures/empty/program'), fileFrom('src/fixtures/empty/gmon.out'))
  await expect(viewer.flame).toContainText('No samples to draw')
  await page.keyboard.press('r')
  await expect(viewer.line('no time accumulated')).toBeVisible()
})

test('a listing that ends within a line opens with what is whole', async ({ page }) => {
  const viewer = new Viewer(page)
  await viewer.visit()
  await viewer.drop(textFile('cut.txt', small.slice(0, small.indexOf('work [2]') + 3)))
  await viewer.shown()
  await expect(page.getByRole('banner').getByText(/incomplete/)).toBeVisible()
  await expect(viewer.row('work')).toBeVisible()
})

test('names are text, whatever they contain', async ({ page }) => {
  const viewer = new Viewer(page)
  const name = '<img src=x onerror=document.title="owned">'
  await viewer.visit()
  await viewer.drop(textFile('hostile.txt', small.replaceAll('work', name)))
  await viewer.shown()
  await expect(viewer.functions.getByText('60.0').first()).toBeVisible()
  await expect(page.locator('img')).toHaveCount(0)
  await expect(page).not.toHaveTitle('owned')
})

for (const sample of ['postgres-set', 'walsender'])
  for (const width of [1600, 1360, 1280, 1200, 1160, 1100, 1024, 960, 800])
    test(`the bar of a window ${width} wide has room for all buttons and what is open: ${sample}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 700 })
      await new Viewer(page).visit(`#sample=${sample}`)
      const bar = page.getByRole('banner')
      await expect(bar.getByRole('button', { name: 'Report' })).toBeVisible()
      const sizes = await bar.evaluate(element => ({
        right: Math.max(...[...element.querySelectorAll('button')].map(each => each.getBoundingClientRect().right)),
        title: element.querySelector('h1')?.clientWidth ?? 0,
        cut: [...element.querySelectorAll('.profile-chip, .chip-facts, .search-field')]
          .filter(each => each.scrollWidth > each.clientWidth + 1)
          .map(each => each.className),
      }))
      expect(sizes.cut).toEqual([])
      expect(sizes.right).toBeLessThanOrEqual(width)
      expect(sizes.title).toBeGreaterThanOrEqual(60)
    })
