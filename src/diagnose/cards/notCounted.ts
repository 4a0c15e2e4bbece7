import { SPONTANEOUS } from '../../profile.ts'
import type { Card, Named } from '../card.ts'
import { rebuild } from '../commands.ts'
import { callsOf, type DiagnosisInput, heaviest, rowsWhere, shareOf } from '../input.ts'
import { isRoutine } from './profilingOverhead.ts'
import { isTiny } from './strayTime.ts'

/**
 * Functions with time that neither were called nor call, as far as was recorded, in a program that counts calls: they
 * were not compiled for profiling, or are called from a library and call nobody.
 */
export interface NotCounted extends Card<'notCounted'> {
  functions: number
  heaviest: (Named & { time: number })[]
  /** Their self time, in the unit of the profile. */
  time: number
}

/** Less is half a sample that strayed over from a neighbour. */
const LEAST_SHARE = 0.01
const MUCH = 0.2

export function notCounted({ profile }: DiagnosisInput): NotCounted | null {
  const { functions, arcs } = profile
  // In a listing that was cut, calls may only be missing; without any calls at all, it is another card.
  if (profile.completeness.callGraph.state !== 'whole' || callsOf(profile) === 0) return null
  const counted = new Uint8Array(functions.length)
  for (let arc = 0; arc < arcs.length; arc++) {
    if (arcs.caller[arc] === SPONTANEOUS) continue
    counted[arcs.caller[arc]] = 1
    counted[arcs.callee[arc]] = 1
  }
  // Some have cards of their own.
  const isSilent = (fn: number) => !counted[fn] && functions.self[fn] > 0
  const rows = rowsWhere(profile, fn => isSilent(fn) && !isRoutine(functions.name[fn]) && !isTiny(functions.name[fn]))
  const time = rows.reduce((sum, fn) => sum + functions.self[fn], 0)
  const share = shareOf(time, profile)
  if (share < LEAST_SHARE) return null
  const first = heaviest(rows, fn => functions.self[fn])
  return {
    card: 'notCounted',
    risk: share >= MUCH ? 'amber' : 'note',
    share,
    functions: rows.length,
    heaviest: first.map(fn => ({ fn, name: functions.name[fn], time: functions.self[fn] })),
    time,
    command: [rebuild()],
    place: { kind: 'function', fn: first[0] },
  }
}
