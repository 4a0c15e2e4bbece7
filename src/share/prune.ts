// A profile made smaller: the functions that explain most stay, all others are summed. What a function that stays says of
// itself does not change, nor do calls between two of them; what came from the others or went to them is added up. So
// what comes into a function still is what goes out of it, and all times still add up to the total.
//
// The others, added up to one function, would be called by what they call, and time cannot be followed in circles. So
// they have two rows, as have functions that a cut listing mentions without their entries:
//
//   (933 other functions)                  what was called: their self time, and the time of calls into them
//   (callers among 933 other functions)    what called: the calls out of them
//
// Of the first it is not known what it calls, of the second not what calls it; whoever follows time goes from the one
// to the other through what is "not in this listing" (callTree.ts). A cycle of which members stay is one thing to time:
// its other members are one row inside it, which is called and calls as any function.

import { fingerprintOf } from '../analyse/fingerprint.ts'
import type { Profile } from '../profile.ts'
import { amount } from '../query/flow.ts'
import { totalOf } from '../query/totals.ts'
import { arcsAfter, rowsAfter } from './prunedRows.ts'
import { addUp, workOut } from './prunedTables.ts'

/** The profile with so many functions at most, and rows for the rest; the same one where it has no more. */
export function pruneProfile(profile: Profile, keep: number): Profile {
  if (keep >= profile.functions.length) return profile
  const { functions, printed, symbols, selfRange, total } = profile
  const kept = keptFunctions(profile, keep)
  const rows = rowsAfter(profile, kept)
  const arcs = arcsAfter(profile, rows)
  const isWhole = profile.times === 'recomputed' && !selfRange
  const tables = (isWhole ? workOut : addUp)(profile, rows, arcs)
  const self = functions.self.reduce((sum, time, fn) => sum + (kept[fn] ? amount(time) : 0), 0)
  const ofRow = (column: Float64Array) => Float64Array.from(rows.from, fn => (fn < 0 ? Number.NaN : column[fn]))
  const ofArc = (column: Float64Array) =>
    Float64Array.from(arcs, ({ from }) => (from.length === 1 ? column[from[0]] : Number.NaN))
  return {
    ...profile,
    ...tables,
    fingerprint: fingerprintOf(tables.functions, tables.arcs),
    printed: printed && {
      functionSelf: ofRow(printed.functionSelf),
      functionChildren: ofRow(printed.functionChildren),
      arcSelf: ofArc(printed.arcSelf),
      arcChildren: ofArc(printed.arcChildren),
    },
    symbols: symbols && rows.name.map((name, row) => symbols[rows.from[row]] ?? name),
    ...(selfRange && {
      selfRange: { least: rows.sumOf(selfRange.least), most: rows.sumOf(selfRange.most), all: selfRange.all },
    }),
    pruned: {
      functions: Math.max(0, keep),
      of: functions.length,
      time: total > 0 ? Math.min(1, self / total) : Number.NaN,
    },
  }
}

/**
 * 1 for the functions that explain most: by turns the next by all its time, then by calls, and the next by its own time.
 * By all its time alone, whatever leads to much would come before what takes it.
 */
function keptFunctions(profile: Profile, keep: number): Uint8Array {
  const { functions } = profile
  const own = functions.self.map(amount)
  const time = totalOf(profile).map((total, fn) => total || own[fn])
  const calls = functions.calls.map(amount)
  const all = [...functions.name.keys()]
  const byTime = all.toSorted((a, b) => time[b] - time[a] || calls[b] - calls[a] || a - b)
  const byOwn = all.filter(fn => own[fn] > 0).sort((a, b) => own[b] - own[a] || time[b] - time[a] || a - b)
  const chosen = new Set<number>()
  for (const [place, fn] of byTime.entries()) {
    for (const next of place < byOwn.length ? [fn, byOwn[place]] : [fn]) if (chosen.size < keep) chosen.add(next)
    if (chosen.size >= keep) break
  }
  return Uint8Array.from(all, fn => (chosen.has(fn) ? 1 : 0))
}
