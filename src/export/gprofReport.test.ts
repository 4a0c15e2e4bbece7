import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileOfListing } from '../analyse/joinListing.ts'
import { readListings } from '../parse/gprofText.ts'
import { profileFrom, profileOf } from '../profile.fixture.ts'
import { NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { printReport } from './gprofReport.ts'

const reread = (profile: Profile): Profile =>
  profileOfListing(readListings(new TextEncoder().encode(printReport(profile)))[0], profile.title)

test('a report is laid out as gprof -b lays it out', () => {
  const report = printReport(
    profileOf(`
      burn  0.30
      even  0.12 -> odd x4, even x2
      odd   0.03 -> even x3
      main  0    -> even x1, burn x5`),
  )
  expect(report).toBe(`Flat profile:

Each sample counts as 0.01 seconds.
  %   cumulative   self              self     total           
 time   seconds   seconds    calls  ms/call  ms/call  name    
 66.67      0.30     0.30        5    60.00    60.00  burn
 26.67      0.42     0.12        4    30.00    30.00  even
  6.67      0.45     0.03        4     7.50     7.50  odd
\f
			Call graph


granularity: each sample hit covers 2 byte(s) for 2.22% of 0.45 seconds

index % time    self  children    called     name
                0.30    0.00       5/5           main [4]
[1]     66.7    0.30    0.00       5         burn [1]
-----------------------------------------------
                                   2             even <cycle 1> [2]
                                   3             odd <cycle 1> [3]
                0.15    0.00       1/1           main [4]
[2]     26.7    0.12    0.00       4+2       even <cycle 1> [2]
                                   4             odd <cycle 1> [3]
                                   2             even <cycle 1> [2]
-----------------------------------------------
                                   4             even <cycle 1> [2]
[3]      6.7    0.03    0.00       4         odd <cycle 1> [3]
                                   3             even <cycle 1> [2]
-----------------------------------------------
                                                 <spontaneous>
[4]    100.0    0.00    0.45                 main [4]
                0.30    0.00       5/5           burn [1]
                0.15    0.00       1/1           even <cycle 1> [2]
-----------------------------------------------
[5]     33.3    0.15    0.00       1+7       <cycle 1 as a whole> [5]
                0.12    0.00       4+2           even <cycle 1> [2]
                0.03    0.00       4             odd <cycle 1> [3]
-----------------------------------------------
\f
Index by function name

   [1] burn                    [3] odd
   [2] even                    [5] <cycle 1>
`)
})

test('long names push later cells of the index to the right, one space apart', () => {
  const names = ['a', 'a_name_longer_than_a_cell_is_wide', 'b', 'c']
  const report = printReport(
    profileFrom(
      names,
      names.map(() => 1),
      [],
    ),
  )
  expect(report.slice(report.indexOf('name\n\n') + 6)).toBe(
    '   [1] a                       [3] b\n   [2] a_name_longer_than_a_cell_is_wide [4] c\n',
  )
})

test('a run without samples says so, and keeps its calls', () => {
  const report = printReport(profileOf('main 0 -> f x10'))
  expect(report).toContain('\n no time accumulated\n\n')
  expect(report).toContain('calls  Ts/call  Ts/call  name')
  expect(report).toContain('covers 2 byte(s) no time propagated\n')
})

test('the per-call columns have the unit in which the largest figure is at least 1', () => {
  expect(printReport(profileOf('main 0 -> f x100\n f 2000'))).toContain('calls   s/call   s/call')
  expect(printReport(profileOf('main 0 -> f x1\n f 2000'))).toContain('calls  Ks/call  Ks/call')
  expect(printReport(profileOf('main 0 -> f x1000\n f 0.5'))).toContain('calls  us/call  us/call')
})

test('indexes from 10,000 on lose their bracket on the left, as in gprof', () => {
  const profile = profileOf('main 1')
  profile.functions.index[0] = 10018
  expect(printReport(profile)).toContain('\n[10018 100.0    1.00    0.00                 main [10018]\n')
})

const words = fc.constantFrom(
  'f',
  'std::',
  'vector<int, std::allocator<int> >',
  'map<a, b<c>>',
  'operator()',
  'operator< <char>',
  'operator->',
  'operator new[]',
  '(int (&) [3]) [3]',
  '(unsigned long)',
  'push_back[abi:cxx11]',
  ' [clone .isra.0]',
  '{lambda(auto:1)#2}::',
  '(anonymous namespace)::',
  ' const',
  '@@VERS_1',
  '__mod_MOD_',
  '.part.7',
  '3dtransform',
  'имя',
  '関数',
  'naïve',
  '42',
  '_',
)
const name = fc
  .array(words, { minLength: 1, maxLength: 4 })
  .map(parts => parts.join('').trim())
  .filter(text => text !== '' && !/^(\d+( |$)|\[)/.test(text)) // such words begin other columns

const generated = fc.integer({ min: 1, max: 12 }).chain(n =>
  fc.tuple(
    fc.array(name, { minLength: n, maxLength: n }),
    fc.array(fc.integer({ min: 0, max: 300 }), { minLength: n, maxLength: n }),
    fc.uniqueArray(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.integer({ min: 1, max: 99_999_999 })), {
      maxLength: 30,
      selector: ([from, to]) => from * n + to,
    }),
  ),
)

/** What a report tells of a profile, by gprof's own numbers, so that the order of rows does not matter. */
function told({ functions, arcs, cycles, total }: Profile) {
  const number = (fn: number) => (fn === SPONTANEOUS ? 0 : functions.index[fn])
  const active = new Set<number>()
  for (let arc = 0; arc < arcs.length; arc++)
    if (arcs.caller[arc] !== SPONTANEOUS) active.add(arcs.caller[arc]).add(arcs.callee[arc])
  for (let fn = 0; fn < functions.length; fn++) if (functions.self[fn] > 0) active.add(fn)
  const round = (value: number) => (Number.isNaN(value) ? null : Number(value.toFixed(6)))
  const rows = [...active].map(fn => [
    number(fn),
    functions.name[fn],
    round(functions.self[fn]),
    round(functions.children[fn]),
    round(functions.calls[fn]),
    functions.selfCalls[fn],
    functions.cycle[fn] === NO_CYCLE ? null : cycles.number[functions.cycle[fn]],
  ])
  const pairs = Array.from({ length: arcs.length }, (_, arc) => [
    number(arcs.caller[arc]),
    number(arcs.callee[arc]),
    round(arcs.count[arc]),
    round(arcs.self[arc]),
    round(arcs.children[arc]),
  ]).filter((_, arc) => active.has(arcs.callee[arc]))
  const wholes = Array.from({ length: cycles.length }, (_, row) => [
    cycles.number[row],
    cycles.index[row],
    round(cycles.self[row]),
    round(cycles.children[row]),
    round(cycles.calls[row]),
    cycles.innerCalls[row],
  ])
  const sorted = (list: (number | string | null)[][]) => list.map(row => JSON.stringify(row)).sort()
  return { functions: sorted(rows), arcs: sorted(pairs), cycles: sorted(wholes), total: round(total) }
}

test('reading what was printed gives the profile again, whatever the functions are called', () => {
  fc.assert(
    fc.property(generated, ([names, ticks, calls]) => {
      const profile = profileFrom(
        names,
        ticks.map(tick => tick / 100),
        calls,
      )
      const anything = calls.length > 0 || ticks.some(tick => tick > 0)
      fc.pre(anything)
      const again = reread(profile)
      expect(again.times).toBe('recomputed')
      expect(again.warnings).toEqual([])
      expect(told(again)).toEqual(told(profile))
    }),
    {
      numRuns: 300,
      // 1.19 of 5.44 s is 21.875 %, just between two printed percentages.
      examples: [[[['f', 'f', 'f', 'f', 'f', 'f'], [249, 1, 68, 119, 62, 45], []]]],
    },
  )
})
