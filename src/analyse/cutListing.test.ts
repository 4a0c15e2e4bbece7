// Listings from which somebody took lines away, as people do when they paste a part of one: rows of the flat profile,
// whole entries, callers or callees within an entry. (Who takes away the end of one entry and the beginning of the next
// makes one false entry of two. Nobody can tell.)

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readListings } from '../parse/gprofText.ts'
import { NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { profileOfListing } from './joinListing.ts'

const text = readFileSync(join(import.meta.dirname, '../../public/samples/cyc.txt'), 'utf8')
const lines = text.split('\n')

const read = (kept: string[]): Profile[] =>
  readListings(new TextEncoder().encode(kept.join('\n'))).map(listing => profileOfListing(listing, 'cut'))

const [whole] = read(lines)

/** Arcs by gprof's numbers: what is known of calls, whatever rows the functions are in. */
function arcsOf({ functions, arcs }: Profile): Map<string, [count: number, time: number]> {
  const number = (fn: number) => (fn === SPONTANEOUS ? 'spontaneous' : functions.index[fn])
  return new Map(
    Array.from({ length: arcs.length }, (_, arc) => [
      `${number(arcs.caller[arc])} ${number(arcs.callee[arc])}`,
      [arcs.count[arc], arcs.self[arc] + arcs.children[arc]],
    ]),
  )
}

const dashes = '-'.repeat(47)
/** Whether a cut that begins with this line may go on to the next: within an entry, or past whole entries. */
const isFirm = (line: string) => line === dashes || line.startsWith('[')

/** Takes lines away from the first on: rows up to the next firm line, or, beginning with dashes, that many entries. */
function without(gaps: [number, number][], mark: readonly string[]): string[] {
  const kept: string[] = []
  const gone = new Set<number>()
  for (const [first, length] of gaps) {
    let entries = lines[first] === dashes ? length : 0
    for (let i = first + (entries > 0 ? 1 : 0); i < lines.length; i++) {
      if (entries > 0 ? lines[i] === dashes && --entries === 0 : isFirm(lines[i]) || i >= first + length) break
      gone.add(i)
    }
  }
  for (let i = 0; i < lines.length; i++)
    if (!gone.has(i)) kept.push(lines[i])
    else if (!gone.has(i - 1)) kept.push(...mark)
  return kept
}

const cuts = fc.array(fc.tuple(fc.nat(lines.length - 1), fc.integer({ min: 1, max: 30 })), {
  minLength: 1,
  maxLength: 8,
})

test('a listing with lines missing opens, and tells no arc that the whole one does not have', () => {
  const known = arcsOf(whole)
  fc.assert(
    fc.property(cuts, fc.constantFrom([], ['...'], ['[snip]']), (gaps, mark) => {
      for (const profile of read(without(gaps, mark)))
        expect(
          [...arcsOf(profile)].filter(
            ([pair, [count]]) => !pair.startsWith('spontaneous') && known.get(pair)?.[0] !== count,
          ),
        ).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('times are worked out anew only if they are those of the whole listing', () => {
  const known = arcsOf(whole)
  let recomputed = 0
  fc.assert(
    fc.property(cuts, gaps => {
      for (const profile of read(without(gaps, ['...']))) {
        if (profile.times !== 'recomputed' || profile.completeness.callGraph.state === 'none') continue
        recomputed++
        const most = 0.005 * whole.functions.length
        const differs = (a: number, b: number) => Number.isNaN(a) !== Number.isNaN(b) || Math.abs(a - b) > most
        expect([...arcsOf(profile)].filter(([pair, [, time]]) => differs(time, known.get(pair)?.[1] ?? 0))).toEqual([])
      }
    }),
    { numRuns: 150 },
  )
  expect(recomputed).toBeGreaterThan(0)
})

test('every function in a cycle of a cut listing is in a cycle of the whole one', () => {
  fc.assert(
    fc.property(cuts, gaps => {
      for (const { functions } of read(without(gaps, ['...'])))
        expect(
          functions.name.filter(
            (_, fn) =>
              functions.cycle[fn] !== NO_CYCLE &&
              whole.functions.cycle[whole.functions.index.indexOf(functions.index[fn])] === NO_CYCLE,
          ),
        ).toEqual([])
    }),
    { numRuns: 100 },
  )
})
