import { expect, test } from 'vitest'
import { chainOf, cutOut, layersOf, profileFrom, profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { labelsOf } from '../query/names.ts'
import { layoutFlame } from './flame.ts'
import { boxOfPath, labelOfBox, pathOf, undrawnBelow } from './flameBoxes.ts'
import { bytesOf, sketch } from './flameSketch.fixture.ts'
import { flameBuffers, levelsOf } from './flameTable.ts'

const CUT = 1e-4
const whole = (profile: Profile, cut = CUT) => layoutFlame(profile, { cut, path: [] })

test('a callee is drawn under each caller, as wide as the time of the arc, the heaviest first', () => {
  const profile = profileOf(`
    main 1 -> a x1, b x1
    a    1 -> f x3
    b    4 -> f x1
    f    4`)
  expect(sketch(profile, whole(profile))).toEqual([
    'main 10 (6)', //
    '  b 5 (4)',
    '    f 1 (0)',
    '  a 4 (1)',
    '    f 3 (0)',
  ])
})

test('spontaneous functions stand beside one another at the top', () => {
  const profile = profileOf(`
    main    1
    handler 3`)
  expect(sketch(profile, whole(profile))).toEqual(['handler 3 (3)', 'main 1 (1)'])
})

test('a cycle is one box, its members stand in it by their self and outgoing time, and calls among them are not unfolded', () => {
  const profile = profileOf(`
    main 2 -> a x1
    a    1 -> b x3, c x1
    b    2 -> a x2
    c    3`)
  expect(sketch(profile, whole(profile))).toEqual([
    'main 8 (8)', //
    '  <cycle 1> 6 (6)',
    '    a 4 (4)',
    '      c 3 (3)',
    '    b 2 (2)',
  ])
})

test('calls of one function into several members of a cycle are one box', () => {
  const profile = profileOf(`
    main 1 -> a x1, b x3
    a    1 -> b x1
    b    2 -> a x1`)
  const table = whole(profile)
  expect(sketch(profile, table)).toEqual(['main 4 (4)', '  <cycle 1> 3 (3)', '    b 2 (2)', '    a 1 (1)'])
})

test('a function that calls itself is not unfolded into itself', () => {
  const profile = profileOf(`
    main 1 -> f x1
    f    2 -> f x50`)
  expect(sketch(profile, whole(profile))).toEqual(['main 3 (3)', '  f 2 (2)'])
})

test('what is called from the code alone, never in the run, has its time at the top', () => {
  const profile = profileOf(`
    main 1 -> f x0
    f    2`)
  expect(sketch(profile, whole(profile))).toEqual(['f 2 (2)', 'main 1 (1)'])
})

const manySmall = profileOf(`
  main  0 -> big x1, s1 x1, s2 x1, s3 x1, none x1
  big   90
  s1    4 -> deep x1
  s2    2
  s3    1
  deep  3
  none  0`)
const labels = labelsOf(manySmall)

test('siblings narrower than the cut are one box that counts them, without those that took no time', () => {
  expect(sketch(manySmall, whole(manySmall, 0.08))).toEqual([
    'main 100 (100)', //
    '  big 90 (90)',
    '  …3 10 (0)',
  ])
})

test('where what is narrower than the cut is so together, too, it is counted at the box above', () => {
  expect(sketch(manySmall, whole(manySmall, 0.2))).toEqual(['main 100 (100) - 3: 10', '  big 90 (90)'])
  const roots = profileOf(`
    a 90
    b 6
    c 4`)
  const table = whole(roots, 0.2)
  expect(sketch(roots, table)).toEqual(['a 90 (90)'])
  expect(table.undrawnRoots).toEqual({ count: 2, width: 0.1 })
})

test('zooming to "n more" unfolds it, with a cut in proportion to its width', () => {
  const table = layoutFlame(manySmall, { cut: 0.08, path: ['main', '…'] })
  expect(sketch(manySmall, table)).toEqual([
    'main 100 (100)',
    '  big 90 (90)',
    '  …3 10 (0)',
    '    s1 7 (7)',
    '      deep 3 (3)',
    '    s2 2 (2)',
    '    s3 1 (1)',
  ])
  expect([table.zoomed, table.resolved]).toEqual([boxOfPath(table, manySmall, labels, ['main', '…']), 2])
})

test('the less of the zoomed box is looked at the finer it unfolds, and its path stands for the same box', () => {
  const boxesIn = (inView: number, ...path: string[]) =>
    sketch(manySmall, layoutFlame(manySmall, { cut: 0.08, path, inView }))
  expect(boxesIn(0.5, 'main')).toEqual(['main 100 (100) - 2: 3', '  big 90 (90)', '  s1 7 (7) - 1: 3'])
  expect(boxesIn(0.01, 'main', '…')).toEqual(boxesIn(1, 'main', '…'))
})

test('a path draws out a box that is narrower than the cut, and unfolds inside it', () => {
  const table = layoutFlame(manySmall, { cut: 0.08, path: ['main', 's1'] })
  expect(sketch(manySmall, table)).toEqual(['main 100 (100) - 2: 3', '  big 90 (90)', '  s1 7 (7)', '    deep 3 (3)'])
})

test('a path that goes through "n more" leaves the rest of it in that box', () => {
  const table = layoutFlame(manySmall, { cut: 0.08, path: ['main', '…', 's2'] })
  expect(sketch(manySmall, table)).toEqual(['main 100 (100)', '  big 90 (90)', '  …3 10 (0) - 2: 8', '    s2 2 (2)'])
})

test('"n more" of 50,000 equals unfolds a part at a time, so that no level has more than 1/cut boxes', () => {
  const n = 50_000
  const wide = profileFrom(
    Array.from({ length: n + 1 }, (_, i) => `f${i}`),
    Array.from({ length: n + 1 }, (_, i) => (i === n ? 0 : 1)),
    Array.from({ length: n }, (_, i) => [n, i, 1]),
  )
  expect(sketch(wide, whole(wide))).toEqual([`f${n} 50000 (50000)`, '  …50000 50000 (0)'])
  const once = layoutFlame(wide, { cut: CUT, path: [`f${n}`, '…'] })
  expect([once.length, once.count[1], once.count[once.length - 1]]).toEqual([2 + 10_000, n, n - 9999])
  const twice = layoutFlame(wide, { cut: CUT, path: [`f${n}`, '…', '…'] })
  expect([twice.count[2], levelsOf(twice), twice.resolved]).toEqual([n - 9999, 4, 3])
  expect(undrawnBelow(twice, 1)).toEqual({ count: 9999, width: expect.closeTo(0.2, 4) })
  expect(labelOfBox(twice, wide, labelsOf(wide), 3)).toBe('f9999')
  const few = layoutFlame(wide, { cut: 1e-5, path: [] })
  expect([few.length, bytesOf(few) / few.length]).toEqual([n + 1, expect.closeTo(36, 3)])
})

test('"n more" of more equals than a level may have still unfolds', () => {
  const profile = profileFrom(
    Array.from({ length: 50 }, (_, i) => `f${i}`),
    Array.from({ length: 50 }, () => 1),
    [],
  )
  const table = layoutFlame(profile, { cut: 0.1, path: ['…'] })
  expect([table.length, table.count[0], table.count[10]]).toEqual([11, 50, 41])
})

test('a path that does not lead anywhere any more is followed as far as it goes', () => {
  const table = layoutFlame(manySmall, { cut: 0.08, path: ['main', 'big', 'gone', 'further'] })
  expect([table.resolved, table.zoomed]).toEqual([2, 1])
  const nothing = layoutFlame(manySmall, { cut: 0.08, path: ['main', 'big', '…', 'further'] })
  expect([nothing.resolved, nothing.zoomed]).toEqual([3, 1])
})

test('a path through "n more" still leads to what a finer cut draws beside it', () => {
  const zoomed = (cut: number, ...path: string[]) => {
    const table = layoutFlame(manySmall, { cut, path })
    return [pathOf(table, manySmall, labels, table.zoomed), table.resolved]
  }
  expect(zoomed(0.005, 'main', '…')).toEqual([['main'], 2])
  expect(zoomed(0.005, 'main', '…', 's1', 'deep')).toEqual([['main', 's1', 'deep'], 4])
  expect(zoomed(0.025, 'main', '…', 's1')).toEqual([['main', 's1'], 3])
  expect(zoomed(0.025, 'main', '…', 's2')).toEqual([['main', '…', 's2'], 3])
  expect(zoomed(0.025, '…', 'main', 'big')).toEqual([['main', 'big'], 3])
})

test('the path of every box leads to it', () => {
  const table = layoutFlame(manySmall, { cut: 0.08, path: ['main', '…', 's2'] })
  for (let box = 0; box < table.length; box++) {
    const path = pathOf(table, manySmall, labels, box)
    const again = layoutFlame(manySmall, { cut: 0.08, path })
    expect(pathOf(again, manySmall, labels, again.zoomed)).toEqual(path)
  }
})

test('time whose callees a cut listing leaves out is a box of its own, and pieces without known callers are in it', () => {
  const profile = cutOut(
    profileOf(`
      main  1 -> loop x1
      loop  1 -> reply x5
      reply 1 -> free x7
      free  7`),
    ['loop', 'reply'],
    [],
  )
  // Known: the entry of main (loop has 9 in all), and the entry of free (reply passed 7 to it).
  expect(sketch(profile, whole(profile))).toEqual([
    'main 10 (2)',
    '  loop 9 (1)',
    '    <not in this listing> 8 (0)',
    '      reply 8 (0)',
    '        free 7 (0)',
  ])
})

test('a piece without known callers is drawn as wide as its time, also where more time than that is unexplained', () => {
  const profile = cutOut(
    profileOf(`
      main  1 -> loop x1
      loop  1 -> reply x5, other x1
      reply 1 -> free x7
      free  2
      other 6`),
    ['loop', 'reply'],
    ['other'],
  )
  expect(sketch(profile, whole(profile)).slice(0, 5)).toEqual([
    'main 11 (2)',
    '  loop 10 (1)',
    '    <not in this listing> 9 (0)',
    '      other 6 (0)',
    '      reply 3 (0)',
  ])
  const withoutOther = {
    ...profile,
    functions: { ...profile.functions, self: profile.functions.self.with(4, Number.NaN) },
  }
  withoutOther.functions.children = profile.functions.children.with(4, Number.NaN)
  expect(sketch(withoutOther, whole(withoutOther)).slice(2)).toEqual([
    '    <not in this listing> 9 (0)',
    '      reply 3 (0)',
    '        free 2 (0)',
  ])
})

test('where even the roots are cut out, all time is in a box "not in this listing"', () => {
  const profile = cutOut(
    profileOf(`
      main  1 -> reply x1
      reply 1 -> free x7
      free  2`),
    ['main', 'reply'],
    [],
  )
  expect(sketch(profile, whole(profile))).toEqual([
    '<not in this listing> 4 (0)',
    '  reply 3 (0)',
    '    free 2 (0)',
    '  main 1 (0)',
  ])
})

test('an empty profile has no boxes', () => {
  expect(whole(profileOf('main 0')).length).toBe(0)
  expect(whole(profileFrom([], [], [])).length).toBe(0)
})

test('a table can be handed over to another thread and arrives whole', () => {
  const table = whole(manySmall)
  const copy = structuredClone(table)
  const moved = structuredClone(table, { transfer: flameBuffers(table) as ArrayBuffer[] })
  expect(moved).toEqual(copy)
  expect(table.start.length).toBe(0)
})

test.each([10_000, 100_000])('a chain of %i calls overflows no stack', n => {
  const chain = chainOf(n)
  const table = whole(chain)
  expect([table.length, levelsOf(table), table.width[n - 1]]).toEqual([n, n, 1])
  expect(bytesOf(table)).toBe(40 * n)
})

test('a million boxes are possible', () => {
  const table = whole(layersOf(6), 9e-7)
  expect([table.length, levelsOf(table), table.cut]).toEqual([1_111_110, 6, 9e-7])
  expect(bytesOf(table)).toBe(36 * table.length + 24)
})

test('a cycle of 10,000 members is a box with as many in it', () => {
  const m = 10_000
  const ring = profileFrom(
    Array.from({ length: m }, (_, i) => `f${i}`),
    Array.from({ length: m }, () => 1),
    Array.from({ length: m }, (_, i) => [i, (i + 1) % m, 1]),
  )
  expect(whole(ring).length).toBe(m + 1)
  expect(sketch(ring, whole(ring, 0.01))).toEqual(['<cycle 1> 10000 (10000)', '  …10000 10000 (0)'])
})

test('a graph whose many paths all stay wide to a great depth is cut more coarsely, instead of filling the memory', () => {
  const fan = 400
  const deep = 6000
  const names = Array.from({ length: 1 + fan + deep }, (_, i) => `f${i}`)
  const calls: [number, number, number][] = []
  for (let i = 0; i < fan; i++) calls.push([0, 1 + i, 1], [1 + i, 1 + fan, 1])
  for (let i = 0; i < deep - 1; i++) calls.push([1 + fan + i, 2 + fan + i, 1])
  const profile = profileFrom(
    names,
    names.map((_, i) => (i === names.length - 1 ? 1 : 0)),
    calls,
  )
  const table = whole(profile)
  expect(table.cut).toBeGreaterThan(CUT)
  expect(table.length).toBeLessThanOrEqual(2_000_000)
})
