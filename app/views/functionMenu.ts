// What can be done with a function, wherever it stands: in the graph, in the list, in the flame chart.

import {
  type FunctionRow,
  functionByLabel,
  labelsOf,
  NO_CYCLE,
  type Profile,
  type VisibleGraph,
} from '../../src/index.ts'
import { messages } from '../messages/messages.ts'
import { nameOf, profileRead } from '../state/derive.ts'
import { addTransform, chooseIn, lookAroundAt, openAt, store, toggleFold, unfoldFlameAround } from '../state/store.ts'
import { formatCount } from '../ui/format.ts'
import type { MenuItem } from '../ui/Menu.tsx'

/** Calls up and down that are shown around a function at first. */
const FIRST_REACH = { callers: 2, callees: 3 }

/** What a function's menu offers. `graph`: where the menu is about a picture of the call graph. */
export function functionMenu(profile: Profile, fn: FunctionRow, graph?: VisibleGraph): MenuItem[] {
  const state = store.getState()
  const label = labelsOf(profile)[fn]
  const read = profileRead(state)
  const isInFile = read !== null && functionByLabel(read, label) >= 0
  return [
    ...(graph ? graphItems(graph, fn, label, state.view.folded.includes(label)) : []),
    {
      label: 'Focus',
      hint: 'only call paths through it',
      onSelect: () => addTransform({ kind: 'focus', match: label }),
    },
    { label: 'Ignore', hint: 'without those', onSelect: () => addTransform({ kind: 'ignore', match: label }) },
    { label: 'Hide', hint: 'as if inlined', onSelect: () => addTransform({ kind: 'hide', match: label }) },
    {
      label: 'Show from here',
      hint: 'only what it calls',
      onSelect: () => addTransform({ kind: 'showFrom', match: label }),
    },
    {
      label: 'Prune below',
      hint: 'what it calls is its own',
      onSelect: () => addTransform({ kind: 'pruneBelow', match: label }),
    },
    ...(profile.functions.cycle[fn] === NO_CYCLE
      ? []
      : [
          {
            label: 'Collapse its cycle',
            hint: 'as one function',
            onSelect: () => addTransform({ kind: 'collapse', match: label }),
          },
        ]),
    ...whatIfItems(label),
    {
      label: 'Who pays for it',
      hint: 'callers and callees in the flame chart',
      onSelect: () => unfoldFlameAround(label),
    },
    { label: 'Open its entry', onSelect: () => chooseIn(label, 'entry') },
    ...(isInFile ? [{ label: 'Show in the report', onSelect: () => chooseIn(label, 'report') }] : []),
    { label: 'Copy the name', onSelect: () => void navigator.clipboard.writeText(nameOf(state)(fn)) },
  ]
}

/** What its being cheaper would change. */
function whatIfItems(match: string): MenuItem[] {
  const words = messages().whatIf.menu
  return ([0.5, 'free', 'inlined'] as const).map(becomes => ({
    ...words[becomes],
    onSelect: () => addTransform({ kind: 'whatIf', match, becomes }),
  }))
}

function graphItems({ sums }: VisibleGraph, fn: FunctionRow, label: string, isFolded: boolean): MenuItem[] {
  const hidden = (side: 'callers' | 'callees') => sums.find(sum => sum.fn === fn && sum.side === side)?.functions ?? 0
  const opening = (side: 'callers' | 'callees'): MenuItem => ({
    label: `Show ${side}`,
    hint: hidden(side) === 0 ? 'all are shown' : `${formatCount(hidden(side))} hidden, heaviest first`,
    disabled: hidden(side) === 0,
    onSelect: () => openAt(label, side),
  })
  return [
    opening('callers'),
    opening('callees'),
    {
      label: isFolded ? 'Unfold' : 'Fold away',
      hint: isFolded ? 'show again what is below' : 'what only it leads to',
      onSelect: () => toggleFold(label),
    },
    { label: 'Look around', hint: 'only near callers and callees', onSelect: () => lookAroundAt(label, FIRST_REACH) },
  ]
}
