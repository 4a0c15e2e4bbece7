// Arcs of many files as one table. It grows with the number of different arcs, not with the number of files, so that ten
// thousand processes of one program take no more room than a few.

import { doubled } from '../doubled.ts'
import type { ArcRecords } from '../parse/gmonRecords.ts'

const firstRoom = 1024

/**
 * Adds up arcs. Records of the same two addresses become one row with the sum of their counts, and rows are in the order
 * in which their addresses were first met: gprof's ties follow it. The records of a single file are left as they are.
 */
export function arcSum() {
  let only: ArcRecords | null = null
  let table: ReturnType<typeof arcTable> | null = null
  return {
    add(arcs: ArcRecords): void {
      if (table === null && only === null) only = arcs
      else {
        table ??= arcTable()
        if (only) table.add(only)
        only = null
        table.add(arcs)
      }
    },
    take: (): ArcRecords => only ?? (table ?? arcTable()).rows(),
    /** Rows of which all of so many files have as many calls; none of a single file. */
    alike: (files: number): Int32Array => table?.alike(files) ?? new Int32Array(0),
  }
}

/** Rows by address of call and of callee: open addressing, with addresses as halves, since big integers are slow. */
function arcTable() {
  let length = 0
  let from = new Uint32Array(2 * firstRoom)
  let self = new Uint32Array(2 * firstRoom)
  let count = new Float64Array(firstRoom)
  let first = new Float64Array(firstRoom)
  let timesAlike = new Uint32Array(firstRoom) // how many records count as the first one does
  let slots = new Int32Array(2 * firstRoom).fill(-1)

  /** Where the arc is, or where it belongs. */
  const slotOf = (from0: number, from1: number, self0: number, self1: number) => {
    const last = slots.length - 1
    let slot = hashOf(from0, from1, self0, self1) & last
    for (let row = slots[slot]; row >= 0; row = slots[slot]) {
      const at = 2 * row
      if (from[at] === from0 && self[at] === self0 && from[at + 1] === from1 && self[at + 1] === self1) break
      slot = (slot + 1) & last
    }
    return slot
  }
  const makeRoom = () => {
    from = doubled(from)
    self = doubled(self)
    count = doubled(count)
    first = doubled(first)
    timesAlike = doubled(timesAlike)
    slots = new Int32Array(2 * slots.length).fill(-1)
    for (let row = 0; row < length; row++)
      slots[slotOf(from[2 * row], from[2 * row + 1], self[2 * row], self[2 * row + 1])] = row
  }
  return {
    add(arcs: ArcRecords): void {
      const callers = halvesOf(arcs.from)
      const callees = halvesOf(arcs.self)
      for (let record = 0, at = 0; record < arcs.length; record++, at += 2) {
        const slot = slotOf(callers[at], callers[at + 1], callees[at], callees[at + 1])
        const row = slots[slot]
        if (row >= 0) {
          count[row] += arcs.count[record]
          if (arcs.count[record] === first[row]) timesAlike[row]++
          continue
        }
        slots[slot] = length
        from[2 * length] = callers[at]
        from[2 * length + 1] = callers[at + 1]
        self[2 * length] = callees[at]
        self[2 * length + 1] = callees[at + 1]
        first[length] = arcs.count[record]
        timesAlike[length] = 1
        count[length++] = arcs.count[record]
        if (length === count.length) makeRoom()
      }
    },
    rows: (): ArcRecords => ({
      length,
      from: new BigUint64Array(from.slice(0, 2 * length).buffer),
      self: new BigUint64Array(self.slice(0, 2 * length).buffer),
      count: count.slice(0, length),
    }),
    alike: (files: number): Int32Array =>
      Int32Array.from({ length }, (_, row) => row).filter(
        row => timesAlike[row] === files && count[row] === files * first[row],
      ),
  }
}

const halvesOf = ({ buffer, byteOffset, length }: BigUint64Array) => new Uint32Array(buffer, byteOffset, 2 * length)

function hashOf(a: number, b: number, c: number, d: number): number {
  let hash = Math.imul(a ^ Math.imul(c, 0x9e3779b1), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15) ^ b ^ Math.imul(d, 0xc2b2ae35), 0x27d4eb2f)
  return hash ^ (hash >>> 13)
}
