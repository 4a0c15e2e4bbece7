import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutFlame } from '../layout/flame.ts'
import { levelsOf } from '../layout/flameTable.ts'
import { chainOf, profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { anyProfile } from '../transform/laws.fixture.ts'
import { type SpeedscopeFile, speedscopeFile } from './speedscope.ts'

const chart = (profile: Profile, cut = 1e-4, measure: 'time' | 'calls' = 'time') => ({
  profile,
  table: layoutFlame(profile, { cut, path: [], measure }),
})

const shared = profileOf(`
  main 1 -> a x1, b x1
  a    1 -> f x3
  b    4 -> f x1
  f    4`)

test('boxes open and close in the order of their places, in seconds', () => {
  const { shared: parts, profiles } = speedscopeFile([chart(shared)])
  const events = profiles[0].events.map(({ type, frame, at }) => `${type} ${parts.frames[frame].name} ${at.toFixed(3)}`)
  expect(events).toEqual([
    'O main 0.000',
    'O b 0.000',
    'O f 0.000',
    'C f 1.000',
    'C b 5.000',
    'O a 5.000',
    'O f 5.000',
    'C f 8.000',
    'C a 9.000',
    'C main 10.000',
  ])
  expect(parts.frames).toHaveLength(4)
  expect(profiles[0]).toMatchObject({ type: 'evented', unit: 'seconds', startValue: 0 })
  expect(profiles[0].name).toContain('estimated')
})

test('what is not drawn is a frame, too, and calls have no unit', () => {
  const { shared: parts, profiles } = speedscopeFile([chart(shared, 0.35), chart(shared, 1e-4, 'calls')])
  expect(parts.frames.map(({ name }) => name)).toEqual(['main', 'b', '(1 more)', 'a', 'f'])
  expect(profiles.map(({ unit }) => unit)).toEqual(['seconds', 'none'])
  expect(profiles[1].endValue).toBeCloseTo(7, 9)
})

/** What the published schema and the importer ask for. */
function expectValid(file: SpeedscopeFile) {
  expect(Object.keys(file).sort()).toEqual(['$schema', 'exporter', 'name', 'profiles', 'shared'])
  expect(file.$schema).toBe('https://www.speedscope.app/file-format-schema.json')
  for (const { name } of file.shared.frames) expect(typeof name).toBe('string')
  for (const { events, startValue, endValue, unit } of file.profiles) {
    expect(['seconds', 'none']).toContain(unit)
    let at = startValue
    const open: number[] = []
    for (const event of events) {
      expect(event.at).toBeGreaterThanOrEqual(at)
      expect(file.shared.frames[event.frame]).toBeDefined()
      at = event.at
      if (event.type === 'O') open.push(event.frame)
      else expect(open.pop()).toBe(event.frame)
    }
    expect(open).toEqual([])
    expect(endValue).toBeGreaterThanOrEqual(at)
  }
}

test('frames are nested, and time does not go back', () => {
  fc.assert(
    fc.property(anyProfile(), fc.constantFrom(1e-9, 0.03, 0.3), (profile, cut) => {
      const file = speedscopeFile([chart(profile, cut)])
      expectValid(file)
      expect(file.profiles[0].endValue).toBeCloseTo(profile.total, 6)
    }),
  )
})

test('a chain of 100,000 calls is as many frames, and no time is none', () => {
  const n = 100_000
  const chain = chainOf(n)
  const deep = chart(chain)
  expect(levelsOf(deep.table)).toBe(n)
  expect(speedscopeFile([deep]).profiles[0].events).toHaveLength(2 * n)
  const none = speedscopeFile([chart(profileOf('main 0'))])
  expectValid(none)
  expect(none.profiles[0].events).toEqual([])
})
