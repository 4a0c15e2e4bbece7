// Search by name, and what share of all time the hits account for. Time is counted once where a hit is called, directly
// or through others, by another hit: the share is what the flame chart would show under the topmost hits, worked out on
// the call graph itself, so that no cut of the picture falsifies it.

import { unitsOf } from '../analyse/units.ts'
import { type FunctionRow, NO_CYCLE, type Profile } from '../profile.ts'
import { totalOf } from './totals.ts'

/** What a search found. */
export interface Matches {
  /** 1 for each function row whose name matches. */
  hit: Uint8Array
  /** Rows of the hits, the heaviest first (by self time, then total). */
  rows: FunctionRow[]
  /** Time in hits and in what they call, nested hits once; in the profile's unit. */
  time: number
  /** Why the text is not a regular expression; null if all is well. */
  error: string | null
}

/** Longest text that is searched for; what is longer comes from a damaged link. */
const LONGEST = 1000

/**
 * Functions whose names contain the text, in whatever case; or match it where it is written `/like this/` (flags may
 * follow the second slash, `i` for any case). Null for an empty text.
 */
export function findMatches(profile: Profile, text: string): Matches | null {
  const wanted = text.trim().slice(0, LONGEST)
  if (wanted === '') return null
  const { name, self, length } = profile.functions
  const hit = new Uint8Array(length)
  const { test, error } = matcherOf(wanted)
  for (let fn = 0; fn < length; fn++) if (test(name[fn])) hit[fn] = 1
  const total = totalOf(profile)
  const rows = [...hit.keys()].filter(fn => hit[fn])
  rows.sort((a, b) => known(self[b]) - known(self[a]) || known(total[b]) - known(total[a]) || a - b)
  return { hit, rows, time: timeUnder(profile, hit), error }
}

const known = (time: number) => (Number.isNaN(time) ? 0 : time)

/** How a search text matches names: as `/regex/flags`, or as part of the name in whatever case. */
export function matcherOf(text: string): { test: (name: string) => boolean; error: string | null } {
  const expression = /^\/(.+)\/([ims]*)$/.exec(text)
  if (!expression) {
    const lower = text.toLowerCase()
    return { test: name => name.toLowerCase().includes(lower), error: null }
  }
  try {
    const pattern = new RegExp(expression[1], expression[2])
    return { test: name => pattern.test(name), error: null }
  } catch (error) {
    return { test: () => false, error: error instanceof Error ? error.message : String(error) }
  }
}

/** Time below the topmost hits: each unit's time that reaches it without passing a hit, summed over the hits. */
function timeUnder(profile: Profile, hit: Uint8Array): number {
  const { functions, arcs, cycles } = profile
  const total = totalOf(profile)
  const units = unitsOf(arcs, { cycle: functions.cycle, cycles: cycles.length })
  const unitTotal = new Float64Array(units.count)
  unitTotal.set(total)
  for (let c = 0; c < cycles.length; c++) unitTotal[functions.length + c] = cycles.self[c] + cycles.children[c]

  // Time that enters a unit from nowhere we know: a spontaneous caller's, or of one whose own entry is missing.
  const reaching = unitTotal.map(known)
  for (const arc of units.callees.rows) {
    if (!Number.isNaN(unitTotal[units.of[arcs.caller[arc]]]))
      reaching[units.of[arcs.callee[arc]]] -= known(timeOf(profile, arc))
  }
  // A function in a cycle has a unit of its own that nothing reaches.
  for (let fn = 0; fn < functions.length; fn++) if (functions.cycle[fn] !== NO_CYCLE) reaching[fn] = 0

  let found = 0
  for (let i = units.count - 1; i >= 0; i--) {
    const unit = units.calleesFirst[i]
    const reach = Math.max(0, reaching[unit])
    if (unit < functions.length && hit[unit]) found += reach
    const shareOfTime = unitTotal[unit] > 0 ? reach / unitTotal[unit] : 0
    for (let j = units.callees.start[unit]; j < units.callees.start[unit + 1]; j++) {
      const arc = units.callees.rows[j]
      if (!hit[arcs.caller[arc]]) reaching[units.of[arcs.callee[arc]]] += shareOfTime * known(timeOf(profile, arc))
    }
    reaching[unit] = shareOfTime // from here on: which part of the unit's time is under no hit above it
  }
  for (let fn = 0; fn < functions.length; fn++)
    if (hit[fn] && functions.cycle[fn] !== NO_CYCLE) found += reaching[units.of[fn]] * known(total[fn])
  return found
}

const timeOf = ({ arcs }: Profile, arc: number) => arcs.self[arc] + arcs.children[arc]
