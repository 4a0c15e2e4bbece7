import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkLength, parseLink, printLink } from './link.ts'

test('bytes go through a link as they are, in as many characters as was said', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
      const text = printLink(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect(text.length).toBe(linkLength(bytes.length))
      const parsed = parseLink(text)
      expect(parsed.ok && parsed.value).toStrictEqual(Uint8Array.from(bytes))
    }),
  )
})

test.each([
  ['QXIB=', 5, '='],
  ['QX+B', 3, '+'],
  ['QXI B', 4, ' '],
  ['QXÄB', 3, 'Ä'],
  ['😀', 1, '😀'],
  ['QXIBAAAA%', 9, '%'],
])('what %s has at character %i is told', (text, place, character) => {
  const parsed = parseLink(text)
  expect(parsed.ok ? '' : parsed.errors[0].message).toContain(`character ${place} of it is “${character}”`)
  expect(parsed.ok || parsed.errors[0].at).toEqual({ byte: place - 1 })
})

test('a link that is one character too long or too short was cut', () => {
  const parsed = parseLink('QXIBA')
  expect(parsed.ok ? '' : parsed.errors[0].message).toMatch(/was cut at character 5\. .*ask for it as a file/)
})
