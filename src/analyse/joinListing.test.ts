import { expect, test } from 'vitest'
import { readListings } from '../parse/gprofText.ts'
import { type Profile, SPONTANEOUS } from '../profile.ts'
import { profileOfListing } from './joinListing.ts'

const read = (text: string): Profile => profileOfListing(readListings(new TextEncoder().encode(text))[0], 'drawn')

/** A row of a table by the function's name. */
function functionOf(profile: Profile, name: string) {
  const row = profile.functions.name.indexOf(name)
  const { index, self, children, calls, selfCalls, cycle, explained } = profile.functions
  return {
    row,
    index: index[row],
    self: self[row],
    children: children[row],
    calls: calls[row],
    selfCalls: selfCalls[row],
    cycle: cycle[row],
    explained: explained[row],
  }
}

/** The arc between two names, or from a spontaneous caller. */
function arcOf({ arcs, functions }: Profile, caller: string, callee: string) {
  const from = caller === 'spontaneous' ? SPONTANEOUS : functions.name.indexOf(caller)
  const to = functions.name.indexOf(callee)
  const arc = arcs.caller.findIndex((row, i) => row === from && arcs.callee[i] === to)
  return arc < 0 ? null : { count: arcs.count[arc], self: arcs.self[arc], children: arcs.children[arc] }
}

const whole = `
Flat profile:

Each sample counts as 0.01 seconds.
  %   cumulative   self              self     total
 time   seconds   seconds    calls  ms/call  ms/call  name
 66.67      0.02     0.02        3     6.67     6.67  leaf
 33.33      0.03     0.01        1    10.00    23.33  left

                        Call graph


granularity: each sample hit covers 2 byte(s) for 33.33% of 0.03 seconds

index % time    self  children    called     name
                                                 <spontaneous>
[1]    100.0    0.00    0.03                 main [1]
                0.01    0.01       1/1           left [2]
                0.01    0.00       1/3           leaf [3]
-----------------------------------------------
                0.01    0.01       1/1           main [1]
[2]     77.8    0.01    0.01       1         left [2]
                0.01    0.00       2/3           leaf [3]
-----------------------------------------------
                0.01    0.00       1/3           main [1]
                0.01    0.00       2/3           left [2]
[3]     66.7    0.02    0.00       3         leaf [3]
-----------------------------------------------
`

test('a whole listing is worked out anew in full precision, and what it printed is kept', () => {
  const profile = read(whole)
  expect(profile.times).toBe('recomputed')
  expect(profile.functions.name).toEqual(['leaf', 'left', 'main'])
  expect(functionOf(profile, 'left').children).toBeCloseTo(0.02 * (2 / 3), 12)
  expect(arcOf(profile, 'main', 'leaf')?.self).toBeCloseTo(0.02 / 3, 12)
  expect(profile.printed?.functionChildren[1]).toBe(0.01)
  expect(profile.total).toBeCloseTo(0.03, 12)
  expect(profile.completeness.callGraph).toEqual({ state: 'whole', found: 3, expected: 3 })
  expect(profile.warnings).toEqual([])
})

test('main, which nobody is recorded to call, has blank calls and one arc from a spontaneous caller', () => {
  const profile = read(whole)
  expect(functionOf(profile, 'main').calls).toBeNaN()
  expect(functionOf(profile, 'main').self).toBe(0)
  expect(arcOf(profile, 'spontaneous', 'main')?.count).toBeNaN()
  expect(arcOf(profile, 'spontaneous', 'left')).toBeNull()
})

/** The whole listing with dots in place of some entries, counted from 0. */
function without(...gone: number[]): string {
  const dashes = `${'-'.repeat(47)}\n`
  const entries = whole.split(dashes)
  return entries.map((entry, i) => (gone.includes(i) ? '...\n' : entry)).join(dashes)
}

test('dots in place of an entry take nothing away if the entries around it tell all of its arcs', () => {
  const profile = read(without(1))
  expect(profile.times).toBe('recomputed')
  expect(arcOf(profile, 'left', 'leaf')?.count).toBe(2)
  expect(profile.completeness.callGraph).toEqual({ state: 'part', found: 2, expected: 3 })
})

test('where the arcs do not account for all calls, times stay as printed', () => {
  const profile = read(without(1, 2))
  expect(profile.times).toBe('printed')
  expect(arcOf(profile, 'main', 'leaf')?.self).toBe(0.01)
  expect(functionOf(profile, 'leaf')).toMatchObject({ self: 0.02, children: Number.NaN, explained: 0 })
  expect(profile.total).toBeCloseTo(0.03, 12)
})

test('printed times that do not follow from self times and counts are shown as printed, with a warning', () => {
  const profile = read(whole.replace('[1]    100.0    0.00    0.03', '[1]    100.0    0.00    0.09'))
  expect(profile.times).toBe('printed')
  expect(functionOf(profile, 'main').children).toBe(0.09)
  expect(profile.warnings.map(({ code }) => code)).toEqual(['inconsistent'])
  expect(profile.warnings[0].message).toContain('main')
})

const excerpt = `
index % time    self  children    called     name
                0.12    0.98  947868/947868      reply [13]
[14]     9.9    0.12    0.98  947868         release [14]
                0.15    0.53 1469690/1469690     wake [15]
                0.02    0.09     900/1000        lock [22]
                0.19    0.00     100/1000        log [23]
-----------------------------------------------
......
-----------------------------------------------
[319]    0.0    0.00    0.00                 alarm [319]
                0.00    0.00       1/8551565     latch [16]
`

test('a function without an entry of its own has the calls and times that its caller tells', () => {
  const profile = read(excerpt)
  expect(profile.times).toBe('printed')
  expect(functionOf(profile, 'wake')).toMatchObject({ calls: 1469690, self: 0.15, children: 0.53, explained: 0 })
  expect(functionOf(profile, 'lock').calls).toBe(1000)
  expect(functionOf(profile, 'lock').children).toBeCloseTo(0.1, 12)
})

test('times are not worked out from an arc with fewer than half of the calls', () => {
  const profile = read(excerpt)
  expect(functionOf(profile, 'log').calls).toBe(1000)
  expect(functionOf(profile, 'log').self).toBeNaN()
  expect(functionOf(profile, 'latch').self).toBeNaN()
})

test('a caller that is only mentioned has unknown times, and is not taken for spontaneous', () => {
  const profile = read(excerpt)
  expect(functionOf(profile, 'reply')).toMatchObject({ self: Number.NaN, children: Number.NaN, explained: 0 })
  expect(arcOf(profile, 'spontaneous', 'reply')).toBeNull()
  expect(arcOf(profile, 'reply', 'release')).toEqual({ count: 947868, self: 0.12, children: 0.98 })
})

test('an entry without callers and calls is spontaneous even where a copy lost the line', () => {
  expect(arcOf(read(excerpt), 'spontaneous', 'alarm')).toEqual({ count: Number.NaN, self: 0, children: 0 })
})

test('a cut call graph tells how many entries there must have been', () => {
  const { completeness, warnings, total } = read(excerpt)
  expect(completeness.callGraph).toEqual({ state: 'part', found: 2, expected: 319 })
  expect(completeness.flatProfile.state).toBe('none')
  expect(warnings.map(({ code }) => code)).toContain('incomplete')
  expect(total).toBeCloseTo(1.1 / 0.099, 9)
})

test('places where lines were left out are counted and told by line', () => {
  const { completeness, warnings } = read(excerpt.replace(/\n-{20,}/, '\n（中略）$&'))
  expect(completeness).toMatchObject({ leftOutCount: 2, unreadCount: 0 })
  expect(completeness.leftOut).toEqual([
    { line: 8, text: '（中略）' },
    { line: 10, text: '......' },
  ])
  expect(warnings[0].message).toContain('left lines out in 2 places (lines 8, 10); of the call graph, 2 of up to 319')
})

test('an entry that lost lines between its callees is not explained', () => {
  const profile = read(excerpt.replace(/.*0\.15 {4}0\.53.*\n/, ''))
  expect(functionOf(profile, 'release').explained).toBe(0)
  expect(functionOf(read(excerpt), 'release').explained).toBe(1)
})

test('calls of a function to itself are kept apart, and calls stay blank if there are no others', () => {
  const profile = read(`
index % time    self  children    called     name
                                  11             again [5]
[5]    100.0    0.10    0.00       0+11      again [5]
                                  11             again [5]
-----------------------------------------------
`)
  expect(functionOf(profile, 'again')).toMatchObject({ calls: Number.NaN, selfCalls: 11, self: 0.1 })
  expect(arcOf(profile, 'again', 'again')).toEqual({ count: 11, self: Number.NaN, children: Number.NaN })
  expect(arcOf(profile, 'spontaneous', 'again')?.self).toBe(0.1)
})

const doubles = `
Flat profile:

Each sample counts as 0.01 seconds.
  %   cumulative   self              self     total
 time   seconds   seconds    calls   s/call   s/call  name
 60.00      0.60     0.60        5     0.12     0.12  init
 40.00      1.00     0.40        7     0.06     0.06  init

index % time    self  children    called     name
                                                 <spontaneous>
[1]    100.0    0.00    1.00                 main [1]
                0.60    0.00       5/5           init [3]
                0.40    0.00       7/7           init [2]
-----------------------------------------------
                0.40    0.00       7/7           main [1]
[2]     40.0    0.40    0.00       7         init [2]
-----------------------------------------------
                0.60    0.00       5/5           main [1]
[3]     60.0    0.60    0.00       5         init [3]
-----------------------------------------------
`

test('functions of one name are told apart by calls and self time', () => {
  const { functions } = read(doubles)
  expect(functions.name).toEqual(['init', 'init', 'main'])
  expect([...functions.index]).toEqual([3, 2, 1])
})

test('functions of one name and equal self time are told apart by calls', () => {
  const equal = doubles.replaceAll('0.60', '0.50').replaceAll('0.40', '0.50').replace('60.00', '50.00')
  expect([...read(equal.replace('40.00', '50.00')).functions.index]).toEqual([3, 2, 1])
})

test('functions of one name, equal self time and equal calls are told apart by what they inherit', () => {
  const { functions } = read(`
Flat profile:

Each sample counts as 0.01 seconds.
  %   cumulative   self              self     total
 time   seconds   seconds    calls   s/call   s/call  name
100.00      1.00     1.00        8     0.13     0.13  work
  0.00      1.00     0.00        2     0.00     0.13  init
  0.00      1.00     0.00        2     0.00     0.38  init

index % time    self  children    called     name
                                                 <spontaneous>
[1]    100.0    0.00    1.00                 main [1]
                0.00    0.75       2/2           init [2]
                0.00    0.25       2/2           init [4]
-----------------------------------------------
                0.00    0.75       2/2           main [1]
[2]     75.0    0.00    0.75       2         init [2]
                0.75    0.00       6/8           work [3]
-----------------------------------------------
                0.25    0.00       2/8           init [4]
                0.75    0.00       6/8           init [2]
[3]    100.0    1.00    0.00       8         work [3]
-----------------------------------------------
                0.00    0.25       2/2           main [1]
[4]     25.0    0.00    0.25       2         init [4]
                0.25    0.00       2/8           work [3]
-----------------------------------------------
`)
  expect([...functions.index]).toEqual([3, 4, 2, 1])
})

test('arcs that weigh the same come in the order in which an entry lists them', () => {
  const profile = read(`
index % time    self  children    called     name
                                                 <spontaneous>
[1]     50.0    0.00    0.10                 left [1]
                0.10    0.00       1/2           leaf [3]
-----------------------------------------------
                                                 <spontaneous>
[2]     50.0    0.00    0.10                 right [2]
                0.10    0.00       1/2           leaf [3]
-----------------------------------------------
                0.10    0.00       1/2           right [2]
                0.10    0.00       1/2           left [1]
[3]    100.0    0.20    0.00       2         leaf [3]
-----------------------------------------------
`)
  const callers = [...profile.arcs.caller].filter(row => row !== SPONTANEOUS)
  expect(callers.map(row => profile.functions.name[row])).toEqual(['right', 'left'])
})

const cycle = `
index % time    self  children    called     name
                                                 <spontaneous>
[1]    100.0    0.00    0.60                 main [1]
                0.30    0.30       1/1           even <cycle 1> [3]
-----------------------------------------------
[2]    100.0    0.30    0.30       1+9       <cycle 1 as a whole> [2]
                0.10    0.30       5             odd <cycle 1> [4]
                0.20    0.00       5+2           even <cycle 1> [3]
-----------------------------------------------
                                   2             even <cycle 1> [3]
                                   4             odd <cycle 1> [4]
                0.30    0.30       1/1           main [1]
[3]     33.3    0.20    0.00       5+2       even <cycle 1> [3]
                                   5             odd <cycle 1> [4]
                                   2             even <cycle 1> [3]
-----------------------------------------------
                                   5             even <cycle 1> [3]
[4]     66.7    0.10    0.30       5         odd <cycle 1> [4]
                0.30    0.00       1/1           leaf [5]
                                   4             even <cycle 1> [3]
-----------------------------------------------
                0.30    0.00       1/1           odd <cycle 1> [4]
[5]     50.0    0.30    0.00       1         leaf [5]
-----------------------------------------------
`

test('a cycle as a whole has the calls from outside, and its members share no time', () => {
  const profile = read(cycle)
  expect(profile.times).toBe('recomputed')
  const { cycles } = profile
  expect([cycles.number[0], cycles.index[0], cycles.calls[0], cycles.innerCalls[0]]).toEqual([1, 2, 1, 9])
  expect(cycles.self[0]).toBeCloseTo(0.3, 12)
  expect(functionOf(profile, 'even')).toMatchObject({ calls: 5, selfCalls: 2, cycle: 0, children: 0 })
  expect(arcOf(profile, 'even', 'odd')).toEqual({ count: 5, self: Number.NaN, children: Number.NaN })
})

test('the calls and times of a cycle are known from its own entry alone', () => {
  const head = cycle.slice(0, cycle.indexOf('                                   2 '))
  const profile = read(head)
  expect(profile.times).toBe('printed')
  expect(functionOf(profile, 'odd')).toMatchObject({ self: 0.1, children: 0.3, calls: 5, cycle: 0, explained: 0 })
  const { cycles } = profile
  expect([cycles.self[0], cycles.children[0], cycles.calls[0], cycles.innerCalls[0]]).toEqual([0.3, 0.3, 1, 9])
})

test('a cut listing may show only one member of a cycle', () => {
  const profile = read(cycle.slice(0, cycle.indexOf('[2]')))
  expect(profile.cycles.length).toBe(1)
  expect(functionOf(profile, 'even')).toMatchObject({ cycle: 0, calls: Number.NaN })
  expect([profile.cycles.self[0], profile.cycles.children[0], profile.cycles.calls[0]]).toEqual([0.3, 0.3, 1])
})

test('a loop of calls that the listing does not name a cycle is one all the same', () => {
  const profile = read(`
index % time    self  children    called     name
                                                 <spontaneous>
[1]    100.0    0.00    0.30                 main [1]
                0.10    0.20       1/3           ping [2]
-----------------------------------------------
                0.10    0.20       1/3           main [1]
                0.00    0.00       2/3           pong [3]
[2]    100.0    0.10    0.20       3         ping [2]
                0.20    0.00       3/3           pong [3]
-----------------------------------------------
                0.20    0.00       3/3           ping [2]
[3]     66.7    0.20    0.00       3         pong [3]
                0.00    0.00       2/3           ping [2]
-----------------------------------------------
`)
  expect(profile.cycles.length).toBe(1)
  expect(profile.times).toBe('recomputed')
  expect(profile.cycles.calls[0]).toBe(1)
  expect(arcOf(profile, 'ping', 'pong')?.self).toBeNaN()
  expect(profile.warnings.map(({ code }) => code)).toEqual(['inconsistent'])
})

const flatOnly = `
  %   cumulative   self              self     total
 time   seconds   seconds    calls   s/call   s/call  name
 75.00      0.75     0.75        5     0.15     0.20  work
 25.00      1.00     0.25                             handler
`

test('without a call graph each function stands for itself, and what it inherits is not known', () => {
  const profile = read(flatOnly)
  expect(profile.completeness.callGraph.state).toBe('none')
  expect(profile.arcs.length).toBe(2)
  expect(arcOf(profile, 'spontaneous', 'work')).toEqual({ count: Number.NaN, self: 0.75, children: Number.NaN })
  expect(profile.total).toBe(1)
  expect(profile.warnings[0].message).toContain('without -p')
})

test('where no call was recorded nothing is inherited', () => {
  const profile = read(flatOnly.replace('        5     0.15     0.20  work', '                             work'))
  expect(profile.times).toBe('recomputed')
  expect(functionOf(profile, 'work')).toMatchObject({ children: 0, explained: 1 })
  expect(profile.warnings[0].message).toContain('-pg')
})

test('a function left out on request keeps its number and its callers', () => {
  const profile = read(
    whole.replaceAll('left [2]', 'left (2)').replace(/ +0\.01 +0\.01 +1\/1 +main \[1\]\n\[2\][^-]*-+\n/, ''),
  )
  expect(functionOf(profile, 'left')).toMatchObject({ index: 2, calls: 1 })
  expect(arcOf(profile, 'main', 'left')?.count).toBe(1)
  expect(profile.times).toBe('recomputed')
})

test('two counts for one pair of caller and callee are an inconsistency, and the first one stands', () => {
  const profile = read(
    whole.replace('0.01    0.01       1/1           left [2]', '0.01    0.01       4/4           left [2]'),
  )
  expect(profile.warnings.map(({ code }) => code)).toContain('inconsistent')
  expect(arcOf(profile, 'main', 'left')?.count).toBe(4)
})
