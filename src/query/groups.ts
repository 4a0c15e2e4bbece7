// Groups of functions that belong together, told by how their names begin: `SyncRep` in SyncRepWakeQueue and
// SyncRepReleaseWaiters, `pq_` in pq_getmsgint, `std::` in std::sort. Programmers name parts of a program so where the
// language has no modules, and with a little colour they can be seen in a chart.

import type { FunctionRow, Profile } from '../profile.ts'
import { amount } from './flow.ts'

export interface NameGroups {
  /** Per function: 1 … {@link GROUPS}; 0 for no group. */
  group: Uint8Array
  /** What the names of a group begin with, by its number; empty for 0, and for numbers that no group has. */
  prefix: string[]
}

/** How many groups there are at most; more hues cannot be told apart. */
export const GROUPS = 5
const LONGEST_WORDS = 3
const SHORTEST = 2

const known = new WeakMap<Profile['functions'], NameGroups>()

/**
 * The heaviest groups by name prefix; worked out once. A group's weight is the self and children time of its members,
 * and it has at least two with time. Of two prefixes of equal weight the longer says more.
 */
export function groupsOf(profile: Pick<Profile, 'functions'>): NameGroups {
  let groups = known.get(profile.functions)
  if (!groups) {
    groups = findGroups(profile)
    known.set(profile.functions, groups)
  }
  return groups
}

/** Groups of this very profile that were worked out elsewhere. */
export const adoptGroups = ({ functions }: Pick<Profile, 'functions'>, groups: NameGroups): void =>
  void known.set(functions, groups)

function findGroups({ functions }: Pick<Profile, 'functions'>): NameGroups {
  const members = new Map<string, FunctionRow[]>()
  const weight = functions.self.map((self, fn) => amount(self) + amount(functions.children[fn]))
  for (let fn = 0; fn < functions.length; fn++) {
    if (weight[fn] === 0) continue
    for (const prefix of prefixesOf(functions.name[fn])) {
      const found = members.get(prefix)
      if (found) found.push(fn)
      else members.set(prefix, [fn])
    }
  }
  const group = new Uint8Array(functions.length)
  const chosen: string[] = new Array(GROUPS + 1).fill('')
  for (let count = 0; count < GROUPS; count++) {
    let best = ''
    let heaviest = 0
    for (const [prefix, rows] of members) {
      let time = 0
      let free = 0
      for (const fn of rows) {
        if (group[fn] !== 0) continue
        time += weight[fn]
        free++
      }
      if (free < 2) members.delete(prefix)
      else if (time > heaviest || (time === heaviest && prefix.length > best.length)) {
        best = prefix
        heaviest = time
      }
    }
    if (best === '') break
    const number = freeNumber(chosen, best)
    for (const fn of members.get(best) ?? []) if (group[fn] === 0) group[fn] = number
    chosen[number] = best
  }
  // A function without time has the group of its name all the same: it may be drawn when its calls are.
  for (let fn = 0; fn < functions.length; fn++)
    if (weight[fn] === 0)
      group[fn] = Math.max(0, ...prefixesOf(functions.name[fn]).map(prefix => chosen.indexOf(prefix, 1)))
  return { group, prefix: chosen }
}

/**
 * A number that follows from the prefix, so that a group has the same hue in every profile of a program; the next one
 * that is free where a heavier group has it already.
 */
function freeNumber(chosen: readonly string[], prefix: string): number {
  let hash = 0
  for (let i = 0; i < prefix.length; i++) hash = (Math.imul(hash, 31) + prefix.charCodeAt(i)) >>> 0
  let number = 1 + (hash % GROUPS)
  while (chosen[number] !== '') number = (number % GROUPS) + 1
  return number
}

/**
 * What a name begins with, shortest first: up to each `::`, each underscore, each new word in capitals; never the whole
 * name. The return type that C++ puts before a template function's name is not part of it.
 */
export function prefixesOf(name: string): string[] {
  const bare = name.split(/[(<[]/, 1)[0].trimEnd()
  const start = bare.lastIndexOf(' ') + 1
  const prefixes: string[] = []
  const word = /_*(?:[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^A-Za-z0-9_:]+)(?:_+|::)?|::/g
  word.lastIndex = start
  for (let found = word.exec(bare); found && prefixes.length < LONGEST_WORDS; found = word.exec(bare)) {
    const prefix = bare.slice(start, word.lastIndex)
    if (word.lastIndex < bare.length && prefix.length >= SHORTEST) prefixes.push(prefix)
  }
  return prefixes
}
