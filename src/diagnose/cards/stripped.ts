import { addressOf, isAddressName } from '../../analyse/addressName.ts'
import { type Card, MOST_LISTED } from '../card.ts'
import { addressNames, rebuild } from '../commands.ts'
import type { DiagnosisInput } from '../input.ts'
import type { Recorded } from '../recorded/recorded.ts'

/** An executable without its symbols. */
export interface Stripped extends Card<'stripped'>, Pick<Recorded, 'program' | 'debugFile'> {
  /** Whether functions without a name are known by their addresses; if not, the named one before has what is theirs. */
  isByAddress: boolean
  /** Functions that have a name all the same. */
  named: number
  /** Functions known by address, and stretches of code in which nobody knows what begins. */
  unnamed: number
  stretches: number
}

export function stripped({ profile, recorded, run }: DiagnosisInput): Stripped | null {
  if (!recorded?.isStripped || !run) return null
  const { program, debugFile, addressed } = recorded
  const { name } = profile.functions
  const rest = { card: 'stripped', risk: 'amber', share: 1, program, debugFile } as const
  if (!addressed) {
    const named = run.functions.length
    return { ...rest, isByAddress: false, named, unnamed: 0, stretches: 0, command: [rebuild()] }
  }
  // Rows come in the order of their time.
  const unnamed = name.flatMap((each, fn) => (isAddressName(each) ? [fn] : []))
  if (addressed.unnamed + addressed.stretches === 0) return null
  const asked = unnamed.slice(0, MOST_LISTED).map(fn => addressOf(name[fn]))
  return {
    ...rest,
    isByAddress: true,
    ...addressed,
    command: [...addressNames(asked), rebuild()],
    ...(unnamed.length > 0 && { place: { kind: 'function', fn: unnamed[0] } }),
  }
}
