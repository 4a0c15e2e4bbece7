// The charts against what may really have happened: in every run that gprof would have recorded as this profile,
// whatever each call cost, the time of each path lies in the range that its box states.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Profile } from '../profile.ts'
import { allRuns, type Call, costsOf, isReachedTwice, pathOfCall, runOf } from '../query/runs.fixture.ts'
import { randomNumbers } from '../randomNumbers.fixture.ts'
import { anyProfile } from '../transform/laws.fixture.ts'
import { layoutFlame } from './flame.ts'
import { mostOf } from './flameBoxes.ts'
import { below } from './flameSketch.fixture.ts'
import { cycleOf, type FlameTable } from './flameTable.ts'

const CUT = 1e-9

/** Nodes from the root to a box. */
function nodesOf(profile: Profile, table: FlameTable, box: number): number[] {
  const nodes: number[] = []
  for (let at = box; at >= 0; at = table.parent[at]) {
    const cycle = cycleOf(table, at)
    nodes.unshift(cycle >= 0 ? profile.functions.length + cycle : table.fn[at])
  }
  return nodes
}

const key = (nodes: number[]) => nodes.join(' ')

/** By path from the root: the sum of some figure of each call that is on it or below. */
function sumByPath(profile: Profile, run: Call[], figures: number[]): Map<string, number> {
  const sums = new Map<string, number>()
  run.forEach((_, call) => {
    const path = pathOfCall(profile, run, call)
    for (let end = 1; end <= path.length; end++) {
      const prefix = key(path.slice(0, end))
      sums.set(prefix, (sums.get(prefix) ?? 0) + figures[call])
    }
  })
  return sums
}

/** By path up from a function: the sum of some figure of each call of it that came that way, or below. */
function sumByCallers(profile: Profile, run: Call[], figures: number[], fn: number): Map<string, number> {
  const sums = new Map<string, number>()
  run.forEach((_, call) => {
    const path = pathOfCall(profile, run, call)
    for (let end = path.indexOf(fn); end >= 0; end--) {
      const up = key(path.slice(end, path.indexOf(fn) + 1).reverse())
      sums.set(up, (sums.get(up) ?? 0) + figures[call])
    }
  })
  return sums
}

function expectInRange(profile: Profile, table: FlameTable, truth: Map<string, number>) {
  for (let box = 0; box < table.length; box++) {
    const time = truth.get(key(nodesOf(profile, table, box))) ?? 0
    const certain = table.certain[box] * table.width[box] * table.total
    expect(time).toBeGreaterThanOrEqual(certain * (1 - 1e-6) - 1e-9)
    expect(time).toBeLessThanOrEqual(mostOf(table, box) + 1e-9)
  }
}

const small = anyProfile({ functions: 6, calls: 9 })

test('whatever each call cost, the time of each path is in the range of its box, down and up', () => {
  fc.assert(
    fc.property(small, fc.nat(), (profile, seed) => {
      const random = randomNumbers(seed)
      const choose = (n: number) => Math.floor(random() * n)
      const down = layoutFlame(profile, { cut: CUT, path: [] })
      const ups = profile.functions.name.map(root =>
        layoutFlame(profile, { cut: CUT, path: [], root, toward: 'callers' }),
      )
      for (let i = 0; i < 10; i++) {
        const run = runOf(profile, choose)
        const costs = costsOf(profile, run, choose)
        expectInRange(profile, down, sumByPath(profile, run, costs))
        for (const [fn, up] of ups.entries()) expectInRange(profile, up, sumByCallers(profile, run, costs, fn))
      }
    }),
    { numRuns: 200 },
  )
})

/** Small enough to look at every run. */
const tiny = anyProfile({ acyclic: true, functions: 5, calls: 5, count: 2 }).map(profile => ({
  profile,
  runs: allRuns(profile, 2000),
}))

test('of all runs, own time that no run takes away from its path is what adds up to what is certain', () => {
  fc.assert(
    fc.property(tiny, ({ profile, runs }) => {
      if (!runs) return
      const table = layoutFlame(profile, { cut: CUT, path: [] })
      // If in some run some call of a function is elsewhere, all of the function's time may have been spent in that one.
      const isAlwaysHere = new Map<string, boolean>()
      for (const run of runs) {
        const pathsByFunction = new Map<number, Set<string>>()
        run.forEach(({ fn }, call) => {
          const path = key(pathOfCall(profile, run, call))
          pathsByFunction.set(fn, (pathsByFunction.get(fn) ?? new Set()).add(path))
        })
        for (const all of pathsByFunction.values())
          for (const path of all) isAlwaysHere.set(path, all.size === 1 && isAlwaysHere.get(path) !== false)
      }
      const always = (path: string) =>
        isAlwaysHere.get(path) === true &&
        runs.every(run => run.some((_, call) => key(pathOfCall(profile, run, call)) === path))
      const certainBelow = (box: number): number => {
        const nodes = nodesOf(profile, table, box)
        const own = always(key(nodes)) ? profile.functions.self[nodes[nodes.length - 1]] : 0
        return below(table, box).reduce((sum, callee) => sum + certainBelow(callee), own)
      }
      for (let box = 0; box < table.length; box++)
        expect(table.certain[box] * table.width[box] * table.total).toBeCloseTo(certainBelow(box), 6)
    }),
    { numRuns: 200 },
  )
})

test('of all runs, one spends the most that a box may have, where nothing below is reached two ways', () => {
  fc.assert(
    fc.property(tiny, ({ profile, runs }) => {
      if (!runs) return
      const { self } = profile.functions
      const down = layoutFlame(profile, { cut: CUT, path: [] })
      const greatest = new Map<string, number>()
      for (const run of runs) {
        // Any one call of a function may have cost all its time; so a path gets that of all functions called below it.
        const functionsOn = new Map<string, Set<number>>()
        run.forEach(({ fn }, call) => {
          const path = pathOfCall(profile, run, call)
          for (let end = 1; end <= path.length; end++) {
            const prefix = key(path.slice(0, end))
            functionsOn.set(prefix, (functionsOn.get(prefix) ?? new Set()).add(fn))
          }
        })
        for (const [path, fns] of functionsOn) {
          const time = [...fns].reduce((sum, fn) => sum + self[fn], 0)
          greatest.set(path, Math.max(greatest.get(path) ?? 0, time))
        }
      }
      for (let box = 0; box < down.length; box++) {
        const nodes = nodesOf(profile, down, box)
        const most = mostOf(down, box)
        const reached = greatest.get(key(nodes)) ?? 0
        expect(reached).toBeLessThanOrEqual(most + 1e-9)
        if (!isReachedTwice(profile, nodes[nodes.length - 1])) expect(reached).toBeCloseTo(most, 9)
      }
    }),
    { numRuns: 200 },
  )
})

test('of all runs, one brings none of the time of a function by a way up that is not certain, and all of it by any, where nothing below is reached two ways', () => {
  fc.assert(
    fc.property(tiny, ({ profile, runs }) => {
      if (!runs) return
      const { self } = profile.functions
      for (const [fn, root] of profile.functions.name.entries()) {
        const up = layoutFlame(profile, { cut: CUT, path: [], root, toward: 'callers' })
        for (let box = 0; box < up.length; box++) {
          const way = key(nodesOf(profile, up, box))
          let least = Number.POSITIVE_INFINITY
          let greatest = 0
          for (const run of runs) {
            const on = new Set<number>()
            const beside = new Set<number>()
            run.forEach((call, at) => {
              const path = pathOfCall(profile, run, at)
              const isBelow = path.includes(fn)
              const came = isBelow ? key(path.slice(0, path.indexOf(fn) + 1).reverse()) : ''
              if (isBelow && (came === way || came.startsWith(`${way} `))) on.add(call.fn)
              else beside.add(call.fn)
            })
            const sum = (fns: Iterable<number>) => [...fns].reduce((time, each) => time + self[each], 0)
            least = Math.min(least, sum([...on].filter(each => !beside.has(each))))
            greatest = Math.max(greatest, sum(on))
          }
          const most = mostOf(up, box)
          expect(greatest).toBeLessThanOrEqual(most + 1e-9)
          if (!isReachedTwice(profile, fn)) expect(greatest).toBeCloseTo(most, 9)
          const certain = up.certain[box] * up.width[box] * up.total
          expect(least).toBeGreaterThanOrEqual(certain - 1e-6)
          // Time of what is reached two ways below the function has two places, though both are below it.
          if (certain === 0 && !isReachedTwice(profile, fn)) expect(least).toBe(0)
        }
      }
    }),
    { numRuns: 200 },
  )
})
