// Columns of numbers, each bit for bit. Times are ticks over a rate, or hundredths of a second, and counts are whole: so
// a column is written as whole numbers over one divisor. Where something else foretells what a cell should be, only the
// difference is written, and a column that is as foretold throughout takes one byte.
//
//   column = 0                                    as expected throughout
//          | divisor+1 cell…                      divisor a whole number
//          | 1 float64 cell…                      divisor any other number
//   cell   = 0                                    as expected (NaN, where nothing is expected)
//          | 1                                    NaN
//          | 2 float64                            any number
//          | 3 difference ulps                    the number so many steps of float64 beside the quotient
//          | difference+4                         (expected × divisor, rounded, + difference) / divisor
//
// Differences are of either sign (zigzag) where a number is expected, else they are the whole number itself.

import { type ByteWriter, byteWriter, shortestOf, unzigzag, zigzag } from './byteWriter.ts'
import type { PackReader } from './packReader.ts'

type Column = Float64Array | Int32Array | Uint8Array

/** Steps of float64 within which a number counts as near to a quotient, and differences from which it had better not. */
const NEAR = 2 ** 20
/** Whole numbers up to here may be told by differences. */
const LARGEST = 2 ** 50

/** Writes a column, over 1 or whichever of the divisors makes it shortest. */
export function writeNumbers(
  out: ByteWriter,
  column: Column,
  expected: Column | null = null,
  divisors: readonly number[] = [],
): void {
  const isExpected = column.every((value, row) => Object.is(value, expected ? expected[row] : Number.NaN))
  const tried = (isExpected ? [] : [1, ...divisors.filter(isDivisor)]).map(divisor => {
    const over = byteWriter()
    writeDivisor(over, divisor)
    column.forEach((value, row) => {
      writeCell(over, value, divisor, expected ? expected[row] : Number.NaN)
    })
    return over
  })
  if (isExpected) out.varint(0)
  else out.append(shortestOf(tried))
}

/** Reads a column of so many numbers. */
export function readNumbers(input: PackReader, length: number, expected: Column | null = null): Float64Array {
  const column = new Float64Array(length)
  const divisor = readDivisor(input)
  for (let row = 0; row < length; row++) {
    const foretold = expected ? expected[row] : Number.NaN
    column[row] = divisor === 0 ? foretold : readCell(input, divisor, foretold)
  }
  return column
}

/** One number, as a column of one. */
export const writeNumber = (out: ByteWriter, value: number, expected = Number.NaN, divisors: readonly number[] = []) =>
  writeNumbers(out, Float64Array.of(value), Float64Array.of(expected), divisors)

export const readNumber = (input: PackReader, expected = Number.NaN): number =>
  readNumbers(input, 1, Float64Array.of(expected))[0]

const isDivisor = (value: number): boolean => value > 0 && value < Number.POSITIVE_INFINITY

function writeDivisor(out: ByteWriter, divisor: number): void {
  if (Number.isInteger(divisor) && divisor > 0 && divisor < LARGEST) out.varint(divisor + 1)
  else {
    out.varint(1)
    out.f64(divisor)
  }
}

/** 0 for a column that is as expected. */
function readDivisor(input: PackReader): number {
  const code = input.varint()
  if (code !== 1) return Math.max(0, code - 1)
  const divisor = input.f64()
  if (!isDivisor(divisor)) input.fail('wrong')
  return input.fault ? 0 : divisor
}

function writeCell(out: ByteWriter, value: number, divisor: number, expected: number): void {
  const whole = Math.round(value * divisor) || 0
  const base = wholeOf(expected * divisor)
  const difference = base === null ? whole : zigzag(whole - base)
  const isSmall = Math.abs(whole) < LARGEST && difference >= 0
  const steps = isSmall ? stepsBetween(quotientOf(difference, base, divisor), value) : Number.NaN
  if (Object.is(value, expected)) out.varint(0)
  else if (Number.isNaN(value)) out.varint(1)
  else if (steps === 0) out.varint(difference + 4)
  else if (Math.abs(steps) < NEAR && difference < NEAR) {
    out.varint(3)
    out.varint(difference)
    out.varint(zigzag(steps))
  } else {
    out.varint(2)
    out.f64(value)
  }
}

function readCell(input: PackReader, divisor: number, expected: number): number {
  const code = input.varint()
  if (code === 0) return expected
  if (code === 1) return Number.NaN
  if (code === 2) return input.f64()
  const base = wholeOf(expected * divisor)
  if (code > 3) return quotientOf(code - 4, base, divisor)
  const quotient = quotientOf(input.varint(), base, divisor)
  return stepsFrom(quotient, unzigzag(input.varint()))
}

const quotientOf = (difference: number, base: number | null, divisor: number): number =>
  (base === null ? difference : base + unzigzag(difference)) / divisor

/** A number rounded, where differences to it are exact; else null. */
const wholeOf = (value: number): number | null => (Math.abs(value) < LARGEST ? Math.round(value) : null)

const float = new Float64Array(1)
const bits = new BigInt64Array(float.buffer)

/** Steps of float64 from one number to another of the same sign; NaN where it cannot be said. 0 only for the very same. */
function stepsBetween(from: number, to: number): number {
  float[0] = from
  const start = bits[0]
  float[0] = to
  return start < 0n === bits[0] < 0n && Number.isFinite(from) && Number.isFinite(to)
    ? Number(bits[0] - start)
    : Number.NaN
}

function stepsFrom(value: number, steps: number): number {
  float[0] = value
  bits[0] += BigInt(steps)
  return float[0]
}
