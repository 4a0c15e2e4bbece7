import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { type Profile, SPONTANEOUS } from '../profile.ts'
import { applyTransforms, type Transform } from '../transform/transform.ts'
import { bothProfiles, type Side, transformSides } from './bothProfiles.ts'
import { compareSides, rangeOfChange } from './compareSides.ts'

const before = profileOf(`
  main  0.10 -> parse x1, work x10
  parse 0.50 -> lex x100
  work  2.00 -> lex x50
  lex   1.00
  old   0.30`)
const after = profileOf(`
  main  0.10 -> parse x1, work x20
  emit  0.40 -> lex x30
  work  4.00 -> lex x50, emit x5
  lex   1.05
  parse 0.50 -> lex x100, parse x3`)

const both = bothProfiles(before, after)

/** What a side has of each function and each call, by name, as looked up by row of both. */
function told({ profile }: { profile: Profile }, side: Side): string[] {
  const { functions, arcs } = profile
  const ofSide = side.profile
  const self = functions.name.map((name, row) =>
    side.fn[row] < 0 ? `${name} -` : `${ofSide.functions.name[side.fn[row]]} ${ofSide.functions.self[side.fn[row]]}`,
  )
  const calls = Array.from({ length: arcs.length }, (_, arc) => arc)
    .filter(arc => side.arc[arc] >= 0)
    .map(arc => {
      const caller = arcs.caller[arc]
      const callee = ofSide.functions.name[ofSide.arcs.callee[side.arc[arc]]]
      const name = caller === SPONTANEOUS ? '' : `${ofSide.functions.name[ofSide.arcs.caller[side.arc[arc]]]} > `
      return `${name}${callee} ${ofSide.arcs.count[side.arc[arc]]}`
    })
  return [...self, ...calls.sort()]
}

test('each side is found again by row: its own functions and calls, and none that only the other has', () => {
  expect(told(both, both.a)).toEqual(
    ['main 0.1', 'parse 0.5', 'work 2', 'lex 1', 'old 0.3', 'emit -'].concat([
      'main > parse 1',
      'main > work 10',
      'main NaN',
      'old NaN',
      'parse > lex 100',
      'work > lex 50',
    ]),
  )
  expect(told(both, both.b)).toEqual(
    ['main 0.1', 'parse 0.5', 'work 4', 'lex 1.05', 'old -', 'emit 0.4'].concat(
      ['emit > lex 30', 'main > parse 1', 'main > work 20', 'main NaN', 'parse > lex 100', 'parse > parse 3'],
      ['work > emit 5', 'work > lex 50'],
    ),
  )
  expect(both.profile.total).toBeCloseTo(before.total + after.total, 9)
})

test('after transforms, rows of both lead to what is left of the same functions on each side', () => {
  const hidden: Transform[] = [{ kind: 'hide', match: 'work' }]
  const applied = applyTransforms(both.profile, hidden)
  const sides = transformSides(both, applied, hidden)
  const names = applied.profile.functions.name
  expect(names).not.toContain('work')
  expect(told(applied, sides.a)).toContain(`main ${2.1}`)
  expect(told(applied, sides.b)).toContain(`main ${4.1}`)
  expect(transformSides(both, applyTransforms(both.profile, []), [])).toEqual({ a: both.a, b: both.b })
})

test('figures are told by row of both, with the change and how sure it is', () => {
  const found = compareSides(both, 'time')
  const row = (name: string) => both.profile.functions.name.indexOf(name)
  expect([found.self.a[row('work')], found.self.b[row('work')]]).toEqual([2, 4])
  expect([found.self.a[row('emit')], found.self.b[row('emit')], found.a.has[row('emit')]]).toEqual([0, 0.4, 0])
  expect(found.self.rate[row('work')]).toBeLessThan(0.05)
  expect(found.self.rate[row('lex')]).toBeGreaterThan(0.05)
  const [low, high] = rangeOfChange(found, 'self', row('work'))
  expect(low).toBeGreaterThan(1.5)
  expect(high).toBeLessThan(2.5)
  const mirrored = compareSides({ a: both.b, b: both.a }, 'time')
  expect([mirrored.self.a, mirrored.self.p]).toEqual([found.self.b, found.self.p])
})
