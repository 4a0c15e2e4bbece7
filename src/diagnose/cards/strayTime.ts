import { type Card, MOST_LISTED, type Named } from '../card.ts'
import { type DiagnosisInput, heaviestFirst, rowsWhere, shareOf } from '../input.ts'

/** Time in functions that do next to nothing: it is of code behind them that has no name of its own. */
export interface StrayTime extends Card<'strayTime'> {
  functions: (Named & { time: number })[]
  /** In the unit of the profile. */
  time: number
}

/** Whether compilers and linkers put a function into every program, a few instructions that run once. */
export const tiny =
  /^(frame_dummy|_dl_relocate_static_pie|(de)?register_tm_clones|__do_global_[cd]tors_aux|_start|_init|_fini|__libc_csu_(init|fini)|call_weak_fn|_IO_stdin_used)$/
const LEAST_SHARE = 0.005
const MUCH = 0.05

export function strayTime({ profile }: DiagnosisInput): StrayTime | null {
  const { functions } = profile
  const rows = heaviestFirst(
    rowsWhere(profile, fn => functions.self[fn] > 0 && tiny.test(functions.name[fn])),
    fn => functions.self[fn],
  )
  const time = rows.reduce((sum, fn) => sum + functions.self[fn], 0)
  const share = shareOf(time, profile)
  if (share < LEAST_SHARE) return null
  return {
    card: 'strayTime',
    risk: share >= MUCH ? 'amber' : 'note',
    share,
    functions: rows.slice(0, MOST_LISTED).map(fn => ({ fn, name: functions.name[fn], time: functions.self[fn] })),
    time,
    place: { kind: 'function', fn: rows[0] },
  }
}
