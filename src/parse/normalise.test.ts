import { describe, expect, test } from 'vitest'
import { normalise } from './normalise.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (bytes: Uint8Array) => new TextDecoder().decode(normalise(bytes))

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? `\ufeff${text}` : text)].map(letter => letter.charCodeAt(0))
  return Uint8Array.from(units.flatMap(unit => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])))
}

describe('normalise', () => {
  test('leaves plain text as it is', () => {
    const bytes = utf8('a\nb\r\n')
    expect(normalise(bytes)).toBe(bytes)
  })
  test('decodes UTF-16 of both kinds, with and without a byte order mark', () => {
    const text = 'Flat profile:\r\n\r\nEach sample counts as 0.01 seconds.\r\n'
    for (const bigEndian of [false, true])
      for (const mark of [false, true]) expect(read(utf16(text, bigEndian, mark))).toBe(text)
  })
  test('drops a byte order mark', () => {
    expect(read(utf8('\ufeffFlat'))).toBe('Flat')
  })
  test('ends lines where old Macintosh texts end them', () => {
    expect(read(utf8('a\rb\r\rc\r'))).toBe('a\nb\n\nc\n')
  })
  test('decodes the entities of a web page', () => {
    expect(read(utf8('   &lt;spontaneous&gt;\nf(A&amp;, B&#42;)&nbsp;[3]'))).toBe('   <spontaneous>\nf(A&, B*) [3]')
  })
  test('keeps the number of lines when entities stand for line breaks', () => {
    expect(read(utf8('&lt;a&gt;&#10;b\nc')).split('\n')).toHaveLength(2)
  })
  test('leaves an ampersand that is no entity', () => {
    expect(read(utf8('f(int&, char&&); &lto;'))).toBe('f(int&, char&&); &lto;')
  })
})
