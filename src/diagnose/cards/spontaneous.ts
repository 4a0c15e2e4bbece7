import { NO_CYCLE, SPONTANEOUS } from '../../profile.ts'
import type { Card, Named } from '../card.ts'
import { type DiagnosisInput, heaviest, rowsWhere, shareOf } from '../input.ts'

/** Functions that count calls and have no recorded caller: whoever called them was not compiled for profiling. */
export interface Spontaneous extends Card<'spontaneous'> {
  functions: number
  /** By time with callees. */
  heaviest: (Named & { time: number; calls: number })[]
  /** Their time with that of their callees, in the unit of the profile. */
  time: number
  /** The time that begins in `main`, which is called by nobody in nearly every program; NaN where there is no `main`. */
  inMain: number
}

/** Where programs begin and end, and constructors of objects: nobody who could be recorded calls these. */
const beginning =
  /^[._]*(main|start|_?start_main|libc_start_main|libc_start_call_main|MAIN__|WinMain|init|fini|main\(.*\)|libc_csu_init|do_global_[cd]tors_aux|GLOBAL__.*)$/

export function spontaneous({ profile }: DiagnosisInput): Spontaneous | null {
  const { functions, arcs } = profile
  const time = new Float64Array(functions.length).fill(Number.NaN)
  const calls = new Float64Array(functions.length)
  for (let arc = 0; arc < arcs.length; arc++) {
    const [from, to] = [arcs.caller[arc], arcs.callee[arc]]
    if (from === SPONTANEOUS) time[to] = arcs.self[arc] + arcs.children[arc]
    else calls[from] += arcs.count[arc]
  }
  // Those that call nobody may as well not have been compiled for profiling themselves: see notCounted.
  const entered = rowsWhere(
    profile,
    fn => !Number.isNaN(time[fn]) && (calls[fn] > 0 || functions.cycle[fn] !== NO_CYCLE),
  )
  const odd = entered.filter(fn => !beginning.test(functions.name[fn]))
  if (odd.length === 0) return null
  const all = odd.reduce((sum, fn) => sum + time[fn], 0)
  const main = functions.name.findIndex((name, fn) => !Number.isNaN(time[fn]) && /^(main|MAIN__)$/.test(name))
  const first = heaviest(odd, fn => time[fn])
  return {
    card: 'spontaneous',
    risk: 'note',
    share: shareOf(all, profile),
    functions: odd.length,
    heaviest: first.map(fn => ({
      fn,
      name: functions.name[fn],
      time: time[fn],
      calls: calls[fn],
    })),
    time: all,
    inMain: main < 0 ? Number.NaN : time[main],
    place: { kind: 'function', fn: first[0] },
  }
}
