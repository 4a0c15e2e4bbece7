// Some of many processes are read again to be summed, and two profiles that are compared become one that has the functions
// of both: the reader does it, and what was on screen stays until that is done.

import { adoptFindings, type Profile } from '../../src/index.ts'
import { pickedAsked, profileOfAll } from './derive.ts'
import { ask, type Picked } from './reader.ts'
import { type State, store } from './store.ts'

let asked = 0

/** Keeps the profile that is made of those that were read in step with the view. */
export function startPicking(): void {
  store.subscribe((state, before) => {
    const all = profileOfAll(state)
    const picked = pickedAsked(state)
    if (all === profileOfAll(before) && picked === pickedAsked(before)) return
    const id = ++asked
    if (!all || !picked) return // what was picked last counts only while something is
    if (state.picked?.all === all && state.picked.picked === picked) return
    void pickProfile(all, picked).then(outcome => {
      if (id === asked) store.setState(outcome)
    })
  })
}

/** What becomes of the state once a profile is made of those that were read last; `all` is the one that is shown by itself. */
export async function pickProfile(
  all: Profile,
  picked: Picked,
): Promise<Partial<Pick<State, 'picked' | 'task'>> & Pick<State, 'hover'>> {
  const answer = await ask('select', { ...picked, transforms: [] }, null)
  if (!answer.ok) return { task: { phase: 'failed', name: all.title, errors: answer.errors, ofPair: false }, hover: -1 }
  const { profile, findings } = answer.value
  adoptFindings(profile, findings)
  return { picked: { all, picked, profile }, hover: -1 }
}
