import type { Card, Named } from '../card.ts'
import { type DiagnosisInput, heaviest, rowsWhere, shareOf } from '../input.ts'

/** Functions that call themselves, whose calls are counted apart: `n+m`. */
export interface Recursion extends Card<'recursion'> {
  functions: number
  /** By time. `calls` are those by others, NaN where there are none. */
  heaviest: (Named & { calls: number; selfCalls: number; time: number })[]
}

export function recursion({ profile }: DiagnosisInput): Recursion | null {
  const { functions } = profile
  const time = (fn: number) => functions.self[fn] + (functions.children[fn] || 0) || 0
  const rows = rowsWhere(profile, fn => functions.selfCalls[fn] > 0)
  if (rows.length === 0) return null
  const first = heaviest(rows, time)
  return {
    card: 'recursion',
    risk: 'note',
    share: shareOf(time(first[0]), profile),
    functions: rows.length,
    heaviest: first.map(fn => ({
      fn,
      name: functions.name[fn],
      calls: functions.calls[fn],
      selfCalls: functions.selfCalls[fn],
      time: time(fn),
    })),
    place: { kind: 'function', fn: first[0] },
  }
}
