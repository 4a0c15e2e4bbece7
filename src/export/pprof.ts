// pprof's own file format, profile.proto (https://github.com/google/pprof/tree/main/proto): samples, each a stack with
// values. gprof records no stacks, so these are estimated call paths; what pprof adds up of them is gprof's own: the self
// and total time of each function, how often it was called, and what went by each call (see callPaths.ts).
//
// The format has no word for what is estimated or certain, nor for a cycle; its comments say what they can. There are no
// addresses and no mappings, since all names are known. Mangled names are system names; where they are not known there is
// none, since pprof takes one that is no other than the name for one to be shortened, and two overloads for one function.

import { type FunctionInput, Profile as ProfileProto, type SampleInput, StringTable } from 'pprof-format'
import type { Profile } from '../profile.ts'
import { callPaths, type PathTable } from './callPaths.ts'

/** A line each. */
const COMMENTS = [
  'From a gprof profile, which counts who called whom and records no stacks.',
  'These stacks are estimates: a call is taken to cost the same on every path, and narrow paths are joined.',
  "What they add up to, for each function and for each call, is gprof's. <cycle N> is a frame above its members.",
]

/** In the order of a sample's values. */
const MEASURES = ['calls', 'time'] as const

/**
 * Profiles of one unit as a file that is not yet gzipped. Values are calls, and nanoseconds (millionths of another unit).
 * Of several profiles, each sample is labelled with the title of its own. Null if there are too many stacks to list them.
 */
export function toPprof(profiles: readonly Profile[]): Uint8Array | null {
  const [{ unit, samplePeriod }] = profiles
  const perUnit = unit === 'seconds' ? 1e9 : 1e6
  const strings = new StringTable()
  const text = (words: string) => strings.dedup(words)
  const time = { type: text('time'), unit: text(unit === 'seconds' ? 'nanoseconds' : `millionths of ${unit}`) }
  const sample: SampleInput[] = []
  const functions: FunctionInput[] = []
  for (const profile of profiles) {
    const paths = callPaths(profile, MEASURES)
    if (!paths) return null
    const label = profiles.length > 1 ? [{ key: text('profile'), str: text(profile.title) }] : []
    const ids = new Map<number, number>()
    const idOf = (frame: number) => {
      const id = ids.get(frame) ?? functions.length + 1
      if (id <= functions.length) return id
      ids.set(frame, id)
      functions.push({ id, name: text(paths.names[frame]), systemName: text(profile.symbols?.[frame] ?? '') })
      return id
    }
    const [calls, times] = [wholeNumbers(paths, 0, 1), wholeNumbers(paths, 1, perUnit)]
    for (let path = 0; path < paths.length; path++)
      if (calls[path] > 0 || times[path] > 0)
        sample.push({ locationId: framesOf(paths, path).map(idOf), value: [calls[path], times[path]], label })
  }
  return new ProfileProto({
    stringTable: strings,
    sampleType: [{ type: text('calls'), unit: text('count') }, time],
    defaultSampleType: time.type,
    sample,
    location: functions.map(({ id = 0 }) => ({ id, line: [{ functionId: id }] })),
    function: functions,
    comment: COMMENTS.map(text),
    ...(profiles.every(other => other.samplePeriod === samplePeriod) && {
      periodType: time,
      period: Math.round(samplePeriod * perUnit),
    }),
  }).encode()
}

/**
 * What was spent at the end of each path, by one measure. Those of one last frame are rounded one after the other, so
 * that they add up to what it has, rounded once.
 */
function wholeNumbers({ length, frame, own, names }: PathTable, measure: number, perUnit: number): Float64Array {
  const sum = new Float64Array(names.length)
  const written = new Float64Array(names.length)
  return Float64Array.from({ length }, (_, path) => {
    const last = frame[path]
    sum[last] += own[measure][path] * perUnit
    const whole = Math.round(sum[last]) - written[last]
    written[last] += whole
    return whole
  })
}

/** From the last frame of a path to its first. */
function framesOf({ parent, frame }: PathTable, path: number): number[] {
  const frames: number[] = []
  for (let at = path; at >= 0; at = parent[at]) frames.push(frame[at])
  return frames
}
