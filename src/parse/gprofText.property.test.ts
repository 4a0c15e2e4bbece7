import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readListings } from './gprofText.ts'
import { Kind, type Listing } from './listing.ts'

const awkwardNames = [
  'main',
  'operator()(int)',
  'bool operator< <char, 3>(A<char> const&)',
  'std::array<int, 3>::at[abi:cxx11](unsigned long)',
  'f()::{lambda(int)#1}::operator()(int) const',
  '(anonymous namespace)::run(char const (&) [3])',
  'f [clone .isra.0] [clone .cold]',
  '3dtransform',
  'nan',
  '_ZN1aC1Ev',
  '<locore>',
  'größe(Ñ, 数)',
]
const name = fc.constantFrom(...awkwardNames)
const time = fc.integer({ min: 0, max: 99_999_999 }).map(hundredths => (hundredths / 100).toFixed(2))
const count = fc.integer({ min: 0, max: 2 ** 48 })
const index = fc.integer({ min: 1, max: 200_000 })
const mark = fc.integer({ min: 0, max: 3 }).map(cycle => (cycle ? ` <cycle ${cycle}>` : ''))

const flatLine = fc
  .tuple(time, time, time, fc.option(count), name)
  .map(([percent, cumulative, self, calls, called]) => {
    const counted =
      calls === null ? ' '.repeat(29) : ` ${String(calls).padStart(8)} ${'0.00'.padStart(8)} ${'1.25'.padStart(8)}  `
    return `${percent.padStart(6)} ${cumulative.padStart(9)} ${self.padStart(8)}${counted}${called}`
  })
const arcLine = fc
  .tuple(time, time, count, count, name, mark, index)
  .map(
    ([self, children, n, of, called, cycle, number]) =>
      `${' '.repeat(13)}${self.padStart(7)} ${children.padStart(7)} ${String(n).padStart(7)}/${String(of).padEnd(7)}     ${called}${cycle} [${number}]`,
  )
const innerLine = fc
  .tuple(count, name, mark, index)
  .map(
    ([n, called, cycle, number]) =>
      `${' '.repeat(29)}${String(n).padStart(7)}             ${called}${cycle} [${number}]`,
  )
const primaryLine = fc
  .tuple(index, time, time, fc.option(count), fc.option(count), name, mark)
  .map(([number, self, children, calls, own, called, cycle]) => {
    const counted =
      calls === null
        ? ' '.repeat(16)
        : ` ${String(calls).padStart(7)}${own === null ? ' '.repeat(8) : `+${String(own).padEnd(7)}`}`
    return `${`[${number}]`.slice(0, 6).padEnd(6)}  12.5 ${self.padStart(7)} ${children.padStart(7)}${counted} ${called}${cycle} [${number}]`
  })
const spontaneous = fc.constant(`${' '.repeat(49)}<spontaneous>`)
const entry = fc
  .tuple(
    fc.array(fc.oneof(arcLine, innerLine, spontaneous), { maxLength: 4 }),
    primaryLine,
    fc.array(fc.oneof(arcLine, innerLine), { maxLength: 4 }),
  )
  .map(([above, primary, below]) => [...above, primary, ...below, '-'.repeat(47)])

const report = fc
  .tuple(fc.array(flatLine, { minLength: 1, maxLength: 8 }), fc.array(entry, { minLength: 1, maxLength: 6 }))
  .map(([flat, entries]) =>
    [
      'Flat profile:',
      '',
      'Each sample counts as 0.01 seconds.',
      '  %   cumulative   self              self     total           ',
      ' time   seconds   seconds    calls  ms/call  ms/call  name    ',
      ...flat,
      '\f',
      '\t\t\tCall graph',
      '',
      '',
      'granularity: each sample hit covers 2 byte(s) for 0.09% of 11.11 seconds',
      '',
      'index % time    self  children    called     name',
      ...entries.flat(),
      '',
    ].join('\n'),
  )

const read = (text: string) => readListings(new TextEncoder().encode(text))

/** Each row as one string, from the columns. */
function rowsOf({ flat, graph, nameOf }: Listing): string[] {
  const rows: string[] = []
  for (let at = 0; at < (flat?.length ?? 0); at++)
    if (flat) rows.push(`flat ${flat.name[at]} ${flat.percent[at]} ${flat.self[at]} ${flat.calls[at]}`)
  for (let at = 0; at < (graph?.length ?? 0); at++)
    if (graph)
      rows.push(
        `${graph.kind[at]} ${graph.index[at]} ${graph.cycle[at]} ${graph.self[at]} ${graph.children[at]} ${graph.count[at]} ${graph.total[at]}`,
      )
  expect(
    graph?.kind.every(
      (kind, at) => kind === Kind.spontaneous || kind === Kind.cycleHead || nameOf.has(graph.index[at]),
    ) ?? true,
  ).toBe(true)
  return rows
}

test('every row of a listing is read, and nothing else', () => {
  fc.assert(
    fc.property(report, text => {
      const [listing, ...others] = read(text)
      const lines = text
        .split('\n')
        .slice(5)
        .filter(line => /[\d<].*[^\d%]/.test(line) && !/^gran/.test(line))
      expect(others).toEqual([])
      expect(rowsOf(listing)).toHaveLength(lines.length)
      expect(listing).toMatchObject({ unreadCount: 0, flatCut: false, graphCut: false, warnings: [] })
      for (let at = 0; at < (listing.flat?.length ?? 0); at++) {
        const line = text.split('\n')[(listing.flat?.line[at] ?? 0) - 1]
        expect(line.endsWith(listing.flat?.name[at] ?? '?')).toBe(true)
      }
    }),
  )
})

test('a listing cut anywhere yields only rows that were there, but for the name of the last', () => {
  fc.assert(
    fc.property(report, fc.double({ min: 0, max: 1, noNaN: true }), (text, part) => {
      const all = new Set(read(text).flatMap(rowsOf))
      const rest = text.slice(0, Math.floor(part * text.length))
      const rows = read(rest).flatMap(rowsOf)
      // A flat row that ends within its name cannot always be told from one whose line break was lost.
      const unsure = rows.findIndex(row => !all.has(row))
      if (unsure >= 0) {
        expect(rows[unsure]).toMatch(/^flat /)
        expect(unsure).toBe(rows.length - 1)
        expect(rest.endsWith('\n')).toBe(false)
      }
    }),
  )
})

test('a listing with lines missing yields the rows of the others', () => {
  fc.assert(
    fc.property(report, fc.array(fc.nat(60), { maxLength: 12 }), (text, without) => {
      const all = new Set(read(text).flatMap(rowsOf))
      const rest = text.split('\n').filter((_, at) => !without.includes(at))
      const rows = read(rest.join('\n')).flatMap(rowsOf)
      // Whether a count with times is a member of a cycle depends on its neighbours; there are none in here.
      expect(rows.filter(row => !all.has(row))).toEqual([])
    }),
  )
})

test('rows keep their lines, whatever stands between them', () => {
  const prose = fc.constantFrom(
    '',
    'Now see:',
    '```',
    '/* see [3] */',
    '......',
    '> well',
    '12',
    'a | b',
    '# title',
    '[1] footnote',
    '<p>',
  )
  fc.assert(
    fc.property(report, fc.array(prose, { maxLength: 30 }), (text, between) => {
      const lines = text
        .split('\n')
        .flatMap((line, at) => (between[at % 37] === undefined ? [line] : [between[at % 37], line]))
      for (const { flat, graph } of read(lines.join('\n')))
        for (const line of [...(flat?.line ?? []), ...(graph?.line ?? [])])
          expect(lines[line - 1]).toMatch(/[\d<].*[^\d]/)
    }),
  )
})

test('no bytes make it fail', () => {
  const bits = fc.constantFrom(
    '[',
    ']',
    '(',
    '<',
    '>',
    '1',
    '23',
    '.',
    '0.5',
    '/',
    '+',
    ' ',
    '\t',
    '\n',
    '-',
    '-----',
    'nan',
    'name',
    '[3]',
    '%',
    '&lt;',
    '\r',
    '\f',
    '\u00a0',
    '...',
  )
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), bytes => void readListings(bytes)))
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 300 }), parts => void read(parts.join(''))),
    { numRuns: 300 },
  )
})

test.each([
  ['one line of two million letters', 'x'.repeat(2e6)],
  ['one line of two million digits', '1'.repeat(2e6)],
  ['one line of two million dashes', '-'.repeat(2e6)],
  ['one line of two million brackets', '['.repeat(2e6)],
  ['one line of two million blanks', ' '.repeat(2e6)],
  ['a million blank lines', '\n'.repeat(1e6)],
  ['a hundred thousand weak rows', '   3   f [4]\n'.repeat(1e5)],
  ['a hundred thousand weak rows before a firm one', `${'   3   f [4]\n'.repeat(1e5)}[4] 1.0 0.00 0.00 3 f [4]\n`],
  ['a hundred thousand primary lines without dashes between', '[4] 1.0 0.00 0.00 3 f [4]\n'.repeat(1e5)],
  ['a hundred thousand callers of nothing', '  0.00 0.00 3/3 f [4]\n'.repeat(1e5)],
  ['twenty thousand titles', 'Flat profile:\n'.repeat(2e4)],
  ['a name of a million letters', `  0.00 0.00 3/3 ${'f'.repeat(1e6)} [4]\n`],
  ['fifty thousand lines of prose', 'It is (not) a row, see [3].\n'.repeat(5e4)],
])('is read in time that grows with its length only: %s', (_, text) => {
  const [listing] = [...read(text), null]
  expect(listing?.unread.length ?? 0).toBeLessThanOrEqual(100)
})
