import type { Card, Named } from '../card.ts'
import { type DiagnosisInput, heaviest, rowsWhere, shareOf } from '../input.ts'

/** Time in functions that do next to nothing: it is of code behind them that has no name of its own. */
export interface StrayTime extends Card<'strayTime'> {
  functions: (Named & { time: number })[]
  /** In the unit of the profile. */
  time: number
}

/** What compilers and linkers put into every program, each a few instructions that run once. */
const tiny = new Set([
  'frame_dummy',
  '_dl_relocate_static_pie',
  'register_tm_clones',
  'deregister_tm_clones',
  '__do_global_ctors_aux',
  '__do_global_dtors_aux',
  '_start',
  '_init',
  '_fini',
  '__libc_csu_init',
  '__libc_csu_fini',
  'call_weak_fn',
])
export const isTiny = (name: string): boolean => tiny.has(name)

const LEAST_SHARE = 0.005
const MUCH = 0.05

export function strayTime({ profile }: DiagnosisInput): StrayTime | null {
  const { functions } = profile
  const rows = rowsWhere(profile, fn => functions.self[fn] > 0 && isTiny(functions.name[fn]))
  const time = rows.reduce((sum, fn) => sum + functions.self[fn], 0)
  const share = shareOf(time, profile)
  if (share < LEAST_SHARE) return null
  const first = heaviest(rows, fn => functions.self[fn])
  return {
    card: 'strayTime',
    risk: share >= MUCH ? 'amber' : 'note',
    share,
    functions: first.map(fn => ({ fn, name: functions.name[fn], time: functions.self[fn] })),
    time,
    place: { kind: 'function', fn: first[0] },
  }
}
