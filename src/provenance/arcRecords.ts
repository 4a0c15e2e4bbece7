// From the count of an arc back to the records of gmon.out that it is the sum of: one for each place in the caller's code
// that calls the callee, as far as the writer of the file does not round addresses.

import { hex } from '../analyse/addressName.ts'
import { endsOfRecords } from '../analyse/resolveArcs.ts'
import type { PairRead } from '../readRun.ts'
import { type Heaviest, heaviest } from './heaviest.ts'

/** A record of an arc. Addresses are in hexadecimal. */
export interface ArcRecord {
  /** Which arc of the file it is, from 1; of several files, which of their different ones. */
  number: number
  /** Where it begins in the file, in bytes; -1 where several files were added up. */
  offset: number
  /** Where the call returns to, and how far that is from where the caller begins. */
  from: string
  fromOffset: string
  /** In the callee, and how far from where that begins. */
  to: string
  toOffset: string
  /** The label within the callee that {@link to} belongs to; empty where that is the callee itself. */
  label: string
  count: number
}

/** What the count of an arc was added up from. */
export interface ArcRecords {
  /** How many records there are, and the calls that they count. */
  records: number
  calls: number
  /** Those that count most, in the order of the file. Weights are calls. */
  list: Heaviest<ArcRecord>
}

/** The records of an arc, by its functions in the run. */
export function arcRecords(
  { functions, sum }: PairRead,
  caller: number,
  callee: number,
  nameOf: (fn: number) => string,
): ArcRecords {
  const { address, origin } = functions
  const ends = endsOfRecords(sum.arcs, functions)
  const found: ArcRecord[] = []
  const at = (offset: number) => hex(origin + BigInt(offset))
  const beyond = (offset: number, fn: number) => hex(BigInt(offset - address[fn]))
  for (let record = 0; record < sum.arcs.length; record++) {
    if (ends.caller[record] !== caller || ends.callee[record] !== callee) continue
    const target = ends.target[record]
    found.push({
      number: record + 1,
      offset: sum.arcs.offset?.[record] ?? -1,
      from: at(ends.from[record]),
      fromOffset: beyond(ends.from[record], caller),
      to: at(ends.self[record]),
      toOffset: beyond(ends.self[record], callee),
      label: target === callee ? '' : nameOf(target),
      count: sum.arcs.count[record],
    })
  }
  return {
    records: found.length,
    calls: found.reduce((all, { count }) => all + count, 0),
    list: heaviest(found, ({ count }) => count),
  }
}
