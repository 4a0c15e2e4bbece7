// Some of many processes are read again to be summed: the reader does it, and what was on screen stays until that is done.

import { adoptFindings, type Profile } from '../../src/index.ts'
import { isSelection, partShown, profileOfAll } from './derive.ts'
import { ask } from './reader.ts'
import { type State, store } from './store.ts'

let asked = 0

/** Keeps the profile of the chosen processes in step with the view. */
export function startSelecting(): void {
  store.subscribe((state, before) => {
    const all = profileOfAll(state)
    const { processes, summed } = state.view
    if (all === profileOfAll(before) && processes === before.view.processes && summed === before.view.summed) return
    const id = ++asked
    if (!all || !isSelection(state)) return // what was selected last counts only while something is
    if (state.selected?.all === all && state.selected.processes === processes && state.selected.summed === summed)
      return
    select(all, partShown(state), state.view).then(
      selected => {
        if (id === asked) store.setState({ selected, hover: -1 })
      },
      (error: Error) => {
        if (id !== asked) return
        const errors = [{ code: 'incomplete' as const, message: error.message }]
        store.setState({ task: { phase: 'failed', name: processes.join(', '), errors, ofPair: false } })
      },
    )
  })
}

/** The profile of chosen processes of the `part`th of the profiles that were read last. */
export async function select(
  all: Profile,
  part: number,
  { processes, summed }: Pick<State['view'], 'processes' | 'summed'>,
): Promise<NonNullable<State['selected']>> {
  const selection = { processes, mean: summed === 'mean' }
  const { profile, findings } = await ask('select', { part, selection, transforms: [] }, null)
  adoptFindings(profile, findings)
  return { all, processes, summed, profile }
}
