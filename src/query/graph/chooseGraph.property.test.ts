import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutOut, profileFrom } from '../../profile.fixture.ts'
import { type FunctionRow, type Profile, SPONTANEOUS } from '../../profile.ts'
import { pruneProfile } from '../../share/prune.ts'
import { anyTransform, anyProfile as anyWhole } from '../../transform/laws.fixture.ts'
import { applyTransforms } from '../../transform/transform.ts'
import { isRoot } from '../adjacency.ts'
import { chooseGraph, type GraphOptions, type VisibleGraph } from './chooseGraph.ts'
import { residualsOf } from './residuals.ts'

const MOST = 14

/** Profiles of any shape: with cycles, recursion and several roots; some by calls alone, some with entries cut out or pruned. */
const anyProfile = fc.integer({ min: 2, max: MOST }).chain(n =>
  fc
    .record({
      ticks: fc.oneof(
        { weight: 4, arbitrary: fc.array(fc.nat(50), { minLength: n, maxLength: n }) },
        { weight: 1, arbitrary: fc.constant(new Array<number>(n).fill(0)) },
      ),
      calls: fc.uniqueArray(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.integer({ min: 1, max: 9 })), {
        maxLength: 3 * n,
        selector: ([from, to]) => from * n + to,
      }),
      downwards: fc.boolean(),
      keep: fc.oneof({ weight: 3, arbitrary: fc.constant(n) }, { weight: 1, arbitrary: fc.nat(n) }),
      cut: fc.oneof({ weight: 4, arbitrary: fc.constant<number[]>([]) }, fc.array(fc.nat(n - 1), { maxLength: 3 })),
    })
    .map(({ ticks, calls, downwards, keep, cut }) => {
      // Turned round, a call that leads up leads down: without it, most profiles of this size are one cycle.
      const turned = calls.map(([from, to, count]): [number, number, number] =>
        downwards && from > to ? [to, from, count] : [from, to, count],
      )
      const pairs = new Map(turned.map(call => [`${call[0]} ${call[1]}`, call]))
      const whole = profileFrom(
        ticks.map((_, i) => `f${i}`),
        ticks,
        [...pairs.values()],
      )
      const known =
        cut.length === 0
          ? whole
          : cutOut(
              whole,
              cut.map(fn => `f${fn}`),
              [],
            )
      return pruneProfile(known, keep)
    }),
)

const anyFunction = fc.nat(MOST - 1)
const few = fc.array(anyFunction, { maxLength: 3 })
const anyWish = fc.record({
  budget: fc.integer({ min: 1, max: 8 }),
  minShare: fc.constantFrom(Number.NaN, 0.5, 0.1, 0.01, 0),
  pinned: few,
  folded: few,
  opened: fc.array(
    fc.record({
      fn: anyFunction,
      side: fc.constantFrom('callers' as const, 'callees' as const),
      count: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 3 },
  ),
  around: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    fc.record({ fn: anyFunction, callers: fc.nat(3), callees: fc.nat(3) }),
  ),
})

/** A wish as far as it is about functions that a profile has. */
function within(profile: Profile, wish: Required<GraphOptions>): GraphOptions {
  const has = (fn: FunctionRow) => fn < profile.functions.length
  return {
    ...wish,
    pinned: wish.pinned.filter(has),
    folded: wish.folded.filter(has),
    opened: wish.opened.filter(({ fn }) => has(fn)),
    around: wish.around && has(wish.around.fn) ? wish.around : null,
  }
}

/** Each profile with a wish about functions that it has. */
const asked = fc
  .tuple(anyProfile, anyWish)
  .map(([profile, wish]): [Profile, GraphOptions] => [profile, within(profile, wish)])

const sum = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0)

test('what flows into and out of a function shown, drawn or summed, is what its entry says', () => {
  fc.assert(
    fc.property(asked, ([profile, options]) => expectFlowsToAddUp(profile, options)),
    { numRuns: 1000 },
  )
})

test('and so it is of what any transforms leave', () => {
  const transforms = fc.array(anyTransform, { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(anyWhole(), transforms, anyWish, (whole, list, wish) => {
      const { profile } = applyTransforms(whole, list)
      expectFlowsToAddUp(profile, within(profile, wish))
    }),
    { numRuns: 500 },
  )
})

function expectFlowsToAddUp(profile: Profile, options: GraphOptions): void {
  const graph = chooseGraph(profile, options)
  for (const fn of graph.functions) {
    const into = flowAt(profile, graph, fn, 'callers')
    const out = flowAt(profile, graph, fn, 'callees')
    expect(into.shown).toBeCloseTo(into.entry, 6)
    expect(out.shown).toBeCloseTo(out.entry, 6)
    if (profile.times !== 'recomputed' || !profile.functions.explained[fn]) continue
    const { self, children, cycle, calls } = profile.functions
    // A transform keeps the calls of a function as they were counted, those of callers that are gone among them.
    if (graph.of === 'calls' && profile.selfRange) expect(into.entry).toBeLessThanOrEqual(calls[fn] || 0)
    else if (graph.of === 'calls') expect(into.entry).toBe(calls[fn] || 0)
    else {
      expect(out.entry).toBeCloseTo(children[fn], 6)
      if (cycle[fn] < 0) expect(into.entry).toBeCloseTo(self[fn] + children[fn], 6)
    }
  }
  for (const { time, calls, functions } of graph.sums) expect(Math.min(time, calls) >= 0 && functions > 0).toBe(true)
}

/** Time, or calls, of the arcs on one side of a function: by its entry, and by all that the picture shows. */
function flowAt({ arcs }: Profile, graph: VisibleGraph, fn: FunctionRow, side: 'callers' | 'callees') {
  const [near, far] = side === 'callers' ? [arcs.callee, arcs.caller] : [arcs.caller, arcs.callee]
  const rows = [...arcs.caller.keys()].filter(arc => near[arc] === fn && far[arc] !== fn)
  const byTime = graph.of === 'time'
  const amount = (arc: number) => (byTime ? arcs.self[arc] + arcs.children[arc] : arcs.count[arc]) || 0
  const isSpontaneous = (arc: number) => arcs.caller[arc] === SPONTANEOUS
  const drawn = rows.filter(arc => isSpontaneous(arc) || graph.arcs.includes(arc))
  const links = graph.elided.filter(link => (side === 'callers' ? link.callee : link.caller) === fn)
  const sums = graph.sums.filter(hidden => hidden.fn === fn && hidden.side === side)
  return {
    entry: sum(rows.map(amount)),
    shown:
      sum(drawn.map(amount)) +
      sum(links.map(({ time }) => time || 0)) +
      sum(sums.map(s => (byTime ? s.time : s.calls))),
  }
}

test('what passes through hidden functions is what all paths through them carry', () => {
  fc.assert(
    fc.property(anyProfile, fc.uniqueArray(anyFunction, { maxLength: 5 }), (profile, rows) => {
      const { functions, arcs, cycles } = profile
      fc.pre(profile.times === 'recomputed')
      const shown = rows.filter(fn => fn < functions.length).sort((a, b) => a - b)
      const touched = new Set(shown.map(fn => functions.cycle[fn]).filter(cycle => cycle >= 0))
      const time = (arc: number) => arcs.self[arc] + arcs.children[arc] || 0
      const total = (fn: FunctionRow) =>
        functions.cycle[fn] < 0
          ? functions.self[fn] + functions.children[fn]
          : cycles.self[functions.cycle[fn]] + cycles.children[functions.cycle[fn]]
      /** Goes every way on from a function, or from any member of its cycle. */
      const follow = (amount: number, at: FunctionRow, to: FunctionRow): number => {
        if (at === to) return amount
        if (amount === 0 || shown.includes(at) || touched.has(functions.cycle[at])) return 0
        const isHere = (fn: FunctionRow) =>
          fn === at || (functions.cycle[at] >= 0 && functions.cycle[fn] === functions.cycle[at])
        const next = [...arcs.caller.keys()].filter(arc => isHere(arcs.caller[arc]) && !isHere(arcs.callee[arc]))
        return sum(next.map(arc => follow((amount * time(arc)) / total(at), arcs.callee[arc], to)))
      }
      const residuals = residualsOf(profile, shown)
      shown.forEach((from, i) => {
        shown.forEach((to, j) => {
          const out = [...arcs.caller.keys()].filter(
            arc => arcs.caller[arc] === from && !shown.includes(arcs.callee[arc]),
          )
          expect(residuals[i * shown.length + j]).toBeCloseTo(
            sum(out.map(arc => follow(time(arc), arcs.callee[arc], to))),
            6,
          )
        })
      })
    }),
    { numRuns: 300 },
  )
})

test('nothing hangs in the air: edges join what is shown, and lead to each function from a root', () => {
  fc.assert(
    fc.property(asked, ([profile, options]) => {
      const graph = chooseGraph(profile, options)
      const { functions, elided } = graph
      const all = new Set(functions)
      const arcs = graph.arcs.map(arc => ({ caller: profile.arcs.caller[arc], callee: profile.arcs.callee[arc] }))
      for (const edges of [arcs, elided]) {
        for (const { caller, callee } of edges) expect([all.has(caller), all.has(callee)]).toEqual([true, true])
        expect(new Set(edges.map(({ caller, callee }) => `${caller} ${callee}`)).size).toBe(edges.length)
      }
      expect(functions.length + graph.hidden).toBe(profile.functions.length)
      if (options.around) {
        if (!options.opened?.length) expect(reachable([options.around.fn], [...arcs, ...elided], 'any')).toEqual(all)
        return
      }
      for (const fn of options.pinned) expect(all.has(fn)).toBe(true)
      // In a listing with holes some are called by one another only.
      const rooted = reachable(rootsOf(profile), recorded(profile), 'down')
      const starts = functions.filter(fn => !rooted.has(fn) || rootsOf(profile).includes(fn))
      expect(reachable(starts, [...arcs, ...elided], 'down')).toEqual(all)
    }),
    { numRuns: 1000 },
  )
})

/** Functions that nobody calls, or nobody is known to call. */
function rootsOf(profile: Profile): FunctionRow[] {
  const called = new Set(recorded(profile).map(({ callee }) => callee))
  return [...profile.functions.name.keys()].filter(fn => isRoot(profile, fn) || !called.has(fn))
}

const recorded = ({ arcs }: Profile) =>
  [...arcs.caller.keys()]
    .map(arc => ({ caller: arcs.caller[arc], callee: arcs.callee[arc] }))
    .filter(({ caller, callee }) => caller !== SPONTANEOUS && caller !== callee)

function reachable(
  from: FunctionRow[],
  edges: { caller: FunctionRow; callee: FunctionRow }[],
  way: 'down' | 'any',
): Set<FunctionRow> {
  const reached = new Set(from)
  for (const at of reached)
    for (const { caller, callee } of edges) {
      if (caller === at) reached.add(callee)
      if (way === 'any' && callee === at) reached.add(caller)
    }
  return reached
}

test('the same question has the same answer, and more budget never shows less', () => {
  fc.assert(
    fc.property(asked, ([profile, options]) => {
      const graph = chooseGraph(profile, options)
      expect(chooseGraph({ ...profile }, options)).toEqual(graph)
      const more = new Set(chooseGraph(profile, { ...options, opened: [], budget: 2 * MOST }).functions)
      const fewer = chooseGraph(profile, { ...options, opened: [] }).functions
      expect(fewer.filter(fn => !more.has(fn))).toEqual([])
    }),
    { numRuns: 300 },
  )
})
