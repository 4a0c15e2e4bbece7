import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutOut, profileFrom, profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { boundsOf } from '../query/bounds.ts'
import { labelsOf } from '../query/names.ts'
import { BoxKind as Box, type BoxRow, type FlameTable, flameBuffers, layoutFlame } from './flame.ts'
import { isInside, labelOfBox, levelsOf, pathOf } from './flameBoxes.ts'

const CUT = 1e-4
const whole = (profile: Profile, cut = CUT) => layoutFlame(profile, { cut, path: [] })

/** One line for each box: two blanks for each level, label, width in units of time, certain part in brackets. */
function sketch(profile: Profile, table: FlameTable): string[] {
  const labels = labelsOf(profile)
  const time = (share: number) => Number((share * profile.total).toFixed(4))
  return Array.from({ length: table.length }, (_, box) => {
    const label = labelOfBox(table, profile, labels, box) + (table.count[box] || '')
    const width = time(table.end[box] - table.start[box])
    return `${'  '.repeat(table.depth[box])}${label} ${width} (${time(table.certain[box])})`
  })
}

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

test('siblings narrower than the cut are one box that counts them, without those that took no time', () => {
  expect(sketch(manySmall, whole(manySmall, 0.08))).toEqual([
    'main 100 (100)', //
    '  big 90 (90)',
    '  …3 10 (0)',
  ])
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
  expect([table.zoomed, table.resolved]).toEqual([2, 2])
})

test('a path draws out a box that is narrower than the cut, and unfolds inside it', () => {
  const table = layoutFlame(manySmall, { cut: 0.08, path: ['main', 's1'] })
  expect(sketch(manySmall, table)).toEqual([
    'main 100 (100)',
    '  big 90 (90)',
    '  s1 7 (7)',
    '    deep 3 (3)',
    '  …2 3 (0)',
  ])
})

test('a path that goes through "n more" keeps the rest of it summed', () => {
  const table = layoutFlame(manySmall, { cut: 0.08, path: ['main', '…', 's2'] })
  expect(sketch(manySmall, table)).toEqual([
    'main 100 (100)',
    '  big 90 (90)',
    '  …3 10 (0)',
    '    s2 2 (2)',
    '    …2 8 (0)',
  ])
})

test('"n more" of very many equals still unfolds', () => {
  const n = 50
  const profile = profileFrom(
    Array.from({ length: n }, (_, i) => `f${i}`),
    Array.from({ length: n }, () => 1),
    [],
  )
  const table = layoutFlame(profile, { cut: 0.1, path: ['…'] })
  expect([table.length, table.count[0]]).toEqual([n + 1, n])
})

test('a path that does not lead anywhere any more is followed as far as it goes', () => {
  const table = layoutFlame(manySmall, { cut: 0.08, path: ['main', 'big', 'gone', 'further'] })
  expect([table.resolved, table.zoomed]).toEqual([2, 1])
  const nothing = layoutFlame(manySmall, { cut: 0.08, path: ['…'] })
  expect([nothing.resolved, nothing.zoomed, nothing.length]).toEqual([0, -1, 3])
})

test('the path of every box leads to it', () => {
  const labels = labelsOf(manySmall)
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

test('a chain of 100,000 calls and a cycle of 10,000 members overflow no stack', () => {
  const n = 100_000
  const chain = profileFrom(
    Array.from({ length: n }, (_, i) => `f${i}`),
    Array.from({ length: n }, (_, i) => (i === n - 1 ? 5 : 0)),
    Array.from({ length: n - 1 }, (_, i) => [i, i + 1, 1]),
  )
  const table = whole(chain)
  expect([table.length, levelsOf(table), table.end[n - 1]]).toEqual([n, n, 1])
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
  const deep = 2000
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
  expect(table.length).toBeLessThanOrEqual(400_000)
})

interface Drawn {
  profile: Profile
  cut: number
  path: string[]
}

/** Any calls, self calls and cycles included, perhaps with entries cut out; and a path, perhaps a wrong one. */
const drawn: fc.Arbitrary<Drawn> = fc.integer({ min: 1, max: 12 }).chain(n =>
  fc
    .record({
      ticks: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: n, maxLength: n }),
      calls: fc.uniqueArray(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.integer({ min: 0, max: 9 })), {
        maxLength: 40,
        selector: ([from, to]) => `${from} ${to}`,
      }),
      missing: fc.oneof(fc.constant<number[]>([]), fc.uniqueArray(fc.nat(n - 1), { maxLength: n })),
      cut: fc.constantFrom(1e-6, 1e-3, 0.02, 0.2),
      path: fc.array(
        fc.oneof(
          fc.constantFrom('…', '<cycle 1>', '<not in this listing>'),
          fc.nat(n).map(i => `f${i}`),
        ),
        {
          maxLength: 5,
        },
      ),
    })
    .map(({ ticks, calls, missing, cut, path }) => {
      const profile = profileFrom(
        ticks.map((_, i) => `f${i}`),
        ticks.map(t => t / 100),
        calls,
      )
      return {
        profile:
          missing.length > 0
            ? cutOut(
                profile,
                missing.map(i => `f${i}`),
                [],
              )
            : profile,
        cut,
        path,
      }
    }),
)

const childrenOf = (table: FlameTable, box: BoxRow): BoxRow[] => {
  const below: BoxRow[] = []
  for (let at = box + 1; at < table.subtreeEnd[box]; at = table.subtreeEnd[at]) below.push(at)
  return below
}
const widthOf = (table: FlameTable, box: BoxRow) => table.end[box] - table.start[box]

test('roots add up to the total, boxes lie side by side within their parent, and each is its own time and its callees', () => {
  fc.assert(
    fc.property(drawn, ({ profile, cut, path }) => {
      const table = layoutFlame(profile, { cut, path })
      if (profile.total === 0) {
        expect(table.length).toBe(0)
        return
      }
      let roots = 0
      for (let box = 0; box < table.length; box = table.subtreeEnd[box]) roots += widthOf(table, box)
      expect(roots).toBeCloseTo(1, 9)
      for (let box = 0; box < table.length; box++) {
        let x = table.start[box]
        for (const below of childrenOf(table, box)) {
          expect(table.parent[below]).toBe(box)
          expect(table.start[below]).toBeCloseTo(x, 12)
          x = table.end[below]
        }
        const own = table.end[box] - x
        expect(own).toBeGreaterThanOrEqual(-1e-12)
        if (profile.times === 'printed' || table.kind[box] > Box.cycle) continue
        const { functions, cycles } = profile
        const fn = table.fn[box]
        const isCycle = table.kind[box] === Box.cycle
        const total = isCycle ? cycles.self[fn] + cycles.children[fn] : functions.self[fn] + functions.children[fn]
        expect(own).toBeCloseTo(isCycle ? 0 : widthOf(table, box) * (functions.self[fn] / total), 9)
      }
    }),
    { numRuns: 300 },
  )
})

test('no function is narrower than the cut unless a path leads to it, and boxes are at most 2 · depth ÷ cut', () => {
  fc.assert(
    fc.property(drawn, ({ profile, cut, path }) => {
      const table = layoutFlame(profile, { cut, path })
      for (let box = 0; box < table.length; box++) {
        const isSummed = table.kind[box] === Box.more
        const leadsOn = table.zoomed >= 0 && isInside(table, table.zoomed, box)
        const isZoomed = table.zoomed >= 0 && isInside(table, box, table.zoomed)
        // In "n more" of equals, the widest counts as wide enough.
        const narrowest = isZoomed
          ? Math.min(cut * widthOf(table, table.zoomed), widthOf(table, table.zoomed + 1))
          : cut
        if (!isSummed && !leadsOn) expect(widthOf(table, box)).toBeGreaterThanOrEqual(narrowest * (1 - 1e-9))
        if (isSummed) expect(table.count[box]).toBeGreaterThan(0)
      }
      const plain = layoutFlame(profile, { cut, path: [] })
      for (let depth = 0; depth < levelsOf(plain); depth++) {
        const boxes = [...plain.level.subarray(plain.levelStart[depth], plain.levelStart[depth + 1])]
        const summed = boxes.filter(box => plain.kind[box] === Box.more)
        expect(boxes.length - summed.length).toBeLessThanOrEqual(1 / cut + 1e-6)
        expect(new Set(summed.map(box => plain.parent[box])).size).toBe(summed.length)
      }
      expect(plain.length).toBeLessThanOrEqual((2 * levelsOf(plain)) / cut)
    }),
    { numRuns: 300 },
  )
})

test('certain ≤ width ≤ most, for every box; and nothing is certain in what the listing leaves out', () => {
  fc.assert(
    fc.property(drawn, ({ profile, cut, path }) => {
      const table = layoutFlame(profile, { cut, path })
      const { most, cycleMost } = boundsOf(profile)
      for (let box = 0; box < table.length; box++) {
        expect(table.certain[box]).toBeGreaterThanOrEqual(0)
        expect(table.certain[box]).toBeLessThanOrEqual(widthOf(table, box) + 1e-9)
        if (table.kind[box] === Box.notListed)
          for (let inside = box; inside < table.subtreeEnd[box]; inside++) expect(table.certain[inside]).toBe(0)
        if (table.kind[box] > Box.cycle) continue
        const highest = (table.kind[box] === Box.cycle ? cycleMost : most)[table.fn[box]] / profile.total
        expect(widthOf(table, box)).toBeLessThanOrEqual(highest + 1e-9)
      }
    }),
    { numRuns: 300 },
  )
})

test('no time gets lost: over all paths, each function is drawn as wide as its time', () => {
  fc.assert(
    fc.property(drawn, ({ profile }) => {
      if (profile.times === 'printed' || profile.total === 0) return
      const table = whole(profile, 1e-9)
      const drawnTime = new Float64Array(profile.functions.length)
      for (let box = 0; box < table.length; box++)
        if (table.kind[box] === Box.function) drawnTime[table.fn[box]] += widthOf(table, box) * profile.total
      for (const [fn, time] of drawnTime.entries())
        expect(time).toBeCloseTo(profile.functions.self[fn] + profile.functions.children[fn], 5)
    }),
  )
})

test('boxes of one level are in order and do not overlap', () => {
  fc.assert(
    fc.property(drawn, ({ profile, cut, path }) => {
      const table = layoutFlame(profile, { cut, path })
      for (let depth = 0; depth < levelsOf(table); depth++)
        for (let i = table.levelStart[depth] + 1; i < table.levelStart[depth + 1]; i++)
          expect(table.start[table.level[i]]).toBeGreaterThanOrEqual(table.end[table.level[i - 1]] - 1e-12)
    }),
  )
})
