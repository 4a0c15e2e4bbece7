import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutOut, profileFrom } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { boundsOf } from '../query/bounds.ts'
import { pruneProfile } from '../share/prune.ts'
import { layoutFlame } from './flame.ts'
import { isInside, undrawnBelow } from './flameBoxes.ts'
import { below, bytesOf } from './flameSketch.fixture.ts'
import { BoxKind as Box, type BoxRow, cycleOf, depthOf, endOf, kindOf, levelEnd, levelsOf } from './flameTable.ts'

interface Drawn {
  profile: Profile
  cut: number
  path: string[]
}

/** Any calls, self calls and cycles included, perhaps with entries cut out, perhaps pruned; and a path, perhaps a wrong one. */
const drawn: fc.Arbitrary<Drawn> = fc.integer({ min: 1, max: 12 }).chain(n =>
  fc
    .record({
      ticks: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: n, maxLength: n }),
      calls: fc.uniqueArray(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.integer({ min: 0, max: 9 })), {
        maxLength: 40,
        selector: ([from, to]) => `${from} ${to}`,
      }),
      missing: fc.oneof(fc.constant<number[]>([]), fc.uniqueArray(fc.nat(n - 1), { maxLength: n })),
      keep: fc.oneof(fc.constant(n), fc.nat(n)),
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
    .map(({ ticks, calls, missing, keep, cut, path }) => {
      const profile = profileFrom(
        ticks.map((_, i) => `f${i}`),
        ticks.map(t => t / 100),
        calls,
      )
      const known =
        missing.length > 0
          ? cutOut(
              profile,
              missing.map(i => `f${i}`),
              [],
            )
          : profile
      return {
        profile: pruneProfile(known, keep),
        cut,
        path,
      }
    }),
)

test('roots add up to the total, boxes lie side by side within their parent, and each is its own time and its callees', () => {
  fc.assert(
    fc.property(drawn, ({ profile, cut, path }) => {
      const table = layoutFlame(profile, { cut, path })
      if (profile.total === 0) {
        expect(table.length).toBe(0)
        return
      }
      const roots = below(table, -1).reduce((sum, box) => sum + table.width[box], table.undrawnRoots.width)
      expect(roots).toBeCloseTo(1, 9)
      expect(table.undrawnRoots.count > 0).toBe(table.undrawnRoots.width > 0)
      for (let box = 0; box < table.length; box++) {
        let x = table.start[box]
        for (const callee of below(table, box)) {
          expect(table.parent[callee]).toBe(box)
          expect(table.start[callee]).toBeCloseTo(x, 12)
          x = endOf(table, callee)
        }
        const own = endOf(table, box) - x - table.undrawn[box] * table.width[box]
        expect(own).toBeGreaterThanOrEqual(-1e-7 * table.width[box])
        if (kindOf(table, box) === Box.more) {
          const { count, width } = undrawnBelow(table, box)
          expect([count > 0, count >= 0]).toEqual([width > 0, true])
          expect(own).toBeCloseTo(0, 7)
        }
        if (profile.times === 'printed' || kindOf(table, box) > Box.cycle) continue
        const { functions, cycles } = profile
        const [fn, cycle] = [table.fn[box], cycleOf(table, box)]
        const total =
          cycle >= 0 ? cycles.self[cycle] + cycles.children[cycle] : functions.self[fn] + functions.children[fn]
        expect(own).toBeCloseTo(cycle >= 0 ? 0 : table.width[box] * (functions.self[fn] / total), 7)
      }
    }),
    { numRuns: 300 },
  )
})

test('what is not drawn is what a finer cut draws, as many callees and as much time', () => {
  fc.assert(
    fc.property(drawn, ({ profile, cut }) => {
      const coarse = layoutFlame(profile, { cut, path: [] })
      const fine = layoutFlame(profile, { cut: 1e-9, path: [] })
      const compare = (box: BoxRow, same: BoxRow) => {
        const drawnHere = below(coarse, box)
        const all = below(fine, same)
        const undrawn = box < 0 ? coarse.undrawnRoots : undrawnBelow(coarse, box)
        const sum = drawnHere.find(callee => kindOf(coarse, callee) === Box.more)
        const kept = drawnHere.filter(callee => callee !== sum)
        const rest = all.slice(kept.length)
        const time = rest.reduce((width, callee) => width + fine.width[callee], 0)
        expect(sum === undefined ? undrawn.count : coarse.count[sum]).toBe(rest.length)
        expect(sum === undefined ? undrawn.width : coarse.width[sum]).toBeCloseTo(time, 7)
        if (sum !== undefined && box >= 0) expect(undrawn).toEqual({ count: 0, width: 0 })
        for (const [i, callee] of kept.entries()) {
          expect(coarse.fn[callee]).toBe(fine.fn[all[i]])
          compare(callee, all[i])
        }
      }
      if (fine.undrawnRoots.count === 0 && fine.undrawn.every(share => share === 0)) compare(-1, -1)
    }),
  )
})

test('no box is narrower than the cut unless a path leads to it, and boxes are at most levels ÷ cut', () => {
  fc.assert(
    fc.property(drawn, ({ profile, cut, path }) => {
      const plain = layoutFlame(profile, { cut, path: [] })
      for (let box = 0; box < plain.length; box++) expect(plain.width[box]).toBeGreaterThanOrEqual(cut * (1 - 1e-12))
      for (let depth = 0; depth < levelsOf(plain); depth++)
        expect(levelEnd(plain, depth) - plain.levelStart[depth]).toBeLessThanOrEqual(1 / cut + 1e-6)
      expect(plain.length).toBeLessThanOrEqual(levelsOf(plain) / cut + 1e-6)

      const table = layoutFlame(profile, { cut, path })
      for (let box = 0; box < table.length; box++) {
        if (kindOf(table, box) === Box.more) expect(table.count[box]).toBeGreaterThan(0)
        if (table.zoomed >= 0 && isInside(table, table.zoomed, box)) continue
        const isZoomed = table.zoomed >= 0 && isInside(table, box, table.zoomed)
        const narrowest = isZoomed ? cut * table.width[table.zoomed] : cut
        // "n more" of too many that are narrow even beside one another shows some all the same.
        const isOfMore = isZoomed && table.parent[box] === table.zoomed && kindOf(table, table.zoomed) === Box.more
        if (!isOfMore) expect(table.width[box]).toBeGreaterThanOrEqual(narrowest * (1 - 1e-9))
      }
      for (let depth = 0; depth < levelsOf(table); depth++)
        expect(levelEnd(table, depth) - table.levelStart[depth]).toBeLessThanOrEqual(2 / cut + 1)
    }),
    { numRuns: 300 },
  )
})

test('a table takes 40 bytes a box at most', () => {
  fc.assert(
    fc.property(drawn, ({ profile, cut, path }) => {
      const table = layoutFlame(profile, { cut, path })
      expect(bytesOf(table)).toBe(36 * table.length + 4 * levelsOf(table))
      expect(levelsOf(table)).toBeLessThanOrEqual(table.length)
    }),
  )
})

test('certain ≤ width ≤ most, for every box; and nothing is certain in what the listing leaves out', () => {
  fc.assert(
    fc.property(drawn, ({ profile, cut, path }) => {
      const table = layoutFlame(profile, { cut, path })
      const { most, cycleMost } = boundsOf(profile)
      for (let box = 0; box < table.length; box++) {
        expect(table.certain[box]).toBeGreaterThanOrEqual(0)
        expect(table.certain[box]).toBeLessThanOrEqual(1)
        for (let above = box; above >= 0; above = table.parent[above])
          if (kindOf(table, above) === Box.notListed) expect(table.certain[box]).toBe(0)
        const cycle = cycleOf(table, box)
        if (kindOf(table, box) > Box.cycle) continue
        const highest = (cycle >= 0 ? cycleMost[cycle] : most[table.fn[box]]) / profile.total
        expect(table.width[box]).toBeLessThanOrEqual(highest + 1e-9)
      }
    }),
    { numRuns: 300 },
  )
})

/**
 * Whether some of the functions that pruning summed may be called below others of them. Then what one of them hands on is
 * a mean of all, and so is what is drawn of those that stay below it.
 */
const hasOthersBelowOthers = ({ pruned, functions }: Profile): boolean =>
  pruned !== undefined && functions.explained.some((explained, fn) => explained === 0 && functions.children[fn] > 0)

test('no time gets lost: over all paths, each function is drawn as wide as its time', () => {
  fc.assert(
    fc.property(drawn, ({ profile }) => {
      if (profile.times === 'printed' || profile.total === 0 || hasOthersBelowOthers(profile)) return
      const table = layoutFlame(profile, { cut: 1e-9, path: [] })
      const drawnTime = new Float64Array(profile.functions.length)
      for (let box = 0; box < table.length; box++)
        if (table.fn[box] >= 0) drawnTime[table.fn[box]] += table.width[box] * profile.total
      for (const [fn, time] of drawnTime.entries())
        expect(time).toBeCloseTo(profile.functions.self[fn] + profile.functions.children[fn], 5)
    }),
  )
})

test('boxes of one level are in order and do not overlap, and each knows its level', () => {
  fc.assert(
    fc.property(drawn, ({ profile, cut, path }) => {
      const table = layoutFlame(profile, { cut, path })
      for (let depth = 0; depth < levelsOf(table); depth++)
        for (let box = table.levelStart[depth]; box < levelEnd(table, depth); box++) {
          expect(depthOf(table, box)).toBe(depth)
          expect(table.parent[box] < 0 ? -1 : depthOf(table, table.parent[box])).toBe(depth - 1)
          if (box === table.levelStart[depth]) continue
          expect(table.start[box]).toBeGreaterThanOrEqual(endOf(table, box - 1) - 1e-12)
          expect(table.parent[box]).toBeGreaterThanOrEqual(table.parent[box - 1])
        }
    }),
  )
})
