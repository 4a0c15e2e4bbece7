// Who called whom, in any order; the fewer bytes the longer calls of one caller stand together.
//
//   calls = ends count…
//   ends  = groups (caller calls-1)… callee…
//
// A caller is told by how far it is behind the last one's next, the first callee of a group by how far it is behind its
// caller, and further ones by how far behind the last (all zigzag); counts are a column of numbers.

import { groupRows } from '../analyse/groupRows.ts'
import type { ArcTable } from '../profile.ts'
import { type ByteWriter, unzigzag, zigzag } from './byteWriter.ts'
import { ARCS_LIMIT } from './format.ts'
import { readNumbers, writeNumbers } from './numbers.ts'
import type { PackReader } from './packReader.ts'

export type Calls = Pick<ArcTable, 'caller' | 'callee' | 'count'>
export type Ends = Pick<Calls, 'caller' | 'callee'>

export function writeCalls(out: ByteWriter, calls: Calls): void {
  writeEnds(out, calls)
  out.mark()
  writeNumbers(out, calls.count)
}

/** Callers and callees alone. */
export function writeEnds(out: ByteWriter, { caller, callee }: Ends): void {
  const starts = [...caller.keys()].filter(call => call === 0 || caller[call] !== caller[call - 1])
  out.varint(starts.length)
  starts.forEach((start, group) => {
    const last = group > 0 ? caller[starts[group - 1]] : -1
    out.varint(zigzag(caller[start] - last - 1))
    out.varint((starts[group + 1] ?? caller.length) - start - 1)
  })
  out.mark()
  callee.forEach((to, call) => {
    const isFirst = call === 0 || caller[call] !== caller[call - 1]
    out.varint(zigzag(to - (isFirst ? caller[call] : callee[call - 1])))
  })
}

/** Calls among so many functions. */
export function readCalls(input: PackReader, functions: number): Calls {
  const ends = readEnds(input, functions)
  return { ...ends, count: readNumbers(input, ends.caller.length) }
}

/** Pairs of so many functions, each once. */
export function readEnds(input: PackReader, functions: number): Ends {
  const { callers, ends } = readGroups(input, functions)
  const length = ends[ends.length - 1] ?? 0
  const caller = new Int32Array(length)
  const callee = new Int32Array(length)
  callers.forEach((from, group) => {
    let last = from
    for (let call = ends[group - 1] ?? 0; call < ends[group]; call++) {
      caller[call] = from
      callee[call] = last = readRow(input, last, functions)
    }
  })
  if (hasDoubles(caller, callee, functions)) input.fail('wrong')
  return { caller, callee }
}

/** The caller of each group, and where its calls end; nothing if there cannot be so many. */
function readGroups(input: PackReader, functions: number): { callers: number[]; ends: number[] } {
  const callers: number[] = []
  const ends: number[] = []
  for (let groups = input.count(3), last = -1, end = 0; groups > 0 && !input.fault; groups--) {
    last = readRow(input, last + 1, functions)
    end += 1 + input.below(ARCS_LIMIT)
    if (end > ARCS_LIMIT) input.fail('wrong')
    else if (end > input.left) input.fail('ends')
    callers.push(last)
    ends.push(end)
  }
  return input.fault ? { callers: [], ends: [] } : { callers, ends }
}

function readRow(input: PackReader, from: number, functions: number): number {
  const row = from + unzigzag(input.varint())
  if (row >= 0 && row < functions) return row
  input.fail('wrong')
  return 0
}

/** Whether some pair of caller and callee occurs twice. */
function hasDoubles(caller: Int32Array, callee: Int32Array, functions: number): boolean {
  const { start, rows } = groupRows(caller, functions)
  const lastCaller = new Int32Array(functions).fill(-1)
  for (let fn = 0; fn < functions; fn++)
    for (const call of rows.subarray(start[fn], start[fn + 1])) {
      if (lastCaller[callee[call]] === fn) return true
      lastCaller[callee[call]] = fn
    }
  return false
}
