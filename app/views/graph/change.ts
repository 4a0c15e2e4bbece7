import { changeToken, type Presence } from '../compared/comparedFigures.ts'

/** Of two profiles that are compared: by how many steps something took longer after, and whether both have it. */
export interface Change {
  /** Null where there is nothing to compare. */
  step: number | null
  presence: Presence
}

export interface NodeChange extends Change {
  /** `self 2.21 → 16.1 s`; empty without self time on either side. */
  self: string
  total: string
  /** What is said where one side lacks it. */
  word: string
}

/** The names that style sheets know a change by. */
export const changeClasses = ({ step, presence }: Change): string[] => [
  `change-${changeToken(step).slice(2)}`,
  ...(presence === 'both' ? [] : [presence]),
]
