// Listings have no bins and no addresses, so of several there is no sum that gprof could make. But self times and counts
// can be added up, by function and by arc, functions being the same where their names are; all else follows from these,
// as it does for one listing.

import { assemble } from '../analyse/assemble.ts'
import { completenessOfComputed } from '../analyse/completeness.ts'
import { findCycles } from '../analyse/findCycles.ts'
import { fingerprintOf } from '../analyse/fingerprint.ts'
import { byBytes, rankRows } from '../analyse/rankRows.ts'
import { type FunctionRow, type Profile, SPONTANEOUS } from '../profile.ts'
import { titleOfListings } from '../titles.ts'

/** A sum, and the rows that the functions of each of its parts have in it. */
export interface SummedProfiles {
  profile: Profile
  rows: Int32Array[]
}

/**
 * Adds up profiles whose times were worked out, all in one unit. Of several functions with one name, the first of one
 * profile is the first of all others, and so on.
 */
export function sumProfiles(profiles: readonly Profile[]): SummedProfiles {
  const { names, rows } = numberFunctions(profiles)
  const index = new Int32Array(names.length).fill(-1)
  const sum = addUp(profiles, rows, { names, index }, titleOfListings(profiles.length))
  return { profile: numbered(sum), rows }
}

/** The functions of a sum: their names, and gprof's numbers of them where they are to have any. */
export interface SumFunctions {
  names: string[]
  index: Int32Array
}

/** The same where it is known which rows the functions of each profile have in the sum. */
export function addUp(
  profiles: readonly Profile[],
  rows: readonly Int32Array[],
  { names, index }: SumFunctions,
  title: string,
): Profile {
  const self = new Float64Array(names.length)
  const calls = new Float64Array(names.length)
  for (const [i, { functions }] of profiles.entries())
    for (let fn = 0; fn < functions.length; fn++) {
      self[rows[i][fn]] += functions.self[fn]
      calls[rows[i][fn]] += functions.calls[fn] || 0
    }
  const arcs = sumArcs(profiles, rows, names.length)
  const membership = findCycles({ functions: names.length, caller: arcs.caller, callee: arcs.callee })
  const cycleNumber = Int32Array.from({ length: membership.cycles }, (_, cycle) => cycle + 1)
  const tables = assemble({
    functions: {
      length: names.length,
      name: names,
      index,
      self,
      calls: calls.map(n => n || Number.NaN), // nobody was recorded to call it in any of them
      explained: new Uint8Array(names.length).fill(1),
    },
    arcs,
    membership,
    cycleNumber,
    cycleIndex: cycleNumber.map(() => -1),
  })
  const [{ unit, samplePeriod }] = profiles
  const hasGraph = profiles.some(({ completeness }) => completeness.callGraph.state === 'whole')
  return {
    title,
    ...tables,
    total: profiles.reduce((sum, { total }) => sum + total, 0),
    samplePeriod: profiles.every(each => each.samplePeriod === samplePeriod) ? samplePeriod : Number.NaN,
    unit,
    completeness: completenessOfComputed(names.length, true, hasGraph),
    fingerprint: fingerprintOf(tables.functions, tables.arcs),
    times: 'recomputed',
    printed: null,
    symbols: null,
    warnings: [],
  }
}

/** With the numbers that gprof would give to entries. Of a cycle that nobody outside calls, it prints none. */
function numbered(profile: Profile): Profile {
  const { functions, cycles } = profile
  const both = (column: 'self' | 'children' | 'calls') =>
    Float64Array.from([...functions[column], ...cycles[column]], value => value || 0)
  const { index } = rankRows(functions.name, both('calls'), both('self'), both('children'))
  const ofCycles = index.subarray(functions.length)
  return {
    ...profile,
    functions: { ...functions, index: index.slice(0, functions.length) },
    cycles: { ...cycles, index: ofCycles.map((number, cycle) => (cycles.calls[cycle] > 0 ? number : -1)) },
  }
}

/** Functions of all, by time in all, then by calls and name, as gprof orders its flat profile. */
function numberFunctions(profiles: readonly Profile[]): { names: string[]; rows: Int32Array[] } {
  const found = new Map<string, { name: string; self: number; calls: number; row: FunctionRow }>()
  const keys = profiles.map(({ functions }) => {
    const met = new Map<string, number>()
    return functions.name.map((name, fn) => {
      const nth = (met.get(name) ?? 0) + 1
      met.set(name, nth)
      const key = `${nth} ${name}`
      const known = found.get(key) ?? { name, self: 0, calls: 0, row: -1 }
      known.self += functions.self[fn]
      known.calls += functions.calls[fn] || 0
      found.set(key, known)
      return key
    })
  })
  const order = [...found.values()].sort((a, b) => b.self - a.self || b.calls - a.calls || byBytes(a.name, b.name))
  order.forEach((each, row) => {
    each.row = row
  })
  const rowOf = (key: string) => found.get(key)?.row ?? -1
  return { names: order.map(({ name }) => name), rows: keys.map(each => Int32Array.from(each, rowOf)) }
}

/** Arcs of all, in the order in which they are first met. Spontaneous ones follow from who has no caller in any. */
function sumArcs(profiles: readonly Profile[], rows: readonly Int32Array[], functions: number) {
  const rowOf = new Map<number, number>()
  const caller: number[] = []
  const callee: number[] = []
  const count: number[] = []
  for (const [i, { arcs }] of profiles.entries())
    for (let arc = 0; arc < arcs.length; arc++) {
      if (arcs.caller[arc] === SPONTANEOUS) continue
      const [from, to] = [rows[i][arcs.caller[arc]], rows[i][arcs.callee[arc]]]
      const key = from * functions + to
      const row = rowOf.get(key) ?? count.length
      if (row === count.length) {
        rowOf.set(key, row)
        caller.push(from)
        callee.push(to)
        count.push(0)
      }
      count[row] += arcs.count[arc]
    }
  return { caller: Int32Array.from(caller), callee: Int32Array.from(callee), count: Float64Array.from(count) }
}
