import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOfText, textOfBytes } from './text.ts'

test('any text comes out as it went in, halves of characters too', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map(unit => String.fromCharCode(unit)) }),
      text => {
        const bytes = bytesOfText(text)
        expect(textOfBytes(bytes)).toBe(text)
        expect(bytes.includes(0xff)).toBe(false)
      },
    ),
    { numRuns: 1000 },
  )
})

test('text that is whole is UTF-8', () => {
  expect(bytesOfText('naïve 😀')).toStrictEqual(new TextEncoder().encode('naïve 😀'))
})

test.each([[[0x80]], [[0xc3]], [[0xed, 0xa0]], [[0xed, 0xa0, 0x41]], [[0xed, 0xa0, 0x80, 0xff]]])(
  'bytes %j are no text',
  bytes => {
    expect(textOfBytes(Uint8Array.from(bytes))).toBe(null)
  },
)
