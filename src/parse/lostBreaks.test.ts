import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readListings } from './gprofText.ts'
import type { Listing } from './listing.ts'
import { restoreLines } from './lostBreaks.ts'

const folder = new URL('../../public/samples', import.meta.url).pathname
const samples = readdirSync(folder).filter(name => /\.txt(\.gz)?$/.test(name))
const textOf = (name: string) => {
  const bytes = readFileSync(join(folder, name))
  return new TextDecoder().decode(name.endsWith('.gz') ? gunzipSync(bytes) : bytes)
}
const read = (text: string) => readListings(new TextEncoder().encode(text))

/** All that is read but the places of lines. */
const saidBy = ({ flat, graph, nameOf, samplePeriod, unit, graphTotal, flatTotal, unreadCount }: Listing) => ({
  ...{ flat: flat && { ...flat, line: null }, graph: graph && { ...graph, line: null } },
  ...{ nameOf, samplePeriod, unit, graphTotal, flatTotal, unreadCount },
})

describe('a listing of which the line breaks were lost opens with all its rows', () => {
  const whole = textOf('cyc.txt')
  const [expected] = read(whole)
  test.each([
    ['made blanks', whole.replaceAll('\n', ' ')],
    ['and all runs of blanks made one', whole.replace(/\s+/g, ' ')],
    ['without anything instead', whole.replaceAll('\n', '')],
    ['without anything instead, short', whole.replace(/\f?\n/g, '')],
    ['written out', whole.replaceAll('\n', '\\n')],
    ['in JSON', JSON.stringify({ output: whole })],
  ])('%s', (_, text) => {
    const found = read(text)
    expect(found).toHaveLength(1)
    expect(saidBy(found[0])).toEqual(saidBy(expected))
    expect(found[0].warnings.map(({ code }) => code)).toEqual(['mended'])
  })
  test('as a notebook keeps it', () => {
    const lines = whole.split('\n').map(line => `      ${JSON.stringify(`${line}\n`)},`)
    const [listing] = read(`{"outputs": [{"text": [\n${lines.join('\n')}\n]}]}`)
    expect(saidBy(listing)).toEqual(saidBy(expected))
    expect(listing.warnings).toEqual([])
  })
  test('within other text, a part of it', () => {
    const rows = whole.split('\n').slice(5, 9)
    const [{ flat }] = read(`Look at this:\n${rows.join('')}\nWhat is it?\n`)
    expect(flat?.length).toBe(4)
  })
})

test.each(samples)('%s has its line breaks', name => {
  const bytes = new TextEncoder().encode(textOf(name))
  expect(restoreLines(bytes).bytes).toBe(bytes)
})

test.each([
  ['sums that are wrong', ' 60.00 0.06 0.06 4 15.00 20.00 even 40.00 0.19 0.04 main'],
  ['a table of numbers', '1.00 2.00 3.00 4.00 5.00 6.00 7.00 8.00 9.00 10.00 11.00 12.00'],
  ['a long name', '  0.06    0.00       4/4           f(int (&) [3], int) [clone .isra.0] [clone .cold] [2]'],
  ['an array type', '[1] 100.0 0.04 0.06      int (&g<int>(int (&) [3])) [3] [9]'],
])('%s in a line is not cut', (_, line) => {
  expect(restoreLines(new TextEncoder().encode(line)).restored).toBe(false)
})

test('a line that seems to be many rows, but cannot be cut for sure, is told', () => {
  const rows = ' 60.00 0.06 0.06 4 15.00 20.00 even 40.00 0.19 0.04 main 1.00 0.20 0.01 f'
  const [{ flat, warnings }] = read(`Flat profile:\n${rows}\n`)
  expect(flat?.length).toBe(1)
  expect(warnings).toMatchObject([{ code: 'not-understood', at: { line: 2 } }])
})

test('no text makes it fail', () => {
  const part = fc.constantFrom(
    '1.00 2.00 3.00 ',
    '[1] ',
    'f ',
    '-'.repeat(25),
    '<spont> ',
    '4/4 ',
    '\\n',
    '\n',
    '% ',
    '3',
  )
  fc.assert(fc.property(fc.array(part, { maxLength: 60 }), parts => void read(parts.join(''))))
})

test.each([
  ['figures', '1.00 '],
  ['rows', ' 1.00 1.00 0.00 f'],
  ['primary lines', '[1] 1.0 0.00 0.00 3 f [1] '],
  ['brackets', ' [1]'],
  ['dashes', '-'],
  ['blanks', ' '],
  ['digits', '1'],
  ['written breaks', 'a\\n'],
])('a megabyte of %s in one line is done with in time that grows with its length only', (_, piece) => {
  expect(read(piece.repeat(Math.floor((1 << 20) / piece.length))).length).toBeLessThan(2)
})
