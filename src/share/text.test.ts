import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOfText, textOfBytes } from './text.ts'

test('any text comes out as it went in, halves of characters too', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map(unit => String.fromCharCode(unit)) }),
      text => {
        const bytes = bytesOfText(text)
        expect(textOfBytes(bytes, 1e6)).toBe(text)
        expect(bytes.includes(0xff)).toBe(false)
      },
    ),
    { numRuns: 1000 },
  )
})

test('names of C++ come out as they went in, in fewer bytes', () => {
  const name =
    'std::vector<std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> > >::operator[] const'
  const bytes = bytesOfText(name)
  expect(bytes.length).toBeLessThan(15)
  expect(textOfBytes(bytes, name.length)).toBe(name)
})

test('a text is not put together where it would be too long', () => {
  expect(textOfBytes(new Uint8Array(2 ** 24).fill(0xc0), 2 ** 26)).toBe(null)
})

test('text that is whole is UTF-8', () => {
  expect(bytesOfText('naïve 😀')).toStrictEqual(new TextEncoder().encode('naïve 😀'))
})

test.each([[[0x80]], [[0xc3]], [[0xed, 0xa0]], [[0xed, 0xa0, 0x41]], [[0xed, 0xa0, 0x80, 0xff]]])(
  'bytes %j are no text',
  bytes => {
    expect(textOfBytes(Uint8Array.from(bytes), 1e6)).toBe(null)
  },
)
