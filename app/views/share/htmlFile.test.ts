import { afterEach, expect, test, vi } from 'vitest'

const block = '<script type="application/x-arcflame" id="embedded" data-view="" data-name=""></script>'
const rest = `<body>\n<div id="app"></div>\n${block}\n</body></html>`

/** The module as it is in a page that is served, or in the one file. */
async function loadIn(embedded: object | null) {
  vi.stubGlobal('document', { getElementById: () => embedded, documentElement: { outerHTML: `<html>${rest}` } })
  vi.resetModules()
  await (await import('../../messages/messages.ts')).loadMessages()
  return (await import('./htmlFile.ts')).writeHtmlFile
}
afterEach(() => vi.unstubAllGlobals())

const packed = Uint8Array.of(255, 254, 253)
const written = `data-view="fn=a" data-name="a.out">__79</script>\n</body></html>`

test('a page that is served makes the file of the one that lies beside it', async () => {
  const writeHtmlFile = await loadIn(null)
  const fetched = vi.fn(async (_: string) => new Response(`<!doctype html>\n<html>${rest}`))
  vi.stubGlobal('fetch', fetched)
  const file = await writeHtmlFile(packed, 'a.out', 'fn=a')
  expect(fetched.mock.calls).toEqual([['arcflame.html']])
  expect(file.type).toBe('text/html')
  expect(await file.text()).toContain(written)
})

test('one file makes another of itself, and asks for nothing', async () => {
  const embedded = { textContent: 'QXI', outerHTML: block, dataset: { view: 'fn=b', name: 'b.out' } }
  const writeHtmlFile = await loadIn(embedded)
  const fetched = vi.fn()
  vi.stubGlobal('fetch', fetched)
  const text = await (await writeHtmlFile(packed, 'a.out', 'fn=a')).text()
  expect(text).toMatch(/^<!doctype html>\n<html><body>/)
  expect(text).toContain(written)
  expect(fetched).not.toHaveBeenCalled()
})

test('where the page is no longer served, a sentence says so', async () => {
  const writeHtmlFile = await loadIn(null)
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(writeHtmlFile(packed, 'a.out', '')).rejects.toThrow(/out of reach. Is it still being served/)
  vi.stubGlobal('fetch', async () => new Response('', { status: 404 }))
  await expect(writeHtmlFile(packed, 'a.out', '')).rejects.toThrow(/HTTP 404/)
})

test('where another file answers for the viewer, a sentence says so', async () => {
  const writeHtmlFile = await loadIn(null)
  vi.stubGlobal('fetch', async () => new Response('<!doctype html>\n<p>Welcome to our network.</p>'))
  await expect(writeHtmlFile(packed, 'a.out', '')).rejects.toThrow(/arcflame\.html is another file/)
})
