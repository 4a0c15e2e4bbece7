import { SPONTANEOUS } from '../../profile.ts'
import { type Card, MOST_LISTED, type Named } from '../card.ts'
import { callsOf, type DiagnosisInput } from '../input.ts'

/** Counts of calls so high that they may have gone round: a gmon.out keeps their last 32 bits only. */
export interface CountOverflow extends Card<'countOverflow'> {
  arcs: number
  heaviest: { caller: Named; callee: Named; count: number }[]
}

/** Half of what fits into 32 bits. A count that came so far in one run may have gone round in this one. */
const HIGH = 2 ** 31

export function countOverflow({ profile, recorded }: DiagnosisInput): CountOverflow | null {
  const { arcs, functions } = profile
  const files = recorded?.files.length ?? 1
  const rows: number[] = []
  for (let arc = 0; arc < arcs.length; arc++)
    if (arcs.count[arc] / files >= HIGH && arcs.caller[arc] !== SPONTANEOUS) rows.push(arc)
  if (rows.length === 0) return null
  rows.sort((a, b) => arcs.count[b] - arcs.count[a])
  const named = (fn: number) => ({ fn, name: functions.name[fn] })
  return {
    card: 'countOverflow',
    risk: 'amber',
    share: rows.reduce((sum, arc) => sum + arcs.count[arc], 0) / callsOf(profile),
    arcs: rows.length,
    heaviest: rows.slice(0, MOST_LISTED).map(arc => ({
      caller: named(arcs.caller[arc]),
      callee: named(arcs.callee[arc]),
      count: arcs.count[arc],
    })),
    place: { kind: 'function', fn: arcs.callee[rows[0]] },
  }
}
