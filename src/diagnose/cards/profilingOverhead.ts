import type { Card, Named } from '../card.ts'
import { type DiagnosisInput, heaviest, rowsWhere } from '../input.ts'

/** Time of the routines that count calls for the profile: not the program's own. */
export interface ProfilingOverhead extends Card<'profilingOverhead'> {
  /** Those that have a row, the heaviest first, and their self time in the unit of the profile. */
  routines: Named[]
  time: number
  /** All time, with them and without. */
  before: number
  after: number
  /** Those that gprof has left out, so that they are in no row and in no total, and their time. */
  leftOut: { names: string[]; time: number }
}

/** Of all systems, without signs around them: those that gprof leaves out, and those of other C libraries and compilers. */
const routines = new Set([
  'mcount',
  'moncount',
  'fentry',
  'mcount_internal',
  'mcount_internal_common',
  'gprof_mcount',
  'internal_mcount',
  'internal mcount',
  'mcleanup',
  'moncontrol',
  'monstartup',
  'gnu_mcount_nc',
])

/** Whether a function counts calls for the profile, by its name: `.__mcount`, `_mcount@plt`, `[internal mcount]`. */
export function isRoutine(name: string): boolean {
  let start = 0
  while (name[start] === '_' || name[start] === '.' || name[start] === '[') start++
  // Nearly no name begins like one of them.
  if (name[start] !== 'm' && name[start] !== 'f' && name[start] !== 'g' && name[start] !== 'i') return false
  return routines.has(name.slice(start).replace(/[@\]].*$/, ''))
}

export function profilingOverhead({ profile, recorded, run }: DiagnosisInput): ProfilingOverhead | null {
  const { functions, total } = profile
  const self = (fn: number) => functions.self[fn]
  const all = rowsWhere(profile, fn => self(fn) > 0 && isRoutine(functions.name[fn]))
  const rows = heaviest(all, self, all.length)
  const inRoutines = recorded?.inRoutines ?? { names: [], samples: 0 }
  const leftOut = { names: inRoutines.names, time: inRoutines.samples / (run && run.rate > 0 ? run.rate : 1) }
  if (rows.length === 0 && leftOut.time === 0) return null
  const time = rows.reduce((sum, fn) => sum + self(fn), 0)
  const share = (time + leftOut.time) / (total + leftOut.time)
  const names = rows.map(fn => functions.name[fn])
  const match = names.length === 1 ? names[0] : `/^(${names.map(escaped).join('|')})$/`
  return {
    card: 'profilingOverhead',
    risk: time / total >= MUCH ? 'amber' : 'note',
    share,
    routines: rows.map(fn => ({ fn, name: functions.name[fn] })),
    time,
    before: total,
    after: total - time,
    leftOut,
    ...(rows.length > 0 && { place: { kind: 'transform', transform: { kind: 'ignore', match } } }),
  }
}

/** From this share on, other times are likely to be distorted too. */
const MUCH = 0.1

const escaped = (name: string) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
