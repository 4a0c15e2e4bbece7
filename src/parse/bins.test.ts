import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binsOf, forEachUsed } from './bins.ts'

const bins = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 65535 })), { maxLength: 40 })

test('bins come out of bytes in either order', () => {
  fc.assert(
    fc.property(bins, fc.boolean(), fc.nat({ max: 3 }), (wanted, littleEndian, at) => {
      const view = new DataView(new ArrayBuffer(2 * wanted.length + at))
      for (const [i, ticks] of wanted.entries()) view.setUint16(at + 2 * i, ticks, littleEndian)
      expect([...binsOf(new Uint8Array(view.buffer, at), littleEndian)]).toEqual(wanted)
    }),
  )
})

test('each bin that is used is met once, in order, wherever the bins lie', () => {
  fc.assert(
    fc.property(bins, fc.nat({ max: 3 }), (given, before) => {
      const used = given.flatMap((ticks, bin) => (ticks === 0 ? [] : [[bin, ticks]]))
      const rows = [Uint16Array.from([...new Array<number>(before).fill(7), ...given]).subarray(before)]
      for (const each of [...rows, Float64Array.from(given)]) {
        const met: number[][] = []
        forEachUsed(each, (bin, ticks) => met.push([bin, ticks]))
        expect(met).toEqual(used)
      }
    }),
  )
})
