import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printReport } from '../export/gprofReport.ts'
import { readListings } from '../parse/gprofText.ts'
import { profileFrom, profileOf } from '../profile.fixture.ts'
import { anyRun } from '../share/anyRun.fixture.ts'
import { anyProfile } from '../transform/laws.fixture.ts'
import { auditListing } from './audit.ts'
import { auditRead } from './auditRead.ts'
import type { Audit } from './ledger.ts'

function auditOf(text: string): Audit {
  const bytes = new TextEncoder().encode(text)
  return auditListing(readListings(bytes)[0], bytes)
}

/** Disagreements as `line figure: printed, not expected`, under the text of the line. */
const said = (text: string): string[] =>
  auditOf(text).disagreements.map(
    ({ line, figure, printed, expected }) =>
      `${text.split('\n')[line - 1].trim().replace(/\s+/g, ' ')} | ${figure} ${printed}, not ${Number(expected.toFixed(3))}`,
  )

const report = printReport(
  profileOf(`
    work  6.00
    lex   3.00 -> work x10
    parse 1.00 -> lex x40, expr x4
    expr  0.50 -> term x8
    term  0.50 -> expr x3, term x5
    main  0    -> parse x2, work x30`),
)

test('all figures of a whole report agree, and nearly all of them are checked', () => {
  const { checked, agreed, disagreements } = auditOf(report)
  expect(disagreements).toEqual([])
  expect(agreed).toBe(checked)
  const printed = report.match(/^.*(\[\d+\]|[a-z])$/gm)?.flatMap(line => line.match(/\d+(\.\d+)?/g) ?? []) ?? []
  expect(checked / printed.length).toBeGreaterThan(0.5)
})

/** A change of the report, and what is said of it. */
const changes: [what: string, from: RegExp, to: string, says: string][] = [
  ['a self time of the flat profile', /6\.00 {5}6\.00 /, '6.00     6.50 ', 'work | self 6.5, not 6'],
  ['a share of the flat profile', /^ 54\.55/m, ' 45.55', 'work | percent 45.55, not 54.54'],
  ['a cumulative time', /9\.00( +)3\.00/, '8.00$13.00', 'lex | cumulative 8, not 8.999'],
  ['calls of the flat profile', /40( +)0\.07/, '41$10.07', 'lex | calls 41, not 40'],
  ['time per call', /0\.50( +)3\.25/, '0.60$13.25', 'parse | selfPerCall 0.6, not 0.5'],
  ['time with callees per call', /0\.50( +)3\.25/, '0.50$13.65', 'parse | totalPerCall 3.65, not 3.25'],
  ['the share of an entry', /100\.0/, ' 90.0', 'main [6] | percent 90, not 100'],
  ['children of an entry', /1\.00( +)5\.50( +)2 /, '1.00$15.90$22 ', '2 parse [3] | children 5.9, not 5.5'],
  ['time of an arc', /4\.50( +)0\.00( +)30\/40 +main/, '4.70$10.00$230/40 main', 'main [6] | self 4.7, not 4.5'],
  ['calls of an arc', /10\/40 /, '11/40 ', 'lex [2] | calls 11, not 10'],
  ['all calls of an arc', /10\/40 /, '10/44 ', 'lex [2] | allCalls 44, not 40'],
  [
    'calls of a function to itself',
    /8\+5( +)term <cycle 1> \[5\]/,
    '8+6$1term <cycle 1> [5]',
    '[5] | selfCalls 6, not 5',
  ],
  ['calls among the members of a cycle', /4\+11 /, '4+12 ', '[7] | selfCalls 12, not 11'],
  [
    'the time of a member',
    /0\.50( +)0\.00( +)7 +expr <cycle 1> \[4\]\n-+\n\f/,
    '0.70$10.00$27             expr <cycle 1> [4]\n\f',
    '[4] | self 0.7, not 0.5',
  ],
  ['all time of the call graph', /of 11\.00 seconds/, 'of 12.00 seconds', 'seconds | total 12, not 11'],
]

test.each(changes)('%s that was changed is found', (_, from, to, says) => {
  const changed = report.replace(from, to)
  expect(changed).not.toBe(report)
  expect(said(changed).join('\n')).toContain(says)
})

test('each disagreement leads to its line and function', () => {
  const changed = report.replace(/10\/40 /, '11/40 ')
  const bytes = new TextEncoder().encode(changed)
  const [listing] = readListings(bytes)
  const first = auditListing(listing, bytes).disagreements[0]
  expect(changed.split('\n')[first.line - 1]).toContain('11/40')
  expect(first).toMatchObject({ table: 'graph', figure: 'calls', printed: 11, expected: 10, slack: 0 })
})

test('a part of a listing is held to what is there', () => {
  const flat = report.slice(0, report.indexOf('\f'))
  const graph = report.slice(report.indexOf('\f'))
  const cut = report.replace(/^-+\n[^-]*^\[2\][\s\S]*?(?=^-+$)/m, `${'-'.repeat(47)}\n...\n`)
  for (const part of [flat, graph, cut]) {
    expect(said(part)).toEqual([])
    expect(auditOf(part).checked).toBeGreaterThan(10)
  }
})

test('where gprof leaves out time that mcount would have, entries have a part of it, and callers parts of all', () => {
  expect(
    said(`
                     Call graph

granularity: each sample hit covers 16 byte(s) for 0.50% of 2.00 seconds

index % time    self  children    called     name
                0.00    0.00       3/4           mcount (3)
                0.50    0.00       1/4           main [2]
[1]    100.0    0.50    0.00       4         work [1]
-----------------------------------------------
                                                 <spontaneous>
[2]    100.0    0.00    0.50                 main [2]
                0.50    0.00       1/4           work [1]
-----------------------------------------------
`),
  ).toEqual([])
})

test('what is printed of any profile agrees', () => {
  fc.assert(
    fc.property(anyProfile(), profile => {
      expect(said(printReport(profile))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('what gprof prints of any run agrees', () => {
  fc.assert(
    fc.property(anyRun, read => {
      fc.pre(!read.profile.functions.name.includes('')) // what has no name cannot be read back
      const { checked, agreed, disagreements } = auditRead(read)
      expect(disagreements).toEqual([])
      expect(agreed).toBe(checked)
    }),
    { numRuns: 500 },
  )
})

const samples = join(import.meta.dirname, '../../public/samples')
test.each(readdirSync(samples).filter(name => /\.txt(\.gz)?$/.test(name)))('all figures of %s agree', name => {
  const file = readFileSync(join(samples, name))
  const bytes = new Uint8Array(name.endsWith('.gz') ? gunzipSync(file) : file)
  for (const listing of readListings(bytes)) expect(auditListing(listing, bytes).disagreements).toEqual([])
})

/**
 * Times of seconds, so that a digit before the point is no matter of rounding, and none so much less than the others that its
 * share fits any whole: what most of the others are of must be told by two at least.
 */
const longRun = fc
  .tuple(
    fc.array(fc.integer({ min: 5_000, max: 90_000 }), { minLength: 3, maxLength: 8 }),
    fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 1, max: 500 })), { minLength: 4, maxLength: 20 }),
  )
  .map(([ticks, calls]) => {
    const pairs = new Map(calls.map(([from, to, count]) => [`${from % ticks.length} ${to % ticks.length}`, count]))
    return profileFrom(
      ticks.map((_, fn) => `f${fn}`),
      ticks.map(each => each / 100),
      [...pairs].map(([pair, count]) => {
        const [from, to] = pair.split(' ').map(Number)
        return [from, to, count]
      }),
    )
  })

/** Where digits of figures stand, but for indexes: of counts, and of times and shares those before the point. */
function digitsOf(text: string): number[] {
  const places: number[] = []
  let start = 0
  for (const line of text.slice(0, text.indexOf('Index by function name')).split('\n')) {
    const figures = /^(\[\d|[ \d]*\d)/.test(line) ? line.slice(0, line.search(/[a-z<]/)) : ''
    for (const { 0: digits, index } of figures.matchAll(/(?<![\d.[])\d+/g))
      for (let i = 0; i < digits.length; i++) places.push(start + index + i)
    start += line.length + 1
  }
  return places
}

test('where percentages do not agree on what they are of, the last cumulative time tells which is wrong', () => {
  const text = printReport(profileFrom(['f', 'g', 'h'], [618.95, 80.97, 1], [[0, 0, 1]]))
  expect(said(text.replace(/^ 88\.31/m, ' 89.31'))).toContain('89.31 618.95 618.95 f | percent 89.31, not 88.29')
})

test('where shares of entries do not agree on what they are of, all time in the heading tells which is wrong', () => {
  const calls: [number, number, number][] = [
    [2, 0, 100],
    [0, 1, 101],
    [1, 0, 100],
    [2, 2, 10],
  ]
  const text = printReport(profileFrom(['f', 'g', 'h'], [1, 1, 1], calls))
  const changed = text.replace(/100\.0(?=.* h )/, '101.0')
  expect(said(changed)).toEqual(['[3] 101.0 1.00 2.00 0+10 h [3] | percent 101, not 100'])
})

test('one digit that is changed is found wherever it is significant', () => {
  fc.assert(
    fc.property(longRun, fc.nat(), fc.integer({ min: 1, max: 9 }), (profile, place, step) => {
      const text = printReport(profile)
      const digits = digitsOf(text)
      const at = digits[place % digits.length]
      const digit = (Number(text[at]) + step) % 10
      const changed = `${text.slice(0, at)}${digit}${text.slice(at + 1)}`
      const line = text.slice(0, at).split('\n').length
      const figure = /\d*$/.exec(text.slice(0, at))?.[0] ?? ''
      fc.pre(!(figure === '' && digit === 0)) // a figure never begins so
      const found = auditOf(changed).disagreements.map(each => each.line)
      expect(found, `${changed.split('\n')[line - 1]}\nwas\n${text.split('\n')[line - 1]}`).toContain(line)
    }),
    { numRuns: 200 },
  )
})
