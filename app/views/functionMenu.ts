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
import { isComparing, nameOf, profileRead } from '../state/derive.ts'
import {
  addTransform,
  chooseIn,
  lookAroundAt,
  openAt,
  store,
  toggleFold,
  trace,
  unfoldFlameAround,
} from '../state/store.ts'
import { formatCount } from '../ui/format.ts'
import type { MenuItem } from '../ui/Menu.tsx'

/** Calls up and down that are shown around a function at first. */
const FIRST_REACH = { callers: 2, callees: 3 }

/**
 * What a function's menu offers. `graph`: where the menu is about a picture of the call graph. `more`: other sources that
 * the figures in that place have.
 */
export function functionMenu(
  profile: Profile,
  fn: FunctionRow,
  graph?: VisibleGraph,
  more: readonly MenuItem[] = [],
): MenuItem[] {
  const state = store.getState()
  const words = messages().functionMenu
  const label = labelsOf(profile)[fn]
  const read = profileRead(state)
  const isInReport = !isComparing(state) && read !== null && functionByLabel(read, label) >= 0
  return [
    ...(graph ? graphItems(graph, fn, label, state.view.folded.includes(label)) : []),
    { ...words.focus, onSelect: () => addTransform({ kind: 'focus', match: label }) },
    { ...words.ignore, onSelect: () => addTransform({ kind: 'ignore', match: label }) },
    { ...words.hide, onSelect: () => addTransform({ kind: 'hide', match: label }) },
    { ...words.showFrom, onSelect: () => addTransform({ kind: 'showFrom', match: label }) },
    { ...words.pruneBelow, onSelect: () => addTransform({ kind: 'pruneBelow', match: label }) },
    ...(profile.functions.cycle[fn] === NO_CYCLE
      ? []
      : [{ ...words.collapse, onSelect: () => addTransform({ kind: 'collapse', match: label }) }]),
    ...(isComparing(state) ? [] : whatIfItems(label)),
    { ...words.around, onSelect: () => unfoldFlameAround(label) },
    { label: words.entry, onSelect: () => chooseIn(label, 'entry') },
    ...(isInReport ? [{ label: words.report, onSelect: () => chooseIn(label, 'report') }] : []),
    { label: messages().source.menu, shortcut: 'S', onSelect: () => trace({ fn: label, caller: null }) },
    ...more,
    { label: words.copy, onSelect: () => void navigator.clipboard.writeText(nameOf(state)(fn)) },
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
  const words = messages().functionMenu
  const hidden = (side: 'callers' | 'callees') => sums.find(sum => sum.fn === fn && sum.side === side)?.functions ?? 0
  const opening = (side: 'callers' | 'callees'): MenuItem => ({
    label: words.open[side],
    hint: hidden(side) === 0 ? words.allShown : words.hidden(formatCount(hidden(side))),
    disabled: hidden(side) === 0,
    onSelect: () => openAt(label, side),
  })
  return [
    opening('callers'),
    opening('callees'),
    { ...(isFolded ? words.unfold : words.fold), onSelect: () => toggleFold(label) },
    { ...words.lookAround, onSelect: () => lookAroundAt(label, FIRST_REACH) },
  ]
}
