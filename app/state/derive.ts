// What follows from the state. Nothing here is stored: each selector remembers its latest answer and works it out anew
// only when one of the inputs it really uses has changed.

import {
  type Audit,
  type Column,
  type ComparedColumn,
  type ComparedFigures,
  type ComparedSides,
  columnOf,
  type DiagnoseAnswer,
  displayLabel,
  type FunctionRow,
  functionByLabel,
  type Issue,
  labelsOf,
  type Matches,
  MORE_LABEL,
  NOT_LISTED_LABEL,
  onlySideOf,
  orderCompared,
  orderRows,
  type ProcessRow,
  type ProcessTable,
  type Profile,
  processesByName,
  type Transform,
} from '../../src/index.ts'
import { memoLatest } from './memoLatest.ts'
import type { Part, Picked, Source } from './reader.ts'
import type { State } from './store.ts'
import { comparedColumns, initialView, ownColumns, type SortColumn, type Summed, type View } from './view.ts'

/** Which of several profiles in one file is on screen, from 1: the one the view names, else the first. */
export const partShown = ({ opened, view }: State): number =>
  opened && view.part <= opened.profiles.length ? view.part : 1

const noIssues: Issue[] = []

/** What reading the files of the profile on screen had to say. */
export const warningsOfReading = (state: State): Issue[] => {
  const { opened } = state
  const isBeside = opened?.beside && partShown(state) >= opened.beside.part
  return (isBeside ? opened.beside?.warnings : opened?.warnings) ?? noIssues
}

/** The profile that was opened: the sum of all its processes, where it has several. */
export const profileOfAll = (state: State): Profile | null => state.opened?.profiles[partShown(state) - 1] ?? null

/** The processes whose sum was opened; null for a profile of one. */
export const processTable = (state: State): ProcessTable | null => state.opened?.processes[partShown(state) - 1] ?? null

const noRows: ProcessRow[] = []
/** Rows of named processes, remembered for one of those who ask. */
const rowsByName = () =>
  memoLatest((table: ProcessTable | null, names: readonly string[]): ProcessRow[] =>
    table && names.length > 0 ? processesByName(table, names) : noRows,
  )
const chosenOf = rowsByName()
/** Rows of the processes that were chosen; none where all views are of all. */
export const processesChosen = (state: State): ProcessRow[] => chosenOf(processTable(state), state.view.processes)

/** A profile that was read, of which only some of its processes may be meant. */
const partFor = () =>
  memoLatest((part: number, table: ProcessTable | null, rows: ProcessRow[], summed: Summed): Part => {
    const isAll = !table || (rows.length === 0 && summed === 'sum')
    return {
      part,
      selection: isAll ? null : { rows: rows.length > 0 ? rows : table.name.map((_, row) => row), as: summed },
    }
  })
const partAfterFor = partFor()
const partBeforeFor = partFor()
const beforeOf = rowsByName()

/** The profile that the view asks for by itself: after, where two are compared. */
const partAfter = (state: State): Part =>
  partAfterFor(partShown(state), processTable(state), processesChosen(state), state.view.summed)

/** The profile before, where the view asks for two and both are open. */
const partBefore = ({ opened, view: { against, summed } }: State): Part | null => {
  if (!against || !opened || against.part > opened.profiles.length) return null
  const table = opened.processes[against.part - 1] ?? null
  return partBeforeFor(against.part, table, beforeOf(table, against.processes), summed)
}

const pickedFor = memoLatest(({ part, selection }: Part, against: Part | null, _: Profile | null): Picked | null =>
  selection || against ? { part, selection, against } : null,
)
/** What the view asks for that has to be made of the profiles that were read; null where it is one of these. */
export const pickedAsked = (state: State): Picked | null => {
  const against = partBefore(state)
  // Another file may be opened in the place of the one before.
  const before = against && (state.opened?.profiles[against.part - 1] ?? null)
  return pickedFor(partAfter(state), against, before)
}

/** What was picked of the profiles that are open, if anything was. While another is being made, the one before still holds. */
const picked = (state: State): State['picked'] =>
  state.picked && pickedAsked(state) && state.picked.all === profileOfAll(state) ? state.picked : null

/** The profile that is open, as it was read: of all processes, or of those that were chosen, or of both that are compared. */
export const profileRead = (state: State): Profile | null => picked(state)?.profile ?? profileOfAll(state)

/** Whether what is on screen are two profiles that are compared. */
export const isComparing = (state: State): boolean => picked(state)?.picked.against != null

/** Whether one of two that are compared is of several processes: then they are sums, or means. */
export const areOfSeveral = (state: State): boolean => {
  const asked = pickedAsked(state)
  const isOfSeveral = ({ part, selection }: Part) =>
    (selection?.rows ?? state.opened?.processes[part - 1]?.name ?? []).length > 1
  return asked?.against != null && [asked, asked.against].some(isOfSeveral)
}

/** What transforms left of the profile, if any did. While other ones are being applied, those before still hold. */
export const applied = (state: State): State['applied'] =>
  state.applied && state.view.transforms.length > 0 && state.applied.original === profileRead(state)
    ? state.applied
    : null

/** The profile on screen. */
export const profileShown = (state: State): Profile | null => applied(state)?.profile ?? profileRead(state)

const wholeFor = memoLatest((part: number): Picked => ({ part, selection: null, against: null }))
const pickedShown = (state: State): Picked => picked(state)?.picked ?? wholeFor(partShown(state))

const sourceOf = (of: Picked, transforms: readonly Transform[], _: Profile | null): Source => ({ ...of, transforms })
const sourceFor = memoLatest(sourceOf)
/** How to ask the reader about the profile on screen: the same object as long as that is the same. */
export const sourceShown = (state: State): Source =>
  sourceFor(pickedShown(state), applied(state)?.transforms ?? noTransforms, profileShown(state))
const noTransforms: readonly Transform[] = []
const sourceReadFor = memoLatest(sourceOf)
/** The same about the profile as it was read. */
export const sourceRead = (state: State): Source => sourceReadFor(pickedShown(state), noTransforms, profileRead(state))

const sourceOfAllFor = memoLatest((part: number, all: Profile | null) => sourceOf(wholeFor(part), noTransforms, all))
/** How to ask about the profile that was opened, whatever of it is on screen. */
export const sourceOfAll = (state: State): Source => sourceOfAllFor(partShown(state), profileOfAll(state))

const aloneFor = memoLatest((source: Source): Source => ({ ...source, against: null }))
/** The same about the profile after alone, where two are compared: what is written to files and links. */
export const sourceAlone = (state: State): Source => aloneFor(sourceRead(state))
const beforeFor = memoLatest(
  ({ against, transforms }: Source): Source | null => against && { ...against, against: null, transforms },
)
/** And about the one before; null where none is compared with. */
export const sourceBefore = (state: State): Source | null => beforeFor(sourceRead(state))

/** And about the profile that figures are traced in: of two that are compared, the side that is shown where only one can be. */
export const sourceTraced = (state: State): Source =>
  (state.view.side === 'a' ? sourceBefore(state) : null) ?? sourceAlone(state)

/** What differs between the two on screen; null where one is shown, and until the first answer. */
export const comparison = (state: State): ComparedSides | null =>
  state.compared && isComparing(state) && state.compared.profile === profileShown(state) ? state.compared.answer : null

/** What may be said against the profile on screen, of two that against the one after; null until it was examined. */
export const diagnosis = (state: State): DiagnoseAnswer | null =>
  state.diagnosed && state.diagnosed.source === sourceAlone(state) ? state.diagnosed.answer : null

/** Whether the figures of its report agree with one another; null until they were held against one another. */
export const audit = (state: State): Audit | null =>
  state.audited && state.audited.source === sourceAlone(state) ? state.audited.answer : null

/** Label of each function row, empty without a profile. */
export const labels = (state: State): string[] => {
  const profile = profileShown(state)
  return profile ? labelsOf(profile) : none
}
const none: string[] = []

const nameOfProfile = (profile: Profile | null, naming: View['naming']) =>
  profile ? (fn: FunctionRow) => displayLabel(profile, fn, naming) : () => ''
const nameOfFor = memoLatest(nameOfProfile)
/** What each function is called on screen; not the same as before once any of them is called otherwise. */
export const nameOf = (state: State): ((fn: FunctionRow) => string) => nameOfFor(profileShown(state), state.view.naming)

const nameReadFor = memoLatest(nameOfProfile)
/** The same for the profile as it was read. */
export const nameReadOf = (state: State): ((fn: FunctionRow) => string) =>
  nameReadFor(profileRead(state), state.view.naming)

/**
 * Row on screen of the function that a label names in the open profile, or of the group that it has become part of; else
 * of what transforms call so. -1 if there is none.
 */
export const rowNamed = (state: State, label: string): FunctionRow => {
  const profile = profileRead(state)
  if (!profile || label === '') return -1
  const row = functionByLabel(profile, label)
  const changed = applied(state)
  if (!changed) return row
  return row >= 0 ? changed.row[row] : functionByLabel(changed.profile, label)
}

/** Row of the chosen function on screen; -1 if none is, or there is none of that name. */
export const chosenRow = (state: State): FunctionRow => rowNamed(state, state.view.fn)

/** Row of the chosen function in the open profile as it was read; -1 for none. */
export const chosenRowRead = (state: State): FunctionRow => {
  const profile = profileRead(state)
  return profile && state.view.fn !== '' ? functionByLabel(profile, state.view.fn) : -1
}

/** Row on screen of a function of the profile as it was read; -1 if transforms took it away. */
export const rowOnScreen = (state: State, read: FunctionRow): FunctionRow =>
  read < 0 ? -1 : (applied(state)?.row[read] ?? read)

/** Labels of the profile as it was read. */
export const labelsRead = (state: State): string[] => {
  const profile = profileRead(state)
  return profile ? labelsOf(profile) : none
}

/** What the search found; null while nothing is searched for, and until the first answer. */
export const matches = (state: State): Matches | null =>
  state.found && state.found.profile === profileShown(state) ? state.found.matches : null

const isOwnColumn = (column: SortColumn): column is Column => (ownColumns as readonly SortColumn[]).includes(column)
const isComparedColumn = (column: SortColumn): column is ComparedColumn =>
  (comparedColumns as readonly SortColumn[]).includes(column)
const byChange: View['sort'] = { column: 'change', descending: true }
/** What the list is sorted by: where its columns are others than the view asks for, what these are sorted by at first. */
export const sortShown = (state: State): View['sort'] => {
  const { sort } = state.view
  if (isComparing(state)) return sort.column === 'name' || isComparedColumn(sort.column) ? sort : byChange
  return isOwnColumn(sort.column) ? sort : initialView.sort
}

/** The figures of the comparison that the list shows; null where one profile is shown, and until the first answer. */
const figuresCompared = (state: State): ComparedFigures | null => comparison(state)?.[state.view.compared] ?? null

const noOrder = new Uint32Array()
const orderOf = memoLatest(
  (profile: Profile, figures: ComparedFigures | null, column: SortColumn, descending: boolean): Uint32Array => {
    if (isOwnColumn(column)) return orderRows(columnOf(profile, column), descending)
    return figures ? orderCompared(figures, column, descending) : noOrder
  },
)
const onlyOf = memoLatest((order: Uint32Array, sides: ComparedSides, only: View['only']) =>
  order.filter(row => onlySideOf(sides, row) === only),
)
/** Function rows in the order of the list. While two profiles are being compared for the first time, there are none yet. */
export const rowOrder = (state: State): Uint32Array => {
  const profile = profileShown(state)
  const sides = comparison(state)
  if (!profile || (isComparing(state) && !sides)) return noOrder
  const { column, descending } = sortShown(state)
  const order = orderOf(profile, figuresCompared(state), column, descending)
  return sides && state.view.only ? onlyOf(order, sides, state.view.only) : order
}

/** Every name that a view asks for. Those within transforms are told by the chips of these. */
const namesIn = memoLatest(
  (
    fn: string,
    zoom: string[],
    zoomUp: string[],
    opened: View['opened'],
    folded: View['folded'],
    traced: View['traced'],
  ): string[] => [
    ...new Set([
      fn,
      ...zoom,
      ...zoomUp,
      ...opened.map(one => one.fn),
      ...folded,
      traced?.fn ?? '',
      traced?.caller ?? '',
    ]),
  ],
)
const missingOf = memoLatest((profile: Profile | null, shown: Profile | null, names: string[]) =>
  profile && shown
    ? names.filter(
        name => name !== '' && !isPlace(name) && functionByLabel(profile, name) < 0 && functionByLabel(shown, name) < 0,
      )
    : none,
)
/** Steps of a flame path that are no functions: cycles, what is too narrow to draw, and what a cut listing leaves out. */
const isPlace = (step: string) => step === MORE_LABEL || step === NOT_LISTED_LABEL || /^<cycle \d+>$/.test(step)

/** Names the view asks for that the open profile does not have. */
export const missingNames = (state: State): string[] => {
  const { fn, zoom, zoomUp, opened, folded, traced } = state.view
  return missingOf(profileRead(state), profileShown(state), namesIn(fn, zoom, zoomUp, opened, folded, traced))
}

/** The figures whose source is told; null for none, and where the open profile does not have their names. */
export const tracedFigures = (state: State): View['traced'] => {
  const { traced } = state.view
  const missing = missingNames(state)
  return traced && !missing.includes(traced.fn) && !missing.includes(traced.caller ?? '') ? traced : null
}
