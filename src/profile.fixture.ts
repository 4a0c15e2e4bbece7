// Profiles drawn as text, so that a test's input can be checked by eye.

import { assemble } from './analyse/assemble.ts'
import { findCycles } from './analyse/findCycles.ts'
import { fingerprintOf } from './analyse/fingerprint.ts'
import { type Profile, SPONTANEOUS } from './profile.ts'

/**
 * A profile from one line for each function: `name self -> callee xCount, callee xCount`. Times are in seconds;
 * functions that nobody calls are spontaneous; a callee without a line of its own has no self time.
 *
 *     main 0.2 -> a x1
 *     a    0.5 -> b x3, a x2
 *     b    0.3
 */
export function profileOf(drawing: string): Profile {
  const self = new Map<string, number>()
  const calls: { from: string; to: string; count: number }[] = []
  for (const line of drawing.split('\n')) {
    const [left = '', right = ''] = line.split('->')
    const words = left.trim().split(/\s+/)
    const name = words[0] ?? ''
    if (name === '') continue
    self.set(name, Number(words[1]))
    for (const call of right.split(',').filter(text => text.trim() !== '')) {
      const [to = '', times = 'x1'] = call.trim().split(/\s+/)
      calls.push({ from: name, to, count: Number(times.slice(1)) })
    }
  }
  for (const { to } of calls) if (!self.has(to)) self.set(to, 0)
  const name = [...self.keys()]
  return profileFrom(
    name,
    name.map(n => self.get(n) ?? 0),
    calls.map(({ from, to, count }) => [name.indexOf(from), name.indexOf(to), count]),
  )
}

/** The same from columns, for generated profiles: names, self times, and [caller, callee, count] by row. */
export function profileFrom(name: string[], selfTimes: number[], calls: [number, number, number][]): Profile {
  const length = name.length
  const self = Float64Array.from(selfTimes)
  const caller = Int32Array.from(calls, call => call[0])
  const callee = Int32Array.from(calls, call => call[1])
  const count = Float64Array.from(calls, call => call[2])
  const received = new Float64Array(length).fill(Number.NaN)
  calls.forEach(([from, to, n]) => {
    if (from !== to) received[to] = (received[to] || 0) + n
  })
  const membership = findCycles({ functions: length, caller, callee })
  const tables = assemble({
    functions: {
      length,
      name,
      index: Int32Array.from(name, (_, row) => row + 1),
      self,
      calls: received,
      explained: new Uint8Array(length).fill(1),
    },
    arcs: { caller, callee, count },
    membership,
    cycleNumber: Int32Array.from({ length: membership.cycles }, (_, row) => row + 1),
    cycleIndex: Int32Array.from({ length: membership.cycles }, (_, row) => length + row + 1),
  })
  return {
    title: 'drawn',
    ...tables,
    total: self.reduce((sum, s) => sum + s, 0),
    samplePeriod: 0.01,
    unit: 'seconds',
    completeness: {
      flatProfile: { state: 'whole', found: length, expected: length },
      callGraph: { state: 'whole', found: length, expected: length },
      index: { state: 'none', found: 0, expected: Number.NaN },
      legend: false,
      leftOut: [],
      leftOutCount: 0,
      unread: [],
      unreadCount: 0,
      firstLine: 0,
      lastLine: 0,
    },
    fingerprint: fingerprintOf(tables.functions, tables.arcs),
    times: 'recomputed',
    printed: null,
    symbols: null,
    warnings: [],
  }
}

/** `f0` calls `f1`, and so on; only the last of n functions has time. */
export const chainOf = (n: number): Profile =>
  profileFrom(
    Array.from({ length: n }, (_, i) => `f${i}`),
    Array.from({ length: n }, (_, i) => (i === n - 1 ? 5 : 0)),
    Array.from({ length: n - 1 }, (_, i) => [i, i + 1, 1]),
  )

/** So many layers of ten functions, each of which calls all of the next; only the last layer has time. */
export const layersOf = (layers: number): Profile =>
  profileFrom(
    Array.from({ length: layers * 10 }, (_, fn) => `f${fn}`),
    Array.from({ length: layers * 10 }, (_, fn) => (fn < (layers - 1) * 10 ? 0 : 1)),
    Array.from({ length: (layers - 1) * 100 }, (_, i) => [
      Math.floor(i / 10),
      Math.floor(i / 100) * 10 + 10 + (i % 10),
      1,
    ]),
  )

/**
 * What is left of a profile when the entries of some functions are cut out: their callees are unknown, and so is their
 * children time. Arcs from them into `dropCallersOf` are gone too, as if those functions' entries told no callers.
 */
export function cutOut(profile: Profile, names: string[], dropCallersOf: string[]): Profile {
  const { functions, arcs } = profile
  const isCut = (fn: number) => names.includes(functions.name[fn])
  const kept = [...arcs.caller.keys()]
    .filter(arc => arcs.caller[arc] !== SPONTANEOUS || !isCut(arcs.callee[arc]))
    .filter(arc => {
      const to = functions.name[arcs.callee[arc]]
      const from = arcs.caller[arc]
      // Without the entry of either end, nothing tells of the arc.
      return !(from >= 0 && isCut(from) && (isCut(arcs.callee[arc]) || dropCallersOf.includes(to)))
    })
  return {
    ...profile,
    times: 'printed',
    functions: {
      ...functions,
      explained: Uint8Array.from(functions.name, (_, fn) => (isCut(fn) ? 0 : 1)),
      children: functions.children.map((time, fn) => (isCut(fn) ? Number.NaN : time)),
    },
    arcs: {
      length: kept.length,
      caller: Int32Array.from(kept, arc => arcs.caller[arc]),
      callee: Int32Array.from(kept, arc => arcs.callee[arc]),
      count: Float64Array.from(kept, arc => arcs.count[arc]),
      self: Float64Array.from(kept, arc => arcs.self[arc]),
      children: Float64Array.from(kept, arc => arcs.children[arc]),
    },
  }
}
