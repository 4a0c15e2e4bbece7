// Several functions become one. Its self time is the sum of theirs, its calls are those that came from outside, and
// calls among them are calls of the new function to itself. Time that passes from one group to another is the sum of
// what passed between their functions, in the detail that gprof knows; it is not divided anew.
//
// Groups may call one another where their functions did not: then they form a cycle, within which no times are told.
// Functions that were a cycle stay together, as one group or in one cycle. No time is lost: what comes into a function
// is what goes out of it, and in a sum over several functions all that passes among them cancels out.

import { findCycles } from '../analyse/findCycles.ts'
import { NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { amount } from '../query/flow.ts'
import { doublesOf } from '../query/names.ts'
import { membersByCycle } from './locate.ts'
import { addArc, type Draft, type DraftArcs, draftOf, rebuild, type Transformed } from './rebuild.ts'
import { timeOfArc } from './scale.ts'

/** Merges functions of one key. Keys are the names of what they become; functions with a null stay as they are. */
export function merge(profile: Profile, keys: (string | null)[]): Transformed {
  const { functions, cycles } = profile
  const { groupOf, names, size } = numberGroups(functions.name, keys)
  const groups = names.length
  const before = draftOf(profile)
  const sum = (column: Float64Array) => {
    const sums = new Float64Array(groups).fill(Number.NaN)
    column.forEach((value, fn) => {
      if (!Number.isNaN(value)) sums[groupOf[fn]] = amount(sums[groupOf[fn]]) + value
    })
    return sums
  }
  const index = new Int32Array(groups).fill(-1)
  const symbols = profile.symbols && names.slice()
  const explained = new Uint8Array(groups).fill(1)
  for (let fn = 0; fn < functions.length; fn++) {
    const group = groupOf[fn]
    if (size[group] === 1 && names[group] === functions.name[fn]) {
      index[group] = functions.index[fn]
      if (profile.symbols && symbols) symbols[group] = profile.symbols[fn]
    }
    if (!functions.explained[fn]) explained[group] = 0
  }
  const calls = sum(functions.calls)
  const selfCalls = sum(functions.selfCalls)
  const arcs = mergeArcs(profile, groupOf, (group, count) => {
    calls[group] -= count
    selfCalls[group] += count
  })
  const membership = findCycles({ functions: groups, ...callsAndRings(profile, arcs, groupOf) })
  const draft: Draft = {
    functions: {
      length: groups,
      name: names,
      index,
      self: sum(before.functions.self),
      calls: calls.map(n => n || Number.NaN),
      selfCalls,
      cycle: membership.cycle,
      explained,
    },
    least: sum(before.least),
    most: sum(before.most),
    missing: sum(before.missing),
    arcs,
    cycles: {
      ...nameCycles(profile, groupOf, membership.cycle, membership.cycles),
      calls: callsFromOutside(arcs, membership.cycle, membership.cycles),
      missing: new Float64Array(membership.cycles),
    },
    labels: labelsLeft(profile, groupOf, names, size),
    symbols,
    total: profile.total,
  }
  for (let cycle = 0; cycle < cycles.length; cycle++) {
    const member = functions.cycle.indexOf(cycle)
    if (member < 0 || before.cycles.missing[cycle] === 0) continue
    const now = membership.cycle[groupOf[member]]
    if (now === NO_CYCLE) draft.missing[groupOf[member]] += before.cycles.missing[cycle]
    else draft.cycles.missing[now] += before.cycles.missing[cycle]
  }
  const { profile: merged, row } = rebuild(profile, draft, new Uint8Array(groups).fill(1))
  return { profile: merged, row: groupOf.map(group => row[group]) }
}

/**
 * Functions that are still by themselves keep their labels, so that a link to one of several of the same name finds it
 * where the others are in groups now. Null if a group bears such a label: then all are told apart anew.
 */
function labelsLeft(profile: Profile, groupOf: Int32Array, names: string[], size: number[]): string[] | null {
  const labels = names.slice()
  for (const [fn, label] of doublesOf(profile)) {
    const group = groupOf[fn]
    if (size[group] === 1 && names[group] === profile.functions.name[fn]) labels[group] = label
  }
  return new Set(labels).size === labels.length ? labels : null
}

/** Groups in the order of their first functions. Functions without a key are a group each. */
function numberGroups(name: string[], keys: (string | null)[]) {
  const rows = new Map<string, number>()
  const names: string[] = []
  const size: number[] = []
  const groupOf = Int32Array.from(keys, (key, fn) => {
    const known = key === null ? undefined : rows.get(key)
    const group = known ?? names.push(key ?? name[fn]) - 1
    if (key !== null) rows.set(key, group)
    size[group] = (size[group] ?? 0) + 1
    return group
  })
  return { groupOf, names, size }
}

/** Arcs between groups, each pair once. `moveInside` is told of calls between two functions of one group. */
function mergeArcs(
  profile: Profile,
  groupOf: Int32Array,
  moveInside: (group: number, count: number) => void,
): DraftArcs {
  const { arcs } = profile
  const merged: DraftArcs = { caller: [], callee: [], count: [], time: [] }
  const places = new Map<number, number>()
  const groups = groupOf.length + 1
  for (let arc = 0; arc < arcs.length; arc++) {
    const from = arcs.caller[arc] === SPONTANEOUS ? SPONTANEOUS : groupOf[arcs.caller[arc]]
    const to = groupOf[arcs.callee[arc]]
    if (from === to && arcs.caller[arc] !== arcs.callee[arc]) moveInside(to, arcs.count[arc])
    const place = places.get((from + 1) * groups + to)
    if (place === undefined) {
      places.set((from + 1) * groups + to, merged.caller.length)
      addArc(merged, from, to, arcs.count[arc], timeOfArc(profile, arc))
    } else {
      merged.count[place] += arcs.count[arc]
      merged.time[place] += timeOfArc(profile, arc)
    }
  }
  return merged
}

/** Calls between groups, and calls around each cycle of before, so that its members stay in one. */
function callsAndRings(profile: Profile, arcs: DraftArcs, groupOf: Int32Array) {
  const caller = [...arcs.caller]
  const callee = [...arcs.callee]
  for (const members of membersByCycle(profile))
    members.forEach((fn, i) => {
      caller.push(groupOf[fn])
      callee.push(groupOf[members[(i + 1) % members.length]])
    })
  return { caller: Int32Array.from(caller), callee: Int32Array.from(callee) }
}

/**
 * The numbers of cycles: a cycle that holds one of before keeps its number, the lowest of several; others have the next
 * free ones. gprof's own index is kept where the cycle has the members that it had.
 */
export function nameCycles(
  { functions, cycles }: Profile,
  rowOf: Int32Array,
  cycle: Int32Array,
  count: number,
): { number: Int32Array; index: Int32Array } {
  const number = new Int32Array(count)
  const from = new Int32Array(count).fill(-1)
  const members = new Uint32Array(count)
  const were = new Uint32Array(cycles.length)
  for (const each of cycle) if (each !== NO_CYCLE) members[each]++
  const taken = new Set<number>()
  for (let fn = 0; fn < functions.length; fn++) {
    const old = functions.cycle[fn]
    if (old === NO_CYCLE) continue
    were[old]++
    const now = rowOf[fn] < 0 ? NO_CYCLE : cycle[rowOf[fn]]
    if (now === NO_CYCLE || (number[now] !== 0 && number[now] <= cycles.number[old])) continue
    if (taken.has(cycles.number[old]) && number[now] !== cycles.number[old]) continue
    number[now] = cycles.number[old]
    from[now] = old
    taken.add(number[now])
  }
  let next = 1
  for (let each = 0; each < count; each++) {
    if (number[each] !== 0) continue
    while (taken.has(next)) next++
    number[each] = next
    taken.add(next)
  }
  const index = from.map((old, now) => (old >= 0 && were[old] === members[now] ? cycles.index[old] : -1))
  return { number, index }
}

/** Calls into each cycle; NaN for none. */
export function callsFromOutside(arcs: DraftArcs, cycle: Int32Array, count: number): Float64Array {
  const calls = new Float64Array(count)
  for (let arc = 0; arc < arcs.caller.length; arc++) {
    const to = cycle[arcs.callee[arc]]
    const from = arcs.caller[arc]
    if (to !== NO_CYCLE && from !== SPONTANEOUS && cycle[from] !== to) calls[to] += arcs.count[arc]
  }
  return calls.map(n => n || Number.NaN)
}
