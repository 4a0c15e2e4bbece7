import { SPONTANEOUS } from '../../profile.ts'
import { type Card, MOST_LISTED, type Named } from '../card.ts'
import { type DiagnosisInput, rowsWhere, shareOf } from '../input.ts'

/** A program that starts threads: calls may be counted too low, and threads begin at functions without callers. */
export interface Threads extends Card<'threads'> {
  /** What it calls to start them, as far as the executable tells; of a listing, functions that only threads have. */
  starts: string[]
  /** Functions without a recorded caller that call others, `main` aside: where threads may begin. */
  roots: Named[]
}

const starting =
  /^(pthread_create|thrd_create|clone3?|GOMP_parallel\w*|__kmpc_fork_call|CreateThread|_beginthreadex|omp_get_thread_num|_ZNSt6thread15_M_start_thread\w*)$/
const started = /^(start_thread|_?pthread_start|std::thread::_State_impl<.*|std::thread::_Invoker<.*|.*\._omp_fn\.\d+)$/

export function threads({ profile, recorded }: DiagnosisInput): Threads | null {
  const { functions, arcs } = profile
  const starts = recorded
    ? [...recorded.imports].filter(name => starting.test(name))
    : functions.name.filter(name => starting.test(name) || started.test(name))
  if (starts.length === 0) return null
  const isRoot = new Uint8Array(functions.length)
  const calls = new Uint8Array(functions.length)
  const time = new Float64Array(functions.length)
  for (let arc = 0; arc < arcs.length; arc++) {
    if (arcs.caller[arc] !== SPONTANEOUS) calls[arcs.caller[arc]] = 1
    else {
      isRoot[arcs.callee[arc]] = 1
      time[arcs.callee[arc]] = arcs.self[arc] + arcs.children[arc]
    }
  }
  const roots = rowsWhere(
    profile,
    fn => isRoot[fn] === 1 && calls[fn] === 1 && !/^(main|MAIN__|_start|_init)$/.test(functions.name[fn]),
  )
  roots.sort((a, b) => time[b] - time[a] || a - b)
  const inThreads = roots.reduce((sum, fn) => sum + time[fn], 0)
  return {
    card: 'threads',
    // That a program can start threads is no sign that it did; functions at which they begin are.
    risk: roots.length > 0 ? 'amber' : 'note',
    share: shareOf(inThreads, profile),
    starts,
    roots: roots.slice(0, MOST_LISTED).map(fn => ({ fn, name: functions.name[fn] })),
    ...(roots.length > 0 && { place: { kind: 'function', fn: roots[0] } }),
  }
}
