import { expect, test } from 'vitest'
import { ByteReader } from '../byteReader.ts'
import { readSigned, readUnsigned } from './numbers.ts'

const reader = (...bytes: number[]) => new ByteReader(Uint8Array.from(bytes), { littleEndian: true, wide: true })

test('numbers are read seven bits to the byte', () => {
  expect(readUnsigned(reader(0xe5, 0x8e, 0x26))).toBe(624485)
  expect(readSigned(reader(0x80, 0x7f))).toBe(-128)
})

test('a number that goes on for ever is finite', () => {
  const endless = new Array(400).fill(0xff)
  expect(readUnsigned(reader(...endless))).toBeLessThan(2 ** 80)
  expect(Math.abs(readSigned(reader(...endless, 0x7f)))).toBeLessThan(2 ** 80)
})
