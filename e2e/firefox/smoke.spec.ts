import { expect } from '@playwright/test'
import { preview } from 'vite'
import { htmlFileWith } from '../htmlFile.ts'
import { fileFrom } from '../viewer.ts'
import { FirefoxViewer, launchFirefox, test } from './firefox.ts'

const pair = ['src/fixtures/cycles-O2/program', 'src/fixtures/cycles-O2/gmon.out']

test('a sample opens, with graph and flame chart drawn', async ({ open }) => {
  const viewer = await open('#sample=walsender')
  await viewer.shown('walsender', 'WalSndLoop')
})

test('a gmon.out and its executable open', async ({ open }) => {
  const viewer = await open('')
  await viewer.openFiles(...pair)
  await viewer.shown('program gmon.out', 'burn')
})

test('choosing and searching is seen in all views and in the address, which opens the same view elsewhere', async ({
  open,
}) => {
  const viewer = await open('#sample=walsender')
  await viewer.shown('walsender', 'WalSndLoop')
  await viewer.choose('XLogSendPhysical')
  await viewer.sees('h2, h3', 'XLogSendPhysical')
  await viewer.page.type('#search', 'SyncRep')
  await viewer.sees('[role=status]', '13 functions')
  await expect.poll(() => viewer.page.url()).toMatch(/fn=XLogSendPhysical.*q=SyncRep/)
  const other = await open(viewer.page.url())
  await other.sees('h2, h3', 'XLogSendPhysical')
  await other.sees('[role=status]', '13 functions')
})

test('the report is printed, and Back returns', async ({ open }) => {
  const viewer = await open('')
  await viewer.openFiles(...pair)
  await viewer.shown('program gmon.out', 'burn')
  await viewer.page.keyboard.press('r')
  await viewer.sees('.report-line', 'Each sample counts as 0.01 seconds.')
  await viewer.page.goBack()
  await viewer.shown('program gmon.out', 'burn')
})

test('a picture becomes a PNG in its own colours', async ({ open }) => {
  const viewer = await open('#sample=walsender')
  await viewer.shown('walsender', 'WalSndLoop')
  await viewer.page.evaluate(() => {
    const make = URL.createObjectURL
    URL.createObjectURL = made => {
      if (made instanceof Blob && made.type === 'image/png') Object.assign(window, { png: made })
      return make(made)
    }
  })
  await viewer.page.locator('[aria-label="Save or copy the picture"]').click()
  await viewer.page.locator('::-p-xpath(//*[@role="menuitem"][contains(., "PNG")])').click()
  await expect.poll(() => viewer.page.evaluate(() => 'png' in window)).toBe(true)
  const colours = await viewer.page.evaluate(async () => {
    const image = await createImageBitmap((window as unknown as { png: Blob }).png)
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? []
    const seen = new Set<string>()
    for (let at = 0; at < pixels.length; at += 4) seen.add([...pixels.slice(at, at + 3)].join())
    return [...seen]
  })
  expect(colours).toContain('217,98,10') // self time
})

test('one HTML file opens from the disk with the network cut', async ({ baseURL }, info) => {
  const address = await htmlFileWith(
    fileFrom('public/samples/walsender.txt.gz'),
    info.outputPath('walsender.html'),
    '&fn=XLogSendPhysical&q=SyncRep',
  )
  const browser = await launchFirefox({ offline: true })
  try {
    const viewer = await FirefoxViewer.open(browser, address)
    await viewer.shown('walsender', 'WalSndLoop')
    await viewer.sees('h2, h3', 'XLogSendPhysical')
    await viewer.sees('[role=status]', '13 functions')
    await viewer.choose('WaitEventSetWait')
    await expect.poll(() => viewer.page.url()).toMatch(/^file:.*fn=WaitEventSetWait/)
    await viewer.page.reload()
    await viewer.sees('h2, h3', 'WaitEventSetWait')
    expect(viewer.misdeeds).toEqual([])
    await expect(viewer.page.goto(baseURL ?? '')).rejects.toThrow() // it is cut indeed
  } finally {
    await browser.close()
  }
})

test('after one visit the page opens when its host is gone', async ({ open }) => {
  const host = await preview({ preview: { port: 0 }, logLevel: 'error' })
  const viewer = await open(host.resolvedUrls?.local[0] ?? '')
  await viewer.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
  await host.close()
  await viewer.page.reload()
  await viewer.openFiles(...pair)
  await viewer.shown('program gmon.out', 'burn')
})
