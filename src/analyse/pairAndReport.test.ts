// What is computed from a pair and what is read from gprof's own report of it are the same profile, but for what two
// decimals cannot hold.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readListings } from '../parse/gprofText.ts'
import { NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { readProfile } from '../readProfile.ts'
import { droppedFrom, realPairs } from '../realPairs.fixture.ts'
import { profileOfListing } from './joinListing.ts'

test.each(realPairs)('$name: nobody is told that a true pair does not fit', async ({ files }) => {
  const { warnings } = await profileOfPair(files)
  expect(warnings.filter(({ message }) => message.includes('does not fit'))).toEqual([])
})

async function profileOfPair(files: string[]): Promise<Profile> {
  const result = await readProfile(droppedFrom(files))
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value[0]
}

/** Functions by gprof's own number: names need not be unique. In a report without a call graph there is only the name. */
function byNumber({ functions }: Profile): Map<string, number> {
  const rows = new Map<string, number>()
  for (let fn = 0; fn < functions.length; fn++) {
    const index = functions.index[fn]
    rows.set(index > 0 ? `${functions.name[fn]} [${index}]` : functions.name[fn], fn)
  }
  return rows
}

/** Calls of every pair of functions; of a spontaneous function, that it is one. */
function calls(profile: Profile): Map<string, number | 'spontaneous'> {
  const { arcs, functions } = profile
  const label = (fn: number) => `${functions.name[fn]} [${functions.index[fn]}]`
  const found = new Map<string, number | 'spontaneous'>()
  for (let arc = 0; arc < arcs.length; arc++)
    if (arcs.caller[arc] === SPONTANEOUS) found.set(`-> ${label(arcs.callee[arc])}`, 'spontaneous')
    else found.set(`${label(arcs.caller[arc])} -> ${label(arcs.callee[arc])}`, arcs.count[arc])
  return found
}

const inGraph = ({ arcs, functions }: Profile, fn: number) =>
  functions.self[fn] > 0 || arcs.callee.includes(fn) || arcs.caller.includes(fn)

test.each(realPairs)(
  '$name: the report of the pair, read again, is the profile of the pair',
  async ({ files, report }) => {
    const computed = await profileOfPair(files)
    const [listing] = readListings(readFileSync(report))
    const read = profileOfListing(listing, 'again')
    const [ours, theirs] = [byNumber(computed), byNumber(read)]
    const hasGraph = read.completeness.callGraph.state !== 'none'
    if (hasGraph) {
      expect(new Map([...calls(read)].sort())).toEqual(new Map([...calls(computed)].sort()))
    }
    const printed = (value: number) => Math.round(value * 100) / 100
    // Half of the last printed digit, and what the digit itself may be off.
    const last = 0.005 + 1e-9
    for (const [label, row] of theirs) {
      const fn = hasGraph ? ours.get(label) : computed.functions.name.indexOf(read.functions.name[row])
      if (fn === undefined || fn < 0) throw new Error(`${label} is in the report, and not in the profile`)
      const [a, b] = [read.functions, computed.functions]
      expect([label, a.calls[row], a.selfCalls[row], a.cycle[row] === NO_CYCLE]).toEqual([
        label,
        b.calls[fn],
        b.selfCalls[fn],
        b.cycle[fn] === NO_CYCLE,
      ])
      expect(Math.abs(printed(a.self[row]) - b.self[fn])).toBeLessThanOrEqual(last)
      const children = read.printed?.functionChildren[row] ?? Number.NaN
      if (!Number.isNaN(children)) expect(Math.abs(children - b.children[fn])).toBeLessThanOrEqual(last)
    }
    if (hasGraph) for (const [label, fn] of ours) expect(theirs.has(label) || !inGraph(computed, fn)).toBe(true)
    expect(read.cycles.length).toBe(computed.cycles.length)
    for (let cycle = 0; cycle < read.cycles.length; cycle++) {
      const other = computed.cycles.number.indexOf(read.cycles.number[cycle])
      const [a, b] = [read.cycles, computed.cycles]
      expect([a.index[cycle], a.innerCalls[cycle]]).toEqual([b.index[other], b.innerCalls[other]])
      expect(a.calls[cycle] || 0).toBe(b.calls[other] || 0)
    }
  },
)
