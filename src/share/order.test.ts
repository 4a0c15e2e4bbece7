import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteWriter } from './byteWriter.ts'
import { readOrder, writeOrder } from './order.ts'
import { PackReader } from './packReader.ts'

test('any order comes out as it went in; the same one takes a byte', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.boolean(), fc.infiniteStream(fc.nat()), (length, isSame, keys) => {
      const by = [...keys.take(length)]
      const places = Uint32Array.from(by.keys()).sort((a, b) => (isSame ? 0 : by[a] - by[b]) || a - b)
      const out = byteWriter()
      writeOrder(out, places)
      if (isSame) expect(out.written().length).toBe(1)
      expect(readOrder(new PackReader(out.written()), length)).toStrictEqual(places)
    }),
  )
})

test.each([
  ['a place twice', [1, 0, 1]],
  ['a place before the first', [1, 1, 0]],
  ['a place behind the last', [1, 8, 0]],
])('%s is no order', (_, bytes) => {
  const input = new PackReader(Uint8Array.from(bytes))
  readOrder(input, 2)
  expect(input.fault?.kind).toBe('wrong')
})
