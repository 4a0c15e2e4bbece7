// What a reader found in a file, in a few words.

import { heaviestRoot, labelsOf, type Part, type Profile } from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'
import { formatCount, formatPercent } from '../../ui/format.ts'

/** One cell of the strip: how much of one part is there. */
export interface Cell {
  part: string
  /** 0..1, as far as it is known. */
  filled: number
  sign: '●' | '◐' | '○'
  says: string
}

const signs = { whole: '●', part: '◐', none: '○' } as const

function cellOf(part: string, { state, found, expected }: Part, counted: (found: string, all: string) => string): Cell {
  const filled = state === 'whole' ? 1 : state === 'none' ? 0 : found / expected
  const all = Number.isNaN(expected) || state === 'whole' ? '' : formatCount(expected)
  const says = state === 'none' ? messages().completeness.notInFile : counted(formatCount(found), all)
  // A part that is there but cut off somewhere unknown is drawn half full.
  return { part, filled: Number.isNaN(filled) ? 0.5 : Math.min(1, filled), sign: signs[state], says }
}

/** The four cells: three parts of the listing, and the time that hangs under a known root. */
export function cellsOf(profile: Profile): Cell[] {
  const { flatProfile, callGraph, index } = profile.completeness
  const root = heaviestRoot(profile)
  const words = messages().completeness
  return [
    cellOf(words.flatProfile, flatProfile, words.rows),
    cellOf(words.callGraph, callGraph, words.entries),
    cellOf(words.index, index, words.names),
    {
      part: words.rootedTime,
      filled: root?.share ?? 0,
      sign: !root ? '○' : root.share > 0.9995 ? '●' : '◐',
      says: root ? words.rooted(formatPercent(root.share), labelsOf(profile)[root.fn]) : words.noRoot,
    },
  ]
}

/** Whether the listing was left whole, judged by the parts it has. */
export function isWhole({ completeness, pruned }: Profile): boolean {
  if (pruned) return false
  const { flatProfile, callGraph, index } = completeness
  return [flatProfile, callGraph, index].every(({ state }) => state !== 'part') && flatProfile.state !== 'none'
}

/** The short form, beside the cells. */
export function wordsOf(profile: Profile): string {
  const { flatProfile, callGraph } = profile.completeness
  const { pruned } = profile
  const words = messages().completeness
  if (pruned) return words.shortened(formatCount(pruned.functions), formatCount(pruned.of))
  const root = heaviestRoot(profile)
  if (callGraph.state === 'none') return words.flatOnly
  if (flatProfile.state === 'none' && callGraph.state === 'whole') return words.graphOnly
  if (!isWhole(profile)) return words.incomplete
  return root ? words.completeUnder(formatPercent(root.share), labelsOf(profile)[root.fn]) : words.complete
}

/** What a link left of the profile; null where it left all. */
export function prunedWords({ pruned }: Profile): string | null {
  if (!pruned) return null
  const time = Number.isNaN(pruned.time) ? '' : formatPercent(pruned.time)
  return messages().completeness.pruned(time, formatCount(pruned.functions), formatCount(pruned.of))
}
