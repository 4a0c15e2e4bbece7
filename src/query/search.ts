// Search by name, and what share of all time the hits account for. Time is counted once where a hit is called, directly
// or through others, by another hit: the share is what the flame chart would show under the topmost hits, worked out on
// the call graph itself, so that no cut of the picture falsifies it.

import { type FunctionRow, NO_CYCLE, type Profile } from '../profile.ts'
import type { Said } from '../saying.ts'
import { callTreeOf } from './callTree.ts'
import { membersOf } from './entry.ts'
import { expressionOf } from './expression.ts'
import { flowOf } from './flow.ts'
import { wantedText } from './searchText.ts'
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
  error: Said | null
}

/**
 * Functions whose names contain the text, in whatever case; or match it where it is written `/like this/` (flags may
 * follow the second slash, `i` for any case). Null for an empty text.
 */
export function findMatches(profile: Profile, text: string): Matches | null {
  const wanted = wantedText(text)
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
export function matcherOf(text: string): { test: (name: string) => boolean; error: Said | null } {
  const expression = expressionOf(text)
  if (!expression) {
    const lower = text.toLowerCase()
    return { test: name => name.toLowerCase().includes(lower), error: null }
  }
  const { pattern, error } = expression
  return pattern ? { test: name => pattern.test(name), error: null } : { test: () => false, error }
}

/**
 * Time below the topmost hits: two sweeps from callers to callees, through all that is listed and then through what
 * hangs below the missing part of a cut listing, neither of which goes on below a hit.
 */
function timeUnder(profile: Profile, hit: Uint8Array): number {
  const { functions } = profile
  const tree = callTreeOf(profile)
  const { units } = flowOf(profile)
  const reach = new Float64Array(tree.size.length)
  let found = 0
  const passOn = (node: number) => {
    if (tree.size[node] === 0) return
    for (let step = tree.start[node]; step < tree.start[node + 1]; step++)
      reach[tree.to[step]] += (reach[node] * tree.time[step]) / tree.size[node]
  }
  const visit = (fn: FunctionRow) => {
    if (hit[fn]) found += reach[fn]
    else passOn(fn)
  }
  const sweep = () => {
    for (let i = units.count - 1; i >= 0; i--) {
      const unit = units.calleesFirst[i]
      if (unit >= functions.length) {
        passOn(unit)
        for (const fn of membersOf(profile, unit - functions.length)) visit(fn)
      } else if (functions.cycle[unit] === NO_CYCLE) visit(unit)
    }
  }
  reach[tree.everything] = tree.size[tree.everything]
  passOn(tree.everything)
  sweep()
  const notListed = reach[tree.notListed]
  reach.fill(0)
  reach[tree.notListed] = notListed
  passOn(tree.notListed)
  sweep()
  return found
}
