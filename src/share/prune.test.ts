import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldedStacks } from '../export/foldedStacks.ts'
import { printReport } from '../export/gprofReport.ts'
import { layoutFlame } from '../layout/flame.ts'
import { profileOf } from '../profile.fixture.ts'
import { NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { boundsOf } from '../query/bounds.ts'
import { labelsOf } from '../query/names.ts'
import { findMatches } from '../query/search.ts'
import { totalOf } from '../query/totals.ts'
import { readProfile } from '../readProfile.ts'
import { anyProfile, anyTransform, drawn } from '../transform/laws.fixture.ts'
import { applyTransforms } from '../transform/transform.ts'
import { pruneProfile } from './prune.ts'
import { through } from './through.fixture.ts'

const sample = async (name: string): Promise<Profile> => {
  const blob = new Blob([readFileSync(join(import.meta.dirname, '../../public/samples', name))])
  const result = await readProfile([{ name, blob }])
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value[0]
}

const anyPruned = fc
  .tuple(anyProfile({ functions: 12, calls: 30 }), fc.nat(12))
  .map(([whole, keep]) => ({ whole, pruned: pruneProfile(whole, keep) }))

test('the others are two rows: where they are called, and where they call', () => {
  const whole = profileOf(`
    main  0.10 -> hot x1, cold x3, odd x1
    hot   0.50 -> leaf x6
    leaf  0.20
    cold  0.02 -> leaf x2, tiny x1
    odd   0.01
    tiny  0.01`)
  expect(drawn(pruneProfile(whole, 3))).toEqual([
    '*0.84 main 0.1+0.74 -> hot x1 0.65, (3 other functions) x4 0.09',
    'hot 0.5+0.15 -> leaf x6 0.15',
    'leaf 0.2+0',
    '(3 other functions) 0.04+0.05',
    '(callers among 3 other functions) 0+0.05 -> leaf x2 0.05',
  ])
})

test('no row has more than all the time, however often the others call one another through those that stay', () => {
  const there = profileOf(`
    main 0.10 -> a x1, b x1
    a    0.00 -> hub x1
    b    0.00 -> hub x1
    hub  0.10 -> c x1, d x1
    c    1.00
    d    1.00`)
  const pruned = pruneProfile(there, 2)
  for (const time of totalOf(pruned)) expect(time).toBeLessThanOrEqual(pruned.total + 1e-9)
  fc.assert(
    fc.property(anyPruned, ({ whole, pruned }) => {
      const most = whole.total + 1e-9
      const isFair = totalOf(whole).every(time => !(time > most))
      for (const time of totalOf(pruned)) expect(isFair && time > most).toBe(false)
    }),
  )
})

test('of a cycle, members that go are one row inside it', () => {
  const whole = profileOf(`
    main 0.10 -> a x1
    a    0.40 -> b x5, c x2
    b    0.20 -> a x3, far x1
    c    0.10 -> a x1, b x1, far x3
    far  0.04`)
  expect(drawn(pruneProfile(whole, 3))).toEqual([
    '*0.84 main 0.1+0.74 -> a x1 0.74',
    'a 0.4+0 -> b x5 NaN, (1 other function of <cycle 1>) x2 NaN',
    'b 0.2+0.01 -> a x3 NaN, (1 other function) x1 0.01',
    '(1 other function of <cycle 1>) 0.1+0.03 -> a x1 NaN, b x1 NaN, (1 other function) x3 0.03',
    '(1 other function) 0.04+0',
  ])
})

/** What holds of a pruned profile, beside what it has of the whole one. */
function checkPruned(whole: Profile, pruned: Profile) {
  const { functions, arcs, cycles, total } = pruned
  const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-9 * Math.max(1, total))
  const rowOf = new Map(Array.from(whole.functions.index, (index, fn) => [index, fn]))
  const was = Array.from(functions.index, index => rowOf.get(index) ?? -1)
  const received = new Float64Array(functions.length)
  const passed = new Float64Array(functions.length)
  const inCycle = new Float64Array(cycles.length)
  let rooted = 0
  for (let arc = 0; arc < arcs.length; arc++) {
    const [from, to] = [arcs.caller[arc], arcs.callee[arc]]
    const time = arcs.self[arc] + arcs.children[arc] || 0
    if (from === SPONTANEOUS) rooted += time
    else passed[from] += time
    if (functions.cycle[to] === NO_CYCLE) received[to] += time
    else inCycle[functions.cycle[to]] += time
    if (was[to] < 0 || (from !== SPONTANEOUS && was[from] < 0)) continue
    const caller = from === SPONTANEOUS ? SPONTANEOUS : was[from]
    const before = whole.arcs.caller.findIndex((row, i) => row === caller && whole.arcs.callee[i] === was[to])
    expect(arcs.count[arc]).toBe(whole.arcs.count[before])
    if (Number.isNaN(whole.arcs.self[before])) expect(arcs.self[arc]).toBeNaN()
    else {
      close(arcs.self[arc], whole.arcs.self[before])
      close(arcs.children[arc], whole.arcs.children[before])
    }
  }
  let self = 0
  for (let fn = 0; fn < functions.length; fn++) {
    self += functions.self[fn]
    if (functions.explained[fn]) {
      close(passed[fn], functions.children[fn])
      if (functions.cycle[fn] === NO_CYCLE) close(received[fn], functions.self[fn] + functions.children[fn])
    }
    if (was[fn] < 0) continue
    expect(functions.name[fn]).toBe(whole.functions.name[was[fn]])
    expect(functions.self[fn]).toBe(whole.functions.self[was[fn]])
    expect(functions.calls[fn]).toBe(whole.functions.calls[was[fn]])
    expect(functions.selfCalls[fn]).toBe(whole.functions.selfCalls[was[fn]])
    close(functions.children[fn], whole.functions.children[was[fn]])
  }
  for (let cycle = 0; cycle < cycles.length; cycle++) {
    const before = whole.cycles.number.indexOf(cycles.number[cycle])
    for (const column of ['self', 'children', 'calls', 'innerCalls'] as const)
      if (!Number.isNaN(whole.cycles[column][before])) close(cycles[column][cycle], whole.cycles[column][before])
    close(inCycle[cycle], cycles.self[cycle] + cycles.children[cycle])
  }
  close(self, total)
  close(rooted, total)
  expect(new Set(labelsOf(pruned)).size).toBe(functions.length)
  const { certain, most } = boundsOf(pruned)
  for (let fn = 0; fn < functions.length; fn++) {
    expect(certain[fn]).toBeLessThanOrEqual(functions.self[fn] + functions.children[fn] + 1e-9)
    expect(most[fn]).toBeGreaterThanOrEqual(functions.self[fn] + functions.children[fn] - 1e-9)
    expect(functions.self[fn]).toBeLessThanOrEqual(total)
  }
}

test('functions that are kept have the figures that they had, and all times add up to the total', () => {
  fc.assert(
    fc.property(anyPruned, ({ whole, pruned }) => {
      if (pruned !== whole) checkPruned(whole, pruned)
    }),
    { numRuns: 300 },
  )
})

test('what was kept is told, and how much of the time that is', () => {
  fc.assert(
    fc.property(anyProfile({ functions: 12 }), fc.nat(12), (whole, keep) => {
      const pruned = pruneProfile(whole, keep)
      if (keep >= whole.functions.length) {
        expect(pruned).toBe(whole)
        return
      }
      const kept = pruned.functions.self.filter((_, fn) => !pruned.functions.name[fn].startsWith('('))
      expect(pruned.pruned?.functions).toBe(kept.length)
      expect(pruned.pruned?.of).toBe(whole.functions.length)
      const share = kept.reduce((sum, time) => sum + time, 0) / whole.total
      if (whole.total > 0) expect(pruned.pruned?.time).toBeCloseTo(share, 9)
      else expect(pruned.pruned?.time).toBeNaN()
    }),
  )
})

test('a pruned profile can be transformed, printed, and packed', async () => {
  await fc.assert(
    fc.asyncProperty(anyPruned, fc.array(anyTransform, { maxLength: 2 }), async ({ pruned }, transforms) => {
      expect((await through({ profile: pruned, source: null, processes: null })).profile).toStrictEqual(pruned)
      const { profile, steps } = applyTransforms(pruned, transforms)
      const lost = steps.reduce((sum, step) => sum + step.lost, 0)
      expect(profile.total + lost).toBeCloseTo(pruned.total, 9)
      const table = layoutFlame(profile, { cut: 1e-4, path: [] })
      for (const width of table.width) expect(width).toBeLessThan(1 + 1e-9)
      expect(foldedStacks({ profile, table }).length).toBeGreaterThanOrEqual(Math.min(1, table.length))
      expect(findMatches(profile, 'other')?.time).toBeLessThan(profile.total + 1e-9)
      expect(printReport(profile)).toContain('Call graph')
    }),
  )
})

test('without some calls nothing can be worked out where others are summed', () => {
  const pruned = pruneProfile(profileOf('main 1 -> a x1, b x1\n a 0.5\n b 0.2'), 2)
  const { steps } = applyTransforms(pruned, [{ kind: 'cut', arcs: [{ caller: 'main', callee: 'a' }] }])
  expect(steps[0].error?.message).toMatch(/parts of it are missing/)
})

test.each(['cyc.txt', 'backend.txt.gz', 'templates.txt.gz'])('%s adds up whatever is kept of it', async name => {
  const whole = await sample(name)
  for (const keep of [0, 1, 10, 30, 100]) {
    const pruned = pruneProfile(whole, keep)
    if (pruned === whole) continue
    checkPruned(whole, pruned)
    const roots = layoutFlame(pruned, { cut: 1e-3, path: [] })
    const wide = roots.width.filter((_, box) => roots.parent[box] < 0).reduce((sum, width) => sum + width, 0)
    expect(wide + roots.undrawnRoots.width).toBeCloseTo(1, 9)
  }
})

test('of a cut listing the figures are those that it printed', async () => {
  const whole = await sample('walsender-excerpt.txt')
  for (const keep of [0, 3, 12, 40]) {
    const pruned = pruneProfile(whole, keep)
    const { functions } = pruned
    for (const [fn, name] of functions.name.entries()) {
      const was = whole.functions.name.indexOf(name)
      if (was < 0) continue
      expect(functions.self[fn]).toBe(whole.functions.self[was])
      expect(functions.children[fn]).toBe(whole.functions.children[was])
    }
    const sum = (times: Float64Array) => times.reduce((all, time) => all + (time || 0), 0)
    expect(sum(functions.self)).toBeCloseTo(sum(whole.functions.self), 9)
    expect(pruned.total).toBe(whole.total)
    expect((await through({ profile: pruned, source: null, processes: null })).profile).toStrictEqual(pruned)
  }
})
