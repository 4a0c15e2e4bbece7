import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteWriter } from './byteWriter.ts'
import { readNumbers, writeNumbers } from './numbers.ts'
import { PackReader } from './packReader.ts'

/** Bytes that a column takes, and what comes out of them. */
function through(column: Float64Array, divisors: number[], expected?: Float64Array) {
  const out = byteWriter()
  writeNumbers(out, column, expected, divisors)
  const input = new PackReader(out.written())
  const read = readNumbers(input, column.length, expected)
  expect(input.fault).toBe(null)
  expect(input.left).toBe(0)
  return { bytes: out.written().length, read }
}

const anyNumber = fc.oneof(
  fc.double(),
  fc.integer().map(n => n / 100),
  fc.integer().map(n => n * 0.01),
  fc.maxSafeNat(),
  fc.constantFrom(0, -0, Number.NaN, Infinity, -Infinity, Number.MIN_VALUE, Number.MAX_VALUE, 2 ** 53, 0.1 + 0.2),
)

test('any numbers come out bit for bit, whatever was expected and whatever they were divided by', () => {
  const columns = fc.nat(20).chain(length => {
    const column = fc
      .array(anyNumber, { minLength: length, maxLength: length })
      .map(numbers => Float64Array.from(numbers))
    return fc.tuple(column, fc.option(column, { nil: undefined }))
  })
  const divisors = fc.array(fc.oneof(fc.constantFrom(1, 100, 0.5), anyNumber), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(columns, divisors, ([column, expected], over) => {
      const { read } = through(column, over, expected)
      for (let row = 0; row < column.length; row++) expect(Object.is(read[row], column[row])).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('a column as it is expected takes one byte, and hundredths of seconds take no more than their digits', () => {
  const times = Float64Array.from({ length: 100 }, (_, i) => i / 100)
  expect(through(times, [100], times.slice()).bytes).toBe(1)
  expect(through(times, [100, 1000]).bytes).toBe(101)
})

test('a number a step beside the quotient takes a few bytes, not eight', () => {
  const times = Float64Array.from({ length: 100 }, () => 3 * 0.1)
  expect(through(times, [10]).bytes).toBeLessThan(350)
})
