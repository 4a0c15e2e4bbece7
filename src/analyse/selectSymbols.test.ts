import { expect, test } from 'vitest'
import { offsetsFrom, selectSymbols } from './selectSymbols.ts'

test('names that all overlap take no more memory than a few times the table', () => {
  const length = 20_000
  const names = new Uint8Array(100_000).fill(0x41)
  const { name } = selectSymbols({
    machine: 62,
    text: { address: 0n, size: length },
    sections: [{ name: '.text', type: 1, flags: 4, address: 0n, offset: 0, size: length, link: 0, entrySize: 0 }],
    symbols: {
      length,
      value: BigUint64Array.from({ length }, (_, row) => BigInt(row)),
      size: new Float64Array(length),
      nameOffset: Uint32Array.from({ length }, (_, row) => row),
      binding: new Uint8Array(length).fill(1),
      type: new Uint8Array(length).fill(2),
      visibility: new Uint8Array(length),
      section: new Int32Array(length),
      names,
      source: 'symtab',
    },
  })
  const characters = name.reduce((sum, each) => sum + each.length, 0)
  expect(characters).toBeLessThan(5 * names.length + 256 * length)
})

test('offsets are the differences of addresses', () => {
  const origin = 0xffffffff80000000n
  const addresses = [0n, 1n, 0x401000n, origin - 1n, origin, origin + 0x1000n, 2n ** 64n - 1n]
  for (const from of [0n, 0x401000n, origin])
    expect([...offsetsFrom(from, BigUint64Array.from(addresses))]).toEqual(addresses.map(at => Number(at - from)))
})
