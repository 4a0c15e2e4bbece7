import fc from 'fast-check'
import { expect, test } from 'vitest'
import { functionFinder } from './functionFinder.ts'

/** Addresses near and very far from each other, ascending, and ends that may leave gaps or lie before the address. */
const programs = fc
  .uniqueArray(
    fc.oneof(fc.integer({ min: -50, max: 200 }), fc.double({ min: -(2 ** 63), max: 2 ** 64, noNaN: true })),
    { maxLength: 40 },
  )
  .chain(places =>
    fc.record({
      address: fc.constant(Float64Array.from(places).sort()),
      lengths: fc.array(fc.integer({ min: -1, max: 30 }), { minLength: places.length, maxLength: places.length }),
    }),
  )

test('an address belongs to the last function that begins at it or before, if that reaches so far', () => {
  fc.assert(
    fc.property(programs, fc.array(fc.integer({ min: -60, max: 260 })), ({ address, lengths }, asked) => {
      const end = address.map((at, fn) => Math.min(at + lengths[fn], (address[fn + 1] ?? Infinity) - 1))
      const find = functionFinder({ length: address.length, address, end })
      for (const at of [...asked, ...address, ...end, 2 ** 64, -(2 ** 64)]) {
        const fn = address.findLastIndex(begin => begin <= at)
        expect(find(at)).toBe(fn >= 0 && at <= end[fn] ? fn : -1)
      }
    }),
  )
})
