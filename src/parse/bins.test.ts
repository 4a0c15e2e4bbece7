import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allBins, binsOf, forEachUsed } from './bins.ts'

const counters = fc.array(
  fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.constantFrom(1, 255, 256, 0x8000, 0xff00), fc.nat(65535)),
  { maxLength: 60 },
)

test('the bins that are used come out of bytes, in either order and wherever they lie', () => {
  fc.assert(
    fc.property(counters, fc.boolean(), fc.nat({ max: 5 }), fc.nat({ max: 9 }), (wanted, littleEndian, at, behind) => {
      const around = new Uint8Array(at + 2 * wanted.length + behind).fill(0xff)
      const view = new DataView(around.buffer)
      for (const [i, ticks] of wanted.entries()) view.setUint16(at + 2 * i, ticks, littleEndian)
      const bins = binsOf(around.subarray(at, at + 2 * wanted.length), littleEndian)
      expect([...allBins(bins)]).toEqual(wanted)
      expect([...bins.used]).toEqual([...wanted.keys()].filter(bin => wanted[bin] > 0))
    }),
    { numRuns: 1000 },
  )
})

test('each bin that is used is met once, in order', () => {
  fc.assert(
    fc.property(counters, given => {
      const used = given.flatMap((ticks, bin) => (ticks === 0 ? [] : [[bin, ticks]]))
      const bytes = new Uint8Array(Uint16Array.from(given).buffer)
      for (const bins of [Uint16Array.from(given), Float64Array.from(given), binsOf(bytes, true)]) {
        const met: number[][] = []
        forEachUsed(bins, (bin, ticks) => met.push([bin, ticks]))
        expect(met).toEqual(used)
      }
    }),
  )
})
