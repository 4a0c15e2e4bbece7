// Arcs that a listing shows side by side although nothing that it prints sets them apart stand in the order in which
// gprof met them, which nothing else tells. So it is stored: for each group of such callers of one function, and of such
// callees, in which order they stand.
//
//   ties = 0             all as they are stored
//        | 1 choice…     group by group, which of those of it that are left comes next

import type { Tables } from '../analyse/assemble.ts'
import { type Groups, groupRows, rowsOf } from '../analyse/groupRows.ts'
import { compareArcs } from '../export/profileRows.ts'
import { SPONTANEOUS } from '../profile.ts'
import type { ByteWriter } from './byteWriter.ts'
import type { PackReader } from './packReader.ts'

/** A choice costs as much as there is to choose from: of larger groups none is made. */
const LARGEST = 256

/** By arc: where it stands among the callers of its callee, and among the callees of its caller, if nothing else tells. */
export interface Ties {
  asCaller: Float64Array
  asCallee: Float64Array
}

/** Each group that can be told apart in no other way, as rows of arcs. Spontaneous arcs are in none. */
function groupsOf({ functions, arcs }: Tables): { asCaller: number[][]; asCallee: number[][] } {
  const isCall = (arc: number) => arcs.caller[arc] !== SPONTANEOUS
  const compare = (a: number, b: number) => compareArcs({ functions, arcs }, a, b)
  const split = (groups: Groups): number[][] => {
    const found: number[][] = []
    for (let fn = 0; fn < functions.length; fn++) {
      const rows = [...rowsOf(groups, fn)].filter(isCall).sort((a, b) => compare(a, b) || a - b)
      for (let from = 0, to = 1; from < rows.length; from = to, to++) {
        while (to < rows.length && compare(rows[from], rows[to]) === 0) to++
        if (to - from > 1 && to - from <= LARGEST) found.push(rows.slice(from, to))
      }
    }
    return found
  }
  return {
    asCaller: split(groupRows(arcs.callee, functions.length)),
    asCallee: split(groupRows(arcs.caller, functions.length)),
  }
}

/** @param row By arc: its place among all, by which groups are to be ordered. */
export function writeTies(out: ByteWriter, tables: Tables, row: ArrayLike<number>): Ties {
  const choices: number[] = []
  const order = (groups: number[][]) => {
    const place = Float64Array.from({ length: tables.arcs.length }, (_, arc) => arc)
    for (const group of groups) {
      const left = [...group]
      for (const next of group.toSorted((a, b) => row[a] - row[b])) {
        const choice = left.indexOf(next)
        if (left.length > 1) choices.push(choice)
        place[next] = group[group.length - left.length]
        left.splice(choice, 1)
      }
    }
    return place
  }
  const { asCaller, asCallee } = groupsOf(tables)
  const ties = { asCaller: order(asCaller), asCallee: order(asCallee) }
  const isSame = choices.every(choice => choice === 0)
  out.varint(isSame ? 0 : 1)
  if (!isSame) for (const choice of choices) out.varint(choice)
  return ties
}

export function readTies(input: PackReader, tables: Tables): Ties {
  const isSame = input.below(2) === 0
  const order = (groups: number[][]) => {
    const place = Float64Array.from({ length: tables.arcs.length }, (_, arc) => arc)
    for (const group of groups) {
      const left = [...group]
      for (const at of group) {
        const choice = isSame || left.length === 1 ? 0 : input.below(left.length)
        place[left[choice]] = at
        left.splice(choice, 1)
      }
    }
    return place
  }
  const { asCaller, asCallee } = groupsOf(tables)
  return { asCaller: order(asCaller), asCallee: order(asCallee) }
}
