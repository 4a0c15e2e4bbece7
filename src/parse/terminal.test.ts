import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutTerminalCodes } from './terminal.ts'

const plain = (text: string) => new TextDecoder().decode(withoutTerminalCodes(new TextEncoder().encode(text)))

test.each([
  ['\x1b[01;31m\x1b[Kmain\x1b[m\x1b[K [1]', 'main [1]'],
  ['\x1b]8;;http://x/\x1b\\main\x1b]8;;\x1b\\ [1]', 'main [1]'],
  ['\x1b]0;title\x07main', 'main'],
  ['\x1b(Bmain\x1b=', 'main'],
  ['m\bma\bai\bin\bn', 'main'],
  ['_\bm_\ba', 'ma'],
  ['\x1b[3', ''],
  ['a\x1b', 'a'],
  ['\x1b]never ended\nmain', '\nmain'],
])('%j is %j', (text, expected) => {
  expect(plain(text)).toBe(expected)
})

test('no line is lost, whatever is in it', () => {
  const part = fc.constantFrom('\x1b', '[', ']', '(', '1', ';', 'm', '\b', '\n', 'a', '\x07', '\\')
  fc.assert(
    fc.property(fc.array(part), parts => {
      const text = parts.join('')
      expect(plain(text).split('\n')).toHaveLength(text.split('\n').length)
    }),
  )
})
