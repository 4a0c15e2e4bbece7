// What must hold of every profile whose times were worked out, and profiles to try it on.

import fc from 'fast-check'
import { expect } from 'vitest'
import { unitsOf } from '../analyse/units.ts'
import { profileFrom } from '../profile.fixture.ts'
import { NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { boundsOf } from '../query/bounds.ts'
import { labelsOf } from '../query/names.ts'
import type { Transform } from './transform.ts'

/** What flows into each function flows out of it, and all the tables agree. */
export function checkProfile(profile: Profile) {
  const { functions, arcs, cycles, total, selfRange } = profile
  const { cycle } = functions
  const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-9 * Math.max(1, total))
  expect(new Set(labelsOf(profile)).size).toBe(functions.length)
  for (const [name, column] of Object.entries(functions))
    if (name !== 'length') expect((column as ArrayLike<unknown>).length).toBe(functions.length)
  for (let fn = 1; fn < functions.length; fn++)
    expect(functions.self[fn - 1] >= functions.self[fn] || !selfRange).toBe(true)

  const pairs = new Set<string>()
  const passed = new Float64Array(functions.length)
  const received = new Float64Array(functions.length)
  const receivedSelf = new Float64Array(functions.length)
  const cycleReceived = new Float64Array(cycles.length)
  const cycleReceivedSelf = new Float64Array(cycles.length)
  const innerCalls = new Float64Array(cycles.length)
  let rooted = 0
  let afterRoots = false
  for (let arc = 0; arc < arcs.length; arc++) {
    const [from, to] = [arcs.caller[arc], arcs.callee[arc]]
    pairs.add(`${from} ${to}`)
    expect(to).toBeLessThan(functions.length)
    expect(from).toBeLessThan(functions.length)
    if (from === SPONTANEOUS) afterRoots = true
    else expect(afterRoots).toBe(false)
    expect(Number.isNaN(arcs.count[arc])).toBe(from === SPONTANEOUS)
    const time = arcs.self[arc] + arcs.children[arc]
    const inner = from === to || (from >= 0 && cycle[to] !== NO_CYCLE && cycle[from] === cycle[to])
    expect(Number.isNaN(time)).toBe(inner)
    if (inner) {
      if (from !== to) innerCalls[cycle[to]] += arcs.count[arc]
      continue
    }
    expect(arcs.self[arc]).toBeGreaterThanOrEqual(0)
    expect(arcs.children[arc]).toBeGreaterThanOrEqual(-1e-12)
    if (from === SPONTANEOUS) rooted += time
    else passed[from] += time
    if (cycle[to] === NO_CYCLE) {
      received[to] += time
      receivedSelf[to] += arcs.self[arc]
    } else {
      cycleReceived[cycle[to]] += time
      cycleReceivedSelf[cycle[to]] += arcs.self[arc]
    }
  }
  expect(pairs.size).toBe(arcs.length)
  close(rooted, total)
  close(
    functions.self.reduce((sum, time) => sum + time, 0),
    total,
  )
  const memberSelf = new Float64Array(cycles.length)
  const memberChildren = new Float64Array(cycles.length)
  const members = new Uint32Array(cycles.length)
  for (let fn = 0; fn < functions.length; fn++) {
    close(functions.children[fn], passed[fn])
    if (cycle[fn] === NO_CYCLE) {
      close(received[fn], functions.self[fn] + functions.children[fn])
      close(receivedSelf[fn], functions.self[fn])
    } else {
      memberSelf[cycle[fn]] += functions.self[fn]
      memberChildren[cycle[fn]] += functions.children[fn]
      members[cycle[fn]]++
    }
  }
  expect(new Set(cycles.number).size).toBe(cycles.length)
  for (let c = 0; c < cycles.length; c++) {
    expect(members[c]).toBeGreaterThan(1)
    close(cycles.self[c], memberSelf[c])
    close(cycles.children[c], memberChildren[c])
    close(cycleReceived[c], cycles.self[c] + cycles.children[c])
    close(cycleReceivedSelf[c], cycles.self[c])
    close(cycles.innerCalls[c], innerCalls[c])
  }
  checkNoLoops(profile)
  checkBounds(profile)
}

/** Between functions and whole cycles no loop is left, so that every unit comes after those it calls. */
function checkNoLoops({ functions, arcs, cycles }: Profile) {
  const units = unitsOf(arcs, { cycle: functions.cycle, cycles: cycles.length })
  const rank = new Uint32Array(units.count)
  units.calleesFirst.forEach((unit, place) => {
    rank[unit] = place
  })
  for (let arc = 0; arc < arcs.length; arc++) {
    if (arcs.caller[arc] === SPONTANEOUS) continue
    const [from, to] = [units.of[arcs.caller[arc]], units.of[arcs.callee[arc]]]
    expect(from === to || rank[to] < rank[from]).toBe(true)
  }
}

/** What is certain is no more, and what is possible no less, than what is said. */
function checkBounds(profile: Profile) {
  const { functions, arcs, selfRange, total } = profile
  const slack = 1e-9 * Math.max(1, total)
  const between = (least: number, value: number, most: number) => {
    expect(least).toBeLessThanOrEqual(value + slack)
    expect(most).toBeGreaterThanOrEqual(value - slack)
  }
  const { certain, most, arcCertain, arcMost } = boundsOf(profile)
  for (let fn = 0; fn < functions.length; fn++) {
    between(certain[fn], functions.self[fn] + functions.children[fn], most[fn])
    if (selfRange) between(selfRange.least[fn], functions.self[fn], selfRange.most[fn])
  }
  for (let arc = 0; arc < arcs.length; arc++) {
    const time = arcs.self[arc] + arcs.children[arc]
    if (!Number.isNaN(time)) between(arcCertain[arc], time, arcMost[arc])
  }
}

/** Any calls, self calls and cycles included; or, where `acyclic`, only from lower rows to higher ones. */
export const anyProfile = ({ acyclic = false, functions = 9, calls = 22, count = 9 } = {}): fc.Arbitrary<Profile> =>
  fc.integer({ min: 1, max: functions }).chain(n =>
    fc
      .tuple(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: n, maxLength: n }),
        fc.uniqueArray(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.integer({ min: 1, max: count })), {
          maxLength: calls,
          selector: ([from, to]) => `${from} ${to}`,
        }),
      )
      .map(([ticks, drawn]) =>
        profileFrom(
          ticks.map((_, i) => `f${i}`),
          ticks.map(t => t / 100),
          drawn.filter(([from, to]) => !acyclic || from < to),
        ),
      ),
  )

/** Some of the functions of {@link anyProfile}, as a transform's match. */
export const anyMatch = fc
  .uniqueArray(fc.nat(8), { minLength: 1, maxLength: 4 })
  .map(rows => `/^f(${rows.join('|')})$/`)

export const byMatch = ['focus', 'ignore', 'hide', 'showFrom', 'pruneBelow'] as const

/** Any transform of a profile of {@link anyProfile}. */
export const anyTransform: fc.Arbitrary<Transform> = fc.oneof(
  fc.record({ kind: fc.constantFrom(...byMatch), match: anyMatch }),
  fc.constant({ kind: 'foldRecursion' } as const),
  fc.record({ kind: fc.constant('collapse' as const), match: fc.nat(8).map(fn => `f${fn}`) }),
  fc.constant({ kind: 'groupBy', by: '/^f[0-3]$|^f[45]$/' } as const),
  fc.record({
    kind: fc.constant('whatIf' as const),
    match: anyMatch,
    becomes: fc.constantFrom(0, 0.25, 0.5, 'free' as const, 'inlined' as const),
  }),
  fc.constantFrom('/^f[0-2]()$/', '/^(f)[02468]$/', '/^(f)[0-3]$/').map(by => ({ kind: 'groupBy', by }) as Transform),
  fc
    .array(fc.tuple(fc.nat(8), fc.nat(8)), { minLength: 1, maxLength: 9 })
    .map(pairs => ({ kind: 'cut', arcs: pairs.map(([a, b]) => ({ caller: `f${a}`, callee: `f${b}` })) }) as const),
)

/** Everything a profile says, by label. */
export function said(profile: Profile): Map<string, number> {
  const { functions, arcs } = profile
  const labels = labelsOf(profile)
  const facts = new Map<string, number>()
  labels.forEach((label, fn) => {
    facts.set(`${label} self`, functions.self[fn])
    facts.set(`${label} children`, functions.children[fn])
    facts.set(`${label} calls`, functions.calls[fn])
  })
  for (let arc = 0; arc < arcs.length; arc++) {
    const from = arcs.caller[arc] === SPONTANEOUS ? '' : labels[arcs.caller[arc]]
    facts.set(`${from} -> ${labels[arcs.callee[arc]]}`, arcs.self[arc] + arcs.children[arc])
  }
  return facts
}

/** Two profiles say the same, but for the last digits, which depend on the order of additions. */
export function expectSame(a: Profile, b: Profile) {
  const [saidByA, saidByB] = [said(a), said(b)]
  expect([...saidByA.keys()].sort()).toEqual([...saidByB.keys()].sort())
  for (const [fact, value] of saidByA) {
    const other = saidByB.get(fact) ?? Number.NaN
    expect(Number.isNaN(other), fact).toBe(Number.isNaN(value))
    if (!Number.isNaN(value)) expect(other, fact).toBeCloseTo(value, 9)
  }
}

/** A profile as text, one line for each function: `name self+children -> callee xCount time`. Roots begin with `*`. */
export function drawn(profile: Profile): string[] {
  const { functions, arcs } = profile
  const labels = labelsOf(profile)
  const number = (n: number) => String(Math.round(n * 1e6) / 1e6)
  return labels.map((label, fn) => {
    const rows = [...arcs.caller.keys()]
    const roots = rows.filter(arc => arcs.caller[arc] === SPONTANEOUS && arcs.callee[arc] === fn)
    const root = roots.map(arc => `*${number(arcs.self[arc] + arcs.children[arc])} `).join('')
    const calls = rows
      .filter(arc => arcs.caller[arc] === fn)
      .map(
        arc => `${labels[arcs.callee[arc]]} x${number(arcs.count[arc])} ${number(arcs.self[arc] + arcs.children[arc])}`,
      )
    const times = `${number(functions.self[fn])}+${number(functions.children[fn])}`
    return `${root}${label} ${times}${calls.length > 0 ? ` -> ${calls.join(', ')}` : ''}`
  })
}

/** Functions from a root to the one that the time was spent in. */
export type Path = string[]

/** All call paths of a profile, and the time of each if every call costs the same. */
export function pathsOf({ functions, arcs }: Profile): { path: Path; time: number }[] {
  const found: { path: Path; time: number }[] = []
  const climb = (fn: number, below: Path, time: number) => {
    const path = [functions.name[fn], ...below]
    for (let arc = 0; arc < arcs.length; arc++) {
      if (arcs.callee[arc] !== fn) continue
      const total = functions.self[fn] + functions.children[fn]
      const share = total > 0 ? (arcs.self[arc] + arcs.children[arc]) / total : 0
      if (arcs.caller[arc] === SPONTANEOUS) found.push({ path, time: time * share })
      else climb(arcs.caller[arc], path, time * share)
    }
  }
  for (let fn = 0; fn < functions.length; fn++) climb(fn, [], functions.self[fn])
  return found
}
