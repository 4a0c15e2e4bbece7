import { demangle } from '../../parse/demangle/demangle.ts'
import type { Card } from '../card.ts'
import { gprof } from '../commands.ts'
import { type DiagnosisInput, rowsWhere, shareOf } from '../input.ts'

/** A listing whose names are those of the linker: printed with `--no-demangle` or `-T`. */
export interface MangledNames extends Card<'mangledNames'> {
  functions: number
  /** The first of them, and what it means. */
  example: { fn: number; name: string; means: string }
}

export function mangledNames({ profile, listing, recorded }: DiagnosisInput): MangledNames | null {
  if (!listing) return null
  const { name, self } = profile.functions
  const rows = rowsWhere(profile, fn => /^[._$]*(_Z|_R)[\w$]/.test(name[fn]))
  const first = rows.find(fn => demangle(name[fn]) !== name[fn])
  // gprof leaves some names as they are that it cannot read; where it read others, this is not what it was told.
  if (first === undefined || rows.length <= name.filter(each => each.includes('::')).length) return null
  return {
    card: 'mangledNames',
    risk: 'note',
    share: shareOf(
      rows.reduce((sum, fn) => sum + (self[fn] || 0), 0),
      profile,
    ),
    functions: rows.length,
    example: { fn: first, name: name[first], means: demangle(name[first]) },
    command: [gprof(recorded, '--demangle')],
    place: { kind: 'function', fn: first },
  }
}
