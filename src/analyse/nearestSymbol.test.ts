import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Elf } from '../parse/elf.ts'
import { symbolFinder } from './nearestSymbol.ts'

interface Drawn {
  address: number
  size: number
  isFunction: boolean
}

/** A program whose symbols, called a, b, c, … in the order of the table, are all in .text. */
function program(drawn: Drawn[]): Elf {
  const length = drawn.length + 1
  const column = (of: (symbol: Drawn) => number) => [0, ...drawn.map(of)]
  return {
    sections: [{ name: '' }, { name: '.text' }],
    symbols: {
      length,
      value: BigUint64Array.from(
        column(({ address }) => address),
        BigInt,
      ),
      size: Float64Array.from(column(({ size }) => size)),
      nameOffset: Uint32Array.from({ length }, (_, row) => 2 * row),
      binding: new Uint8Array(length).fill(1),
      type: Uint8Array.from(column(({ isFunction }) => (isFunction ? 2 : 0))),
      visibility: new Uint8Array(length),
      section: new Int32Array(length).fill(1),
      names: Uint8Array.from({ length: 2 * length }, (_, i) => (i % 2 ? 0 : 96 + i / 2)),
      source: 'symtab',
    },
  } as unknown as Elf
}

const symbol = fc.record({ address: fc.nat(30), size: fc.nat(12), isFunction: fc.boolean() })

test('the symbol that begins last at or below an address is found', () => {
  fc.assert(
    fc.property(fc.array(symbol, { maxLength: 12 }), fc.nat(40), (drawn, at) => {
      const below = drawn.map(({ address }) => address).filter(address => address <= at)
      const found = symbolFinder(program(drawn), 0n)(at)
      expect(found.name === null).toBe(below.length === 0)
      if (below.length > 0) expect(found.address).toBe(Math.max(...below))
      expect(found.until).toBeGreaterThan(at)
    }),
  )
})

test('of symbols at one address a function counts for more than a label, and then the smaller one', () => {
  const names = (...drawn: [size: number, isFunction: boolean][]) =>
    symbolFinder(program(drawn.map(([size, isFunction]) => ({ address: 8, size, isFunction }))), 0n)(10).name
  expect(names([20, false], [20, true])).toBe('b')
  expect(names([20, true], [10, true])).toBe('b')
  expect(names([2, true], [10, false])).toBe('b')
})

test('the last answer holds within its symbol, up to symbols that the table has behind it', () => {
  const inner = { address: 20, size: 4, isFunction: false }
  const outer = { address: 8, size: 40, isFunction: true }
  const before = symbolFinder(program([inner, outer]), 0n)
  expect([10, 21].map(at => before(at).name)).toEqual(['b', 'b'])
  const behind = symbolFinder(program([outer, inner]), 0n)
  expect([10, 21].map(at => behind(at).name)).toEqual(['a', 'b'])
  expect(symbolFinder(program([inner, outer]), 0n)(21).name).toBe('a')
})
