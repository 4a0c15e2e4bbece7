import { expect, test } from 'vitest'
import type { ByteForm } from './byteReader.ts'
import { readGmonOut } from './gmonOut.ts'

/** A gmon.out with one histogram of three bins and one arc, laid out as asked. */
function gmon({ littleEndian, wide }: ByteForm): Uint8Array {
  const bytes: number[] = [...'gmon'].map(letter => letter.charCodeAt(0))
  const number = (value: number, length: number) => {
    const digits = Array.from({ length }, (_, i) => Math.floor(value / 256 ** i) % 256)
    bytes.push(...(littleEndian ? digits : digits.reverse()))
  }
  const address = (value: number) => number(value, wide ? 8 : 4)
  number(1, 4)
  bytes.push(...new Array<number>(12).fill(0), 0)
  address(0x1000)
  address(0x100c)
  number(3, 4)
  number(100, 4)
  bytes.push(...[...'seconds\0\0\0\0\0\0\0\0s'].map(letter => letter.charCodeAt(0)))
  for (const bin of [1, 0, 300]) number(bin, 2)
  bytes.push(1)
  address(0x1002)
  address(0x1004)
  number(7, 4)
  return Uint8Array.from(bytes)
}

const forms: ByteForm[] = [true, false].flatMap(wide => [true, false].map(littleEndian => ({ wide, littleEndian })))

test.each(forms)('reads histogram and arcs, wide: $wide, little-endian: $littleEndian', form => {
  const result = readGmonOut(gmon(form), form)
  if (!result.ok) throw new Error(result.errors[0].message)
  const [histogram] = result.value.histograms
  expect([histogram.low, histogram.high, histogram.rate, histogram.dimension]).toEqual([
    0x1000n,
    0x100cn,
    100,
    'seconds',
  ])
  expect([...histogram.bins]).toEqual([1, 0, 300])
  expect([result.value.arcs.from[0], result.value.arcs.self[0], result.value.arcs.count[0]]).toEqual([
    0x1002n,
    0x1004n,
    7,
  ])
})

test('a file cut in an arc keeps what came before, and says where it ends', () => {
  const form = forms[0]
  const whole = gmon(form)
  const result = readGmonOut(whole.subarray(0, whole.length - 2), form)
  expect(result.ok && result.value.histograms.length).toBe(1)
  expect(result.ok && result.warnings[0].message).toMatch(/in the middle of an arc/)
})

test('a file of the other word size or byte order is told as such', () => {
  const sentences = [forms[1], forms[2]].map(form => {
    const result = readGmonOut(gmon(form), forms[0])
    const issues = result.ok ? result.warnings : result.errors
    return issues[0]?.message ?? ''
  })
  expect(sentences[0]).toMatch(/other order/)
  expect(sentences[1].length).toBeGreaterThan(20)
})

test('a count of bins that the file cannot hold allocates nothing', () => {
  const bytes = gmon(forms[0])
  new DataView(bytes.buffer).setUint32(37, 0xffffffff, true)
  const result = readGmonOut(bytes, forms[0])
  expect(result.ok && result.value.histograms).toEqual([])
  expect(result.ok && result.warnings[0].code).toBe('truncated')
})

test.each<[string, number[], RegExp]>([
  ['nothing', [], /is empty/],
  ['an executable', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0], /is an executable/],
  ['a macOS profile', [0xbe, 0xba, 0xef, 0xbe, ...new Array<number>(40).fill(0)], /macOS/],
  ['text', [...'Once upon a time in a far away land'].map(letter => letter.charCodeAt(0)), /not a gmon\.out/],
])('%s is refused by name', (_, bytes, sentence) => {
  const result = readGmonOut(Uint8Array.from(bytes), forms[0])
  expect(result.ok ? '' : result.errors[0].message).toMatch(sentence)
})
