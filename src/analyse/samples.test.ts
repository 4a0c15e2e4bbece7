// Every real listing at hand obeys the laws of a profile: those that come with the page, and more where they are there.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readListings } from '../parse/gprofText.ts'
import type { Listing } from '../parse/listing.ts'
import { NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { findCycles } from './findCycles.ts'
import { profileOfListing } from './joinListing.ts'
import { roundingOf } from './rounding.ts'

const root = join(import.meta.dirname, '../..')
const more = join(root, '../shared/samples')

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && /\.(txt|prof|txt\.gz)$/.test(entry.name))
        .map(entry => join(entry.parentPath, entry.name))
    : []

const samples = [...filesIn(join(root, 'public/samples')), ...filesIn(more)].map(file => relative(root, file))

test.each(samples)('%s obeys the laws of a profile', file => {
  const packed = readFileSync(join(root, file))
  const bytes = file.endsWith('.gz') ? gunzipSync(packed) : packed
  for (const listing of readListings(bytes)) {
    const profile = profileOfListing(listing, 'a name')
    arcsHoldTogether(profile)
    noLoopIsLeft(profile)
    selfTimesAreAsPrinted(profile, listing)
    if (profile.completeness.callGraph.state === 'whole') expect(profile.times).toBe('recomputed')
    if (profile.times === 'recomputed') timeIsNeitherLostNorMade(profile, listing)
  }
})

/** No arc points past the tables, no pair occurs twice, and who has no caller at all is spontaneous or not explained. */
function arcsHoldTogether({ functions, arcs, times }: Profile) {
  const pairs = new Set<string>()
  const hasCaller = new Uint8Array(functions.length)
  let dangling = 0
  for (let arc = 0; arc < arcs.length; arc++) {
    const from = arcs.caller[arc]
    const to = arcs.callee[arc]
    if (from < SPONTANEOUS || from >= functions.length || to < 0 || to >= functions.length) dangling++
    pairs.add(`${from} ${to}`)
    if (from !== to) hasCaller[to] = 1
  }
  expect(dangling).toBe(0)
  expect(pairs.size).toBe(arcs.length)
  if (times === 'recomputed') expect(hasCaller.every((has, fn) => has || functions.cycle[fn] !== NO_CYCLE)).toBe(true)
}

function noLoopIsLeft({ functions, arcs, cycles }: Profile) {
  const unit = (fn: number) =>
    fn < 0 || functions.cycle[fn] === NO_CYCLE ? fn : functions.length + functions.cycle[fn]
  const contracted = findCycles({
    functions: functions.length + cycles.length,
    caller: arcs.caller.map(unit),
    callee: arcs.callee.map(unit),
  })
  expect(contracted.cycles).toBe(0)
}

function selfTimesAreAsPrinted({ functions }: Profile, listing: Listing) {
  if (!listing.flat) return
  const last = roundingOf(listing) + 1e-6
  expect(listing.flat.self.every((self, row) => !(Math.abs(functions.self[row] - self) > last))).toBe(true)
}

function timeIsNeitherLostNorMade({ functions, arcs, cycles, total, printed }: Profile, listing: Listing) {
  const last = roundingOf(listing)
  const received = new Float64Array(functions.length + cycles.length)
  let rooted = 0
  for (let arc = 0; arc < arcs.length; arc++) {
    const time = arcs.self[arc] + arcs.children[arc]
    const to = arcs.callee[arc]
    if (Number.isNaN(time)) continue
    received[functions.cycle[to] === NO_CYCLE ? to : functions.length + functions.cycle[to]] += time
    if (arcs.caller[arc] === SPONTANEOUS) rooted += time
  }
  expect(rooted / (total || 1)).toBeCloseTo(total > 0 ? 1 : 0, 9)
  let worst = 0
  for (let fn = 0; fn < functions.length; fn++)
    if (functions.cycle[fn] === NO_CYCLE)
      worst = Math.max(worst, Math.abs(received[fn] - functions.self[fn] - functions.children[fn]))
  for (let cycle = 0; cycle < cycles.length; cycle++)
    worst = Math.max(worst, Math.abs(received[functions.length + cycle] - cycles.self[cycle] - cycles.children[cycle]))
  expect(worst / (total || 1)).toBeLessThan(1e-9)
  for (const time of [listing.flatTotal, listing.graphTotal])
    if (time > 0) expect(Math.abs(total - time)).toBeLessThanOrEqual(last * (functions.length + 1))
  expect(
    printed?.functionChildren.every(
      (children, fn) => !(Math.abs(children - functions.children[fn]) > last * (functions.length + 1)),
    ),
  ).toBe(true)
}
