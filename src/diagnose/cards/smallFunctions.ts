import type { Card, Named } from '../card.ts'
import { type DiagnosisInput, heaviest, rowsWhere, shareOf } from '../input.ts'

/** Functions so short that counting their calls takes about as long as they do. */
export interface SmallFunctions extends Card<'smallFunctions'> {
  functions: number
  /** Most calls first; `perCall` is self time in nanoseconds. */
  heaviest: (Named & { calls: number; perCall: number })[]
  calls: number
  /** Their self time, in seconds. */
  time: number
}

/** Nanoseconds: what a call of mcount takes on processors of the last twenty years is 2 to 50 of them. */
const SHORT = 50
/** Below this many samples, a time per call says nothing. */
const LEAST_SAMPLES = 4
const LEAST_SHARE = 0.05

export function smallFunctions({ profile }: DiagnosisInput): SmallFunctions | null {
  const { functions, unit, samplePeriod } = profile
  if (unit !== 'seconds') return null
  const calls = (fn: number) => (functions.calls[fn] || 0) + functions.selfCalls[fn]
  const perCall = (fn: number) => (functions.self[fn] / calls(fn)) * 1e9
  const isShort = (fn: number) => functions.self[fn] >= LEAST_SAMPLES * samplePeriod && perCall(fn) < SHORT
  const rows = rowsWhere(profile, isShort)
  const time = rows.reduce((sum, fn) => sum + functions.self[fn], 0)
  const share = shareOf(time, profile)
  if (share < LEAST_SHARE) return null
  const first = heaviest(rows, calls)
  return {
    card: 'smallFunctions',
    risk: 'note',
    share,
    functions: rows.length,
    heaviest: first.map(fn => ({ fn, name: functions.name[fn], calls: calls(fn), perCall: perCall(fn) })),
    calls: rows.reduce((sum, fn) => sum + calls(fn), 0),
    time,
    place: { kind: 'function', fn: first[0] },
  }
}
