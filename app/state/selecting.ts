// Some of many processes are read again to be summed: the reader does it, and what was on screen stays until that is done.

import { adoptFindings, type Profile, type Selection } from '../../src/index.ts'
import { partShown, profileOfAll, selectionAsked } from './derive.ts'
import { ask } from './reader.ts'
import { type State, store } from './store.ts'

let asked = 0

/** Keeps the profile of the chosen processes in step with the view. */
export function startSelecting(): void {
  store.subscribe((state, before) => {
    const all = profileOfAll(state)
    const { processes, summed } = state.view
    if (all === profileOfAll(before) && processes === before.view.processes && summed === before.view.summed) return
    const selection = selectionAsked(state)
    const id = ++asked
    if (!all || !selection) return // what was selected last counts only while something is
    if (state.selected?.all === all && state.selected.selection === selection) return
    void selectProfile(all, partShown(state), selection).then(outcome => {
      if (id === asked) store.setState(outcome)
    })
  })
}

/** What becomes of the state once processes of the `part`th profile that was read last are selected. */
export async function selectProfile(
  all: Profile,
  part: number,
  selection: Selection,
): Promise<Partial<Pick<State, 'selected' | 'task'>> & Pick<State, 'hover'>> {
  const answer = await ask('select', { part, selection, transforms: [] }, null)
  if (!answer.ok) return { task: { phase: 'failed', name: all.title, errors: answer.errors, ofPair: false }, hover: -1 }
  const { profile, findings } = answer.value
  adoptFindings(profile, findings)
  return { selected: { all, selection, profile }, hover: -1 }
}
