import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FlameOptions, layoutFlame } from '../layout/flame.ts'
import { cutOut, profileFrom, profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { anyProfile } from '../transform/laws.fixture.ts'
import { foldedStacks } from './foldedStacks.ts'

const folded = (profile: Profile, options: Partial<FlameOptions> = {}) =>
  foldedStacks({ profile, table: layoutFlame(profile, { cut: 1e-4, path: [], ...options }) })
const stacks = (profile: Profile, options: Partial<FlameOptions> = {}) =>
  folded(profile, options).filter(line => !line.startsWith('#'))

const shared = profileOf(`
  main 1 -> a x1, b x1
  a    1 -> f x3
  b    4 -> f x1
  f    4`)

test('a line is a path from the root, and the microseconds of its end', () => {
  expect(stacks(shared)).toEqual([
    'main;b;f 1000000',
    'main;b 4000000',
    'main;a;f 3000000',
    'main;a 1000000',
    'main 1000000',
  ])
})

test('the first lines say what the format does not, and no reader takes them for paths', () => {
  const header = folded(shared).slice(0, 3)
  expect(header[0]).toContain('estimated')
  expect(header[0]).toContain('microseconds')
  for (const line of header) expect(line).toMatch(/^# .*[^\d]$/)
})

test('what is not drawn is a frame of its own, whether it has a box or not, and so are roots', () => {
  const small = profileOf(`
    main 0 -> big x1, s1 x1, s2 x1
    big  90
    s1   6
    s2   3
    x    0.5
    y    0.5`)
  expect(stacks(small, { cut: 0.08 })).toEqual(['main;big 90000000', 'main;(2 more) 9000000', '(2 more) 1000000'])
  expect(stacks(small, { cut: 0.2 })).toEqual(stacks(small, { cut: 0.08 }))
  expect(stacks(small, { cut: 0.2, path: ['main', '…', 's1'] })).toEqual([
    'main;big 90000000',
    'main;s1 6000000',
    'main;(1 more) 3000000',
    '(2 more) 1000000',
  ])
})

test('of a cycle there is a frame for the whole, and one for the member', () => {
  const ring = profileOf(`
    main 2 -> a x1
    a    1 -> b x3, c x1
    b    2 -> a x2
    c    3`)
  expect(stacks(ring)).toEqual([
    'main;<cycle 1>;a;c 3000000',
    'main;<cycle 1>;a 1000000',
    'main;<cycle 1>;b 2000000',
    'main 2000000',
  ])
})

test('the chart of callers is written with the outermost caller first', () => {
  expect(stacks(shared, { root: 'f', toward: 'callers' })).toEqual(['main;a;f 3000000', 'main;b;f 1000000'])
})

test('by calls, numbers are calls', () => {
  expect(stacks(shared, { measure: 'calls' })).toEqual(['main;a;f 3', 'main;a 1', 'main;b;f 1', 'main;b 1', 'main 1'])
  expect(folded(shared, { measure: 'calls' })[0]).toContain('in calls')
})

test('semicolons and line ends in names do not end a frame or a line', () => {
  const rust = profileFrom(['array<[u8; 4]>', 'two\nlines\r\n\tof text', 'x 12'], [1, 1, 1], [[0, 1, 1]])
  expect(stacks(rust)).toEqual(['array<[u8: 4]>;two lines of text 1000000', 'array<[u8: 4]> 1000000', 'x 12 1000000'])
})

test('of several profiles in one file, each path begins with the title', () => {
  const chart = { profile: shared, table: layoutFlame(shared, { cut: 0.35, path: [] }) }
  expect(foldedStacks(chart, 'run; 1').slice(3)).toEqual([
    'run: 1;main;b;(1 more) 1000000',
    'run: 1;main;b 4000000',
    'run: 1;main;a;(1 more) 3000000',
    'run: 1;main;a 1000000',
    'run: 1;main 1000000',
  ])
})

test('numbers add up to the time there is, to the microsecond, whatever is drawn', () => {
  fc.assert(
    fc.property(anyProfile(), fc.constantFrom(1e-9, 0.03, 0.3), fc.boolean(), (profile, cut, isCutOut) => {
      const given = isCutOut ? cutOut(profile, ['f1', 'f3'], []) : profile
      const lines = stacks(given, { cut })
      const sum = lines.reduce((total, line) => total + Number(line.slice(line.lastIndexOf(' ') + 1)), 0)
      expect(Math.abs(sum - given.total * 1e6)).toBeLessThanOrEqual(1)
      if (isCutOut) return
      for (const [fn, name] of given.functions.name.entries()) {
        const own = lines.filter(line => line.replace(/ \d+$/, '').split(';').at(-1) === name)
        const time = own.reduce((total, line) => total + Number(line.slice(line.lastIndexOf(' ') + 1)), 0)
        if (cut === 1e-9) expect(Math.abs(time - given.functions.self[fn] * 1e6)).toBeLessThanOrEqual(own.length + 1)
      }
    }),
  )
})

test('no time, no paths', () => {
  expect(stacks(profileOf('main 0'))).toEqual([])
})
