import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { readFiles } from '../readProfile.ts'
import { fillHtml } from './htmlFile.ts'
import { packProfile } from './packProfile.ts'

const template = `<!doctype html>
<html><body><script type="application/x-arcflame" id="embedded" data-view="" data-name=""></script>
<script>viewer('<script type="application/x-arcflame" id="embedded"')</script></body></html>`

/** What a browser makes of the block, as far as it is of any interest here. */
function blocksOf(page: string): { view: string; name: string; text: string }[] {
  const blocks = page.matchAll(
    /<script type="application\/x-arcflame" id="embedded" data-view="([^"]*)" data-name="([^"]*)">(.*?)<\/script>/gs,
  )
  return [...blocks].map(([, view, name, text]) => ({ view: decoded(view), name: decoded(name), text }))
}
const decoded = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

test('whatever the name and the view, they and the profile stand in the one block, and nothing else changes', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"></script><img onerror=x>', '$&$1', '&quot;'))
  fc.assert(
    fc.property(fc.uint8Array(), text, text, (packed, name, fragment) => {
      const page = fillHtml(template, { packed, name, fragment })
      expect(blocksOf(page)).toEqual([{ view: fragment, name, text: Buffer.from(packed).toString('base64url') }])
      expect(page.slice(0, page.indexOf(' data-view'))).toBe(template.slice(0, template.indexOf(' data-view')))
      expect(page.endsWith(template.slice(template.indexOf('</script>')))).toBe(true)
    }),
  )
})

test('a file that has a profile gets another in its place', () => {
  const first = fillHtml(template, { packed: Uint8Array.of(1, 2), name: 'a "first" <one>', fragment: 'fn=a' })
  const contents = { packed: Uint8Array.of(3), name: 'second', fragment: 'fn=b' }
  expect(fillHtml(first, contents)).toBe(fillHtml(template, contents))
})

test('so does one that a browser wrote out with names as they are', () => {
  const contents = { packed: Uint8Array.of(3), name: 'std::vector<int>', fragment: '' }
  const written = fillHtml(template, contents).replace('vector&lt;int&gt;', 'vector<int>')
  expect(fillHtml(written, contents)).toBe(fillHtml(template, contents))
})

test('the profile is read out of the file again', async () => {
  const profile = profileOf('main 0.2 -> a x1\na 0.5')
  const packed = await packProfile({ profile, source: null, processes: null })
  if (!packed.ok) throw new Error('not packed')
  const page = fillHtml(template, { packed: packed.value, name: 'a.out', fragment: '' })
  const { result } = await readFiles([{ name: 'saved.html', blob: new Blob([page]) }])
  expect(result.ok && result.value.map(read => read.profile)).toEqual([profile])
})

test('a page without the block is refused', () => {
  const contents = { packed: Uint8Array.of(1), name: '', fragment: '' }
  expect(() => fillHtml('<!doctype html><p>Not found</p>', contents)).toThrow(/no block/)
})
