import { expect, test } from 'vitest'
import { bsdGmon, gnuGmon } from '../gmon.fixture.ts'
import { allBins } from './bins.ts'
import type { ByteForm } from './byteReader.ts'
import { readGmonOut } from './gmonOut.ts'

/** A gmon.out with one histogram of three bins and one arc, laid out as asked. */
const gmon = (form: ByteForm) =>
  gnuGmon(
    [
      { low: 0x1000n, high: 0x100cn, bins: [1, 0, 300] },
      { from: 0x1002n, self: 0x1004n, count: 7 },
    ],
    form,
  )

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
  expect([...allBins(histogram.bins)]).toEqual([1, 0, 300])
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

test('a BSD file states its rate or has 100, ends in a whole arc, and is told when its bins are cut', () => {
  const [form] = forms
  const bins = new Uint16Array(500).fill(2)
  const records = [
    { low: 0x1000n, high: 0x17d0n, bins },
    { from: 0x1002n, self: 0x1004n, count: 7 },
  ] as const
  const read = (bytes: Uint8Array) => {
    const result = readGmonOut(bytes, form)
    if (!result.ok) throw new Error(result.errors[0].message)
    return { ...result.value, warnings: result.warnings.map(({ code }) => code) }
  }
  const rates = [undefined, 0, 64].map(rate => bsdGmon([{ ...records[0], rate }, records[1]], form))
  expect(rates.map(bytes => read(bytes).histograms[0].rate)).toEqual([100, 100, 64])
  expect(rates.map(bytes => read(bytes.slice(0, -3)).arcs.length)).toEqual([0, 0, 0])
  expect(rates.map(bytes => read(bytes.slice(0, 600)).warnings)).toEqual([['truncated'], ['truncated'], ['truncated']])
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
