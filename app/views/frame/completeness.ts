// What a reader found in a file, in a few words.

import { heaviestRoot, labelsOf, type Part, type Profile } from '../../../src/index.ts'
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

function cellOf(part: string, { state, found, expected }: Part, unit: string): Cell {
  const filled = state === 'whole' ? 1 : state === 'none' ? 0 : found / expected
  const known = Number.isNaN(expected) || state === 'whole' ? '' : ` of ${formatCount(expected)}`
  const says = state === 'none' ? 'not in this file' : `${formatCount(found)}${known} ${unit}`
  // A part that is there but cut off somewhere unknown is drawn half full.
  return { part, filled: Number.isNaN(filled) ? 0.5 : Math.min(1, filled), sign: signs[state], says }
}

/** The four cells: three parts of the listing, and the time that hangs under a known root. */
export function cellsOf(profile: Profile): Cell[] {
  const { flatProfile, callGraph, index } = profile.completeness
  const root = heaviestRoot(profile)
  return [
    cellOf('Flat profile', flatProfile, 'rows'),
    cellOf('Call graph', callGraph, 'entries'),
    cellOf('Index by function name', index, 'names'),
    {
      part: 'Rooted time',
      filled: root?.share ?? 0,
      sign: !root ? '○' : root.share > 0.9995 ? '●' : '◐',
      says: root
        ? `${formatPercent(root.share)} % of the time is under ${labelsOf(profile)[root.fn]}`
        : 'no root known',
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
  if (pruned) return `shortened · ${formatCount(pruned.functions)} of ${formatCount(pruned.of)} functions`
  const root = heaviestRoot(profile)
  if (callGraph.state === 'none') return 'flat profile only'
  if (flatProfile.state === 'none' && callGraph.state === 'whole') return 'call graph only'
  const rooted = root ? ` · ${formatPercent(root.share)} % under ${labelsOf(profile)[root.fn]}` : ''
  return isWhole(profile) ? `complete${rooted}` : 'incomplete listing'
}

/** What a link left of the profile; null where it left all. */
export function prunedWords({ pruned }: Profile): string | null {
  if (!pruned) return null
  const time = Number.isNaN(pruned.time) ? '' : `${formatPercent(pruned.time)} % of the time, `
  return `The profile was shortened to fit the link that it came with: it keeps ${time}${formatCount(pruned.functions)} of ${formatCount(pruned.of)} functions. Their figures are whole; all others are summed as one.`
}
