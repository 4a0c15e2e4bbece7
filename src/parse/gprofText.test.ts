import { describe, expect, test } from 'vitest'
import { readListings } from './gprofText.ts'
import { Kind, type Listing } from './listing.ts'

const kindNames = Object.fromEntries(Object.entries(Kind).map(([name, kind]) => [kind, name]))

const listings = (text: string) => readListings(new TextEncoder().encode(text))

function theListing(text: string): Listing {
  const found = listings(text)
  expect(found).toHaveLength(1)
  return found[0]
}

/** `entry kind name`, one for each row. */
function rowsOf({ graph, nameOf }: Listing): string[] {
  if (!graph) return []
  return Array.from(graph.kind, (kind, row) => {
    const name = kind === Kind.cycleHead ? `cycle ${graph.cycle[row]}` : (nameOf.get(graph.index[row]) ?? '')
    return `${graph.entry[row]} ${kindNames[kind]} ${name}`.trimEnd()
  })
}

const flat = `Flat profile:

Each sample counts as 0.01 seconds.
  %   cumulative   self              self     total           
 time   seconds   seconds    calls  ms/call  ms/call  name    
 60.00      0.06     0.06        4    15.00    20.00  even
 40.00      0.10     0.04                             main
`
const graph = `\t\t\tCall graph


granularity: each sample hit covers 2 byte(s) for 10.00% of 0.10 seconds

index % time    self  children    called     name
                                                 <spontaneous>
[1]    100.0    0.04    0.06                 main [1]
                0.06    0.00       4/4           even [2]
-----------------------------------------------
                                   8             even [2]
                0.06    0.00       4/4           main [1]
[2]     60.0    0.06    0.00       4+8       even [2]
                                   8             even [2]
-----------------------------------------------
`
const index = `Index by function name

   [2] even                    [1] main
`
const whole = `${flat}\f\n${graph}\f\n${index}`

describe('a whole listing', () => {
  test('has a flat profile, a call graph and an index', () => {
    const listing = theListing(whole)
    expect(listing.flat?.name).toEqual(['even', 'main'])
    expect([...(listing.flat?.calls ?? [])]).toEqual([4, Number.NaN])
    expect(rowsOf(listing)).toEqual([
      '0 spontaneous',
      '0 primary main',
      '0 arc even',
      '1 inner even',
      '1 arc main',
      '1 primary even',
      '1 inner even',
    ])
    expect(listing).toMatchObject({
      samplePeriod: 0.01,
      unit: 'seconds',
      graphTotal: 0.1,
      flatTotal: 0.1,
      flatCut: false,
      graphCut: false,
      index: { state: 'whole', found: 2 },
      legend: false,
      unreadCount: 0,
      firstLine: 1,
      lastLine: 27,
      warnings: [],
    })
  })
  test('reads the same with Windows line ends, in UTF-16, with entities', () => {
    const expected = { ...theListing(whole) }
    const crlf = whole.replaceAll('\n', '\r\n')
    expect(theListing(crlf)).toEqual(expected)
    expect(theListing(whole.replaceAll('<', '&lt;').replaceAll('>', '&gt;'))).toEqual(expected)
    const utf16 = new Uint8Array(new Uint16Array([...`\ufeff${crlf}`].map(letter => letter.charCodeAt(0))).buffer)
    expect(readListings(utf16)).toEqual([expected])
  })
  test.each([
    ['quoted', (line: string) => `> ${line}`],
    ['in a diff', (line: string) => `+${line}`],
    ['with line numbers', (line: string, at: number) => `${String(at + 1).padStart(4)}  ${line}`],
    ['with line numbers and bars', (line: string, at: number) => `${at + 1} | ${line}`],
    ['indented', (line: string) => `    ${line}`],
    ['indented with blanks that do not break', (line: string) => `\u00a0\u00a0${line}`],
    ['with blanks made one', (line: string) => line.trim().replace(/\s+/g, ' ')],
    ['with tabs for blanks', (line: string) => line.replace(/ {2,}/g, '\t')],
    ['with long dashes', (line: string) => line.replace(/-{5,}/, '————')],
    ['with carriage returns', (line: string) => `${line}\r`],
    ['in a comment', (line: string) => `// ${line}`],
    ['in a comment of many lines', (line: string) => ` *${line && ` ${line}`}`],
    ['in a comment of Fortran', (line: string) => `! ${line}`],
    ['in a log with times', (line: string) => `2024-03-01T12:00:00.1234567Z ${line}`],
    ['in a log of containers', (line: string) => `bench_1  | ${line}`],
    ['found by grep', (line: string, at: number) => `out/run-1.txt:${at + 1}:${line}`],
    [
      'in colours',
      (line: string) => `\x1b[33m${line.replace(/[a-z]+/, '\x1b[1;31m\x1b[K$&\x1b[m\x1b[K')}\x1b(B\x1b[0m`,
    ],
    ['with letters struck twice', (line: string) => line.replace(/[a-z]/gi, '$&\b$&')],
    ['turned into Markdown', (line: string) => line.replace(/[[\]<>_]/g, '\\$&')],
  ])('reads the same %s', (_, decorate) => {
    expect(theListing(whole.split('\n').map(decorate).join('\n'))).toEqual(theListing(whole))
  })
  test('tells its explanations from lines that nobody understands', () => {
    const legend =
      ' %         the percentage of the total running time of the\ntime       program used by this function.\n'
    expect(theListing(`${flat}\n${legend}\f\n${graph}`)).toMatchObject({ legend: true, unreadCount: 0 })
    const odd = theListing(`${flat}\nSome thoughts.\n${graph}`)
    expect(odd).toMatchObject({ legend: false, flatCut: false, unread: [{ line: 9, text: 'Some thoughts.' }] })
  })
})

describe('parts of a listing', () => {
  test('open without any headings', () => {
    const rows = (text: string) => text.split('\n').filter(line => /^ *[\d[]|^ +</.test(line))
    const listing = theListing(rows(flat).join('\n'))
    expect(listing.flat?.name).toEqual(['even', 'main'])
    expect(listing.graph).toBeNull()
    const entry = theListing('          8   even [2]\n  0.06 0.00 4/4 main [1]\n[2] 60.0 0.06 0.00 4+8 even [2]')
    expect(rowsOf(entry)).toEqual(['0 inner even', '0 arc main', '0 primary even'])
    expect(entry.firstLine).toBe(1)
  })
  test('come in any order', () => {
    const listing = theListing(`${graph}\f\n${flat}`)
    expect([listing.flat?.length, listing.graph?.length]).toEqual([2, 7])
  })
  test('are no more than headings where gprof found nothing to print', () => {
    const listing = theListing(
      flat.split('\n').slice(0, 5).join('\n').replace('\n  %', '\n no time accumulated\n\n  %'),
    )
    expect([listing.flat?.length, listing.graph, listing.samplePeriod]).toEqual([0, null, 0.01])
  })
  test('open without headings even if somebody sorted the rows, as long as they have calls', () => {
    const rows = `  0.63      9.19     0.07                             palloc_extended
  0.63      9.05     0.07  8551570     0.00     0.00  SHMQueueDelete
  4.14      8.42     0.46  8551565     0.00     0.00  SetLatch
`
    expect(theListing(rows).flat?.length).toBe(3)
  })
  test('are not made up from tables of numbers', () => {
    expect(listings('5.1 3.5 1.4 setosa\n4.9 3.0 1.4 setosa\n7.0 3.2 4.7 versicolor\n')).toEqual([])
    expect(listings('total 48\n-rw-r--r-- 1 me me 12 Nov 23 08:44 a.c\n')).toEqual([])
  })
})

describe('entries', () => {
  test('without lines of dashes are told apart by blank lines or by the calls of the next primary line', () => {
    const rows = (between: string) => `
[1] 100.0 0.04 0.06          main [1]
          0.06 0.00 4/4      even [2]
          0.00 0.00 1/3      odd [3]${between}
          0.06 0.00 4/9      main [1]
[2]  60.0 0.06 0.00 9        even [2]
          0.00 0.00 2/3      odd [3]
`
    const expected = ['0 primary main', '0 arc even', '0 arc odd', '1 arc main', '1 primary even', '1 arc odd']
    expect(rowsOf(theListing(rows('')))).toEqual(expected)
    expect(rowsOf(theListing(rows('\n')))).toEqual(expected)
    expect(rowsOf(theListing(rows(`\n${'-'.repeat(47)}`)))).toEqual(expected)
  })
  test('of cycles list their members', () => {
    const listing = theListing(`
[1]    100.0    5.21    0.00       1+3       <cycle 1 as a whole> [1]
                3.50    0.00       2             cycfn2 <cycle 1> [3]
                1.71    0.00       2             cycfn1 <cycle 1> [4]
-----------------------------------------------
`)
    expect(rowsOf(listing)).toEqual(['0 cycleHead cycle 1', '0 member cycfn2', '0 member cycfn1'])
    expect([...listing.nameOf.keys()]).toEqual([3, 4])
  })
  test('of the manual have callers above the head of a cycle', () => {
    const listing = theListing(`
                 1.77        0    1/1        main [2]
[3]     91.71    1.77        0    1+5    <cycle 1 as a whole> [3]
                 1.02        0    3          b <cycle 1> [4]
                    0        0    6/6        c [6]
----------------------------------------
`)
    expect(rowsOf(listing).slice(0, 3)).toEqual(['0 arc main', '0 cycleHead cycle 1', '0 member b'])
  })
})

describe('several listings in one file', () => {
  test('are several listings', () => {
    const two = listings(`first run\n${whole}\nsecond run\n${whole}`)
    expect(two.map(({ flat, graph }) => [flat?.length, graph?.length])).toEqual([
      [2, 7],
      [2, 7],
    ])
    expect(two.map(({ firstLine, lastLine }) => [firstLine, lastLine])).toEqual([
      [2, 28],
      [31, 57],
    ])
    expect(two.map(({ unreadCount }) => unreadCount)).toEqual([0, 0])
  })
  test('are one where only the names of columns come again', () => {
    const columns = flat.split('\n').slice(3, 5).join('\n')
    expect(
      theListing(`${flat}${columns}\n  0.00      0.10     0.00        1     0.00     0.00  exit\n`).flat?.length,
    ).toBe(3)
  })
  test('of the BSD kind have a granularity line before each table', () => {
    const bsd = `
granularity: each sample hit covers 4 byte(s) for 1.92% of 0.52 seconds

                                  called/total       parents 
index  %time    self descendents  called+self    name    \tindex
                                  called/total       children

                0.00        0.15       1/1           _main [2]
[1]     28.8    0.00        0.15       1         c3d::Read() [1]

-----------------------------------------------

granularity: each sample hit covers 4 byte(s) for 0.83% of 1.21 seconds

  %   cumulative   self              self     total           
 time   seconds   seconds    calls  ms/call  ms/call  name    
 31.4       0.38     0.38                             _moncount (5191)
  7.4       0.47     0.09        1     0.00     0.00  read <cycle 2> [5]
`
    const listing = theListing(bsd)
    expect(listing).toMatchObject({ graphTotal: 0.52, unreadCount: 0 })
    expect(listing.flat?.name).toEqual(['_moncount', 'read'])
    expect([...(listing.flat?.index ?? [])]).toEqual([5191, 5])
    expect(listings(bsd + bsd)).toHaveLength(2)
  })
})

describe('what somebody left out', () => {
  const cut = (text: string) => text.replace(/^ 40.00.*\n/m, '  .......略...........\n')
  test('is told by dots and words between rows', () => {
    const listing = theListing(cut(flat) + graph)
    expect(listing).toMatchObject({ flatCut: true, graphCut: false, unreadCount: 0 })
    expect(listing).toMatchObject({ leftOut: [{ line: 7, text: '.......略...........' }], leftOutCount: 1 })
  })
  test.each([
    '...',
    '[snip]',
    '<snip>',
    '<...>',
    '-- omitted --',
    '（ここは省く）',
    'und so weiter',
    '> ...',
    '8 | ...',
  ])('is told within each part by %s', mark => {
    const known = { unreadCount: 0, leftOutCount: 1 }
    expect(theListing(flat.replace(/\n 40/, `\n${mark}\n 40`))).toMatchObject({ flatCut: true, ...known })
    const listing = theListing(graph.replace('[2]\n---', `[2]\n${mark}\n---`))
    expect(listing).toMatchObject({ graphCut: true, graph: { length: 7 }, ...known })
    expect(theListing(graph.replace(/(---\n)( {35}8)/, `$1${mark}\n$2`))).toMatchObject({ graphCut: true, ...known })
    expect(theListing(graph.replace(/(name\n)/, `$1${mark}\n`))).toMatchObject({ graphCut: true, ...known })
    expect(theListing(`${graph}${mark}\n`)).toMatchObject({ graphCut: true, ...known })
    expect(theListing(whole.replace('name\n\n', `name\n\n${mark}\n`))).toMatchObject({
      graphCut: false,
      index: { state: 'part' },
      ...known,
    })
  })
  test('is one place if dots stand one below the other', () => {
    const listing = theListing(flat.replace('\n 40', '\n  .\n  .\n  .\n 40').replace('main', 'main\n...'))
    expect(listing).toMatchObject({ leftOut: [{ line: 7 }, { line: 11 }], leftOutCount: 2, unreadCount: 0 })
  })
  test('is not told by remarks, which are quoted', () => {
    const remark = 'This one should not be here at all, as nobody calls it.'
    expect(theListing(flat.replace(/\n 40/, `\n${remark}\n 40`))).toMatchObject({
      unread: [{ line: 7, text: remark }],
      leftOutCount: 0,
    })
  })
  test('is quoted to a limit', () => {
    const many = Array.from({ length: 150 }, () => '  1.00 0.00 0.00  f\n...\n').join('')
    const listing = theListing(flat + many)
    expect([listing.leftOutCount, listing.leftOut.length]).toEqual([150, 100])
  })
  test('is the rest of the last entry if no line of dashes ends it', () => {
    expect(theListing(graph.trimEnd().replace(/-+$/, ''))).toMatchObject({ graphCut: true })
  })
})

describe('text around a listing', () => {
  const before = `digoal 49250 49230 23 16:13 ?        00:00:00 postgres: postgres postgres xxx.xxx.xxx.182(50024)
$ gprof -b ./postgres gmon.out | less
\`\`\`
`
  const after = `\`\`\`
## the code
/*-------------------------------------------------------------------------
 * latch.c
 */
int table[] = { 1, 2 }; /* see [3] */
[1] a footnote
...
`
  test('is no part of it', () => {
    const listing = theListing(before + whole + after)
    expect(listing).toEqual({
      ...theListing(whole),
      flat: { ...theListing(whole).flat, line: expect.anything() },
      graph: { ...theListing(whole).graph, line: expect.anything() },
      firstLine: 4,
      lastLine: 30,
    })
  })
  test('leaves the rows of a listing without index as they are', () => {
    const listing = theListing(before + graph + after)
    expect([listing.graph?.length, listing.unreadCount, listing.graphCut]).toEqual([7, 0, false])
  })
  test('is quoted to a limit where it stands between rows', () => {
    const talk = Array.from({ length: 250 }, (_, i) => `${'bla '.repeat(200)}${i}\n`).join('')
    const listing = theListing(`${flat}${talk}${graph}`)
    expect([listing.unreadCount, listing.unread.length]).toEqual([250, 100])
    expect(listing.unread.every(({ text }) => text.length <= 300)).toBe(true)
  })
})

describe('a file that ends within a line', () => {
  const cutAt = (text: string, place: string) => theListing(text.slice(0, text.indexOf(place)))
  test('keeps the rows before it, and says so', () => {
    const listing = cutAt(whole, ' main [1]\n[2]')
    expect(rowsOf(listing)).toEqual(['0 spontaneous', '0 primary main', '0 arc even', '1 inner even'])
    expect(listing).toMatchObject({
      flatCut: false,
      graphCut: true,
      warnings: [{ code: 'truncated', at: { line: 20 } }],
    })
  })
  test('has no row whose name is cut, as far as can be told', () => {
    const long = flat.replace('even', 'std::less<int>::operator()(int, int) const')
    for (const place of ['40.00', ')(int', ', int)', '  std::']) {
      const listing = cutAt(long, place)
      expect([listing.flat?.length ?? 0, place]).toEqual([place === '40.00' ? 1 : 0, place])
    }
    const short = flat.replace('even', 'evenly')
    expect(cutAt(short, 'ly\n')).toMatchObject({ flat: { length: 0 }, flatCut: true })
    expect(cutAt(long, ', int)')).toMatchObject({ flatCut: true, warnings: [{ code: 'truncated' }] })
  })
  test('is whole if only the last line break is missing', () => {
    expect(theListing(flat.trimEnd())).toMatchObject({ flatCut: false, warnings: [] })
    expect(theListing(flat.trimEnd()).flat?.length).toBe(2)
    expect(theListing(graph.trimEnd())).toMatchObject({ graphCut: false, warnings: [] })
  })
})

describe('units', () => {
  test('in thousands are made plain', () => {
    const listing = theListing(`Flat profile:
                                         self      total          
     cumulative       self             cycles     cycles          
  %      cycles     cycles    calls     /call      /call  name    
           (K)        (K)                (K)        (K)           
24.38  15200.01   15200.01   100000      0.15       0.40  __sfvwrite_r

\t\t     Call graph (explanation follows)

index    %      self  children    called     name
                (K)     (K) 
                                                 <spontaneous>
[1]    100.0    0.04 62353.83                 unpackdone [1]
-----------------------------------------------
`)
    expect(listing).toMatchObject({ unit: 'cycles', flatTotal: 15200010, samplePeriod: Number.NaN, unreadCount: 0 })
    expect(listing.flat?.self[0]).toBeCloseTo(15200010)
    expect(listing.graph?.children[1]).toBeCloseTo(62353830)
  })
  test('are those of the sample line', () => {
    const beats = flat.replaceAll('seconds', 'beats')
    expect(theListing(beats)).toMatchObject({ unit: 'beats', samplePeriod: 0.01 })
    expect(theListing(beats.replace(/Each.*/, ''))).toMatchObject({ unit: 'beats', samplePeriod: Number.NaN })
  })
})

test('names that are no UTF-8 stay different', () => {
  const bytes = new TextEncoder().encode(flat.replace('even', 'f\u0001').replace('main', 'f\u0002'))
  const broken = bytes.map(byte => (byte === 1 ? 0xe4 : byte === 2 ? 0xf6 : byte))
  expect(readListings(broken)[0].flat?.name).toEqual(['fä', 'fö'])
})

test('progress is told about every megabyte, and at the end', () => {
  const bytes = new TextEncoder().encode(flat + ' '.repeat(99).concat('\n').repeat(30_000))
  const done: number[] = []
  readListings(bytes, at => done.push(at))
  expect(done.length).toBe(Math.floor(bytes.length / 2 ** 20) + 1)
  expect(done.at(-1)).toBe(bytes.length)
})
